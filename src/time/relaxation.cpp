// What a meaning says of its time while the publication day is unknown.
//
// Offsets are computed from the words alone; the day set of a date without a year is spread over the years 1900..2100.
#include <algorithm>

#include "dated_fields.h"
#include "isnad/time.h"
#include "periods.h"
#include "relative.h"

namespace isnad {
namespace {

constexpr std::int32_t first_year = 1900;
constexpr std::int32_t last_year = 2100;
constexpr std::int64_t week = 7 * minutes_per_day;
constexpr std::int64_t into_next_day = 5 * 60;  // a night ends at 04:59 of the next day

/// A day in the middle of the calendar, for measuring how far hours lie from their day's midnight.
const Day sample{19700};

OffsetBounds days_apart(std::int64_t lo, std::int64_t hi, std::int64_t overhang = 0) {
  return {Minutes{lo * minutes_per_day}, Minutes{(hi + 1) * minutes_per_day - 1 + overhang}};
}

/// Each day of a weekday, with the hours that part or clock leave.
TimeDomain weekly(const CalendarFields& f) {
  const std::int32_t ahead =
      (static_cast<std::int32_t>(*f.weekday) - static_cast<std::int32_t>(weekday_of(sample)) + 7) % 7;
  CalendarFields on = on_day(sample + ahead, f);
  Resolution r;
  resolve_domain(on, PeriodPart::whole, r);
  return {r.domain->windows, Minutes{week}};
}

TimeDomain weekday_lattice(std::int32_t weekday) {
  CalendarFields f;
  f.weekday = static_cast<Weekday>((weekday + 6) % 7 + 1);
  return weekly(f);
}

/// Hours of a day from its midnight, as bounds.
OffsetBounds hours(const CalendarFields& f, std::int64_t day_offset) {
  Resolution r;
  resolve_domain(on_day(sample, f), PeriodPart::whole, r);
  const Window w = r.domain->hull();
  const std::int64_t base = day_offset * minutes_per_day - start_of(sample).value;
  return {Minutes{w.earliest->value + base}, Minutes{w.latest->value + base}};
}

TimeDomain over_years(const CalendarFields& f, PeriodPart period) {
  std::vector<Window> windows;
  CalendarFields in = f;
  const bool hijri = f.calendar == Calendar::hijri;
  const std::int32_t from = hijri ? 1318 : first_year;  // 1318 began in 1900
  const std::int32_t to = hijri ? 1524 : last_year;
  for (std::int32_t year = from; year <= to; ++year) {
    in.year = year;
    Resolution r;
    if (!days_of(in)) continue;  // 29 February
    resolve_domain(in, period, r);
    // The weekday beside a date picks the years in which it is right.
    if (!r.domain || r.mismatch) continue;
    windows.insert(windows.end(), r.domain->windows.begin(), r.domain->windows.end());
  }
  return TimeDomain::of(std::move(windows));
}

/// Sets the bounds on the side from which the meaning counts.
void counted(const Meaning& m, const OffsetBounds& bounds, Relaxation& out) {
  (m.anchor == Anchor::previous ? out.from_previous : out.from_publication) = bounds;
}

std::int64_t sign_of(const Meaning& m) { return m.direction == Direction::past ? -1 : 1; }

Relaxation relax_calendar(const Meaning& m, bool future) {
  Relaxation out;
  const CalendarFields& f = m.fields;
  if (tells_own_years(f)) {
    Resolution r;
    resolve_domain(f, m.period, r);
    out.domain = r.domain;
    return out;
  }
  const bool ahead = m.direction == Direction::future || (m.direction == Direction::unsaid && future);
  const bool here = m.direction == Direction::present;
  // Either side may be meant.
  const bool unsure = m.direction == Direction::unsaid &&
                      (future ? may_have_gone_by(f) : m.ahead || f.calendar == Calendar::hijri || (f.weekday && f.day));
  const std::int64_t overhang = f.part ? into_next_day : 0;
  if (f.month || f.quarter || f.half || f.season) {
    out.domain = over_years(f, m.period);
    // A month that holds the day itself counts as the nearest on either side; a leap day may be eight years off.
    const std::int64_t unit = f.month ? (f.day ? 0 : 31) : f.month ? 31 : f.quarter ? 92 : 184;
    const std::int64_t year = f.month == 2 && f.day == 29 ? 8 * 366 : 366;
    if (m.anchor != Anchor::previous) {
      const std::int64_t slack = f.season ? 184 : unit;
      counted(m,
              here || unsure
                  ? days_apart(-year - slack, year + slack, overhang)
                  : (ahead ? days_apart(-slack, year + slack, overhang) : days_apart(-year - slack, slack, overhang)),
              out);
    }
    return out;
  }
  if (f.day) {
    counted(m,
            ahead  ? days_apart(0, 62, overhang)
            : here ? days_apart(-31, 31, overhang)
                   : days_apart(-62, 0, overhang),
            out);
    return out;
  }
  if (f.weekday) {
    out.domain = weekly(f);
    std::int64_t lo = -6;
    std::int64_t hi = 0;
    if (m.direction == Direction::past) {
      const std::int64_t before = 7 * (std::int64_t{m.quantity.count.value_or(1)} - 1);
      lo = -7 - before;
      hi = -1 - before;
    } else if (m.direction == Direction::future) {
      lo = 1;
      hi = 7;
    } else if (here) {
      lo = -3;
      hi = 3;
    } else if (future || (m.ahead && m.direction == Direction::unsaid)) {
      lo = 0;
      hi = 6;
    }
    counted(m, days_apart(lo, hi, overhang), out);
    return out;
  }
  if (f.part || f.hour) {
    const OffsetBounds bounds = hours(f, 0);
    // A bare "in the evening" counts from the mention before it, or else from the publication: only one bound can be
    // said without knowing which.
    if (m.anchor != Anchor::previous) out.from_publication = bounds;
  }
  return out;
}

/// A relative day: the weekday beside it fixes that of the day from which it counts.
Relaxation relax_day(const Meaning& m, std::int64_t offset) {
  Relaxation out;
  counted(m, hours(m.fields, offset), out);
  if (m.fields.month && m.fields.day) {
    if (m.fields.year) {
      Resolution r;
      resolve_domain(m.fields, PeriodPart::whole, r);
      out.domain = r.domain;
    } else {
      out.domain = over_years(m.fields, PeriodPart::whole);
    }
  } else if (m.fields.weekday) {
    out.domain = weekly(m.fields);
  }
  if (m.fields.weekday && m.anchor != Anchor::previous) {
    const std::int64_t back = ((offset % 7) + 7) % 7;
    out.publication =
        weekday_lattice(static_cast<std::int32_t>(static_cast<std::int64_t>(*m.fields.weekday) - back + 7));
  }
  return out;
}

std::int64_t longest_days(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
      return 1;
    case TimeUnit::week:
      return 7;
    case TimeUnit::month:
      return 31;
    case TimeUnit::quarter:
      return 92;
    case TimeUnit::half_year:
      return 184;
    case TimeUnit::season:  // a winter may be either of two of a year
    case TimeUnit::year:
      return 366;
    case TimeUnit::decade:
      return 3653;
    case TimeUnit::century:
      return 36525;
    case TimeUnit::millennium:
      return 365250;
  }
  return 1;
}

Relaxation relax_offset(const Meaning& m) {
  Relaxation out;
  if (m.anchor == Anchor::event || !m.quantity.count) return out;
  // "two days later" may count from either; then nothing is certain.
  if (m.anchor == Anchor::previous && m.kind == Meaning::Kind::offset) return out;
  const TimeUnit unit = m.quantity.unit;
  const std::int64_t n = sign_of(m) * std::int64_t{*m.quantity.count};
  if (unit == TimeUnit::day && !m.quantity.approximate) return relax_day(m, n);
  if (unit <= TimeUnit::hour) {
    const auto minutes = [](TimeUnit u) { return u == TimeUnit::hour ? 60 : u == TimeUnit::minute ? 1 : 0; };
    const std::int64_t shift = n * minutes(unit) + sign_of(m) * m.quantity.rest * minutes(m.quantity.rest_unit);
    counted(m, {Minutes{shift}, Minutes{shift + minutes_per_day - 1}}, out);
    return out;
  }
  const std::int64_t length = longest_days(unit);
  if (m.fields.weekday) out.domain = weekly(m.fields);
  // So many units, short or long ones, and the unit that is reached, with as much slack on either side.
  const std::int64_t many = n < 0 ? -n : n;
  const std::int64_t step = unit == TimeUnit::season ? 92 : length;
  const std::int64_t near = many * (step * 28 / 31) - 2 * length;
  const std::int64_t far = many * step + 2 * length;
  counted(m, n < 0 ? days_apart(-far, -near) : days_apart(near, far), out);
  return out;
}

Relaxation relax_current(const Meaning& m) {
  Relaxation out;
  const TimeUnit unit = m.quantity.unit;
  const std::int64_t step = m.direction == Direction::past || m.direction == Direction::future
                                ? sign_of(m) * m.quantity.count.value_or(1)
                                : 0;
  if (unit <= TimeUnit::day) return relax_day(m, step);
  const std::int64_t length = longest_days(unit);
  const std::int64_t overhang = m.fields.part ? into_next_day : 0;
  // The anchor lies somewhere in its own unit; weeks are told broadly, hence two days more, and winters twice a year.
  const std::int64_t slack =
      (unit == TimeUnit::season ? 2 * length : length + 2) + (m.quantity.approximate ? length : 0);
  const std::int64_t apart = step * (unit == TimeUnit::season ? 92 : length);
  const bool last_weekend = m.period == PeriodPart::weekend && m.direction == Direction::unsaid;
  counted(m, days_apart(apart - slack - (last_weekend ? 7 : 0), apart + slack, overhang), out);
  if (m.fields.weekday && !m.fields.day) out.domain = weekly(m.fields);
  return out;
}

}  // namespace

