#include "claims/argument_places.h"

#include <algorithm>

#include "claims/noun_phrase.h"

namespace isnad::claims {

bool has_class(const Reading& reading, TokenRange phrase, const std::string& name) {
  if (name.empty()) return true;
  const auto holds = [&](std::uint32_t t) {
    if (name == "place") return reading.is(t, Word::place_name) || reading.is(t, Word::place_kind);
    return reading.is_class(t, name);
  };
  // The head decides: it stands at the begin, behind adjectives of quantity ("all the sites") and a title.
  const std::uint32_t reach = name == "asylum" ? phrase.last : std::min(phrase.last, phrase.first + 3);
  for (std::uint32_t t = phrase.first; t < reach; ++t) {
    if (holds(t)) return true;
    if (name == "place" && !reading.is(t, Word::general_adjective) && !reading.is_mark(t)) return false;
  }
  return false;
}

bool brings(const Reading& reading, const FrameArgument& argument, std::uint32_t token, std::uint32_t& next) {
  if (reading.is_name_like_preposition(token)) return false;
  const std::string_view key = reading.key(token);
  const std::string_view glued = argument.prepositions.empty() ? std::string_view{} : reading.glued_preposition(token);
  for (const std::string& preposition : argument.prepositions) {
    if (key == preposition ||
        (key.size() <= preposition.size() + 2 && key.ends_with(preposition) && reading.has_conjunction(token))) {
      next = token + 1;
      return true;
    }
    if (glued == preposition) {
      next = token;
      return true;
    }
  }
  return false;
}

TokenRange subject_region(const Reading& reading, const Item& trigger, TokenRange clause) {
  std::uint32_t t = clause.first;
  while (t < trigger.first) {
    if (reading.is_mark(t) || reading.timex(t) ||
        reading.is_any(
            t, {Word::complementizer, Word::subordinator, Word::relative, Word::same_time, Word::conjunction})) {
      ++t;
    } else if (reading.is(t, Word::preposition)) {
      while (t < trigger.first && !reading.is_comma(t)) ++t;
    } else {
      break;
    }
  }
  std::uint32_t end = t;
  while (end < trigger.first &&
         !reading.is_any(end, {Word::passive_auxiliary, Word::auxiliary, Word::plan, Word::negation}))
    ++end;
  return noun_phrase(reading, t, end, false);
}

TokenRange behind_adverbials(const Reading& reading, std::uint32_t at, TokenRange clause) {
  std::uint32_t t = at;
  if (t < clause.last && reading.is(t, Word::preposition)) ++t;
  if (t >= clause.last || (t == at && reading.glued_preposition(t).empty())) return {at, at};
  t = noun_phrase(reading, t, clause.last, false).last;
  const std::uint32_t time = t;
  while (t < clause.last && reading.timex(t)) ++t;
  if (t == time || t >= clause.last || !reading.glued_preposition(t).empty()) return {at, at};
  return noun_phrase(reading, t, clause.last, false);
}

bool names_its_subject(const Item& trigger) {
  const auto number = trigger.value.text("number").value_or("");
  const auto gender = trigger.value.text("gender").value_or("");
  return number == "p" && gender != "f";
}

bool is_passive(const Reading& reading, const Item& trigger) {
  if (trigger.value.text("voice") == "passive") return true;
  if (trigger.value.text("tense") != "perfect") return false;
  constexpr std::string_view damma = "\u064f";
  constexpr std::size_t first_letters = 3;
  const std::string_view word = reading.document.surface(reading.document.tokens[trigger.first]);
  const std::size_t at = word.find(damma);
  if (at == std::string_view::npos || at == 0 || at + damma.size() >= word.size()) return false;
  return letters_of(matching_form(word.substr(0, at))) <= first_letters;
}

TokenRange subject_ahead(const Reading& reading, const Item& trigger, TokenRange clause) {
  // Nouns before the verb in its clause, with nothing but auxiliaries between: subject first.
  std::uint32_t limit = clause.first;
  if (trigger.first == limit) return {limit, limit};
  // "had the group, with others, launched": the subject stands behind the auxiliary that opens the clause.
  for (std::uint32_t t = limit; t < std::min(limit + 2, trigger.first); ++t)
    if (reading.is(t, Word::auxiliary) ||
        (reading.is_class(t, "being") && reading.is(trigger.first - 1, Word::perfect_particle))) {
      const TokenRange subject = noun_phrase(reading, t + 1, trigger.first, false);
      if (!subject.empty()) return subject;
    }
  // "the agreement had been signed", "the police did not arrest": behind its subject
  std::uint32_t end = trigger.first;
  while (end > limit &&
         (reading.is_any(end - 1, {Word::auxiliary, Word::perfect_particle}) || reading.is_negated_verb(end)))
    --end;
  TokenRange phrase = noun_phrase_before(reading, end, limit);
  if (phrase.empty() || reading.has_conjunction(trigger.first)) return {limit, limit};
  // It must open the clause, perhaps behind a complementizer, a conjunction of clauses, or a time.
  std::uint32_t t = phrase.first;
  while (t > limit &&
         (reading.is_mark(t - 1) || reading.timex(t - 1) ||
          reading.is_any(t - 1, {Word::complementizer, Word::subordinator, Word::auxiliary, Word::perfect_particle})))
    --t;
  if (t != limit) return {limit, limit};
  return phrase;
}

}  // namespace isnad::claims
