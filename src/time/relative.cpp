#include "relative.h"

#include <algorithm>

#include "dated_fields.h"
#include "nearest_date.h"
#include "periods.h"
#include "timex_value.h"
#include "wording.h"

namespace isnad {
namespace {

constexpr std::int32_t most_units = 5000;  // a larger count reaches out of the calendar
constexpr std::int32_t first_year = 1400;  // of the calendar: days before it are clamped to it

std::int32_t sign_of(const Meaning& m) { return m.direction == Direction::past ? -1 : 1; }

/// The day that an expression means, where the words beside it tell a date or a weekday too.
Resolution on_relative_day(const Meaning& m, Day day) {
  Resolution out;
  if (m.fields.weekday && !m.fields.day && m.anchor == Anchor::publication &&
      weekday_of(day - 1) == *m.fields.weekday) {
    // "Today, Monday" on a page of Tuesday: written the day before it appeared (nine in ten of all that disagree).
    resolve_dated(on_day(day - 1, m.fields), PeriodPart::whole, out);
    out.mismatch = Mismatch{Mismatch::Kind::deictic_weekday, m.fields.weekday, weekday_of(day), {}};
    out.mod = mod_of(m.period);
    return out;
  }
  CalendarFields f = on_day(day, m.fields);
  if (m.fields.day) {
    // "today, 8 December": the date is explicit; the day it is told from supplies what is missing.
    f = m.fields;
    if (!f.year) {
      f.year = civil_from_day(day).year;
      if (!f.month) f.month = civil_from_day(day).month;
      if (const auto said = days_of(f); said && std::abs(first_day(*said) - day) > 180) {
        *f.year += first_day(*said) < day ? 1 : -1;  // across the turn of the year
      }
    }
  }
  resolve_dated(f, PeriodPart::whole, out);
  if (out.mismatch && out.mismatch->kind == Mismatch::Kind::weekday && !m.fields.day) {
    out.mismatch->kind = Mismatch::Kind::deictic_weekday;
  }
  out.mod = mod_of(m.period);
  return out;
}

/// A week told apart by its weekday: each custom of beginning a week may give another day.
TimeDomain weekday_in_week(Day in_week, const CalendarFields& f, CalendarFields& chosen) {
  const Window week = broad_week(in_week);
  std::vector<Window> windows;
  const std::int32_t iso_monday = in_week.value - (static_cast<std::int32_t>(weekday_of(in_week)) - 1);
  for (Day d = first_day(week); d <= last_day(week); d = d + 1) {
    if (weekday_of(d) != *f.weekday) continue;
    const CalendarFields on = on_day(d, f);
    if (iso_monday <= d.value && d.value < iso_monday + 7) chosen = on;
    Resolution r;
    resolve_dated(on, PeriodPart::whole, r);
    windows.insert(windows.end(), r.domain->windows.begin(), r.domain->windows.end());
  }
  return TimeDomain::of(std::move(windows));
}

/// "At the weekend", told on a Monday or Tuesday, is the one that was (14 of 14 in the Arabic BBC and CNN).
bool tells_last_weekend(const Meaning& m, Day day, bool future) {
  return m.anchor == Anchor::publication && m.direction == Direction::unsaid && !m.ahead && !future &&
         weekday_of(day) <= Weekday::tuesday;
}

Resolution in_week(const Meaning& m, Day day, bool future) {
  Resolution out;
  out.mod = mod_of(m.period);
  if (m.period == PeriodPart::weekend) {
    out.domain = weekend_domain(day);
    if (m.direction == Direction::unsaid) {  // "at the weekend" is told of the one that was, too
      std::vector<Window> windows = weekend_domain(day - 7).windows;
      windows.insert(windows.end(), out.domain->windows.begin(), out.domain->windows.end());
      out.domain = TimeDomain::of(std::move(windows));
    }
    out.value = week_value(tells_last_weekend(m, day, future) ? day - 7 : day) + "-WE";
  } else if (m.fields.weekday) {
    CalendarFields chosen;
    out.domain = weekday_in_week(day, m.fields, chosen);
    out.value = value_of(chosen);
  } else {
    out.domain = TimeDomain::of({third_of(broad_week(day), m.period)});
    out.value = week_value(day);
  }
  return out;
}

/// The month, year or other period of the calendar that holds `day`, with the fields told beside it.
Resolution in_period(const Meaning& m, Day day) {
  const CivilDate date = civil_from_day(day);
  CalendarFields f = m.fields;
  const TimeUnit unit = m.quantity.unit;
  if (unit == TimeUnit::millennium) f.millennium = date.year / 1000 + 1;
  if (unit == TimeUnit::century) f.century = date.year / 100 + 1;
  if (unit == TimeUnit::decade) f.decade = date.year / 10;
  if (unit < TimeUnit::decade) f.year = date.year;
  if (unit == TimeUnit::month && !f.month) f.month = date.month;
  if (unit == TimeUnit::quarter && !f.quarter) f.quarter = (date.month + 2) / 3;
  if (unit == TimeUnit::half_year && !f.half) f.half = (date.month + 5) / 6;
  if (unit == TimeUnit::season && !f.season) f.season = date.month <= 2 || date.month == 12 ? 4 : date.month / 3;
  if (unit == TimeUnit::century && m.fields.decade) {
    // "the eighties of the last century": the rule gives the decade within its century
    f.decade = (date.year / 100) * 10 + *m.fields.decade % 10;
    f.century = std::nullopt;
  }
  Resolution out;
  resolve_dated(f, m.period, out);
  return out;
}

/// A year or more.
bool is_long(const Quantity& q) { return q.unit >= TimeUnit::year; }

Day month_start(Day day) {
  const CivilDate d = civil_from_day(day);
  return *day_from_civil({d.year, d.month, 1});
}

std::string unknown(const Meaning& m) {
  const CalendarFields& f = m.fields;
  if (m.quantity.unit <= TimeUnit::day && f.weekday && !f.day) return value_of(f);
  if (f.day || f.month || f.season || f.quarter || f.half || f.year || f.decade) return value_of(f);
  if (m.period == PeriodPart::weekend) return any_weekend;
  if (m.quantity.unit == TimeUnit::day) return value_of(f);  // XXXX-XX-XX with the part of the day
  return unknown_value(m.quantity.unit);
}

std::int64_t minutes_of(TimeUnit unit) { return unit == TimeUnit::hour ? 60 : unit == TimeUnit::minute ? 1 : 0; }

std::int32_t years_of(TimeUnit unit) {
  return unit == TimeUnit::millennium ? 1000
         : unit == TimeUnit::century  ? 100
         : unit == TimeUnit::decade   ? 10
         : unit == TimeUnit::year     ? 1
                                      : 0;
}

std::int32_t half_in_days(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month:
      return 15;
    case TimeUnit::season:
    case TimeUnit::quarter:
      return 46;
    case TimeUnit::half_year:
      return 91;
    case TimeUnit::decade:
      return 5 * 365;
    case TimeUnit::century:
      return 50 * 365;
    case TimeUnit::millennium:
      return 500 * 365;
    default:
      return 182;
  }
}

/// "two months ago" is told to about half a unit: the unit of the calendar where that falls, and half a unit around.
Resolution around(const Meaning& m, Day day, TimeUnit unit) {
  Resolution out;
  Meaning whole = m;
  whole.period = PeriodPart::whole;
  whole.quantity.unit = unit;
  if (unit >= TimeUnit::decade) whole.quantity.unit = TimeUnit::year;
  out = in_period(whole, day);
  const bool told_further = m.fields.month || m.fields.day || m.fields.season || m.fields.quarter || m.fields.half;
  if (!out.domain || told_further) return out;
  const std::int32_t half = half_in_days(unit);
  const std::int32_t slack = m.quantity.approximate ? 2 * half : half;
  out.domain = TimeDomain::of({hull(out.domain->hull(), Window{start_of(day - slack), end_of(day + slack)})});
  return out;
}

}  // namespace

