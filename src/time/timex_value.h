// TIMEX3 values (ISO-TimeML 2012, with TDW for dawn).
#pragma once

#include <string>

#include "isnad/time.h"

namespace isnad {

/// The value of calendar fields; what is not told is written with X: "2024-12-08TEV", "XXXX-12-07", "XXXX-WXX-7".
[[nodiscard]] std::string value_of(const CalendarFields& fields);
/// "P2D", "PT48H", "PXW" where the number is not told.
[[nodiscard]] std::string value_of(const Quantity& quantity);
/// "2024-W49"
[[nodiscard]] std::string week_value(Day day);
/// The weekend of some week.
inline constexpr const char* any_weekend = "XXXX-WXX-WE";
/// PAST_REF, PRESENT_REF, FUTURE_REF.
[[nodiscard]] std::string reference_value(Direction direction);
/// The value of a unit of which only the kind is known: "XXXX-XX" for some month.
[[nodiscard]] std::string unknown_value(TimeUnit unit);
/// START, MID, END, or nothing.
[[nodiscard]] std::string mod_of(PeriodPart period);

}  // namespace isnad
