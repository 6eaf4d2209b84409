#include "claims/meanwhile.h"

#include "claims/claim_time.h"
#include "claims/unknown_event.h"

namespace isnad::claims {

std::optional<ClaimTime> time_meanwhile(const Claim& told) {
  if (told.modality != Modality::actual || told.polarity != Polarity::asserted || !told.time.timex ||
      told.time.of_statement || told.time.relation != TimeRelation::at)
    return std::nullopt;
  ClaimTime time;
  time.timex = told.time.timex;
  time.inherited = true;
  return time;
}

std::optional<Claim> told_meanwhile(const Reading& reading, const Clause& clause, const std::vector<Scope>& scopes,
                                    const Claim& main) {
  const auto time = time_meanwhile(main);
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t)
    if (const auto x = reading.timex(t); (x && dates_events(reading.timexes[*x])) ||
                                         reading.is_any(t, {Word::auxiliary, Word::negation, Word::complementizer}))
      return std::nullopt;
  auto claim = time ? unknown_event(reading, clause, scopes) : std::nullopt;
  if (claim) claim->time = *time;
  return claim;
}

}  // namespace isnad::claims
