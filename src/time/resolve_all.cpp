// Dates every expression of a document, each knowing those before it.
#include <algorithm>

#include "comes_soon.h"
#include "dated_fields.h"
#include "isnad/time.h"
#include "periods.h"
#include "roles.h"

namespace isnad {
namespace {

constexpr std::size_t mentions_looked_back = 12;
/// A bare hour belongs to the day told in its sentence or shortly before; further back another day has come between.
constexpr std::uint32_t hour_reach = 60;

/// A date without a year goes on with the year of the one told shortly before it: "on 22 January 2015 ... on 25 March".
constexpr std::uint32_t year_reach = 60;
/// A month alone goes on so only close by; further on it is mostly a month of the year that has gone by (12 of 17 in
/// the Arabic BBC and CNN).
constexpr std::uint32_t year_reach_of_month = 12;
/// A year told alone belongs to the month behind it, with a bare preposition between: "the games of 2020 in late July".
/// In bytes: two Arabic letters; a longer word has its conjunction ("and in July").
constexpr std::uint16_t longest_preposition = 4;
constexpr std::int32_t half_a_year = 182;

/// Whether a dated mention is told finely enough to count `unit`s from.
bool fine_enough(const TimeDomain& domain, TimeUnit unit) {
  const Window w = domain.hull();
  if (domain.period.value > 0 || domain.windows.empty() || !w.bounded()) return false;
  const CivilDate a = civil_from_day(first_day(w));
  const CivilDate b = civil_from_day(last_day(w));
  const std::int64_t length = w.latest->value - w.earliest->value;
  if (unit >= TimeUnit::season) return a.year == b.year;
  if (unit == TimeUnit::month) return a.year == b.year && a.month == b.month;
  if (unit == TimeUnit::week) return length < 10 * minutes_per_day;
  return length < minutes_per_day;  // a day, or hours; a night reaches into the next day
}

/// What a mention gives to count on from, forwards: of a stretch its end ("from 1949 to 1955 ... in the next year").
std::optional<TimeDomain> end_told(const Timex& mention) {
  const Meaning& m = mention.meaning;
  if (m.kind != Meaning::Kind::range || m.parts.back().anchor != Anchor::absolute) return mention.domain;
  return resolve(m.parts.back(), Reference{{}, {}, false, false}).domain;
}

/// What counts from the mention before: the expression, or one of its parts.
const Meaning* counted_from_previous(const Meaning& meaning) {
  if (meaning.anchor == Anchor::previous) return &meaning;
  for (const Meaning& part : meaning.parts)
    if (part.anchor == Anchor::previous) return &part;
  return nullptr;
}

bool lacks_only_year(const Meaning& m) {
  if (m.kind == Meaning::Kind::range) return lacks_only_year(m.parts.back()) && !m.parts.front().fields.year;
  return m.kind == Meaning::Kind::calendar && m.anchor == Anchor::publication && m.direction == Direction::unsaid &&
         m.fields.month && !m.fields.year && !m.fields.weekday;
}

bool is_bare_weekday(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && m.anchor == Anchor::publication && m.direction == Direction::unsaid &&
         f.weekday && !f.day && !f.month && !f.year;
}

/// Was the day of this name told before as one that lies ahead ("the talks due on Wednesday, the day after tomorrow")?
/// "Wednesday's talks" are then on that day.
bool told_ahead(const std::vector<const Timex*>& mentions, Weekday weekday, Day publication) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Timex* t) {
    if (!fine_enough(*t->domain, TimeUnit::day)) return false;
    const Day day = first_day(t->domain->hull());
    return day > publication && day - publication < 7 && weekday_of(day) == weekday;
  });
}

/// Do words before an expression, or before the end of a stretch, speak of what is to come?
bool told_ahead_of(const Meaning& m) {
  return m.kind == Meaning::Kind::range ? told_ahead_of(m.parts.back()) : m.ahead;
}

/// A year, or a part of it that has no number ("late 2015").
bool tells_year_alone(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && f.calendar == Calendar::gregorian && f.year && !f.month && !f.season &&
         !f.quarter && !f.half;
}

Meaning in_year(Meaning m, std::int32_t year) {
  (m.kind == Meaning::Kind::range ? m.parts.back() : m).fields.year = year;
  return m;
}

