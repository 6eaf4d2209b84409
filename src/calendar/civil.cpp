// Gregorian dates and days. The arithmetic is that of Boost.Date_Time, whose calendar runs from 1400 to 9999.
#include <algorithm>
#include <boost/date_time/gregorian/greg_calendar.hpp>

#include "isnad/calendar.h"

namespace isnad {
namespace {

using Gregorian = boost::gregorian::gregorian_calendar;

constexpr std::int32_t first_year = 1400;
constexpr std::int32_t last_year = 9999;

/// Boost's number of a day (Julian day number), without checking the range of the date.
std::int32_t julian_day(const CivilDate& date) {
  return static_cast<std::int32_t>(Gregorian::day_number(Gregorian::ymd_type(static_cast<unsigned short>(date.year),
                                                                             static_cast<unsigned short>(date.month),
                                                                             static_cast<unsigned short>(date.day))));
}

constexpr std::int32_t epoch = 2440588;      // Julian day number of 1970-01-01
constexpr std::int32_t first_day = -208188;  // 1400-01-01
constexpr std::int32_t last_day = 2932896;   // 9999-12-31

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  assert(1 <= month && month <= 12);
  // Boost takes the year unsigned; the calendar repeats every 400 years.
  const std::int32_t same_kind = 2000 + ((year % 400) + 400) % 400;
  return Gregorian::end_of_month_day(static_cast<unsigned short>(same_kind), static_cast<unsigned short>(month));
}

std::optional<Day> day_from_civil(const CivilDate& date) {
  if (date.year < first_year || date.year > last_year || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > days_in_month(date.year, date.month)) {
    return std::nullopt;
  }
  return Day{julian_day(date) - epoch};
}

CivilDate civil_from_day(Day day) {
  const std::int32_t within = std::clamp(day.value, first_day, last_day);
  const Gregorian::ymd_type ymd = Gregorian::from_day_number(static_cast<std::uint32_t>(within + epoch));
  return {static_cast<std::int32_t>(ymd.year), static_cast<std::int32_t>(ymd.month.as_number()),
          static_cast<std::int32_t>(ymd.day)};
}

Weekday weekday_of(Day day) {
  // 1970-01-01 was a Thursday (ISO weekday 4). Modulo rather than Boost, which knows no day outside 1400..9999.
  const std::int32_t from_monday = (((day.value % 7) + 7) % 7 + 3) % 7;
  return static_cast<Weekday>(from_monday + 1);
}

Day add_months(Day day, std::int32_t months) {
  const CivilDate from = civil_from_day(day);
  const std::int64_t count = std::int64_t{from.year} * 12 + (from.month - 1) + months;
  const std::int64_t clamped =
      std::clamp<std::int64_t>(count, std::int64_t{first_year} * 12, std::int64_t{last_year} * 12 + 11);
  CivilDate to{static_cast<std::int32_t>(clamped / 12), static_cast<std::int32_t>(clamped % 12) + 1, from.day};
  to.day = std::min(to.day, days_in_month(to.year, to.month));
  return *day_from_civil(to);
}

}  // namespace isnad
