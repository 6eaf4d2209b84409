#include "publication_hints.h"

#include <algorithm>

#include "periods.h"
#include "roles.h"
#include "wording.h"

namespace isnad {
namespace {

constexpr std::int32_t near_update = 7;   ///< days from a date line to the update of its page
constexpr std::int32_t soon_updated = 2;  ///< where only the weekday tells the day
constexpr std::int32_t near_told = 92;    ///< a season

/// A sighting may differ by a day from the calendars.
std::optional<TimeDomain> hijri_days(const Meaning& m) {
  if (m.fields.calendar != Calendar::hijri || !m.fields.year || !m.fields.month || !m.fields.day) return std::nullopt;
  const Resolution r = resolved_alone(m);
  if (!r.domain || r.mismatch || !r.domain->hull().bounded()) return std::nullopt;
  const Window w = r.domain->hull();
  return TimeDomain::of({Window{start_of(first_day(w) - 1), end_of(last_day(w) + 1)}});
}

std::optional<TimeDomain> days_of_line(const Meaning& m) {
  if (m.kind != Meaning::Kind::calendar || !m.fields.month || !m.fields.day) return std::nullopt;
  if (full_day(m)) return std::nullopt;
  return m.fields.year ? hijri_days(m) : relaxation(m, false).domain;
}

TimeDomain weekdays(Weekday weekday) {
  Meaning m;
  m.fields.weekday = weekday;
  return relaxation(m, false).domain.value_or(TimeDomain::everything());
}

/// The weekday of the article's day: "today, Saturday"; that beside "yesterday, Friday" or "tomorrow, Sunday".
std::optional<Weekday> weekday_of_today(const Meaning& m) {
  const CalendarFields& f = m.fields;
  if (!f.weekday || f.day) return std::nullopt;
  if (is_today(m)) return f.weekday;
  const bool beside = m.kind == Meaning::Kind::offset && m.anchor == Anchor::publication && !m.pointing &&
                      m.quantity.unit == TimeUnit::day && m.quantity.count == 1 && m.quantity.rest == 0;
  if (!beside || (m.direction != Direction::past && m.direction != Direction::future)) return std::nullopt;
  constexpr std::int32_t week = 7;
  const std::int32_t step = m.direction == Direction::past ? 1 : week - 1;
  return static_cast<Weekday>((static_cast<std::int32_t>(*f.weekday) - 1 + step) % week + 1);
}

/// The last day of `days` up to the update, where it is near.
std::optional<Day> day_before_update(const TimeDomain& days, Day updated, std::int32_t reach) {
  for (std::int32_t step = 0; step <= reach; ++step)
    if (days.contains(start_of(updated + -step))) return updated + -step;
  return std::nullopt;
}

/// The only one of `days` that lies near one of `told`.
std::optional<Day> day_near(const TimeDomain& days, const std::vector<Day>& told) {
  std::optional<Day> found;
  for (const Window& w : days.windows) {
    if (!w.bounded()) return std::nullopt;
    const Day day = first_day(w);
    if (last_day(w) != day) return std::nullopt;
    if (std::none_of(told.begin(), told.end(), [&](Day t) { return std::abs(t - day) <= near_told; })) continue;
    if (found) return std::nullopt;
    found = day;
  }
  return found;
}

bool is_one_day(const TimeDomain& days) {
  return days.windows.size() == 1 && days.hull().bounded() && first_day(days.hull()) == last_day(days.hull());
}

}  // namespace

Resolution resolved_alone(const Meaning& meaning) {
  Reference unknown;
  unknown.derive = false;
  return resolve(meaning, unknown);
}

std::optional<Day> full_day(const Meaning& m) {
  if (m.kind == Meaning::Kind::range || m.kind == Meaning::Kind::alternatives || m.kind == Meaning::Kind::span)
    return {};
  const Resolution r = resolved_alone(m);
  if (!r.domain || r.domain->empty() || !r.domain->hull().bounded()) return {};
  const Window w = r.domain->hull();
  if (w.latest->value - w.earliest->value >= minutes_per_day) return {};
  return first_day(w);
}

void note_hints(const Timex& t, Role role, Hints& hints) {
  const Meaning& m = t.meaning;
  const CalendarFields& f = m.fields;
  if (t.cue == DateCue::updated) {
    if (role == Role::dateline && !hints.updated) hints.updated = full_day(m);
    return;
  }
  const bool bare_weekday = m.kind == Meaning::Kind::calendar && f.weekday && !f.day && !f.month && !f.year;
  if (role == Role::dateline) {
    if (!hints.date_line && (hints.date_line = days_of_line(m))) hints.evidence = &t;
    if (f.weekday && (bare_weekday || hints.evidence == &t) && !hints.today) hints.today = f.weekday;
  }
  if (!own_text(role)) return;
  if (!hints.today) hints.today = weekday_of_today(m);
  if (t.anniversary && hints.anniversary == nullptr) hints.anniversary = &t;
  if (m.kind == Meaning::Kind::calendar && f.year && f.day)
    if (const auto day = full_day(m)) hints.told.push_back(*day);
}

void infer(const Hints& hints, Publication& out) {
  TimeDomain days = TimeDomain::everything();
  if (hints.date_line) {
    days = *hints.date_line;
    out.evidence = hints.evidence->span;
  }
  if (hints.today) {
    TimeDomain both = intersect(days, weekdays(*hints.today));
    if (!both.empty()) days = std::move(both);
  }
  if (days.empty()) return;
  if (hints.date_line) out.domain = days;
  if (is_one_day(days)) {
    out.day = first_day(days.hull());
    out.derivation.push_back(wording::publication_known(wording::KnownBy::statement));
  } else if (hints.updated && (hints.date_line || hints.today)) {
    out.day = day_before_update(days, *hints.updated, hints.date_line ? near_update : soon_updated);
    if (out.day) out.derivation.push_back(wording::publication_updated(*hints.updated));
  } else if (hints.updated) {
    out.day = hints.updated;
    out.derivation.push_back(wording::publication_known(wording::KnownBy::update_alone));
  } else if (hints.date_line && hints.today) {
    out.day = day_near(days, hints.told);
    if (out.day) out.derivation.push_back(wording::publication_inferred(*hints.today));
  }
  if (out.day) out.origin = PublicationOrigin::inferred;
}

}  // namespace isnad
