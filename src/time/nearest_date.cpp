#include "nearest_date.h"

#include "dated_fields.h"
#include "periods.h"

namespace isnad {
namespace {

constexpr std::int32_t years_tried = 8;  // 29 February: every four years, but for a century's turn

enum class Side : std::uint8_t { up_to, before, from, after };

Side side_of(Direction direction, bool future) {
  if (direction == Direction::past) return Side::before;
  if (direction == Direction::future) return Side::after;
  return future ? Side::from : Side::up_to;
}

bool fits(const Window& w, Side side, Day from) {
  switch (side) {
    case Side::up_to:
      return first_day(w) <= from;
    case Side::before:
      return last_day(w) < from;
    case Side::from:
      return last_day(w) >= from;
    case Side::after:
      return first_day(w) > from;
  }
  return false;
}

/// The Hijri year in which `day` lies, or one next to it: 33 Hijri years are 32 Gregorian ones.
std::int32_t hijri_year(Day day) { return (civil_from_day(day).year - 622) * 33 / 32; }

CalendarFields on_weekday(const CalendarFields& f, Direction direction, Day from, bool future) {
  const std::int32_t ahead =
      (static_cast<std::int32_t>(*f.weekday) - static_cast<std::int32_t>(weekday_of(from)) + 7) % 7;
  if (direction == Direction::present) {
    // "this Sunday": in the week that has three days on either side.
    return on_day(from + (ahead > 3 ? ahead - 7 : ahead), f);
  }
  switch (side_of(direction, future)) {
    case Side::up_to:
      return on_day(from + (ahead == 0 ? 0 : ahead - 7), f);
    case Side::before:
      return on_day(from + (ahead - 7), f);
    case Side::from:
      return on_day(from + ahead, f);
    case Side::after:
      return on_day(from + (ahead == 0 ? 7 : ahead), f);
  }
  return f;
}

std::optional<CalendarFields> in_year(const CalendarFields& f, PeriodPart period, Direction direction, Day from,
                                      bool future) {
  const bool hijri = f.calendar == Calendar::hijri;
  const std::int32_t about = hijri ? hijri_year(from) : civil_from_day(from).year;
  // what is told on 19 April to come on 19 April comes today
  const Side side = direction == Direction::future && f.day ? Side::from : side_of(direction, future);
  const bool backwards = side == Side::up_to || side == Side::before;
  CalendarFields candidate = f;
  if (direction == Direction::present && !hijri) {
    candidate.year = about;
    return days_of(candidate) ? std::optional(candidate) : std::nullopt;
  }
  // The guess of a Hijri year may be one off, and a winter begins in the year before: start a little beyond.
  for (std::int32_t step = -2; step <= years_tried; ++step) {
    candidate.year = backwards ? about - step : about + step;
    const auto days = days_of(candidate);
    if (days && fits(third_of(*days, period), side, from)) return candidate;
  }
  return std::nullopt;
}

std::optional<CalendarFields> in_month(const CalendarFields& f, Direction direction, Day from, bool future) {
  const Side side = side_of(direction, future);
  const bool backwards = side == Side::up_to || side == Side::before;
  CalendarFields candidate = f;
  for (std::int32_t step = 0; step <= 3; ++step) {
    const CivilDate first = civil_from_day(from);
    const CivilDate month =
        civil_from_day(add_months(*day_from_civil({first.year, first.month, 1}), backwards ? -step : step));
    candidate.year = month.year;
    candidate.month = month.month;
    const auto days = days_of(candidate);
    if (days && (direction == Direction::present || fits(*days, side, from))) return candidate;
  }
  return std::nullopt;
}

}  // namespace

std::optional<CalendarFields> nearest_date(const CalendarFields& f, PeriodPart period, Direction direction, Day from,
                                           bool future) {
  if (f.month || f.quarter || f.half || f.season) return in_year(f, period, direction, from, future);
  if (f.day) return in_month(f, direction, from, future);
  if (f.weekday) return on_weekday(f, direction, from, future);
  if (f.part || f.hour) return on_day(from, f);
  return std::nullopt;
}

}  // namespace isnad
