// What later stages ask of a language besides its matches: its glued particles and the plain forms of its classes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/model.h"

namespace isnad::rules {

struct LanguageFacts {
  std::vector<std::string> article_prefixes;  ///< matching form, longest first
  std::vector<std::string> conjunctions;
  std::vector<std::string> future_marks;
  std::vector<std::string> collective_forms;                           ///< sorted, without repetition
  std::map<std::string, std::vector<std::string>, std::less<>> forms;  ///< by class, sorted, without repetition
};

[[nodiscard]] LanguageFacts facts_of(const LanguageModel& model);

}  // namespace isnad::rules
