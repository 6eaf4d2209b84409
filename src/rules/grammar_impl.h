// The inside of a Grammar.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/rules.h"
#include "rules/language.h"
#include "rules/language_facts.h"

namespace isnad {

struct Grammar::Impl {
  std::vector<RuleFile> files;  ///< in order of path
  rules::Names names;
  std::vector<rules::Language> languages;
  std::vector<rules::LanguageFacts> facts;  ///< by language
  std::vector<PageCues> page_cues;
  std::vector<std::string> without_examples;
  std::vector<std::size_t> pattern_counts;  ///< by language

  /// See archive.h. Without the files.
  template <class A>
  void transfer(A& archive) {
    archive(names, languages, facts, page_cues, without_examples, pattern_counts);
  }

  /// The language of a document, by its code; the primary subtag decides ("ar-EG" is "ar").
  [[nodiscard]] const rules::Language* find(std::string_view code) const;
  /// Likewise; those of no language where there is none.
  [[nodiscard]] const rules::LanguageFacts& find_facts(std::string_view code) const;
};

}  // namespace isnad
