#include "timex_value.h"

#include <fmt/compile.h>

#include "isnad/calendar.h"

namespace isnad {
namespace {

const char* part_code(DayPart part) {
  switch (part) {
    case DayPart::first_hours:
    case DayPart::morning:
      return "TMO";
    case DayPart::dawn:
      return "TDW";
    case DayPart::noon:
      return "TMD";
    case DayPart::afternoon:
      return "TAF";
    case DayPart::evening:
      return "TEV";
    case DayPart::night:
      return "TNI";
    case DayPart::midnight:
      return "T24:00";
  }
  return "";
}

/// Minutes ahead of UTC: as said, or by the place on a day that is known.
std::optional<std::int32_t> ahead_of_utc(const CalendarFields& f) {
  if (f.zone || f.place.empty() || !f.year || !f.month || !f.day) return f.zone;
  const auto day = day_from_civil({*f.year, *f.month, *f.day});
  if (!day) return std::nullopt;
  return zone_offset(f.place, *day, *f.hour * 60 + f.minute.value_or(0));
}

std::string time_of_day(const CalendarFields& f) {
  if (!f.hour) return f.part ? part_code(*f.part) : "";
  std::string out = fmt::format(FMT_COMPILE("T{:02}:{:02}"), *f.hour, f.minute.value_or(0));
  if (const auto zone = ahead_of_utc(f)) {
    const std::int32_t ahead = *zone < 0 ? -*zone : *zone;
    out += ahead == 0 ? "Z" : fmt::format(FMT_COMPILE("{}{:02}:{:02}"), *zone < 0 ? '-' : '+', ahead / 60, ahead % 60);
  }
  return out;
}

std::string year_of(const CalendarFields& f) {
  return f.year ? fmt::format(FMT_COMPILE("{}{:04}"), f.before_christ ? "BC" : "", *f.year) : "XXXX";
}

}  // namespace

std::string value_of(const CalendarFields& f) {
  static constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
  if (f.month || (f.day && !f.month)) {
    std::string out = year_of(f) + (f.month ? fmt::format(FMT_COMPILE("-{:02}"), *f.month) : "-XX");
    if (f.day) out += fmt::format(FMT_COMPILE("-{:02}"), *f.day) + time_of_day(f);
    return out;
  }
  if (f.weekday) return fmt::format(FMT_COMPILE("XXXX-WXX-{}"), static_cast<int>(*f.weekday)) + time_of_day(f);
  if (f.century) return fmt::format(FMT_COMPILE("{}{:02}"), f.before_christ ? "BC" : "", *f.century - 1);
  if (f.quarter) return year_of(f) + fmt::format(FMT_COMPILE("-Q{}"), *f.quarter);
  if (f.half) return year_of(f) + fmt::format(FMT_COMPILE("-H{}"), *f.half);
  if (f.season) return year_of(f) + '-' + seasons[*f.season - 1];
  if (f.year) return year_of(f);
  if (f.decade) return fmt::format(FMT_COMPILE("{:03}"), *f.decade);
  if (f.millennium) return fmt::format(FMT_COMPILE("{}{}"), f.before_christ ? "BC" : "", *f.millennium - 1);
  return "XXXX-XX-XX" + time_of_day(f);
}

std::string value_of(const Quantity& q) {
  static constexpr const char* letters[] = {"S", "M", "H", "D", "W", "M", "SE", "Q", "H", "Y", "DE", "CE", "ML"};
  std::string out = "P";
  const auto add = [&](const std::string& count, TimeUnit unit) {
    if (unit <= TimeUnit::hour && out.find('T') == std::string::npos) out += 'T';
    out += count + letters[static_cast<int>(unit)];
  };
  add(q.count ? fmt::format(FMT_COMPILE("{}"), *q.count) : "X", q.unit);
  if (q.rest > 0) add(fmt::format(FMT_COMPILE("{}"), q.rest), q.rest_unit);
  return out;
}

std::string week_value(Day day) {
  // The ISO week belongs to the year of its Thursday.
  const Day thursday = day + (4 - static_cast<std::int32_t>(weekday_of(day)));
  const std::int32_t year = civil_from_day(thursday).year;
  const std::int32_t week = (thursday - *day_from_civil({year, 1, 1})) / 7 + 1;
  return fmt::format(FMT_COMPILE("{:04}-W{:02}"), year, week);
}

std::string reference_value(Direction direction) {
  switch (direction) {
    case Direction::past:
      return "PAST_REF";
    case Direction::future:
      return "FUTURE_REF";
    default:
      return "PRESENT_REF";
  }
}

std::string unknown_value(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
      return "XXXX-XX-XX";
    case TimeUnit::week:
      return "XXXX-WXX";
    case TimeUnit::month:
      return "XXXX-XX";
    case TimeUnit::season:
      return "XXXX-XX";
    case TimeUnit::quarter:
      return "XXXX-QX";
    case TimeUnit::half_year:
      return "XXXX-HX";
    case TimeUnit::year:
      return "XXXX";
    case TimeUnit::decade:
      return "XXX";
    case TimeUnit::century:
      return "XX";
    case TimeUnit::millennium:
      return "X";
  }
  return {};
}

std::string mod_of(PeriodPart period) {
  switch (period) {
    case PeriodPart::begin:
      return "START";
    case PeriodPart::middle:
      return "MID";
    case PeriodPart::end:
      return "END";
    case PeriodPart::whole:
    case PeriodPart::weekend:  // stands in the value
      break;
  }
  return {};
}

std::string edtf(const Timex& timex) {
  if (!timex.domain || timex.domain->empty() || timex.domain->hull() == Window{}) return {};
  constexpr std::string_view midnight = "T24:00";
  if (timex.value.ends_with(midnight)) return timex.value.substr(0, timex.value.size() - midnight.size());
  const Meaning& m = timex.meaning;
  const bool counted = m.kind == Meaning::Kind::offset && m.quantity.unit >= TimeUnit::week;
  const auto told = counted && timex.domain->windows.size() == 1 ? parse_edtf(timex.value) : std::nullopt;
  const bool is_part = told && *told != *timex.domain && intersect(*told, *timex.domain) == *told;
  return is_part ? timex.value + "~" : edtf(*timex.domain);
}

}  // namespace isnad
