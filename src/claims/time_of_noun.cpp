#include "claims/time_of_noun.h"

#include <algorithm>

#include "claims/noun_phrase.h"

namespace isnad::claims {
namespace {

/// The class's word ends right before the token.
bool ends_before(const Reading& reading, std::uint32_t token, std::uint32_t limit, std::string_view name) {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t t = token; t > limit && token - t < longest; --t)
    if (reading.class_end(t - 1, name) == token) return true;
  return false;
}

/// "Compared with March 2017", "less than it was in the seventies": the words right before the time, or its
/// preposition.
bool is_compared(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  if (ends_before(reading, timex.first, limit, "comparison")) return true;
  return timex.first > limit && reading.is(timex.first - 1, Word::preposition) &&
         ends_before(reading, timex.first - 1, limit, "comparison");
}

/// "2026", "of 2018" written with its word; not "in the year 1966", which dates what was done there.
bool is_bare_year(const Reading& reading, const Timex& timex) {
  const auto is_year = [](const Meaning& m) {
    return m.kind == Meaning::Kind::calendar && m.fields.year && !m.fields.month && !m.fields.day;
  };
  const Meaning& m = timex.meaning;  // or a season of two, "2016-2017"
  const bool years = m.kind == Meaning::Kind::range && is_year(m.parts.front()) && is_year(m.parts.back());
  return (is_year(m) || years) && (!reading.is_word(timex.first) || !reading.glued_preposition(timex.first).empty());
}

/// "The first execution since mid-2013", "the highest toll since 1999".
bool is_last_of_its_kind(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  constexpr std::uint32_t reach = 10;
  const bool since = reading.value(timex.first, Word::bound) == "since";  // "since a year and a half"
  if (timex.first <= limit || (!since && reading.value(timex.first - 1, Word::bound) != "since")) return false;
  for (std::uint32_t t = timex.first - (since ? 0 : 1); t > limit && timex.first - t < reach; --t)
    if (reading.is_class(t - 1, "of-its-kind")) return true;
  return false;
}

/// A text or an agreement stands right before the token, perhaps with its topic ("the agreement of the ceasefire").
bool is_of_paper(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t t = token; t > limit && token - t < reach && !reading.is_verb(t - 1); --t)
    for (const std::string_view paper : {"agreement", "paper", "document"})
      if (reading.is_class(t - 1, paper)) return true;
  return false;
}

/// "The contract | concluded with the company | in March": the participle, perhaps with what stands behind it, before
/// the token at `end`. What is told between them by a word for an event has the date.
std::optional<std::uint32_t> done_participle(const Reading& reading, std::uint32_t end, std::uint32_t limit) {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t t = end; t > limit + 1 && end - t < reach; --t) {
    const std::uint32_t at = t - 1;
    if (const Item* item = reading.item(at, "dated-participle")) {
      const bool describes = reading.is_word(at - 1) && (!item->value.has("of") || is_of_paper(reading, at, limit));
      const bool near = at + 1 == end || !done_by(reading, at).empty();  // "whose term has ended will meet | tomorrow"
      return describes && near ? std::optional(at) : std::nullopt;
    }
    if (reading.timex(at) || reading.is_comma(at) || reading.is_verb(at) ||
        reading.is_any(at, {Word::event, Word::deed, Word::speech, Word::relative, Word::complementizer,
                            Word::subordinator, Word::perfect_particle, Word::auxiliary}))
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string_view done_by(const Reading& reading, std::uint32_t participle) {
  const std::string_view done = reading.value_of(participle, "dated-participle");
  return done == "is" ? std::string_view{} : done;
}

bool is_named_after(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  return timex.first > limit && reading.is_class(timex.first - 1, "of-the-season") &&
         !reading.is_definite(timex.first - 1) && timex.meaning.period != PeriodPart::whole &&
         !timex.meaning.fields.month;
}

bool belongs_to_noun(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  if (is_compared(reading, timex, limit) || is_last_of_its_kind(reading, timex, limit) ||
      is_named_after(reading, timex, limit))
    return true;
  if (is_bare_year(reading, timex) && ends_before(reading, timex.first, limit, "edition")) return true;
  return lasting_since(reading, timex, limit).has_value();
}

bool bare_relative_between(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  if (!reading.verb_first()) return false;
  const auto is_noun = [&](std::uint32_t t) {
    return reading.is_word(t) && !reading.timex(t) && !reading.is_definite(t) && !reading.is_verb(t) &&
           !reading.is_any(t, {Word::preposition, Word::complementizer, Word::relative, Word::subordinator,
                               Word::perfect_particle, Word::auxiliary, Word::conjunction, Word::negation,
                               Word::pronoun, Word::place_name, Word::with_pronoun, Word::general_adjective,
                               Word::title, Word::given_name, Word::office, Word::agency, Word::outlet});
  };
  const auto is_perfect = [&](std::uint32_t t) {
    for (const Word word : {Word::event, Word::speech})
      for (const Item* item : reading.items(t, word))
        if (item->value.text("tense").value_or("") == "perfect") return true;
    return false;
  };
  // "won in a match that it played on": what the first one is told of is the occasion of both
  const auto is_occasion = [&](std::uint32_t verb) {
    constexpr std::uint32_t longest = 3;
    for (std::uint32_t t = verb; t > first && verb - t < longest; --t)
      if (reading.is_any(t - 1, {Word::event}) || reading.is_class(t - 1, "match") ||
          reading.is_class(t - 1, "occasion"))
        return t > first + 1 && reading.is(t - 2, Word::belonging);
    return false;
  };
  for (std::uint32_t t = first + 1; t < last; ++t)
    if (is_verb_only(reading, t) && is_perfect(t) && !is_occasion(t) &&
        !reading.is_any(t, {Word::auxiliary, Word::light}) && !reading.has_conjunction(t) && is_noun(t - 1))
      return true;
  return false;
}

std::optional<std::uint32_t> owning_participle(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  std::uint32_t t = timex.first;
  if (t > limit + 2 && (reading.is(t - 1, Word::preposition) || reading.is(t - 1, Word::bound))) --t;
  if (t < limit + 2) return std::nullopt;
  if (const auto done = done_participle(reading, t, limit)) return done;
  if (!reading.is_definite(t - 1) || !reading.is_word(t - 2)) return std::nullopt;
  const std::uint32_t at = t - 1;
  const auto items = reading.items(at, Word::event);
  const bool participle = !items.empty() && std::all_of(items.begin(), items.end(), [](const Item* item) {
    return item->value.text("form") == "participle";
  });
  const bool due = reading.value(at, Word::plan) == "due";
  return (participle && reading.is_definite(t - 2)) || due ? std::optional(at) : std::nullopt;
}

std::optional<std::uint32_t> lasting_since(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  const bool since = timex.first > limit + 1 && reading.value(timex.first - 1, Word::bound) == "since";
  if (!since || !ends_before(reading, timex.first - 1, limit, "lasting")) return std::nullopt;
  return timex.first - 2;
}

}  // namespace isnad::claims
