#include "claims/content_begin.h"

#include <algorithm>

#include "claims/argument_places.h"
#include "claims/noun_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

/// What is said begins behind a complementizer, a colon, or an opening quote; looked for in this many tokens.
constexpr std::uint32_t content_reach = 28;

/// "(A circular that she signed) and was handed out at noon": a verb of passing on that cites nobody, right before a
/// time.
bool is_handed_out(const Reading& reading, std::uint32_t verb) {
  return reading.value(verb, Word::speech) == "relay" && reading.has_conjunction(verb) &&
         verb + 1 < reading.document.tokens.size() && reading.timex(verb + 1).has_value();
}

/// "Declared the liberation of the country | on Sunday": when it was declared stands behind the noun that tells what.
std::optional<std::uint32_t> time_behind_action(const Reading& reading, std::uint32_t from, std::uint32_t limit) {
  if (from >= limit || !is_definite_action(reading, from)) return std::nullopt;
  std::uint32_t t = noun_phrase(reading, from, limit, false).last;
  if (t < limit && !reading.glued_preposition(t).empty()) t = noun_phrase(reading, t, limit, false).last;
  return t < limit ? reading.timex(t) : std::nullopt;
}

}  // namespace

bool is_saying_verb(const Reading& reading, std::uint32_t token) {
  const Item* item = reading.item(token, Word::speech);
  if (!item || reading.is_definite(token) || reading.is(token, Word::number)) return false;  // "and two"
  // "was told": of verbs that have a hearer, where the vowel is written
  if (item->value.text("object") == "person" && is_passive(reading, *item)) return false;
  // "in reply to" is written like a verb
  if (const Item* longer = reading.item(token, Word::preposition); longer && longer->last > item->last) return false;
  // no verb stands behind a preposition ("came to the mention of his name"), but one does behind "it is he who"
  const bool singled_out = token > 1 && reading.is_class(token - 2, "cleft");
  if (token > 0 && !singled_out && reading.is(token - 1, Word::preposition) &&
      reading.is_any(token - 1, {Word::belonging, Word::behind_speech, Word::quoting}))
    return false;
  // "that a report came in" is written like "that and he answered"
  if (token > 0 && reading.has_conjunction(token) && reading.is(token - 1, Word::complementizer)) return false;
  // nor right behind a verb that carries a noun ("tried the disclosure of ...")
  if (token > 0 && item->value.text("tense").value_or("") == "perfect" && item->proclitics.empty() &&
      reading.is(token - 1, Word::light) && !reading.is_definite(token - 1) &&
      !reading.is_any(token - 1, {Word::auxiliary, Word::title}))
    return false;
  return item->value.text("form").value_or("verb") == "verb" || item->value.has("tense");
}

bool publishes(const Reading& reading, std::uint32_t verb) {
  return reading.value(verb, Word::speech) == "relay" && !reading.item(verb, Word::speech)->enclitic.empty();
}

std::uint32_t behind_aside(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t longest = 16;
  if (at + 2 < limit && reading.is_dash(at)) {  // "the president - in an address - that"
    for (std::uint32_t t = at + 2; t + 1 < limit && t < at + longest && !is_saying_verb(reading, t); ++t)
      if (reading.is_dash(t)) return t + 1;
    return at;
  }
  if (at + 2 >= limit || !reading.is_comma(at)) return at;
  if (reading.is_any(at + 1,
                     {Word::title, Word::anonymous})) {  // ", director of the museum that we visited yesterday, | that"
    for (std::uint32_t t = at + 2; t + 1 < limit && t < at + longest; ++t) {
      if (is_saying_verb(reading, t) || reading.is(t, Word::complementizer)) return at;
      if (reading.is_comma(t)) return reading.is(t + 1, Word::complementizer) ? t + 1 : at;
    }
    return at;
  }
  // ", and it is a body of relief, | that"
  // or ", and he is a farmer, | to the paper that"
  const bool describes = reading.is(at + 1, Word::pronoun) && reading.has_conjunction(at + 1);
  if (describes) {
    for (std::uint32_t t = at + 2; t + 1 < limit && t < at + longest; ++t)
      if (reading.is_comma(t)) {
        const bool told = reading.is(t + 1, Word::hearer) ||
                          (reading.is(t + 1, Word::preposition) && t + 2 < limit && reading.opens_quote(t + 2));
        return told || reading.is(t + 1, Word::complementizer) ? t + 1 : at;
      }
    return at;
  }
  if (!reading.is_any(at + 1, {Word::relative, Word::according})) return at;
  for (std::uint32_t t = at + 2; t < limit && t < at + longest; ++t)
    if (reading.is_comma(t) || reading.opens_quote(t)) return reading.is_comma(t) ? t + 1 : t;
  return at;
}

