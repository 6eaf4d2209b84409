// A time told by another event: "after the flight of the president", "three days after the attack began".
#pragma once

#include <optional>

#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// How a clause is tied to the one before it; `meanwhile`: it tells what happened at the same time, or at once ("when
/// ...", "which led to ...").
enum class ClauseTie : std::uint8_t {
  begins,
  coordinated,
  subordinate,
  relative,
  content,
  after,
  before,
  since,
  meanwhile
};

/// How far one event lies behind the other, as it is said ("three days after", "hours after").
struct EventDistance {
  Minutes least{0};
  std::optional<Minutes> most;
  Minutes breadth{0};  ///< how far off the amount may be without anybody calling it wrong ("two weeks" for twelve days)
  bool in_days = false;  ///< whole days are counted: the hour of the other event does not matter
};

/// The words that lead to another event.
struct EventTime {
  ClauseTie tie{};
  std::uint32_t event = 0;  ///< token at which the other event is told
  std::optional<EventDistance> distance;
  bool by_day = false;  ///< an expression of time tells the distance ("the next day"), and dates nothing itself
};

/// The tie that the rule files call "after", "before", "since", "meanwhile"; any other is a subordinate clause.
[[nodiscard]] ClauseTie tie_of(std::string_view relation);

/// The time told by an event that begins at the token: a preposition of time with an event's noun right behind it, or
/// with an amount of time and any noun.
[[nodiscard]] std::optional<EventTime> event_time_at(const Reading& reading, std::uint32_t token, std::uint32_t limit);

/// How far a preposition of time says that something lies from what follows it: an amount of time right before it or
/// behind it ("three days after", "after three days"), or the day that it means itself ("on the eve of").
[[nodiscard]] std::optional<EventDistance> distance_at(const Reading& reading, std::uint32_t token,
                                                       std::uint32_t limit);

}  // namespace isnad::claims
