#include "claims/speaker_phrase.h"

#include <algorithm>

#include "claims/name.h"
#include "claims/noun_phrase.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

/// "A director of | a facility of the lights": behind a function without the article a noun completes it, and names no
/// one.
bool is_completed_function(const Reading& reading, TokenRange phrase, TokenRange name) {
  return reading.verb_first() && !reading.is_definite(phrase.first) &&
         name.first == reading.after(phrase.first, Word::title) && name.size() > 1 &&
         reading.is_definite(name.first + 1);
}

bool has_title_behind(const Reading& reading, TokenRange phrase) {
  for (std::uint32_t t = phrase.first + 1; t + 1 < phrase.last; ++t)
    if (reading.is(t, Word::title)) return true;
  return false;
}

/// "Of the union | Nour al-Din al-Fulani": behind the article a word without begins a name of several words.
bool begins_name_behind_body(const Reading& reading, TokenRange complement) {
  for (std::uint32_t t = complement.first + 1; t + 2 < complement.last; ++t)
    if (reading.is_definite(t - 1) && !reading.is_definite(t) && reading.is_word(t) && !reading.has_conjunction(t) &&
        !reading.is_any(t, {Word::place_name, Word::place_kind, Word::office, Word::general_adjective}))
      return true;
  return false;
}

/// A preposition written with a word that names no hearer, right behind a body's name.
bool is_purpose(const Reading& reading, std::uint32_t token, bool of_office = false) {
  const Item* as_event = reading.item(token, Word::event);
  if (!reading.has_contracting_preposition(token) ||
      reading.is_any(token, {Word::hearer, Word::title, Word::anonymous, Word::medium, Word::agency, Word::outlet}))
    return false;
  for (const char* people : {"person", "people", "staff", "place-name", "company", "firm"})
    if (reading.is_class(token, people)) return false;
  if (!of_office && reading.is(token, Word::force)) return false;  // "the press office of the police"
  const bool action = as_event && as_event->value.text("form").value_or("verb") != "verb";
  const bool completed = token + 1 < reading.document.tokens.size() && reading.is_definite(token + 1);
  return action || reading.is_definite(token) || completed;
}

/// "The director of "The Hill" Fulan": a body in quotation marks behind a preposition that stands alone, and a name;
/// the phrase itself where no name follows (a paper that was told).
TokenRange with_quoted_body(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  constexpr std::uint32_t longest_body = 5, longest_name = 4;
  const std::uint32_t quote = phrase.last + 1;
  if (quote + 1 >= limit || !reading.is(phrase.last, Word::preposition) || !reading.is_quote(quote)) return phrase;
  std::uint32_t close = quote + 2;
  while (close < limit && close <= quote + longest_body && !reading.is_quote(close)) ++close;
  if (close >= limit || !reading.is_quote(close)) return phrase;
  const TokenRange name = noun_phrase(reading, close + 1, limit, false);
  if (name.size() < 2 || name.size() > longest_name || name.first != close + 1 || name.last >= limit ||
      reading.is_definite(name.first) || !reading.is(name.last, Word::complementizer))
    return phrase;
  return {phrase.first, name.last};
}

}  // namespace

TokenRange apposition(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  if (at + 1 < limit && reading.is_quote(at)) ++at;  // of a name in quotation marks
  if (at + 1 >= limit || !reading.is_comma(at) || reading.is(at + 1, Word::preposition)) return {at, at};
  if (!reading.glued_preposition(at + 1).empty() || reading.is(at + 1, Word::hearer)) return {at, at};
  const TokenRange name = noun_phrase(reading, at + 1, std::min(limit, at + 6), false);
  if (name.empty() || name.size() > 4 || reading.is_quote(at + 1)) return {at, at};
  // "said the mayor, Anna Smith.": a name of two words at least ends its sentence; not "a source, the newspaper said"
  const bool person = name.size() > 1 && !reading.is_definite(name.first) && !speaker_kind(reading, name) &&
                      !reading.is_any(name.first, {Word::determiner, Word::general_adjective});
  const bool ends = person && (name.last >= limit || (name.last + 1 == limit && reading.is_mark(name.last)));
  const auto is_name_of_person = [&](std::uint32_t t) {
    return reading.is_given_name(t) || reading.is_class(t, "name-particle");
  };
  // "the director, Fulan al-Fulani in a statement"
  const bool goes_on =
      person && name.last < limit && is_name_of_person(name.first) && reading.is(name.last, Word::preposition);
  if (!ends && !goes_on &&
      (name.last >= limit || !(reading.is_comma(name.last) || reading.is_colon(name.last) ||
                               reading.is_any(name.last, {Word::complementizer, Word::hearer}))))
    return {at, at};
  for (std::uint32_t t = name.first; t < name.last; ++t)
    if (!reading.is_word(t) || reading.has_conjunction(t) || reading.timex(t) || reading.is_class(t, "demonstrative") ||
        reading.is_class(t, "quantifier") ||
        (!(t <= name.first + (goes_on ? 0 : 1) && person && reading.is_given_name(name.first)) &&
         reading.is_any(t, {Word::speech, Word::event, Word::light, Word::speech_participle})))
      return {at, at};
  return name;
}

