// Expressions that count from a day: yesterday, two months ago, last week, the 15th of this month.
#pragma once

#include <optional>
#include <vector>

#include "isnad/time.h"

namespace isnad {

/// The day from which `meaning` counts, with the step that says so; nothing where it is not known. What is told by
/// bare fields ("in the evening", "two days later") falls back on the publication day; "the next day" does not.
[[nodiscard]] std::optional<Day> reference_day(const Meaning& meaning, const Reference& reference,
                                               std::vector<Bilingual>& derivation);

/// The day `count` units later (earlier where negative); minutes and hours move no day.
[[nodiscard]] Day moved(Day from, std::int32_t count, TimeUnit unit);

[[nodiscard]] Resolution resolve_offset(const Meaning& meaning, const Reference& reference);
[[nodiscard]] Resolution resolve_current(const Meaning& meaning, const Reference& reference);

}  // namespace isnad
