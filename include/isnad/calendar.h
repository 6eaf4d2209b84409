// isnad/calendar.h - days, months, years, and how they are written.
//
// Gregorian by Boost.Date_Time, Hijri by ICU. Names no language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad {

/// ISO weekday.
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  ///< 1..12
  std::int32_t day = 1;    ///< 1..31
  constexpr auto operator<=>(const CivilDate&) const = default;
};

/// The day of a date; nothing where there is no such day (31 November) or the year is outside 1400..9999.
[[nodiscard]] std::optional<Day> day_from_civil(const CivilDate& date);
/// Days outside those years are taken for the first or last day of them.
[[nodiscard]] CivilDate civil_from_day(Day day);
[[nodiscard]] Weekday weekday_of(Day day);
/// Days of a month, 28..31. Precondition: month in 1..12.
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);
/// The same day of the month `months` later, or the last day of that month where it has no such day.
[[nodiscard]] Day add_months(Day day, std::int32_t months);

/// The Gregorian days that a Hijri date can mean: Umm al-Qura and the tabular calendar, which may differ by a day or
/// two. Umm al-Qura first, without repetition; empty where neither calendar has the day. Month 1..12, day 1..30.
/// Source: ICU 72.
[[nodiscard]] std::vector<Day> days_from_hijri(const CivilDate& hijri);

/// Minutes ahead of UTC that clocks showed in a zone of the IANA database at `minute` of `day`, local time; nothing
/// where there is no such zone. Source: ICU 72.
[[nodiscard]] std::optional<std::int32_t> zone_offset(const std::string& zone, Day day, std::int32_t minute);

/// A set of instants: a finite union of windows, or (period > 0) windows that repeat for ever with that period.
/// Windows are sorted and disjoint; repeating ones are bounded and lie within one period from the first one's begin.
/// No windows: no restriction is *not* meant; an empty domain can never hold.
struct TimeDomain {
  std::vector<Window> windows;
  Minutes period{0};
  bool operator==(const TimeDomain&) const = default;

  [[nodiscard]] bool empty() const { return windows.empty(); }
  [[nodiscard]] bool contains(Instant t) const;
  /// The smallest window that holds all of it; open on both sides where it repeats.
  [[nodiscard]] Window hull() const;
  [[nodiscard]] static TimeDomain everything() { return {{Window{}}, Minutes{0}}; }
  /// The union of any windows: sorted, overlapping ones joined; those that only touch stay apart. O(n log n).
  [[nodiscard]] static TimeDomain of(std::vector<Window> windows);
};
/// Common part. Where a half-open window meets a repetition, its open side ends with the year 2100 (begins with 1900).
/// O(n + m) windows within the finite side, or within the common period where both repeat.
[[nodiscard]] TimeDomain intersect(const TimeDomain& a, const TimeDomain& b);

// --------------------------------------------------------------------- EDTF

/// A window as EDTF (ISO 8601-2 level 1) at day precision or coarser: "2024-12-08", "2024-12", "2024",
/// "2024-11-21/2024-11-30",
/// "../2024-12-07", "2025-01-28/..". The coarsest value that says exactly these days. Times of day are dropped.
[[nodiscard]] std::string edtf(const Window& window);
/// A domain: one window as above; several as "[2024-12-07,2024-12-08]"; one that repeats "".
[[nodiscard]] std::string edtf(const TimeDomain& domain);
/// The domain of an EDTF value of the kinds above, and with T-hours and minutes: "T04" is that hour; as the end of an
/// interval it is the moment when the hour strikes ("...T03/...T07" ends at 06:59, "T24" is the end of the day). In a
/// set a stretch is written "a..b". Nothing where it is none of these.
[[nodiscard]] std::optional<TimeDomain> parse_edtf(std::string_view text);

/// RFC 3339 without zone, to the minute: "2024-12-08T06:30".
[[nodiscard]] std::string rfc3339(Instant t);
/// The day of "2024-12-09", "2024-12-09T10:00:00Z" and the like.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace isnad