namespace {

/// "(In) a statement", "(at) a meeting", "(of) the attack": no body.
bool tells_how(const Reading& reading, TokenRange noun) {
  for (std::uint32_t t = noun.first; t < noun.last; ++t)
    if (reading.is_any(t, {Word::document, Word::number, Word::event}) || reading.is_class(t, "occasion")) return true;
  return false;
}

/// "A spokesman for the interior ministry", "a person at the U.S. Treasury": in a language whose nouns are tied by
/// prepositions.
TokenRange with_body(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  constexpr std::uint32_t most = 2;
  std::uint32_t head = phrase.first;
  while (head + 1 < phrase.last && !reading.is(head, Word::anonymous) &&
         reading.is_any(head, {Word::determiner, Word::general_adjective, Word::number}))
    ++head;
  if (head == phrase.first && !reading.is_any(head, {Word::title, Word::anonymous})) return phrase;
  for (std::uint32_t n = 0; n < most; ++n) {
    const std::uint32_t at = phrase.last;
    std::uint32_t behind = reading.class_end(at, "nearness");  // "close to", "familiar with"
    if (behind <= at) behind = reading.class_end(at - 1, "nearness");
    const bool near = behind > at;
    if (!near) behind = reading.is(at, Word::preposition) ? at + 1 : at;
    if (behind <= at || behind >= limit) break;
    const TokenRange body = noun_phrase(reading, behind, limit, false);
    if (body.empty() || reading.timex(body.first) || (!near && tells_how(reading, body))) break;
    phrase.last = body.last;
  }
  return phrase;
}

}  // namespace

TokenRange with_complements(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  if (!reading.verb_first()) return with_body(reading, phrase, limit);
  constexpr std::uint32_t most = 3;
  const bool expert = reading.is(phrase.first, Word::anonymous) && reading.is_definite(phrase.first);
  if (!(expert || reading.is(phrase.first, Word::title))) return phrase;
  if (const TokenRange name = person_name(reading, phrase);
      !name.empty() && !is_completed_function(reading, phrase, name))
    return phrase;
  if (const TokenRange named = with_quoted_body(reading, phrase, limit); named != phrase) return named;
  TokenRange longer = phrase;
  bool about = false;  // "(voiced) the director | his trust in the police"
  for (std::uint32_t n = 0; n < most && longer.last + 1 < limit; ++n) {
    const bool glued = !reading.glued_preposition(longer.last).empty() && !reading.is(longer.last, Word::hearer);
    if (!(glued || reading.is_any(longer.last, {Word::belonging, Word::quoting})) || reading.timex(longer.last + 1))
      break;
    about = about || (reading.is(longer.last, Word::quoting) && !reading.is_class(longer.last - 1, "dangling"));
    // a body may be written like a preposition ("at the presidency", "under the presidency of")
    const bool body = glued && reading.is(longer.last, Word::preposition) && reading.is(longer.last, Word::office);
    TokenRange complement = noun_phrase(reading, longer.last + (glued && !body ? 0 : 1), limit, true);
    if (body && !complement.empty()) complement.first = longer.last;
    // "the director at the channel Fulan", "the governor by proxy Fulan"
    const bool medium = !glued && reading.is(complement.first, Word::medium);
    if (complement.empty() || medium || reading.is(complement.first, Word::document)) break;
    // "(announced) the minister of the imposing of a fine": what is said
    if (may_be_action(reading, complement.first) && !reading.is_definite(complement.first) &&
        reading.is(longer.last, Word::quoting) && !reading.is(complement.first, Word::office))
      break;
    for (std::uint32_t t = complement.first + 1; t < complement.last; ++t)  // "in America and Europe | the signing of"
      if (reading.is(t - 1, Word::place_name) && may_be_action(reading, t) && !reading.is_definite(t))
        complement.last = t;
    longer.last = complement.last;
    const bool ranked = glued && has_title_behind(reading, complement);  // "of the authority | doctor Fulan"
    const bool definite = complement.size() > 2 && reading.is_class(complement.last - 2, "definite-given-name");
    const bool named = ranked || definite || begins_name_behind_body(reading, complement) ||
                       (complement.size() > 2 && !reading.is_definite(complement.last - 2) &&
                        !reading.is_any(complement.last - 2, {Word::place_name, Word::place_kind, Word::office}));
    if (named || !apposition(reading, longer.last, limit).empty()) return longer;
    // "the director in the ministry of education": without a name, too; not "said her father | to the police"
    const bool told = reading.has_contracting_preposition(complement.first) && phrase.size() == 1;
    if (glued && !told && !about && reading.is(complement.first, Word::office) &&
        reading.is_definite(complement.last - 1))
      phrase.last = longer.last;
  }
  return phrase;
}

