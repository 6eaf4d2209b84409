// ISO 8601 days and RFC 3339 times.
#include <fmt/format.h>

#include "digits.h"
#include "isnad/calendar.h"

namespace isnad {

std::string rfc3339(Instant t) {
  const Day day = day_of(t);
  const CivilDate date = civil_from_day(day);
  const std::int64_t minute = t.value - start_of(day).value;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", date.year, date.month, date.day, minute / 60, minute % 60);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_from_civil({*year, *month, *day});
}

}  // namespace isnad
