// Hijri dates by ICU: the Umm al-Qura calendar of Saudi Arabia, and the tabular ("civil") calendar, which newspapers
// elsewhere follow more nearly. A day told in one may differ from the other by one or two.
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <array>
#include <cmath>
#include <memory>

#include "isnad/calendar.h"

namespace isnad {
namespace {

constexpr double milliseconds_per_day = 86400000.0;

std::unique_ptr<icu::Calendar> calendar_of(const char* keyword) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(keyword), status));
  if (U_FAILURE(status)) calendar.reset();
  return calendar;
}

/// The day of `hijri` in a calendar; nothing where its month is shorter.
std::optional<Day> day_in(icu::Calendar* calendar, const CivilDate& hijri) {
  if (calendar == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  calendar->clear();
  calendar->set(hijri.year, hijri.month - 1, hijri.day);
  const double at = calendar->getTime(status);
  // ICU rolls a day that the month lacks over into the next month: then the fields no longer say what was asked.
  const bool same =
      calendar->get(UCAL_DATE, status) == hijri.day && calendar->get(UCAL_MONTH, status) == hijri.month - 1;
  if (U_FAILURE(status) || !same) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::floor(at / milliseconds_per_day))};
}

std::vector<Day> asked_of_icu(const CivilDate& hijri) {
  std::vector<Day> days;
  // ICU's calendars keep fields of their own and are slow to make: one of each a thread.
  thread_local const std::unique_ptr<icu::Calendar> umm_al_qura = calendar_of("en@calendar=islamic-umalqura");
  thread_local const std::unique_ptr<icu::Calendar> tabular = calendar_of("en@calendar=islamic-civil");
  for (icu::Calendar* calendar : {umm_al_qura.get(), tabular.get()}) {
    const std::optional<Day> day = day_in(calendar, hijri);
    if (day && (days.empty() || days.front() != *day)) days.push_back(*day);
  }
  return days;
}

}  // namespace

std::vector<Day> days_from_hijri(const CivilDate& hijri) {
  if (hijri.year < 1 || hijri.year > 9000 || hijri.month < 1 || hijri.month > 12 || hijri.day < 1 || hijri.day > 30) {
    return {};
  }
  // A month of Ramadan is looked for in several years, and articles of one time ask for the same ones.
  struct Known {
    CivilDate hijri{0, 0, 0};
    std::vector<Day> days;
  };
  thread_local std::array<Known, 1024> known;
  Known& entry = known[static_cast<std::size_t>((hijri.year * 12 + hijri.month) * 30 + hijri.day) % known.size()];
  if (entry.hijri != hijri) entry = {hijri, asked_of_icu(hijri)};
  return entry.days;
}

}  // namespace isnad
