// When an article was published, by what it says of itself.
//
// A page prints several dates: the best is one that a cue announces ("published on"), then a date line behind the
// headline (one above it may be the clock of the page), then any date line; then "today, 8 December 2024" in the text.
#include <algorithm>
#include <tuple>

#include "day_in_address.h"
#include "isnad/time.h"
#include "publication_hints.h"
#include "roles.h"
#include "wording.h"

namespace isnad {
namespace {

struct Candidate {
  Day day;
  const Timex* timex = nullptr;
  int rank = 0;        ///< lower is better
  bool hijri = false;  ///< may be a day off: months begin by sight
};

/// Is its block hardly more than a cue and the date ("Published on 8 December 2024")? In other text it is another
/// publication that is told of.
bool stands_alone(const Document& document, const Timex& timex) {
  constexpr std::uint32_t beside = 4;  // tokens
  const auto block = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [&](const Block& b) { return timex.span.begin < b.end; });
  if (block == document.blocks.end() || !own_text(block->role)) return false;
  const std::uint32_t first = document.first_token_from(block->begin), last = document.first_token_from(block->end);
  return timex.first - first <= beside && last - timex.last <= beside;
}

/// "Today, Sunday 12 March 2016", which was a Saturday: nothing tells which part of it is wrong.
bool contradicts_itself(const Meaning& meaning) { return resolved_alone(meaning).mismatch.has_value(); }

/// The day in the page's own address, printed as a line above the text.
std::optional<Day> day_in_printed_address(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.role == Role::body) return std::nullopt;
    const std::string_view text = std::string_view(document.text).substr(block.begin.value, block.end - block.begin);
    const bool address = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    if (!address || text.find(' ') != std::string_view::npos) continue;
    if (const auto day = day_in_address(text)) return day;
  }
  return std::nullopt;
}

/// A commemoration whose name tells day and month is as good as a date line that does.
void take_anniversary_for_date_line(Hints& hints) {
  if (hints.date_line || hints.anniversary == nullptr || !hints.anniversary->anniversary->month) return;
  Meaning m;
  m.fields.month = hints.anniversary->anniversary->month;
  m.fields.day = hints.anniversary->anniversary->day;
  hints.date_line = relaxation(m, false).domain;
  hints.evidence = hints.anniversary;
  // What the text tells happened then: the day is so many years behind.
  for (Day& told : hints.told) told = add_months(told, 12 * hints.anniversary->anniversary->years);
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

}  // namespace

Publication find_publication(const Document& document, const std::vector<Timex>& timexes) {
  Publication out;
  if (const auto day = parse_iso_day(document.source.published)) {
    out.origin = PublicationOrigin::given;
    out.day = day;
    out.derivation.push_back(wording::publication_known(wording::KnownBy::source));
    return out;
  }

  std::optional<Candidate> best;
  const auto offer = [&](const Candidate& c) {
    if (!best || std::tie(c.rank, c.hijri) < std::tie(best->rank, best->hijri)) best = c;
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
    const bool cue =
        t.cue == DateCue::published && (role == Role::dateline || role == Role::caption || stands_alone(document, t));
    if (role != Role::dateline && !today && !cue) continue;
    const auto day = full_day(t.meaning);
    if (!day || (today && contradicts_itself(t.meaning))) continue;
    const int rank = cue ? 0 : role == Role::dateline ? (behind_headline ? 1 : 2) : 3;
    offer({*day, &t, rank, t.meaning.fields.calendar == Calendar::hijri});
  }
  if (best) {
    out.origin = PublicationOrigin::stated;
    out.day = best->day;
    out.evidence = best->timex->span;
    out.derivation.push_back(
        wording::publication_known(best->rank == 3 ? wording::KnownBy::today : wording::KnownBy::statement));
    return out;
  }
  auto day = day_in_address(document.source.url);
  if (!day) day = day_in_printed_address(document);
  if (!day) day = day_in_name(document.source.path);
  if (day) {
    out.origin = PublicationOrigin::stated;
    out.day = day;
    out.derivation.push_back(wording::publication_known(wording::KnownBy::address));
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
