#include "claims/headline_scope.h"

#include <algorithm>

#include "claims/noun_phrase.h"
#include "claims/speaker.h"

namespace isnad::claims {
namespace {

Scope scope_of(TokenRange cue, TokenRange content, AttributionChain chain) {
  Scope scope;
  scope.cue = cue;
  scope.content = content;
  scope.chain = std::move(chain);
  return scope;
}

}  // namespace

std::optional<Scope> headline_scope(const Reading& reading, const Sentence& sentence) {
  if (reading.document.role(sentence) != Role::headline) return std::nullopt;
  std::uint32_t colon = sentence.first;
  while (colon < sentence.last && colon < sentence.first + 12 && !reading.is_colon(colon)) ++colon;
  if (colon < sentence.last && reading.is_colon(colon)) {
    const ReadChain speaker = read_speaker(reading, sentence.first, colon, ":", true, {}, true);
    if (speaker.chain.empty() || reading.is_verb(sentence.first)) return std::nullopt;
    if (speaker.chain.front().kind == SpeakerKind::document) return std::nullopt;
    // "The cup of Tunisia: ..." is a topic
    if (!speaker_kind(reading, {sentence.first, sentence.first + 1})) return std::nullopt;
    if (reading.after(sentence.first, Word::place_name) == colon && reading.is(sentence.first, Word::place_name))
      return std::nullopt;  // where it happens, as often as who says it
    // with a topic ("X on Y: ...") the topic is said too
    std::uint32_t end = noun_phrase(reading, sentence.first, colon, false).last;
    const bool topic = end < colon && reading.is(end, Word::quoting);
    AttributionChain chain = topic ? AttributionChain{speaker.chain.front()} : speaker.chain;
    if (!topic) end = colon + 1;
    return scope_of({sentence.first, end}, {end, sentence.last}, std::move(chain));
  }
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
