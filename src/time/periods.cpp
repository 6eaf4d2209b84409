#include "periods.h"

namespace isnad {
namespace {

Window days(Day first, Day last) { return {start_of(first), end_of(last)}; }

/// A day of the calendar; years outside it are clamped to its ends.
Day civil(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year < 1400) return *day_from_civil({1400, 1, 1});
  if (year > 9999) return *day_from_civil({9999, 12, 31});
  return *day_from_civil({year, month, day});
}

}  // namespace

Day first_day(const Window& window) { return day_of(*window.earliest); }
Day last_day(const Window& window) { return day_of(*window.latest); }

Window month_window(std::int32_t year, std::int32_t month) {
  return days(civil(year, month, 1), civil(year, month, days_in_month(year, month)));
}

Window years_window(std::int32_t first, std::int32_t last) { return days(civil(first, 1, 1), civil(last, 12, 31)); }

Window third_of(const Window& whole, PeriodPart part) {
  if (part == PeriodPart::whole || part == PeriodPart::weekend) return whole;
  const Day first = first_day(whole);
  const Day last = last_day(whole);
  const std::int32_t length = last - first + 1;
  const int n = part == PeriodPart::begin ? 0 : part == PeriodPart::middle ? 1 : 2;
  if (length <= 2) return whole;
  if (length <= 13) return days(first + n * (length / 3), n == 2 ? last : first + ((n + 1) * (length / 3)));
  if (length <= 31) return days(first + 10 * n, n == 2 ? last : first + 10 * n + 9);
  const CivilDate a = civil_from_day(first);
  if (length <= 366) {
    const std::int32_t months = (length + 15) / 30 / 3;  // of a third: 4 of a year, 2 of a half, 1 of a quarter
    return days(add_months(first, months * n), n == 2 ? last : add_months(first, months * (n + 1)) - 1);
  }
  const std::int32_t years = civil_from_day(last).year - a.year + 1;
  // Thirds overlap by a year: "mid-nineties" has no sharp edge.
  const std::int32_t from = a.year + n * years / 3;
  const std::int32_t to = n == 2 ? a.year + years - 1 : a.year + (n + 1) * years / 3;
  return years_window(from, to);
}

Window week_of_month(const Window& month, std::int32_t week) {
  constexpr std::int32_t last = 6, days_in_week = 7;
  const Day from = week == last ? last_day(month) - (days_in_week - 1) : first_day(month) + days_in_week * (week - 1);
  const Day to = std::min(from + (days_in_week - 1), last_day(month));
  return days(from, to);
}

Window part_window(Day day, DayPart part) {
  const Instant midnight = start_of(day);
  const auto hours = [&](std::int64_t from, std::int64_t to) {
    return Window{midnight + Minutes{from * 60}, midnight + Minutes{to * 60 - 1}};
  };
  switch (part) {
    case DayPart::first_hours:
      return hours(0, 6);
    case DayPart::dawn:
      return hours(3, 7);
    case DayPart::morning:
      return hours(6, 12);
    case DayPart::noon:
      return hours(11, 14);
    case DayPart::afternoon:
      return hours(12, 18);
    case DayPart::evening:
      return hours(17, 24);
    case DayPart::night:
      return hours(19, 29);
    case DayPart::midnight:
      return hours(23, 25);
  }
  return window_of(day);
}

TimeDomain season_domain(std::int32_t year, std::int32_t season) {
  const auto months = [&](std::int32_t from_year, std::int32_t from, std::int32_t to_year, std::int32_t to) {
    return Window{month_window(from_year, from).earliest, month_window(to_year, to).latest};
  };
  switch (season) {
    case 1:
      return TimeDomain::of({months(year, 3, year, 6)});
    case 2:
      return TimeDomain::of({months(year, 6, year, 9)});
    case 3:
      return TimeDomain::of({months(year, 9, year, 12)});
    default:
      return TimeDomain::of({months(year - 1, 12, year, 3), months(year, 12, year + 1, 3)});
  }
}

Window broad_week(Day day) {
  const std::int32_t weekday = static_cast<std::int32_t>(weekday_of(day));  // 1 Monday .. 7 Sunday
  const Day sunday = day - weekday % 7;
  return hull(days(day - (weekday - 1), day + (7 - weekday)), days(sunday, sunday + 6));
}

TimeDomain weekend_domain(Day day) {
  std::vector<Window> windows;
  const Window week = broad_week(day);
  for (Day d = first_day(week); d <= last_day(week); d = d + 1) {
    if (weekday_of(d) < Weekday::thursday) continue;
    if (!windows.empty() && last_day(windows.back()) + 1 == d)
      windows.back() = hull(windows.back(), window_of(d));
    else
      windows.push_back(window_of(d));
  }
  return TimeDomain::of(std::move(windows));
}

}  // namespace isnad
