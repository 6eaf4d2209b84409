// A time told by an occasion that the article has told and dated: "on the day of the assassination", "right after the
// session", "hours before the match".
#pragma once

#include <optional>
#include <vector>

#include "claims/event_time.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

struct OccasionTime {
  std::uint32_t claim = 0;                ///< of the occasion, index
  ClauseTie tie = ClauseTie::meanwhile;   ///< meanwhile: on its day; else before or after it
  std::optional<EventDistance> distance;  ///< of before and after
};

/// The first such time among the tokens, counted from the last dated claim that the definite noun may mean: of its
/// type, of a type that the noun takes up, or with a participant of that name. O(tokens x claims).
[[nodiscard]] std::optional<OccasionTime> occasion_time(const Reading& reading, TokenRange tokens,
                                                        const std::vector<Claim>& claims);

/// The last dated claim that the definite noun may mean; nothing where it means none, or is not definite.
[[nodiscard]] std::optional<std::uint32_t> told_again(const Reading& reading, std::uint32_t noun,
                                                      const std::vector<Claim>& claims);

/// Dates the claim, which has no time of its own, by the occasion. `claim`: index into `claims`.
void date_by_occasion(std::vector<Claim>& claims, std::uint32_t claim, const OccasionTime& time);

}  // namespace isnad::claims
