// One event that lies so far behind or ahead of another ("two days after the fall of the city").
#pragma once

#include <optional>
#include <vector>

#include "claims/clause.h"
#include "claims/event_mention.h"
#include "claims/event_time.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// "Left after the fall of X", "two days after the fall of X": the main clause's event lies after (before) the other.
/// Of the two the one without a date of its own counts from the other. `main`, `other`: indices into `claims`.
void count_from(std::vector<Claim>& claims, std::uint32_t main, std::uint32_t other, ClauseTie tie,
                const std::optional<EventDistance>& distance);

/// "Two days after his death", where the death is told and dated further up: the last such claim. The event stands at
/// the begin of the clause; `neighbouring`: it may be of a neighbouring type ("the take-off" of what was launched).
[[nodiscard]] std::optional<std::uint32_t> told_earlier(const Reading& reading, const Clause& clause,
                                                        const std::vector<Claim>& claims, bool neighbouring);

/// "A week after the sermon", "hours after its publication": a definite noun right behind the amount of time.
[[nodiscard]] bool names_what_was_told(const Reading& reading, const Clause& clause,
                                       const std::vector<EventMention>& mentions);

/// Dates a claim that has no date as what was told last, in its sentence or the one before; marked as inherited.
void date_as_last_told(std::vector<Claim>& claims, std::uint32_t claim);

}  // namespace isnad::claims