std::uint32_t behind_text_named(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t longest = 16;
  if (at + 3 >= limit || !reading.is_comma(at) || !reading.is(at + 1, Word::belonging) ||
      !reading.is_any(at + 2, {Word::document, Word::medium}))
    return at;
  for (std::uint32_t t = at + 3;
       t + 1 < limit && t < at + longest && (!is_saying_verb(reading, t) || publishes(reading, t)); ++t)
    if (reading.is_comma(t)) return t + 1;
  return at;
}

std::uint32_t behind_rumour(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t longest = 7;
  while (at + 1 < limit && reading.is_comma(at)) ++at;
  const Item* what = at < limit ? reading.item(at, Word::relative) : nullptr;
  if (!what || !what->value.has("alone")) return at;
  for (std::uint32_t t = at + 2; t + 1 < std::min(limit, at + longest); ++t) {
    if (reading.is_mark(t) || reading.timex(t) || reading.is(t, Word::complementizer)) return at;
    if (reading.is(t, Word::quoting)) return t + 1;
  }
  return at;
}

ContentBegin find_content(const Reading& reading, std::uint32_t from, std::uint32_t limit) {
  ContentBegin result{from, false, std::nullopt, std::nullopt};
  bool aside = false;
  for (std::uint32_t t = from; t < limit && t < from + content_reach; ++t) {
    if (const std::uint32_t behind = behind_aside(reading, t, limit); behind > t) {
      t = behind - 1;
      continue;
    }
    if (const auto x = reading.timex(t); x && !result.timex) result.timex = x;
    // "and was" is written like "and as if"
    const bool brings = reading.is(t, Word::complementizer) && !reading.is(t, Word::auxiliary);
    if (brings || reading.is_colon(t)) {
      result.at = reading.is_colon(t) ? t + 1 : t;
      result.explicit_mark = true;
      return result;
    }
    // A quotation that is more than a name in quotes.
    if (reading.opens_quote(t) && t + 5 < limit) {
      if (const std::uint32_t name = behind_quoted_name(reading, t, limit); name > t) {
        t = name - 1;
        continue;
      }
      std::uint32_t close = t + 1;
      while (close < limit && close < t + 5 && !reading.is_quote(close)) ++close;
      if (close == t + 5) {
        result.at = t;
        result.explicit_mark = true;
        return result;
      }
      t = close;  // straight marks open and close alike
      continue;
    }
    // Another verb of saying, or a clause of its own, ends the search; not "(a statement) that the agency published".
    if (t > from && is_saying_verb(reading, t) && !publishes(reading, t) && !is_handed_out(reading, t)) break;
    if (reading.value(t, Word::subordinator) == "with") result.plan = t;
    aside = aside || reading.is_comma(t);
    if (!aside && reading.value(t, Word::plan) == "conditional") break;  // "denied the sale if it turns out that"
    if (t > from &&
        (reading.is(t, Word::speech_participle) || reading.is(t, Word::subordinator) || reading.is(t, Word::relative)))
      break;
  }
  if (result.explicit_mark) return result;
  // What is said is the object itself ("announced on Monday the fall of ..."): a time right behind the speaker dates
  // the saying.
  result.timex.reset();
  from = result.at = behind_aside(reading, from, limit);  // "the data, which the bureau published, | the fall of"
  // "denied, in a statement that it issued on Wednesday, | the fall of": the time of the statement
  if (const std::uint32_t behind = behind_text_named(reading, from, limit); behind > from && behind < limit) {
    for (result.at = behind; from < behind && !result.timex; ++from) result.timex = reading.timex(from);
    return result;
  }
  std::uint32_t t = from;
  while (t < limit && t < from + 3 && !reading.timex(t) &&
         (reading.is_mark(t) || reading.is_any(t, {Word::preposition, Word::obtained})))
    ++t;
  if (t < limit && reading.timex(t)) {
    result.timex = reading.timex(t);
    while (t < limit && reading.timex(t) == result.timex) ++t;
    result.at = t;
  } else {
    result.timex = time_behind_action(reading, from, limit);
  }
  return result;
}

}  // namespace isnad::claims