Relaxation relaxation(const Meaning& m, bool future) {
  // A Hijri date without a year is that of the Gregorian one beside it.
  if (m.kind == Meaning::Kind::calendar && m.fields.calendar == Calendar::hijri && !m.fields.year && !m.parts.empty())
    return relaxation(m.parts.front(), future);
  Relaxation out;
  switch (m.kind) {
    case Meaning::Kind::calendar:
      out = relax_calendar(m, future);
      break;
    case Meaning::Kind::offset:
      out = relax_offset(m);
      break;
    case Meaning::Kind::current:
      out = relax_current(m);
      break;
    case Meaning::Kind::span: {
      if (!m.quantity.count || m.direction == Direction::unsaid || m.direction == Direction::present) return out;
      const std::int64_t days = std::int64_t{*m.quantity.count} * longest_days(m.quantity.unit);
      counted(m, m.direction == Direction::past ? days_apart(-days, 0) : days_apart(0, days), out);
      return out;
    }
    case Meaning::Kind::range:
    case Meaning::Kind::alternatives: {
      // Only where no part depends on another day can the whole be said.
      const Resolution r = resolve(m, Reference{});
      out.domain = r.domain;
      return out;
    }
    default:
      return out;
  }
  if (!m.parts.empty() && m.kind != Meaning::Kind::range) {
    const Resolution pair = resolve(m.parts.front(), Reference{});
    // The pair is believed to a day: calendars differ.
    if (pair.domain && pair.domain->hull().bounded() && !out.domain) {
      const Window w = pair.domain->hull();
      out.domain = TimeDomain::of({Window{start_of(first_day(w) - 1), end_of(last_day(w) + 1)}});
    }
  }
  return out;
}

}  // namespace isnad
