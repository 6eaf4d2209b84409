// Which temporal expression dates which event of a sentence, and how.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/event_mention.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// The expression that dates an event of the clause: the nearest one in its clause that no other event of the clause is
/// nearer to; dates only (no durations, sets, "now"). Nothing where there is none.
[[nodiscard]] std::optional<std::uint32_t> timex_of(const Reading& reading, const Clause& clause,
                                                    const EventMention& mention,
                                                    const std::vector<EventMention>& mentions,
                                                    const std::vector<Scope>& scopes);

/// The expression that dates another event of the clause and this one too, which has none of its own: "the deal on the
/// ceasefire took effect on Sunday", "was killed in 2005 in an explosion". Nothing where the events may lie apart.
[[nodiscard]] std::optional<std::uint32_t> shared_timex(const Reading& reading, const Clause& clause,
                                                        const EventMention& mention,
                                                        const std::vector<EventMention>& mentions,
                                                        const std::vector<Scope>& scopes);

/// What stands before an expression: "by", "until", "since", "after", else at.
[[nodiscard]] TimeRelation relation_before(const Reading& reading, std::uint32_t timex, std::uint32_t limit);

/// "Began an operation on Tuesday in order to capture ...", "demonstrated for the release of": what is aimed at lies
/// behind the time.
[[nodiscard]] bool is_aimed_at(const Reading& reading, const Timex& timex, const EventMention& mention);

/// Can the expression date an event (a date, a time, a stretch)?
[[nodiscard]] bool dates_events(const Timex& timex);
}  // namespace isnad::claims
