// When an article was published, by what it says of itself.
//
// A page prints several dates: the best is one that a cue announces ("published on"), then a date line behind the
// headline (one above it may be the clock of the page), then any date line; then "today, 8 December 2024" in the text.
#include <algorithm>

#include "isnad/time.h"
#include "periods.h"
#include "roles.h"
#include "wording.h"

namespace isnad {
namespace {

/// The day that an expression tells by itself, without knowing any other day.
std::optional<Day> full_day(const Meaning& m) {
  if (m.kind == Meaning::Kind::range || m.kind == Meaning::Kind::alternatives || m.kind == Meaning::Kind::span)
    return {};
  Reference unknown;
  unknown.derive = false;
  const Resolution r = resolve(m, unknown);
  if (!r.domain || r.domain->empty() || !r.domain->hull().bounded()) return {};
  const Window w = r.domain->hull();
  if (w.latest->value - w.earliest->value >= minutes_per_day) return {};
  return first_day(w);
}

bool digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Day> day_of_digits(std::string_view y, std::string_view m, std::string_view d) {
  return parse_iso_day(std::string(y) + '-' + std::string(m) + '-' + std::string(d));
}

/// ".../2024/12/08/..." in an address.
std::optional<Day> day_in_path(std::string_view url) {
  for (std::size_t i = 0; i + 11 <= url.size(); ++i) {
    if (url[i] != '/' || url[i + 5] != '/' || url[i + 8] != '/') continue;
    if (i + 11 < url.size() && digit(url[i + 11])) continue;
    if (auto day = day_of_digits(url.substr(i + 1, 4), url.substr(i + 6, 2), url.substr(i + 9, 2))) return day;
  }
  return std::nullopt;
}

/// "...-20241208" or "...-2024-12-08" at the end of a file's name.
std::optional<Day> day_in_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  name = name.substr(0, name.find('.'));
  const auto stands_apart = [&](std::size_t size) {
    return name.size() == size || (name.size() > size && !digit(name[name.size() - size - 1]));
  };
  if (name.size() >= 10 && stands_apart(10)) {
    const std::string_view end = name.substr(name.size() - 10);
    if (const auto day = parse_iso_day(end)) return day;
  }
  if (name.size() >= 8 && stands_apart(8)) {
    const std::string_view end = name.substr(name.size() - 8);
    const auto day = day_of_digits(end.substr(0, 4), end.substr(4, 2), end.substr(6, 2));
    // Eight figures may be any number: only days on which there were web pages.
    if (day && civil_from_day(*day).year >= 1990 && civil_from_day(*day).year <= 2100) return day;
  }
  return std::nullopt;
}

struct Candidate {
  Day day;
  const Timex* timex = nullptr;
  int rank = 0;  ///< lower is better
};

/// What date lines without a year, and "today, Sunday", say of the day.
struct Hints {
  std::optional<TimeDomain> date_line;
  const Timex* evidence = nullptr;
  std::optional<TimeDomain> weekday;
  std::optional<Weekday> today;
  std::optional<std::int32_t> latest_year;
  const Timex* anniversary = nullptr;  ///< "today", which is one
};

void note_hints(const Timex& t, Role role, Hints& hints) {
  const Meaning& m = t.meaning;
  if (role == Role::dateline && m.kind == Meaning::Kind::calendar && m.fields.month && m.fields.day && !m.fields.year &&
      !hints.date_line && t.cue != DateCue::updated) {
    hints.date_line = relaxation(m, false).domain;
    hints.evidence = &t;
  }
  if (!own_text(role)) return;
  if (is_today(m) && m.fields.weekday && !m.fields.day && !hints.weekday) {
    hints.weekday = relaxation(m, false).publication;
    hints.today = m.fields.weekday;
  }
  if (t.anniversary && hints.anniversary == nullptr) hints.anniversary = &t;
  if (m.kind == Meaning::Kind::calendar && m.fields.year && m.fields.calendar == Calendar::gregorian) {
    hints.latest_year = std::max(hints.latest_year.value_or(*m.fields.year), *m.fields.year);
  }
}

/// A commemoration whose name tells day and month is as good as a date line that does.
void take_anniversary_for_date_line(Hints& hints) {
  if (hints.date_line || hints.anniversary == nullptr || !hints.anniversary->anniversary->month) return;
  Meaning m;
  m.fields.month = hints.anniversary->anniversary->month;
  m.fields.day = hints.anniversary->anniversary->day;
  hints.date_line = relaxation(m, false).domain;
  hints.evidence = hints.anniversary;
}

/// So many years after the one day that the article tells as commemorated: of those in the sentence of "today" and the
/// next one, the day whose anniversary has the weekday of "today"; without a weekday, the only one of the same
/// sentence.
std::optional<Day> anniversary_day(const Document& document, const std::vector<Timex>& timexes, const Timex& today) {
  const auto sentence = std::upper_bound(document.sentences.begin(), document.sentences.end(), today.first,
                                         [](std::uint32_t at, const Sentence& s) { return at < s.last; });
  if (sentence == document.sentences.end()) return std::nullopt;
  const auto& weekday = today.meaning.fields.weekday;
  const auto next = std::next(sentence);
  const std::uint32_t end = weekday && next != document.sentences.end() ? next->last : sentence->last;
  std::optional<Day> found;
  for (const Timex& t : timexes) {
    if (t.first < sentence->first || t.first >= end || !t.meaning.fields.year) continue;
    const auto told = full_day(t.meaning);
    if (!told) continue;
    const Day day = add_months(*told, 12 * today.anniversary->years);
    if (weekday && weekday_of(day) != *weekday) continue;
    if (found && *found != day) return std::nullopt;
    found = day;
  }
  return found;
}

void infer(const Hints& hints, Publication& out) {
  if (!hints.date_line) return;
  TimeDomain days = *hints.date_line;
  if (hints.weekday) {
    TimeDomain both = intersect(days, *hints.weekday);
    if (!both.empty()) days = std::move(both);
  }
  if (days.empty()) return;
  out.domain = days;
  out.evidence = hints.evidence->span;
  if (!hints.latest_year || !hints.today) return;
  // The article is of the latest year that it tells, or of the next one: the one in which the weekday is right.
  std::optional<Day> found;
  for (const std::int32_t year : {*hints.latest_year, *hints.latest_year + 1}) {
    const TimeDomain in_year = intersect(days, TimeDomain::of({years_window(year, year)}));
    if (in_year.windows.size() != 1) continue;
    const Day day = first_day(in_year.hull());
    if (weekday_of(day) == *hints.today && !found) found = day;
  }
  if (!found) return;
  out.origin = PublicationOrigin::inferred;
  out.day = found;
  out.derivation.push_back(wording::publication_inferred(*hints.today));
}

}  // namespace

