#include "dated_fields.h"

#include <algorithm>

#include "periods.h"
#include "timex_value.h"

namespace isnad {
namespace {

/// Dates that become right when one field is changed: nearest day (within three), then month, then year.
std::vector<Day> nearest_with_weekday(const CivilDate& said, Weekday wanted) {
  std::vector<Day> out;
  const auto offer = [&](CivilDate date) {
    if (date.month < 1 || date.month > 12) return;
    const auto day = day_from_civil(date);
    if (day && weekday_of(*day) == wanted) out.push_back(*day);
  };
  for (const std::int32_t step : {-1, 1, -2, 2, -3, 3}) offer({said.year, said.month, said.day + step});
  for (const std::int32_t step : {-1, 1}) offer({said.year, said.month + step, said.day});
  for (const std::int32_t step : {-1, 1}) offer({said.year + step, said.month, said.day});
  return out;
}

/// "25:70"; the end of a day may be told as 24:00.
bool no_such_hour(const CalendarFields& f) {
  const std::int32_t minute = f.minute.value_or(0);
  return f.hour && (*f.hour > 24 || minute > 59 || (*f.hour == 24 && minute > 0));
}

/// The hours of `day` that part, hour and minute leave.
std::vector<Window> hours_of(Day day, const CalendarFields& f) {
  if (no_such_hour(f)) return {window_of(day)};
  // Midnight is the hour about it: to which day it belongs, writers do not agree.
  if (f.hour == 24) return {part_window(day, DayPart::midnight)};
  if (!f.hour) return {f.part ? part_window(day, *f.part) : window_of(day)};
  const Instant at = start_of(day) + Minutes{*f.hour * 60 + f.minute.value_or(0)};
  const Window told{at, at + Minutes{f.minute ? 0 : 59}};
  if (!f.twelve_hour || *f.hour > 12) return {told};
  const Minutes half_day{*f.hour == 12 ? -720 : 720};
  return {told, Window{*told.earliest + half_day, *told.latest + half_day}};
}

constexpr std::int32_t first_year = 1400;       // of the calendar
constexpr std::int32_t first_hijri_year = 802;  // wholly behind the begin of 1400, where the calendar begins

/// The date by the Julian calendar, in which histories give days before 1582.
/// Source: Richards, Explanatory Supplement to the Astronomical Almanac, 3rd edition, section 15.11.
CivilDate julian_from_day(Day day) {
  const std::int32_t f = day.value + 2440588 + 1401;  // the Julian day number of 1970-01-01, and Richards' j
  const std::int32_t e = 4 * f + 3;
  const std::int32_t h = 5 * (e % 1461 / 4) + 2;
  const std::int32_t month = (h / 153 + 2) % 12 + 1;
  return {e / 1461 - 4716 + (14 - month) / 12, month, h % 153 / 5 + 1};
}

/// A value without a window: the day, or the month or year in which most of its days lie.
void resolve_early_hijri(const CalendarFields& f, Resolution& out) {
  const std::vector<Day> days = days_from_hijri({*f.year, f.month.value_or(7), f.day.value_or(f.month ? 15 : 1)});
  if (days.empty()) return;
  const CivilDate date = julian_from_day(days.front());
  CalendarFields told;
  told.year = date.year;
  if (f.month) told.month = date.month;
  if (f.day) told.day = date.day;
  told.part = f.part;
  out.value = value_of(told);
}

/// What a Hijri date can mean.
struct HijriDays {
  std::optional<TimeDomain> domain;
  std::optional<Mismatch> mismatch;
  std::optional<Day> day;  ///< the likeliest, where one is told
};

/// Of years that lie within the calendar.
HijriDays hijri_days(const CalendarFields& f, PeriodPart period) {
  HijriDays out;
  const auto between = [&](const CivilDate& begin, const CivilDate& behind) {
    const std::vector<Day> first = days_from_hijri(begin);
    const std::vector<Day> next = days_from_hijri(behind);
    if (first.empty() || next.empty()) return;
    out.domain = TimeDomain::of({third_of({start_of(first.front()), end_of(next.front() - 1)}, period)});
  };
  if (!f.month) {
    between({*f.year, 1, 1}, {*f.year + 1, 1, 1});
    return out;
  }
  std::vector<Day> days;
  if (f.day) days = days_from_hijri({*f.year, *f.month, *f.day});
  if (days.empty()) {
    if (f.day) out.mismatch = Mismatch{Mismatch::Kind::no_such_day, {}, {}, {}};
    between({*f.year, *f.month, 1},
            *f.month == 12 ? CivilDate{*f.year + 1, 1, 1} : CivilDate{*f.year, *f.month + 1, 1});
    return out;
  }
  if (f.weekday) {
    // The calendars differ by a day: the weekday tells which one is meant. Sightings differ by one more.
    for (const std::int32_t step : {0, -1, 1}) {
      const Day day = days.front() + step;
      if (weekday_of(day) == *f.weekday) {
        days = {day};
        break;
      }
    }
    if (weekday_of(days.front()) != *f.weekday) {
      out.mismatch = Mismatch{Mismatch::Kind::weekday, f.weekday, weekday_of(days.front()), {}};
    }
  }
  std::vector<Window> windows;
  for (const Day day : days) {
    const std::vector<Window> hours = hours_of(day, f);
    windows.insert(windows.end(), hours.begin(), hours.end());
  }
  out.domain = TimeDomain::of(std::move(windows));
  out.day = days.front();
  return out;
}

void resolve_hijri(const CalendarFields& f, PeriodPart period, Resolution& out) {
  if (*f.year < first_hijri_year) {
    resolve_early_hijri(f, out);
    return;
  }
  HijriDays found = hijri_days(f, period);
  if (found.mismatch) out.mismatch = std::move(found.mismatch);
  if (!found.domain) return;
  out.value = found.day ? value_of(on_day(*found.day, f)) : edtf(*found.domain);
  out.domain = std::move(found.domain);
}

struct Years {
  std::int32_t first = 0, count = 0;
};

/// The years of a decade, a century, half of it or a quarter, or a millennium.
Years long_years(const CalendarFields& f) {
  if (f.decade) return {*f.decade * 10, 10};
  if (f.millennium) return {(*f.millennium - 1) * 1000, 1000};
  const std::int32_t century = (*f.century - 1) * 100;
  if (f.half) return {century + 50 * (*f.half - 1), 50};
  if (f.quarter) return {century + 25 * (*f.quarter - 1), 25};
  return {century, 100};
}

/// "The first Wednesday of April": the weekday counts unless the day of that number is one.
void settle_nth(CalendarFields& f) {
  f.nth = false;
  if (!f.year || !f.month || !f.day || !f.weekday) return;
  const auto first = day_from_civil({*f.year, *f.month, 1});
  const auto said = day_from_civil({*f.year, *f.month, *f.day});
  if (!first || (said && weekday_of(*said) == *f.weekday)) return;
  const std::int32_t ahead =
      (static_cast<std::int32_t>(*f.weekday) - static_cast<std::int32_t>(weekday_of(*first)) + 7) % 7;
  const std::int32_t day = 1 + ahead + 7 * (*f.day - 1);
  if (day <= days_in_month(*f.year, *f.month)) f.day = day;
}

}  // namespace

bool tells_own_years(const CalendarFields& f) {
  return f.year || ((f.decade || f.century || f.millennium) && !f.month);
}

bool may_have_gone_by(const CalendarFields& f) { return f.month && (f.day || f.calendar != Calendar::hijri); }

CalendarFields on_day(Day day, const CalendarFields& rest) {
  const CivilDate date = civil_from_day(day);
  CalendarFields f;
  f.year = date.year;
  f.month = date.month;
  f.day = date.day;
  f.weekday = rest.weekday;
  f.part = rest.part;
  f.hour = rest.hour;
  f.minute = rest.minute;
  f.zone = rest.zone;
  f.place = rest.place;
  f.twelve_hour = rest.twelve_hour;
  return f;
}

std::optional<Window> days_of(const CalendarFields& f) {
  if (f.calendar == Calendar::hijri) {
    if (*f.year < first_hijri_year) return std::nullopt;
    const HijriDays found = hijri_days(f, PeriodPart::whole);
    if (!found.domain || found.mismatch) return std::nullopt;
    const Window w = found.domain->hull();
    return Window{start_of(first_day(w)), end_of(last_day(w))};
  }
  if (!f.year) {
    const Years told = long_years(f);
    return years_window(told.first, told.first + told.count - 1);
  }
  const std::int32_t year = *f.year;
  if (f.month && f.day) {
    const auto day = day_from_civil({year, *f.month, *f.day});
    if (!day) return std::nullopt;
    return window_of(*day);
  }
  if (f.month) return month_window(year, *f.month);
  if (f.quarter) return hull(month_window(year, *f.quarter * 3 - 2), month_window(year, *f.quarter * 3));
  if (f.half) return hull(month_window(year, *f.half * 6 - 5), month_window(year, *f.half * 6));
  if (f.season) return season_domain(year, *f.season).windows.back();
  return years_window(year, year);
}

void resolve_dated(const CalendarFields& fields, PeriodPart period, Resolution& out) {
  CalendarFields f = fields;
  if (f.nth) settle_nth(f);
  out.mod = mod_of(period);
  if (f.calendar != Calendar::hijri) out.value = value_of(f);
  resolve_domain(f, period, out);
}

void resolve_domain(const CalendarFields& fields, PeriodPart period, Resolution& out) {
  CalendarFields f = fields;
  if (f.nth) settle_nth(f);
  if (f.calendar == Calendar::hijri) {
    resolve_hijri(f, period, out);
    return;
  }
  if (f.before_christ || (f.year ? *f.year : long_years(f).first) < first_year)
    return;  // outside the calendar: a value without a window
  if (f.season && !f.month) {
    out.domain = season_domain(*f.year, *f.season);
    return;
  }
  const auto days = days_of(f);
  if (!days) {
    out.mismatch = Mismatch{Mismatch::Kind::no_such_day, {}, {}, {}};
    out.domain = TimeDomain::of({month_window(*f.year, *f.month)});
    return;
  }
  if (f.week && f.month && !f.day) {
    out.domain = TimeDomain::of({week_of_month(*days, *f.week)});
    return;
  }
  if (!f.day || !f.month) {
    out.domain = TimeDomain::of({third_of(*days, period)});
    return;
  }
  const Day day = first_day(*days);
  if (f.weekday && weekday_of(day) != *f.weekday) {
    out.mismatch = Mismatch{Mismatch::Kind::weekday, f.weekday, weekday_of(day),
                            nearest_with_weekday(civil_from_day(day), *f.weekday)};
  }
  if (no_such_hour(f)) out.mismatch = Mismatch{Mismatch::Kind::no_such_day, {}, {}, {}};
  out.domain = TimeDomain::of(hours_of(day, f));
}

bool near(const TimeDomain& a, const TimeDomain& b, std::int32_t days) {
  const Minutes slack{days * minutes_per_day};
  return std::any_of(a.windows.begin(), a.windows.end(), [&](const Window& wide) {
    return std::any_of(b.windows.begin(), b.windows.end(), [&](const Window& w) {
      return intersect(Window{*wide.earliest - slack, *wide.latest + slack}, w).has_value();
    });
  });
}

}  // namespace isnad
