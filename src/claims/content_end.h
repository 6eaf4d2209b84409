// Where what is said ends.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// What is said from `begin` on ends with the sentence, or where the next one begins to speak. `scopes`: those found so
/// far. O(tokens * scopes).
[[nodiscard]] std::uint32_t end_of_said(const Reading& reading, const Sentence& sentence,
                                        const std::vector<Scope>& scopes, std::uint32_t begin);

}  // namespace isnad::claims
