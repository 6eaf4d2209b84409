#include "report/time_cells.h"

#include <algorithm>

namespace isnad::picture {
namespace {

Day first_day() { return *day_from_civil({1400, 1, 1}); }
Day last_day() { return *day_from_civil({9999, 12, 31}); }

std::int32_t years_of(CellUnit unit) { return unit == CellUnit::century ? 100 : unit == CellUnit::decade ? 10 : 1; }
std::int32_t months_of(CellUnit unit) { return unit == CellUnit::quarter ? 3 : 1; }

constexpr std::int32_t a_monday = 4;  // 5 January 1970

}  // namespace

Day within_calendar(Day day) { return std::clamp(day, first_day(), last_day()); }

std::int64_t cell_of(Day day, CellUnit unit) {
  day = within_calendar(day);
  if (unit == CellUnit::day) return day.value;
  if (unit == CellUnit::week) {
    const std::int32_t since = day.value - a_monday;
    return since >= 0 ? since / 7 : (since - 6) / 7;
  }
  const CivilDate date = civil_from_day(day);
  if (unit == CellUnit::month || unit == CellUnit::quarter) {
    return (std::int64_t{date.year} * 12 + date.month - 1) / months_of(unit);
  }
  return date.year / years_of(unit);
}

Day cell_begin(std::int64_t cell, CellUnit unit) {
  const auto number = static_cast<std::int32_t>(cell);
  if (unit == CellUnit::day) return {number};
  if (unit == CellUnit::week) return {number * 7 + a_monday};
  CivilDate date{number, 1, 1};
  if (unit == CellUnit::month || unit == CellUnit::quarter) {
    const std::int32_t months = number * months_of(unit);
    date = {months / 12, months % 12 + 1, 1};
  } else {
    date.year *= years_of(unit);
  }
  if (date.year > 9999) return last_day() + 1;
  return within_calendar(day_from_civil(date).value_or(first_day()));
}

}  // namespace isnad::picture
