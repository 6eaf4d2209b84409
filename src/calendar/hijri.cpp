// Hijri dates by ICU: the Umm al-Qura calendar of Saudi Arabia, and the tabular ("civil") calendar, which newspapers
// elsewhere follow more nearly. A day told in one may differ from the other by one or two.
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <cmath>
#include <memory>

#include "isnad/calendar.h"

namespace isnad {
namespace {

constexpr double milliseconds_per_day = 86400000.0;

/// The day of `hijri` in the calendar that ICU knows by `keyword`; nothing where its month is shorter.
std::optional<Day> day_in(const char* keyword, const CivilDate& hijri) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(keyword), status));
  if (U_FAILURE(status) || !calendar) return std::nullopt;
  calendar->clear();
  calendar->set(hijri.year, hijri.month - 1, hijri.day);
  const double at = calendar->getTime(status);
  // ICU rolls a day that the month lacks over into the next month: then the fields no longer say what was asked.
  const bool same =
      calendar->get(UCAL_DATE, status) == hijri.day && calendar->get(UCAL_MONTH, status) == hijri.month - 1;
  if (U_FAILURE(status) || !same) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::floor(at / milliseconds_per_day))};
}

}  // namespace

std::vector<Day> days_from_hijri(const CivilDate& hijri) {
  std::vector<Day> days;
  if (hijri.year < 1 || hijri.year > 9000 || hijri.month < 1 || hijri.month > 12 || hijri.day < 1 || hijri.day > 30) {
    return days;
  }
  for (const char* keyword : {"en@calendar=islamic-umalqura", "en@calendar=islamic-civil"}) {
    const std::optional<Day> day = day_in(keyword, hijri);
    if (day && (days.empty() || days.front() != *day)) days.push_back(*day);
  }
  return days;
}

}  // namespace isnad
