// How the events of a large timeline spread over time: what a picture says of those for which it has no room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/audit.h"
#include "report/picture_dates.h"
#include "report/time_cells.h"

namespace isnad::picture {

/// A day, week, month ...; the first and the last may stand for all that lies before and behind the others.
struct Period {
  Day begin, end;  ///< [begin, end)
  bool all_before = false;
  bool all_behind = false;
  std::size_t events = 0, disputed = 0;
  std::vector<std::size_t> most_told;  ///< events that most articles tell, at most three
};

/// A window without its open side: "until 20 November 2025" stands at that day, not in all that went before. Nothing
/// where both sides are open.
[[nodiscard]] std::optional<Window> known_part(const Window& window);

struct Overview {
  CellUnit unit = CellUnit::day;
  std::vector<Period> periods;  ///< in order of time, without gaps; none where there is nothing to survey
  std::vector<std::optional<std::size_t>> period_of;  ///< by event: the one within which it lies
  std::size_t wider = 0;                              ///< events whose date is longer than a period
  std::size_t one_sided = 0;  ///< events that stand at the day until or from which they are known
};

/// The finest periods that are few enough to stand side by side; at either end a twentieth of the events may lie in one
/// long period. No periods for so few events that a picture shows them all. O(events log events).
[[nodiscard]] Overview overview_of(const Timeline& timeline);

/// "period-2024-12-08": of its first day; for permalinks.
[[nodiscard]] std::string period_id(const Period& period);
/// "8 December 2024", "the week from 2 December 2024", "December 2024", "before 2015".
[[nodiscard]] std::string period_name(const Period& period, CellUnit unit, const DateWords& dates, Language language);

}  // namespace isnad::picture
