// Stretches of the calendar: weeks, months, seasons, years and their parts, and the hours of a day's parts.
#pragma once

#include "isnad/time.h"

namespace isnad {

[[nodiscard]] Window month_window(std::int32_t year, std::int32_t month);
[[nodiscard]] Window years_window(std::int32_t first, std::int32_t last);
/// The first, middle or last third of the day, week, month, year, decade or century `whole`, as news means "early",
/// "mid" and "late": days 1..10, 11..20, 21..end of a month; four months of a year; thirds of the years of longer ones;
/// a third of the days of a week. A day is not divided. `whole` must be bounded.
[[nodiscard]] Window third_of(const Window& whole, PeriodPart part);
/// Week 1..5 of a month, seven days each from its first on, or 6, its last seven days.
[[nodiscard]] Window week_of_month(const Window& month, std::int32_t week);
/// The hours of a part of `day`. Night runs to 04:59 of the next day; midnight is the hour before and after the day's
/// end.
[[nodiscard]] Window part_window(Day day, DayPart part);
/// When a season of a year may be, taken broadly; winter belongs to both years that it touches.
[[nodiscard]] TimeDomain season_domain(std::int32_t year, std::int32_t season);
/// The week of `day`, by each of the days with which working weeks begin (Sunday, Monday), together.
[[nodiscard]] Window broad_week(Day day);
/// The days of that week on which people may have their weekend, by any of these customs: Thursday to Sunday.
[[nodiscard]] TimeDomain weekend_domain(Day day);
/// The first and last day that a window touches.
[[nodiscard]] Day first_day(const Window& window);
[[nodiscard]] Day last_day(const Window& window);

}  // namespace isnad
