// "... on 8 December, which is the day on which Damascus fell": a time that a relative clause is about.
#pragma once

#include <optional>

#include "claims/reading.h"

namespace isnad::claims {

/// The expression that a relative clause of these tokens is about: the last one ahead of "the day", "the year" behind a
/// comma or "which is", of that unit, in the same sentence and near; where the clause says "in it" and tells no time of
/// its own. Nothing otherwise. `limit` is the sentence's first token. O(tokens of the clause).
[[nodiscard]] std::optional<std::uint32_t> time_told_again(const Reading& reading, TokenRange relative,
                                                           std::uint32_t limit);

}  // namespace isnad::claims
