// What later stages ask of a language besides its matches: its glued particles and the plain forms of its classes.
#pragma once

#include <string>
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

struct LanguageFacts {
  std::vector<std::string> article_prefixes;  ///< matching form, longest first
  std::vector<std::string> conjunctions;
  std::vector<std::string> future_marks;
  std::vector<std::string> collective_forms;  ///< sorted, without repetition
  ClassForms forms;
};

[[nodiscard]] LanguageFacts facts_of(const LanguageModel& model);

}  // namespace isnad::rules