Publication find_publication(const Document& document, const std::vector<Timex>& timexes) {
  Publication out;
  if (const auto day = parse_iso_day(document.source.published)) {
    out.origin = PublicationOrigin::given;
    out.day = day;
    out.derivation.push_back(wording::publication_given());
    return out;
  }

  std::optional<Candidate> best;
  const auto offer = [&](const Candidate& c) {
    if (!best || c.rank < best->rank) best = c;
  };
  Roles roles(document);
  Hints hints;
  const auto headline = std::find_if(document.blocks.begin(), document.blocks.end(),
                                     [](const Block& b) { return b.role == Role::headline; });
  for (const Timex& t : timexes) {
    const Role role = roles.at(t.first);
    note_hints(t, role, hints);
    const bool behind_headline = headline != document.blocks.end() && headline->end <= t.span.begin;
    if (t.cue == DateCue::updated) continue;
    const bool today = is_today(t.meaning) && own_text(role) && (t.meaning.fields.day || !t.meaning.parts.empty());
    const bool cue = t.cue == DateCue::published && role != Role::related && role != Role::duplicate;
    if (role != Role::dateline && !today && !cue) continue;
    const auto day = full_day(t.meaning);
    if (!day) continue;
    offer({*day, &t, cue ? 0 : role == Role::dateline ? (behind_headline ? 1 : 2) : 3});
  }
  if (best) {
    out.origin = PublicationOrigin::stated;
    out.day = best->day;
    out.evidence = best->timex->span;
    out.derivation.push_back(best->rank == 3 ? wording::publication_today() : wording::publication_stated());
    return out;
  }
  auto day = day_in_path(document.source.url);
  if (!day) day = day_in_name(document.source.path);
  if (day) {
    out.origin = PublicationOrigin::stated;
    out.day = day;
    out.derivation.push_back(wording::publication_in_address());
    return out;
  }
  if (hints.anniversary != nullptr) {
    if (const auto told = anniversary_day(document, timexes, *hints.anniversary)) {
      out.origin = PublicationOrigin::inferred;
      out.day = told;
      out.evidence = hints.anniversary->span;
      out.derivation.push_back(wording::publication_anniversary(hints.anniversary->anniversary->years));
      return out;
    }
  }
  take_anniversary_for_date_line(hints);
  infer(hints, out);
  return out;
}

}  // namespace isnad
