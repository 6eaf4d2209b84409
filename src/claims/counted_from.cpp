#include "claims/counted_from.h"

#include <utility>

namespace isnad::claims {

void count_from(std::vector<Claim>& claims, std::uint32_t main, std::uint32_t other, ClauseTie tie,
                const std::optional<EventDistance>& distance) {
  if (tie != ClauseTie::after && tie != ClauseTie::before) return;
  const auto dated = [](const Claim& c) { return c.time.timex && !c.time.of_statement && !c.time.inherited; };
  const bool turned = distance && dated(claims[main]) && !dated(claims[other]);
  ClaimTime& time = claims[turned ? other : main].time;
  if (time.other) return;
  time.other = turned ? main : other;
  OffsetBounds bounds{distance ? distance->least : Minutes{0}, distance ? distance->most : std::nullopt};
  if ((tie == ClauseTie::before) != turned) {
    std::swap(bounds.lo, bounds.hi);
    for (auto* side : {&bounds.lo, &bounds.hi})
      if (*side) (*side)->value = -(*side)->value;
  }
  time.offset = bounds;
  time.offset_in_days = distance && distance->in_days;
  if (distance) return;
  // "arrived yesterday, after Russia had granted": granted by yesterday
  ClaimTime& earlier = claims[other].time;
  const ClaimTime& later = claims[main].time;
  if (tie == ClauseTie::after && !earlier.timex && later.timex && later.relation == TimeRelation::at) {
    earlier.timex = later.timex;
    earlier.relation = TimeRelation::by;
    earlier.inherited = true;
  }
}

}  // namespace isnad::claims
