// Calendar fields whose larger units are known, turned into a domain, a value and what they say against themselves.
#pragma once

#include <optional>

#include "isnad/time.h"

namespace isnad {

/// Do the fields tell years by themselves: one, or a decade, century or millennium of them?
[[nodiscard]] bool tells_own_years(const CalendarFields& fields);

/// Do the fields tell a day or month of which, told without a year as what is to come, either that ahead or that gone
/// by may be meant? A Hijri month is announced: it lies ahead.
[[nodiscard]] bool may_have_gone_by(const CalendarFields& fields);

/// Fills domain, value, mod and mismatch of `out`. `fields` tell at least a year, a decade, a century or a
/// millennium (or a Hijri year). A day that the month lacks gives the month and a mismatch; a wrong weekday gives the
/// date and a mismatch.
void resolve_dated(const CalendarFields& fields, PeriodPart period, Resolution& out);
/// The same without value and mod, for who tries many dates. (Those of a Hijri date come with its days all the same.)
void resolve_domain(const CalendarFields& fields, PeriodPart period, Resolution& out);

/// The days of fields that tell a year and a month or a day, or a season, quarter or half of it: first to last;
/// nothing where there is no such day. A winter is the one that begins in the year. Times of day are not looked at.
[[nodiscard]] std::optional<Window> days_of(const CalendarFields& fields);

/// Gregorian fields of `day`, with the part, hour and weekday of `rest`.
[[nodiscard]] CalendarFields on_day(Day day, const CalendarFields& rest);

/// Does the domain reach within `days` days of the other?
[[nodiscard]] bool near(const TimeDomain& a, const TimeDomain& b, std::int32_t days);

}  // namespace isnad
