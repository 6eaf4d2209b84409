// From a meaning to a date, given the publication day and the mention before.
#include <algorithm>
#include <limits>

#include "dated_fields.h"
#include "nearest_date.h"
#include "periods.h"
#include "relative.h"
#include "timex_value.h"
#include "wording.h"

namespace isnad {
namespace {

/// Further away than this a date without a year is not trusted against its weekday.
constexpr std::int32_t trusted_days = 45;
/// What lies farther ahead is told with its year, or by words that say that it is to come.
constexpr std::int32_t most_days_ahead = 200;

std::int32_t days_between(Day from, const CalendarFields& f) {
  const auto days = days_of(f);
  if (!days) return std::numeric_limits<std::int32_t>::max();
  if (from < first_day(*days)) return first_day(*days) - from;
  return from > last_day(*days) ? from - last_day(*days) : 0;
}

bool weekday_fits(const CalendarFields& f) {
  const auto days = days_of(f);
  return days && weekday_of(first_day(*days)) == *f.weekday;
}

/// The date that fields without a year mean, seen from a day: the past one, as news tells what has happened, but
/// the coming one where its weekday is right and that of the past one is not; the nearer one where words before it
/// speak of what is to come, and in the Hijri calendar, whose days and months are announced. A day that was planned may
/// have gone by ("was to be signed on 6 April").
std::optional<CalendarFields> meant_date(const Meaning& m, Day from, bool future) {
  const CalendarFields& f = m.fields;
  const bool hijri = f.calendar == Calendar::hijri;
  if (m.ahead && f.weekday && !f.month && !f.day) future = true;
  const bool planned = future && may_have_gone_by(f) && m.direction == Direction::unsaid;
  if (planned) future = false;
  auto past = nearest_date(f, m.period, m.direction, from, future);
  if (past && f.weekday && m.direction == Direction::past)  // "Sunday before last"
    for (std::int32_t again = m.quantity.count.value_or(1); again > 1; --again)
      past = nearest_date(f, m.period, m.direction, first_day(*days_of(*past)), false);
  if (m.direction != Direction::unsaid || future || !past || !f.month || (f.nth && !m.ahead)) return past;
  const bool dated = f.weekday && f.day && !hijri;
  if (!dated && !m.ahead && !hijri && !planned) return past;
  const auto coming = nearest_date(f, m.period, m.direction, from, true);
  if (!coming) return past;
  const std::int32_t since = days_between(from, *past);
  if (dated && since > trusted_days) {
    const bool soon = days_between(from, *coming) <= most_days_ahead || m.ahead || planned;
    if (soon && weekday_fits(*coming)) return coming;
    if (weekday_fits(*past)) return past;
  }
  const bool nearer = m.ahead || planned || hijri;
  return nearer && days_between(from, *coming) < since ? coming : past;
}

/// "About 1870", "about 15 March 1870": told to a few years, months or days.
void about(const CalendarFields& f, Resolution& out) {
  if (out.mod.empty()) out.mod = "APPROX";
  if (!out.domain || out.domain->empty() || !out.domain->hull().bounded()) return;
  const std::int32_t slack = f.day ? 3 : f.month ? 31 : 3 * 366;
  const Window told = out.domain->hull();
  out.domain = TimeDomain::of({Window{start_of(first_day(told) - slack), end_of(last_day(told) + slack)}});
}

Resolution resolve_calendar(const Meaning& m, const Reference& reference) {
  Resolution out;
  if (tells_own_years(m.fields)) {
    resolve_dated(m.fields, m.period, out);
    if (m.quantity.approximate) about(m.fields, out);
    return out;
  }
  out.value = value_of(m.fields);
  out.mod = mod_of(m.period);
  auto from = reference_day(m, reference, out.derivation);
  if (!from) return out;
  // "During the night", of what was done by the article's day: the one before.
  const bool alone = !m.fields.hour && !m.fields.weekday && !m.fields.day && !m.fields.month;
  const bool counted = m.anchor == Anchor::previous && reference.previous;
  if (m.fields.part == DayPart::night && alone && m.direction == Direction::past && !counted) from = *from - 1;
  // The days said alone ("8 December", "Sunday"); the weekday beside a date only confirms it.
  const auto found = meant_date(m, *from, reference.future);
  if (found) {
    const bool ahead = m.direction == Direction::future || (m.direction == Direction::unsaid && reference.future);
    if (reference.derive && (!m.fields.part || m.fields.month || m.fields.weekday)) {
      out.derivation.push_back(wording::nearest(ahead));
    }
    resolve_dated(*found, m.period, out);
    // "Last winter" is one of the two that a year touches.
    if (m.fields.season && !m.fields.month) out.domain = TimeDomain::of({*days_of(*found)});
  } else if (m.fields.month) {
    CalendarFields month = m.fields;
    month.day = std::nullopt;
    if (const auto in = nearest_date(month, m.period, m.direction, *from, reference.future)) {
      out.value = value_of([&] {
        CalendarFields said = m.fields;
        said.year = in->year;
        return said;
      }());
      Resolution whole;
      resolve_dated(*in, PeriodPart::whole, whole);
      out.domain = whole.domain;
      out.mismatch = Mismatch{Mismatch::Kind::no_such_day, {}, {}, {}};
    }
  }
  return out;
}

/// Fields that the first part of "from 3 to 8 December 2024" lacks and the last one has.
void complete(Meaning& first, const Meaning& last) {
  const bool month_told = last.quantity.unit == TimeUnit::month || last.fields.month;
  if (first.fields.day && !first.fields.month && last.kind == Meaning::Kind::current && month_told) {
    const auto day = first.fields.day;  // "10 and 11 of the same month", "4 and 5 December of that year"
    first = last;
    first.fields.day = day;
    first.fields.weekday = std::nullopt;
    return;
  }
  if (first.kind != Meaning::Kind::calendar || last.kind != Meaning::Kind::calendar) return;
  CalendarFields& a = first.fields;
  const CalendarFields& b = last.fields;
  a.calendar = a.month || a.year ? a.calendar : b.calendar;
  if (a.day && !a.month) a.month = b.month;
  if (a.hour && !a.day && !a.weekday) {
    a.day = b.day;
    a.month = b.month;
    a.weekday = b.weekday;
    if (a.twelve_hour && b.part && !a.part) a.twelve_hour = false;
  }
  if ((a.month || a.season || a.quarter || a.half) && !a.year) a.year = b.year;
  if (a.part && !a.day && !a.weekday) {
    a.day = b.day;
    a.month = b.month;
    a.year = b.year;
    a.weekday = b.weekday;
  }
  if (first.direction == Direction::unsaid && !a.year) first.direction = last.direction;
  if (a.year && first.anchor == Anchor::publication) first.anchor = Anchor::absolute;
}

bool bounded(const Resolution& r) { return r.domain && !r.domain->empty() && r.domain->hull().bounded(); }

bool is_whole_year(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && f.year && !f.month && !f.season && !f.quarter && !f.half &&
         !f.before_christ && m.period == PeriodPart::whole;
}

Resolution resolve_range(const Meaning& m, const Reference& reference) {
  Resolution out;
  // "2018/2017", set from the right to the left.
  const bool backwards = is_whole_year(m.parts.front()) && is_whole_year(m.parts.back()) &&
                         *m.parts.back().fields.year < *m.parts.front().fields.year;
  const Meaning& last = backwards ? m.parts.front() : m.parts.back();
  // "From next Saturday to 22 March"
  Reference ends = reference;
  ends.future = ends.future || m.parts.front().direction == Direction::future;
  Resolution to = resolve(last, ends);
  Meaning first = backwards ? m.parts.back() : m.parts.front();
  const bool year_said = first.fields.year.has_value();
  complete(first, last);
  Resolution from = resolve(first, reference);
  if (bounded(to) && first.kind == Meaning::Kind::calendar && !year_said) {
    // Seen from its end the range has begun: 28 December .. 3 January lies across the turn of the year.
    const Day end = last_day(to.domain->hull());
    const bool after_end = bounded(from) && *to.domain->hull().latest < *from.domain->hull().earliest;
    const bool side_said = m.parts.front().direction != Direction::unsaid && bounded(from);
    if ((!first.fields.year && !side_said) || after_end) {
      first.fields.year = std::nullopt;
      first.direction = Direction::unsaid;
      first.anchor = Anchor::publication;
      first.ahead = false;
      from = resolve(first, Reference{end, {}, false, reference.derive});
    }
  }
  // "From today, Monday, to Wednesday": the end lies ahead of the beginning.
  const bool weekday_alone = last.kind == Meaning::Kind::calendar && last.fields.weekday && !last.fields.day;
  if (first.kind != Meaning::Kind::calendar && weekday_alone && bounded(from) && bounded(to) &&
      *to.domain->hull().latest < *from.domain->hull().earliest)
    to = resolve(last, Reference{first_day(from.domain->hull()), {}, true, reference.derive});
  // "From eight in the evening to six in the morning".
  const bool hours_alone = last.fields.hour && !last.fields.day && !last.fields.weekday;
  if (hours_alone && bounded(from) && bounded(to) && *to.domain->hull().latest < *from.domain->hull().earliest)
    resolve_dated(on_day(first_day(to.domain->hull()) + 1, last.fields), PeriodPart::whole, to);
  out.value = from.value + '/' + to.value;
  out.mismatch = from.mismatch ? from.mismatch : to.mismatch;
  out.derivation = to.derivation;
  if (bounded(from) && bounded(to)) {
    const Window w{from.domain->hull().earliest, to.domain->hull().latest};
    if (*w.earliest <= *w.latest) out.domain = TimeDomain::of({w});
  }
  return out;
}

Resolution resolve_alternatives(const Meaning& m, const Reference& reference) {
  Resolution out;
  std::vector<Window> windows;
  bool all = true;
  for (std::size_t i = 0; i < m.parts.size(); ++i) {
    Meaning part = m.parts[i];
    if (i + 1 < m.parts.size()) complete(part, m.parts.back());
    const Resolution r = resolve(part, reference);
    out.value += (out.value.empty() ? "[" : ",") + r.value;
    if (r.mismatch && !out.mismatch) out.mismatch = r.mismatch;
    out.derivation = r.derivation;
    all = all && r.domain.has_value();
    if (r.domain) windows.insert(windows.end(), r.domain->windows.begin(), r.domain->windows.end());
  }
  out.value += ']';
  if (all) out.domain = TimeDomain::of(std::move(windows));
  return out;
}

/// The last or next weeks, years ...: a stretch that ends or begins with the reference day.
Resolution resolve_span(const Meaning& m, const Reference& reference) {
  Resolution out;
  out.value = value_of(m.quantity);
  out.mod = m.quantity.approximate ? "APPROX" : "";
  const auto from = reference_day(m, reference, out.derivation);
  if (!from || !m.quantity.count || m.direction == Direction::unsaid || m.direction == Direction::present) return out;
  const bool past = m.direction == Direction::past;
  std::int32_t count = *m.quantity.count;
  TimeUnit unit = m.quantity.unit;
  if (unit <= TimeUnit::hour) {  // "the last 24 hours" reach into the day before
    const std::int64_t minutes = std::int64_t{count} * (unit == TimeUnit::hour ? 60 : 1);
    count = static_cast<std::int32_t>((minutes + minutes_per_day - 1) / minutes_per_day);
    unit = TimeUnit::day;
  }
  const Day other = moved(*from, past ? -count : count, unit);
  out.domain = TimeDomain::of({past ? Window{start_of(other), end_of(*from)} : Window{start_of(*from), end_of(other)}});
  return out;
}

/// The same day told in another calendar: it confirms the date, or settles it where the other leaves it open.
void compare_pair(const Meaning& m, const Reference& reference, Resolution& out) {
  if (m.parts.empty()) return;
  Meaning pair = m.parts.front();
  if (!pair.fields.weekday) pair.fields.weekday = m.fields.weekday;  // settles between the Hijri calendars
  if (!pair.fields.part) pair.fields.part = m.fields.part;
  const Resolution other = resolve(pair, reference);
  if (!bounded(other)) {
    if (pair.fields.year && !m.fields.year && !other.value.empty()) {  // years before the calendar have no window
      out.value = other.value;
      out.domain.reset();
      out.mismatch.reset();
    }
    return;
  }
  if (!bounded(out)) {
    out.domain = other.domain;
    out.value = other.value;
  } else if (!near(*out.domain, *other.domain, 1) && !out.mismatch) {
    out.mismatch = Mismatch{Mismatch::Kind::calendar_pair, {}, {}, {}};
  }
}

/// "13 Jumada I, 10 November": without a year the Gregorian date is the surer one, and tells the Hijri year.
bool is_led_by_pair(const Meaning& m) {
  return !m.parts.empty() && m.fields.calendar == Calendar::hijri && !m.fields.year;
}

Resolution resolve_by_pair(const Meaning& m, const Reference& reference) {
  Meaning pair = m.parts.front();
  if (!pair.fields.weekday) pair.fields.weekday = m.fields.weekday;
  if (!pair.fields.part) pair.fields.part = m.fields.part;
  Resolution out = resolve(pair, reference);
  if (!bounded(out) || out.mismatch) return out;
  Meaning alone = m;
  alone.parts.clear();
  alone.fields.weekday.reset();
  const Resolution hijri = resolve_calendar(alone, Reference{first_day(out.domain->hull()), {}, true, false});
  if (!pair.fields.month) return hijri;  // "Ramadan 2017": the one that begins in that year
  if (bounded(hijri) && !near(*out.domain, *hijri.domain, 1))
    out.mismatch = Mismatch{Mismatch::Kind::calendar_pair, {}, {}, {}};
  return out;
}

}  // namespace

Resolution resolve(const Meaning& m, const Reference& reference) {
  Resolution out;
  switch (m.kind) {
    case Meaning::Kind::calendar:
      if (is_led_by_pair(m)) return resolve_by_pair(m, reference);
      out = resolve_calendar(m, reference);
      compare_pair(m, reference, out);
      break;
    case Meaning::Kind::offset:
      out = resolve_offset(m, reference);
      compare_pair(m, reference, out);
      break;
    case Meaning::Kind::current:
      out = resolve_current(m, reference);
      compare_pair(m, reference, out);
      break;
    case Meaning::Kind::range:
      return resolve_range(m, reference);
    case Meaning::Kind::alternatives:
      return resolve_alternatives(m, reference);
    case Meaning::Kind::span:
      return resolve_span(m, reference);
    case Meaning::Kind::duration:
      out.value = value_of(m.quantity);
      out.mod = m.quantity.approximate ? "APPROX" : "";
      return out;
    case Meaning::Kind::set:
      out.value = m.period == PeriodPart::weekend ? any_weekend
                  : m.fields.weekday || m.fields.part || m.fields.month || m.fields.season || m.fields.day
                      ? value_of(m.fields)
                      : value_of(m.quantity);
      return out;
    case Meaning::Kind::reference:
      out.value = reference_value(m.direction);
      return out;
  }
  if (!reference.derive) return out;
  if (out.domain) {
    const std::string days = edtf(*out.domain);
    if (!out.derivation.empty() && !days.empty()) out.derivation.push_back(wording::hence(days));
  }
  if (out.mismatch) out.derivation.push_back(wording::disagreement(*out.mismatch));
  return out;
}

}  // namespace isnad
