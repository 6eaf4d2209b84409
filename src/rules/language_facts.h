// What later stages ask of a language besides its matches: its glued particles and the plain forms of its classes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/model.h"
#include "rules/text_list.h"

namespace isnad::rules {

/// The plain forms of each class of words, in matching form, sorted, without repetition.
struct ClassForms {
  TextList classes;                 ///< names, ascending
  std::vector<std::uint32_t> ends;  ///< by class: behind its last form
  TextList forms;                   ///< of the first class, then of the second ...
  void add(std::string_view cls, const std::vector<std::string>& forms_of_it);
  /// Empty for a class that is not there. O(log classes + forms).
  [[nodiscard]] std::vector<std::string> of(std::string_view cls) const;
};

/// The words of all concepts, and what is left of them without their endings, sorted, each with its concept; empty for
/// what is of none though it is written like a word of one.
struct ConceptForms {
  TextList words, concepts;
  TextList firsts;                    ///< the first words of those of two, sorted
  std::vector<std::uint64_t> filter;  ///< a bit for the hash of each word: nearly all that are asked for are not there
  void add(std::string_view word, std::string_view concept_id);
  /// Nothing for a word that is not there. O(log words).
  [[nodiscard]] std::optional<std::string_view> of(std::string_view word) const;
  [[nodiscard]] bool begins_phrase(std::string_view word) const;
};

struct LanguageFacts {
  std::vector<std::string> article_prefixes;  ///< matching form, longest first
  std::vector<std::string> conjunctions;
  std::vector<std::string> future_marks;
  std::vector<std::string> collective_forms;  ///< sorted, without repetition
  ClassForms forms;
  ConceptForms concepts;
};

/// Reports a word that belongs to two concepts.
[[nodiscard]] LanguageFacts facts_of(const LanguageModel& model, Diagnosis& diagnosis);

}  // namespace isnad::rules
