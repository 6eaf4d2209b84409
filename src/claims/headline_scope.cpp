#include "claims/headline_scope.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/speaker.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t longest_speaker = 12;  ///< tokens before the colon

/// A word that may be a given name: no rule knows it, and it has no article.
bool may_be_given_name(const Reading& reading, std::uint32_t token) {
  return reading.is_word(token) && !reading.is_definite(token) && !reading.timex(token) &&
         !reading.is_any(token, {Word::title, Word::office, Word::place_name, Word::place_kind, Word::medium,
                                 Word::document, Word::force, Word::event, Word::preposition, Word::speech,
                                 Word::general_adjective, Word::anonymous, Word::complementizer}) &&
         !reading.is_class(token, "noun");
}

/// Is it a person's name there: beside a verb of saying, behind a function with its adjective ("president Fulan"), or
/// behind a given name that a function brings ("the minister Fulan | Fulani")?
bool is_name_of_person(const Reading& reading, const Sentence& sentence, TokenRange name) {
  if (name.last < sentence.last && is_saying_verb(reading, name.last)) return true;
  if (name.first == sentence.first) return false;
  const std::uint32_t before = name.first - 1;
  if (is_saying_verb(reading, before)) return true;
  const bool given = may_be_given_name(reading, before);
  if (!given && (reading.is_definite(name.first) || !reading.is_definite(before))) return false;
  constexpr std::uint32_t longest_function = 8;
  for (std::uint32_t t = before; t > sentence.first && name.first - t < longest_function; --t) {
    const std::uint32_t at = given ? t - 1 : t;
    if (!reading.is_word(at)) return false;
    if (reading.is(at, Word::title)) return true;
  }
  return false;
}

/// Does the body name a person by these words?
bool speaks_in_body(const Reading& reading, TokenRange name) {
  const auto& document = reading.document;
  const auto same = [&](std::uint32_t at) {
    for (std::uint32_t i = 0; i < name.size(); ++i)
      if (reading.key(at + i) != reading.key(name.first + i)) return false;
    return true;
  };
  for (const Sentence& sentence : document.sentences) {
    if (document.role(sentence) != Role::body) continue;
    for (std::uint32_t t = sentence.first; t + name.size() <= sentence.last; ++t)
      if (same(t) && is_name_of_person(reading, sentence, {t, t + name.size()})) return true;
  }
  return false;
}

/// "I shall withdraw": told by the one who is named before.
bool is_first_person(const Reading& reading, std::uint32_t token) {
  for (const Word word : {Word::event, Word::speech, Word::light})
    for (const Item* item : reading.items(token, word))
      if (item->value.integer("person").value_or(3) != 1) return false;
  return reading.is_verb(token);
}

/// A name before a colon that no word tells to be a speaker: the body tells it, or the first person behind the colon.
TokenRange unknown_name(const Reading& reading, TokenRange before_colon) {
  constexpr std::uint32_t longest = 4;
  TokenRange name = before_colon;
  while (!name.empty() && reading.is_quote(name.first)) ++name.first;
  while (!name.empty() && reading.is_quote(name.last - 1)) --name.last;
  if (name.empty() || name.size() > longest) return {};
  for (std::uint32_t t = name.first; t < name.last; ++t)
    if (!reading.is_word(t) || reading.timex(t) || !reading.glued_preposition(t).empty() ||
        reading.is_any(t,
                       {Word::place_name, Word::place_kind, Word::event, Word::preposition, Word::general_adjective}))
      return {};
  const std::uint32_t behind = before_colon.last + 1;
  const bool own_words = behind < reading.document.tokens.size() && is_first_person(reading, behind);
  return own_words || speaks_in_body(reading, name) ? name : TokenRange{};
}

Scope scope_of(TokenRange cue, TokenRange content, AttributionChain chain) {
  Scope scope;
  scope.cue = cue;
  scope.content = content;
  scope.chain = std::move(chain);
  return scope;
}

