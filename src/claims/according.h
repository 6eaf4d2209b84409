// "According to whom", at the begin of a sentence or behind what is told.
#pragma once

#include <vector>

#include "claims/attribution.h"

namespace isnad::claims {

/// The scopes that such words open; they enclose the verbs of saying inside their content.
[[nodiscard]] std::vector<Scope> according_scopes(const Reading& reading, const Sentence& sentence,
                                                  const Discourse& discourse);

}  // namespace isnad::claims