TokenRange with_purpose(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  constexpr std::uint32_t longest = 6;
  // "the secretary-general of the organisation": a function with its adjective, and the body
  const bool function =
      reading.is(phrase.first, Word::title) && phrase.last < limit && reading.is(phrase.last, Word::office);
  if (!(function || reading.is_any(phrase.first, {Word::office, Word::medium})) || phrase.size() < 2 ||
      phrase.last >= limit || !(reading.is_definite(phrase.last - 1) || reading.is(phrase.last - 1, Word::place_name)))
    return phrase;
  const std::uint32_t purpose = phrase.last;
  if (!is_purpose(reading, purpose, reading.is(phrase.first, Word::office))) return phrase;
  TokenRange complement = noun_phrase(reading, purpose, limit, false);
  for (std::uint32_t t = purpose + 1; t < complement.last; ++t)  // "of farming development | a visit to 160 farms"
    if (reading.is_definite(t - 1) && !reading.is_definite(t) && !reading.has_conjunction(t)) complement.last = t;
  if (complement.empty() || complement.size() > longest) return phrase;
  if (complement.size() == 1 && !reading.is_definite(purpose)) return phrase;  // "of the university | ..."
  return {phrase.first, complement.last};
}

TokenRange with_those_counted(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  if (!reading.is_class(phrase.first, "part-of") || phrase.last + 1 >= limit ||
      !reading.is_class(phrase.last, "quoting-from"))
    return phrase;
  const TokenRange people = noun_phrase(reading, phrase.last + 1, limit, false);
  return people.empty() || people.first != phrase.last + 1 ? phrase : TokenRange{phrase.first, people.last};
}

TokenRange with_affiliation(const Reading& reading, TokenRange phrase, std::uint32_t limit) {
  const bool apart =
      phrase.last < limit && reading.is_class(phrase.last, "quoting-from");  // "a source of the ministry"
  const std::uint32_t body = apart ? phrase.last + 1 : phrase.last;
  if (!reading.is(phrase.first, Word::anonymous) || body + 1 >= limit ||
      (!apart && reading.glued_preposition(body).empty()) || (apart && !reading.is_definite(body)) ||
      reading.is(body, Word::hearer) || !reading.is_any(body, {Word::office, Word::place_kind}))
    return phrase;
  const TokenRange complement = noun_phrase(reading, body, limit, false);
  std::uint32_t end = body + 1;  // as far as it is complete: behind its first run of words with the article
  while (end < complement.last && (!reading.is_definite(end - 1) || reading.is_definite(end)) &&
         !(reading.is(end - 1, Word::place_name) && !reading.is_definite(end)))
    ++end;
  // "a source at the national company for the railways"
  if (end == complement.last && end < limit && is_purpose(reading, end))
    if (const TokenRange purpose = noun_phrase(reading, end, limit, false); !purpose.empty()) end = purpose.last;
  return {phrase.first, end};
}

TokenRange issuer_of(const Reading& reading, TokenRange text, std::uint32_t limit) {
  if (!reading.is(text.first, Word::document)) return {};
  std::uint32_t by = text.last;
  if (by < limit && reading.is_verb(by)) ++by;  // "a statement that was issued | on Tuesday, 14 March, by"
  while (by < limit && reading.timex(by)) ++by;
  if (by + 1 >= limit || !reading.is(by, Word::quoting)) return {};
  const TokenRange issuer = with_purpose(reading, noun_phrase(reading, by + 1, limit, true), limit);
  return !issuer.empty() && speaker_kind(reading, issuer) ? issuer : TokenRange{};
}

}  // namespace isnad::claims