bool has_colon(const Reading& reading, const Sentence& sentence) {
  for (std::uint32_t t = sentence.first; t < sentence.last && t < sentence.first + longest_speaker; ++t)
    if (reading.is_colon(t)) return true;
  return false;
}

}  // namespace

std::optional<Scope> scope_before_colon(const Reading& reading, const Sentence& sentence, std::uint32_t first) {
  std::uint32_t colon = first;
  while (colon < sentence.last && colon < first + longest_speaker && !reading.is_colon(colon)) ++colon;
  if (colon == sentence.last || !reading.is_colon(colon)) return std::nullopt;
  while (first < colon && reading.is_quote(first)) ++first;
  if (first == colon || reading.is_verb(first)) return std::nullopt;
  const ReadChain speaker = read_speaker(reading, first, colon, ":", true, {}, true);
  if (speaker.chain.empty()) {
    const TokenRange name = unknown_name(reading, {first, colon});
    if (name.empty()) return std::nullopt;
    return scope_of({sentence.first, colon + 1}, {colon + 1, sentence.last},
                    {named_by(reading, name, SpeakerKind::person, ":")});
  }
  if (speaker.chain.front().kind == SpeakerKind::document) return std::nullopt;
  // "The cup of Tunisia: ..." is a topic
  if (!speaker_kind(reading, {first, first + 1})) return std::nullopt;
  if (reading.after(first, Word::place_name) == colon && reading.is(first, Word::place_name))
    return std::nullopt;  // where it happens, as often as who says it
  // "Miami for tennis: ..." and "the first league: ..." are topics
  if (reading.is(first, Word::place_name) && speaker.next < colon && !reading.glued_preposition(speaker.next).empty())
    return std::nullopt;
  if (reading.is_class(first, "hospital")) return std::nullopt;  // where it happens
  if (reading.is_class(first, "competition")) return std::nullopt;
  if (reading.is(first, Word::office) && reading.is_class(reading.after(first, Word::office), "ordinal"))
    return std::nullopt;
  // with a topic ("X on Y: ...") the topic is said too
  std::uint32_t end = noun_phrase(reading, first, colon, false).last;
  const bool quotes = end + 1 < colon && reading.is_any(end + 1, {Word::anonymous, Word::medium, Word::document});
  const bool topic = end < colon && reading.is(end, Word::quoting) && !quotes;
  AttributionChain chain = topic ? AttributionChain{speaker.chain.front()} : speaker.chain;
  if (!topic) end = colon + 1;
  return scope_of({sentence.first, end}, {end, sentence.last}, std::move(chain));
}

std::optional<Scope> headline_scope(const Reading& reading, const Sentence& sentence) {
  if (reading.document.role(sentence) != Role::headline) return std::nullopt;
  if (has_colon(reading, sentence)) return scope_before_colon(reading, sentence, sentence.first);
  if (!reading.is(sentence.first, Word::medium)) return std::nullopt;
  std::uint32_t t = sentence.first + 1;
  bool named = false;
  while (t < sentence.last && (reading.is_quote(t) || reading.is(t, Word::agency) || reading.is(t, Word::outlet))) {
    named = named || reading.is_word(t);
    t = reading.is_word(t) ? std::max(reading.after(t, Word::agency), reading.after(t, Word::outlet)) : t + 1;
  }
  if (!named || t >= sentence.last) return std::nullopt;
  // an adjective of nation that agrees with "agency", then another definite noun with one: the headline proper
  const std::uint32_t name_end = t;
  if (t + 1 < sentence.last && reading.is_definite(t) && reading.is_definite(t + 1)) ++t;
  if (reading.is_verb(t) || reading.is(t, Word::preposition)) return std::nullopt;
  return scope_of({sentence.first, t}, {t, sentence.last},
                  {named_by(reading, {sentence.first, name_end}, SpeakerKind::agency, {})});
}

}  // namespace isnad::claims
