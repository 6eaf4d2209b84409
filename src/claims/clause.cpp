#include "claims/clause.h"

#include <algorithm>

namespace isnad::claims {
namespace {

/// "after the flight of the president": a preposition of time with an event's noun right behind it.
bool opens_event_time(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  if (!reading.is(token, Word::same_time) || reading.timex(token)) return false;
  const std::uint32_t next = reading.after(token, Word::same_time);
  return next < limit && reading.is(next, Word::event) && !reading.timex(next);
}

ClauseTie tie_of(std::string_view relation) {
  if (relation == "after") return ClauseTie::after;
  if (relation == "before") return ClauseTie::before;
  if (relation == "since") return ClauseTie::since;
  return ClauseTie::subordinate;
}

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  std::vector<Clause> clauses;
  TokenRange current{sentence.first, sentence.first};
  ClauseTie tie = ClauseTie::begins;
  const auto cut = [&](std::uint32_t at, ClauseTie next) {
    if (at > current.first) {
      current.last = at;
      clauses.push_back({current, tie});
      current.first = at;
    }
    tie = next;
  };
  const auto has_verb = [&] {
    for (std::uint32_t t = current.first; t < current.last; ++t)
      if (reading.is_verb(t) && !reading.is(t, Word::auxiliary)) return true;
    return false;
  };
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    current.last = t;
    bool content = false, cue = false;
    for (const Scope& s : scopes) {
      content = content || (!s.content.empty() && s.content.first == t && !(s.outer && s.cue.first > t));
      cue = cue || s.cue.first == t;
    }
    if (content)
      cut(t, ClauseTie::content);
    else if (cue)
      cut(t, ClauseTie::begins);
    if (std::any_of(scopes.begin(), scopes.end(), [t](const Scope& s) { return s.cue.contains(t); })) continue;
    if (reading.is(t, Word::subordinator) && !reading.timex(t)) {
      cut(t, tie_of(reading.value(t, Word::subordinator)));
      t = reading.after(t, Word::subordinator) - 1;
    } else if (reading.is(t, Word::relative)) {
      cut(t, ClauseTie::relative);
    } else if (opens_event_time(reading, t, sentence.last)) {
      cut(t, tie_of(reading.value(t, Word::same_time)));
      t = reading.after(t, Word::same_time) - 1;
    } else if (t > sentence.first && reading.is_any(t, {Word::event, Word::light}) && reading.has_conjunction(t) &&
               !reading.timex(t)) {
      cut(t, ClauseTie::coordinated);
    } else if (t > sentence.first && reading.is_comma(t - 1) && reading.is_verb(t) && has_verb()) {
      cut(t, ClauseTie::coordinated);
    } else if (t > sentence.first && t + 1 < sentence.last && reading.is_comma(t - 1) &&
               reading.is(t, Word::preposition) && reading.has_conjunction(t) && reading.timex(t + 1) && has_verb()) {
      cut(t, ClauseTie::coordinated);  // "..., and on Sunday morning they entered"
    } else if (t > sentence.first && reading.is(t, Word::complementizer) && t > current.first + 1 &&
               reading.has_conjunction(t)) {
      cut(t, ClauseTie::content);  // "and that ..." goes on with what is said
    }
  }
  cut(sentence.last, ClauseTie::begins);
  return clauses;
}

}  // namespace isnad::claims