std::optional<Day> reference_day(const Meaning& m, const Reference& reference, std::vector<Bilingual>& derivation) {
  if (m.anchor == Anchor::previous) {
    if (reference.previous && !reference.previous->empty()) {
      const Window w = reference.previous->hull();
      if (w.bounded()) {
        if (reference.derive) derivation.push_back(wording::previous(first_day(w)));
        return first_day(w);
      }
    }
    if (m.kind == Meaning::Kind::current) return std::nullopt;
    if (m.pointing && m.quantity.unit >= TimeUnit::day) return std::nullopt;
  }
  if (m.anchor == Anchor::event || !reference.publication) return std::nullopt;
  if (reference.derive) derivation.push_back(wording::published(*reference.publication));
  return reference.publication;
}

Day moved(Day from, std::int32_t count, TimeUnit unit) {
  const std::int32_t n = std::clamp(count, -most_units, most_units);
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
      return from;
    case TimeUnit::day:
      return from + n;
    case TimeUnit::week:
      return from + 7 * n;
    case TimeUnit::month:
      return add_months(from, n);
    case TimeUnit::season:
    case TimeUnit::quarter:
      return add_months(from, 3 * n);
    case TimeUnit::half_year:
      return add_months(from, 6 * n);
    case TimeUnit::year:
      return add_months(from, 12 * n);
    case TimeUnit::decade:
      return add_months(from, 120 * n);
    case TimeUnit::century:
      return add_months(from, 1200 * n);
    case TimeUnit::millennium:
      return add_months(from, 12000 * std::clamp(n, -7, 7));
  }
  return from;
}