/// Mentions that give their year to those behind them: told with it, or by one of these.
class ToldYear {
 public:
  /// Was a date told with its year shortly before `token`?
  [[nodiscard]] bool is_near(std::uint32_t token) const { return told_ && token <= last_ + year_reach; }
  /// The last day on which a date without a year, at `token`, may lie by the mention before it.
  [[nodiscard]] std::optional<Day> bound(const Meaning& m, std::uint32_t token) const {
    const bool month_alone = m.kind == Meaning::Kind::calendar && !m.fields.day;
    if (!told_ || token > last_ + (month_alone ? year_reach_of_month : year_reach)) return std::nullopt;
    return from_ + half_a_year;
  }
  /// The year told alone before `token`.
  [[nodiscard]] std::optional<std::int32_t> lone(const Document& document, std::uint32_t token) const {
    const bool near = token == last_ + 1 && document.tokens[last_].kind == TokenKind::word &&
                      document.tokens[last_].key_size <= longest_preposition;
    return near ? lone_ : std::nullopt;
  }
  void note(const Timex& t, bool year_taken) {
    const Meaning& m = t.meaning;
    lone_ = tells_year_alone(m) ? m.fields.year : std::nullopt;
    const bool counts_from_told = told_ && m.anchor == Anchor::previous;
    const bool tells = m.fields.month && (m.fields.year || year_taken || m.direction == Direction::past);
    const Window window = t.domain->hull();
    told_ = (tells || counts_from_told) && window.earliest.has_value();
    if (told_) from_ = first_day(window);
    last_ = t.last;
  }

 private:
  bool told_ = false;
  std::optional<std::int32_t> lone_;
  Day from_;
  std::uint32_t last_ = 0;
};

}  // namespace

void resolve_all(std::vector<Timex>& timexes, const Document& document, std::optional<Day> publication,
                 const std::vector<bool>& future, bool derive) {
  Roles roles(document);
  std::vector<const Timex*> mentions;  // dated ones in the article's own text
  ToldYear told_year;
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    Timex& t = timexes[i];
    const Role role = roles.at(t.first);
    Reference reference;
    reference.publication = publication;
    reference.derive = derive;
    reference.future = i < future.size() && future[i];
    const Meaning* counted = counted_from_previous(t.meaning);
    if (counted != nullptr && own_text(role)) {
      const bool calendar = counted->kind == Meaning::Kind::calendar;
      const TimeUnit unit = calendar ? TimeUnit::day : counted->quantity.unit;
      const std::size_t stop = mentions.size() > mentions_looked_back ? mentions.size() - mentions_looked_back : 0;
      for (std::size_t k = mentions.size(); k > stop; --k) {
        if (calendar && t.first > mentions[k - 1]->last + hour_reach) break;
        const bool forwards = counted->direction == Direction::future;
        const auto told = forwards ? end_told(*mentions[k - 1]) : mentions[k - 1]->domain;
        if (!told || !fine_enough(*told, unit)) continue;
        reference.previous = told;
        break;
      }
    }
    if (publication && own_text(role) && is_bare_weekday(t.meaning) &&
        told_ahead(mentions, *t.meaning.fields.weekday, *publication))
      reference.future = true;
    const bool lacks_year = lacks_only_year(t.meaning) && own_text(role);
    const auto lone = lacks_year ? told_year.lone(document, t.first) : std::nullopt;
    const auto bound = lacks_year && !lone && !reference.future && !told_ahead_of(t.meaning)
                           ? told_year.bound(t.meaning, t.first)
                           : std::nullopt;
    const bool year_taken = lone || (bound && (!reference.publication || *bound < *reference.publication));
    if (bound && year_taken)
      reference.publication = bound;
    else if (!lone && future.empty() && publication && own_text(role) &&
             (comes_soon(t.meaning, *publication) ||
              (!told_year.is_near(t.first) && is_next_month(t.meaning, *publication))))
      reference.future = true;
    Resolution r = resolve(lone ? in_year(t.meaning, *lone) : t.meaning, reference);
    if (t.meaning.kind == Meaning::Kind::offset && r.value.starts_with('P') && !r.domain && !r.value.ends_with("REF"))
      t.type = TimexType::duration;
    t.value = std::move(r.value);
    t.mod = std::move(r.mod);
    t.domain = std::move(r.domain);
    t.mismatch = std::move(r.mismatch);
    t.derivation = std::move(r.derivation);
    if (t.domain && t.meaning.kind != Meaning::Kind::span && own_text(role)) {
      mentions.push_back(&t);
      told_year.note(t, year_taken);
    }
  }
}

}  // namespace isnad
