// The inside of a Grammar.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/rules.h"
#include "rules/archive_section.h"
#include "rules/language.h"
#include "rules/language_facts.h"

namespace isnad {

struct Grammar::Impl {
  std::vector<RuleFile> files;  ///< in order of path
  rules::Names names;
  std::vector<std::string> codes;                           ///< of the languages: BCP 47, as documents carry it
  std::vector<rules::Section<rules::Language>> languages;   ///< in that order
  std::vector<rules::Section<rules::LanguageFacts>> facts;  ///< by language
  std::vector<PageCues> page_cues;
  std::vector<std::string> without_examples;
  std::vector<std::size_t> pattern_counts;  ///< by language

  /// See archive.h. Without the files.
  template <class A>
  void transfer(A& archive) {
    archive(names, codes, languages, facts, page_cues, without_examples, pattern_counts);
  }

  /// The number of a document's language, by its code; the primary subtag decides ("ar-EG" is "ar").
  [[nodiscard]] std::optional<std::size_t> number_of(std::string_view code) const;
  /// Its rules; null where there are none.
  [[nodiscard]] const rules::Language* find(std::string_view code) const;
  /// Likewise; those of no language where there is none.
  [[nodiscard]] const rules::LanguageFacts& find_facts(std::string_view code) const;
};

}  // namespace isnad
