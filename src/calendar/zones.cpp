// Time zones by ICU, which carries the IANA database: summer time and the changes of the past.
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>

#include "isnad/calendar.h"

namespace isnad {

std::optional<std::int32_t> zone_offset(const std::string& zone, Day day, std::int32_t minute) {
  const std::unique_ptr<icu::TimeZone> known(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(icu::StringPiece(zone))));
  if (!known || *known == icu::TimeZone::getUnknown()) return std::nullopt;
  constexpr double milliseconds_per_minute = 60000.0;
  const double local = (static_cast<double>(start_of(day).value) + minute) * milliseconds_per_minute;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  known->getOffset(local, 1, raw, summer, status);  // 1: `local` is told by the clocks of the zone
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + summer) / 60000;
}

}  // namespace isnad
