// What the words of a clause mean, in whatever language they are written.
#pragma once

#include <string>
#include <vector>

#include "claims/reading.h"

namespace isnad::claims {

/// Notions named within `span`, and by the noun that it is said of where it is a relative clause of its sentence: types
/// of the events that its words may tell ("event:kill", for each reading of a word), known places and their states
/// ("place:SY.aleppo", "place:SY") and numbers beside the times ("number:9"). Ascending, each once. O(tokens of the
/// span).
[[nodiscard]] std::vector<std::string> notions_of(const Reading& reading, const SourceSpan& span,
                                                  std::uint32_t sentence);

}  // namespace isnad::claims
