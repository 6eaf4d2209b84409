// One event that lies so far behind or ahead of another ("two days after the fall of the city").
#pragma once

#include <optional>
#include <vector>

#include "claims/event_time.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// "Left after the fall of X", "two days after the fall of X": the main clause's event lies after (before) the other.
/// Of the two the one without a date of its own counts from the other. `main`, `other`: indices into `claims`.
void count_from(std::vector<Claim>& claims, std::uint32_t main, std::uint32_t other, ClauseTie tie,
                const std::optional<EventDistance>& distance);

}  // namespace isnad::claims