Resolution resolve_offset(const Meaning& m, const Reference& reference) {
  Resolution out;
  std::vector<Bilingual> steps;
  if (m.anchor == Anchor::event) {
    out.value = value_of(m.quantity);
    return out;
  }
  // "He left after 22 years": as long as that had it lasted; what is announced so far ahead has a word that says so.
  const bool lasted = m.anchor == Anchor::previous && m.direction == Direction::future && !m.ahead &&
                      !reference.future && is_long(m.quantity);
  if (lasted && !reference.previous) {
    out.value = value_of(m.quantity);
    return out;
  }
  if (!m.quantity.count && m.anchor == Anchor::previous && m.quantity.unit <= TimeUnit::hour && reference.previous &&
      sign_of(m) > 0) {
    // "hours later": within a day
    const Window told = reference.previous->hull();
    if (told.bounded()) {
      out.domain = TimeDomain::of({Window{*told.earliest, *told.latest + Minutes{minutes_per_day}}});
      out.value = value_of(on_day(day_of(*told.earliest), CalendarFields{}));
      return out;
    }
  }
  if (!m.quantity.count) {
    // "days ago"
    out.value = reference_value(m.direction);
    return out;
  }
  out.value = unknown(m);
  const auto from = reference_day(m, reference, steps);
  if (!from) {
    // A date told beside the deictic word stands by itself.
    if (m.fields.year && m.fields.month && m.fields.day) resolve_dated(m.fields, m.period, out);
    return out;
  }
  const std::int32_t count = std::min(*m.quantity.count, most_units);
  const Quantity& q = m.quantity;
  if (reference.derive) steps.push_back(wording::distance(std::int64_t{sign_of(m)} * count, q.unit));
  Day day = moved(*from, sign_of(m) * count, q.unit);
  if (q.rest > 0) {
    if (reference.derive) steps.push_back(wording::distance(std::int64_t{sign_of(m)} * q.rest, q.rest_unit));
    day = moved(day, sign_of(m) * q.rest, q.rest_unit);
  }
  if (lasted && reference.publication && day > *reference.publication) {
    out.value = value_of(m.quantity);
    return out;
  }
  // "Three years and a half ago" is told to the half year, not to the year.
  const TimeUnit unit = q.rest > 0 ? q.rest_unit : q.unit;
  if (unit <= TimeUnit::hour) {
    const std::int64_t minutes = minutes_of(q.unit) * count + minutes_of(q.rest_unit) * q.rest;
    const Minutes back{minutes * sign_of(m)};
    Window told{start_of(*from), end_of(*from)};
    if (m.anchor == Anchor::previous && reference.previous)  // "two hours later" than "at six"
      if (const Window hour = reference.previous->hull();
          hour.bounded() && told.contains(*hour.earliest) && told.contains(*hour.latest))
        told = hour;
    out.domain = TimeDomain::of({Window{*told.earliest + back, *told.latest + back}});
    const Window w = *out.domain->windows.begin();
    out.value = value_of(on_day(day_of(sign_of(m) < 0 ? *w.latest : *w.earliest), CalendarFields{}));
  } else if (unit == TimeUnit::day || (unit == TimeUnit::week && (m.fields.weekday || m.fields.day))) {
    out = on_relative_day(m, day);
    if (m.quantity.approximate && !m.fields.weekday) {
      out.domain = TimeDomain::of({Window{start_of(day - 1), end_of(day + 1)}});
    }
  } else if (unit == TimeUnit::week) {
    out = on_relative_day(m, day);
    const std::int32_t slack = m.quantity.approximate ? 7 : 3;
    out.domain = TimeDomain::of({Window{start_of(day - slack), end_of(day + slack)}});
  } else if (const std::int32_t year = civil_from_day(*from).year + sign_of(m) * count * years_of(unit);
             year > first_year) {
    out = around(m, day, unit);
  } else if (year > 0) {
    CalendarFields early;  // outside the calendar: a value without a window
    early.year = year;
    out.value = value_of(early);
  } else {
    out.value = reference_value(m.direction);
  }
  if (m.quantity.approximate) out.mod = "APPROX";
  out.derivation = std::move(steps);
  return out;
}

Resolution resolve_current(const Meaning& m, const Reference& reference) {
  Resolution out;
  std::vector<Bilingual> steps;
  out.value = unknown(m);
  out.mod = mod_of(m.period);
  const auto from = reference_day(m, reference, steps);
  if (!from) {
    if (m.fields.year && m.fields.month && m.fields.day) resolve_dated(m.fields, m.period, out);
    return out;
  }
  std::int32_t step = 0;
  if (m.direction == Direction::past || m.direction == Direction::future) {
    step = sign_of(m) * m.quantity.count.value_or(1);
    if (reference.derive) steps.push_back(wording::distance(step, m.quantity.unit));
  }
  const TimeUnit unit = m.quantity.unit;
  if (unit <= TimeUnit::day) {
    out = on_relative_day(m, moved(*from, step, TimeUnit::day));
  } else if (unit == TimeUnit::week) {
    out = in_week(m, moved(*from, step, unit), reference.future);
  } else {
    // From the first of the month, so that a step back from the 31st stays in the right month.
    out = in_period(m, moved(month_start(*from), step, unit));
    if (m.quantity.approximate && out.domain) {  // "the next school year" begins in another one of the calendar
      const Window told = out.domain->hull();
      const std::int32_t slack = half_in_days(unit);
      out.domain = TimeDomain::of({Window{start_of(first_day(told) - slack), end_of(last_day(told) + slack)}});
    }
  }
  out.derivation = std::move(steps);
  return out;
}

}  // namespace isnad
