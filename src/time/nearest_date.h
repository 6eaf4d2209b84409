// Fields without a year (or a month), completed: the such date that is nearest to a day, before or after it.
#pragma once

#include <optional>

#include "isnad/time.h"

namespace isnad {

/// Completes `fields` seen from `from`. Unsaid: the latest that begins on or before that day, or with `future` the
/// first that ends on or after it; past and future: strictly before or after; present: in the same year, month or week.
/// Nothing where there is no such date in the eight years around (31 November).
[[nodiscard]] std::optional<CalendarFields> nearest_date(const CalendarFields& fields, PeriodPart period,
                                                         Direction direction, Day from, bool future);

}  // namespace isnad
