#include "claims/actors.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {

void remember_recent(const AttributionChain& chain, bool spoke, Discourse& discourse) {
  constexpr std::size_t most = 4;
  std::erase_if(discourse.recent, [&](const Discourse::Recent& r) { return r.chain == chain; });
  discourse.recent.push_back({chain, spoke});
  if (discourse.recent.size() > most) discourse.recent.erase(discourse.recent.begin());
}

void Actors::pass(std::uint32_t token) {
  if (reading_.is_mark(token) || (reading_.is_verb(token) && reading_.has_conjunction(token))) embedded_ = false;
  if (reading_.is_quote(token)) quoted_ = !quoted_;
  if (reading_.is_any(token, {Word::relative, Word::complementizer, Word::subordinator})) embedded_ = true;
}

void Actors::read(std::uint32_t verb) {
  if (reading_.timex(verb) || embedded_ || quoted_) return;
  if (std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) { return !s.outer && s.content.contains(verb); }))
    return;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.empty()) return;
  const auto kind = speaker_kind(reading_, subject);
  if (!kind) {
    // "published Fulan a tweet", "gave Fulan an interview": who makes a text is someone
    const bool makes_text =
        subject.last < sentence_.last && subject.first > verb && reading_.is(subject.last, Word::document);
    if (reading_.is(verb, Word::acting) || makes_text)
      read_person(verb);
    else
      unknown_ = true;
    return;
  }
  actors_.push_back({verb, {named_by(reading_, subject, *kind, {})}, reading_.is(subject.first, Word::place_name)});
}

void Actors::read_person(std::uint32_t verb) {
  constexpr std::uint32_t longest_name = 4;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.empty() || subject.size() > longest_name) return;
  ReadChain read = read_speaker(reading_, subject.first, subject.last, {}, false, discourse_, false);
  if (!read.chain.empty()) add(verb, std::move(read.chain));
}

AttributionChain Actors::going_on(std::uint32_t verb, const Item& form, bool adds) const {
  if (quoted_) return {};
  AttributionChain chain = of_sentence(verb, form);
  if (!chain.empty() || !leaves_subject_out(verb)) return chain;
  // a pronoun right before the verb is what must agree
  const Item* pronoun = verb > sentence_.first ? reading_.item(verb - 1, Word::pronoun) : nullptr;
  return of_sentences_before(pronoun ? *pronoun : form, adds);
}

AttributionChain Actors::going_on_in_participle(std::uint32_t at) const {
  const Item& form = *reading_.item(at, Word::speech_participle);
  AttributionChain chain = of_sentence(at, form);
  if (chain.empty() && !unknown_) chain = of_sentences_before(form, false);
  return chain;
}

AttributionChain Actors::silent_actor() const {
  const bool speaks = std::any_of(scopes_.begin(), scopes_.end(), [](const Scope& s) { return s.present; });
  if (speaks || actors_.empty() || actors_.front().is_place || reading_.is(sentence_.first, Word::auxiliary)) return {};
  return actors_.front().chain;
}

bool Actors::fits(const Item& form, const AttributionChain& chain) const {
  const bool thing = form.value.text("gender") == "n";  // "it" is no person
  const bool someone = form.value.has("someone");       // "she" is no body
  return std::any_of(chain.begin(), chain.end(), [&](const Speaker& s) {
    const bool person = s.kind == SpeakerKind::person || s.kind == SpeakerKind::anonymous || has_title(s.span);
    return agrees(reading_, form, s) && !(thing && s.kind == SpeakerKind::person) && (person || !someone);
  });
}

bool Actors::has_title(const SourceSpan& name) const {
  const auto& tokens = reading_.document.tokens;
  for (std::uint32_t t = token_at(reading_, name); t < tokens.size() && tokens[t].begin < name.end; ++t)
    if (reading_.is(t, Word::title)) return true;
  return false;
}

/// Who acts or speaks in the main clauses, or according to whom it is told; the nearest before the token.
AttributionChain Actors::of_sentence(std::uint32_t at, const Item& form) const {
  const AttributionChain* last = nullptr;
  std::uint32_t place = 0;
  const auto consider = [&](std::uint32_t token, const AttributionChain& chain) {
    if (token >= at || token < place || chain.empty() || !fits(form, chain)) return;
    last = &chain;
    place = token;
  };
  for (const Actor& actor : actors_) consider(actor.token, actor.chain);
  for (const Scope& scope : scopes_)
    if (!scope.embedded) consider(scope.cue.first, scope.chain);
  return last ? *last : AttributionChain{};
}

AttributionChain Actors::of_sentences_before(const Item& form, bool adds) const {
  for (auto it = discourse_.recent.rbegin(); it != discourse_.recent.rend(); ++it)
    if ((it->spoke || !adds) && fits(form, it->chain)) return it->chain;
  return {};
}

/// The verb opens its clause or follows what brings a clause. Behind a noun or a mere comma its subject stands before
/// it, though it was not found.
bool Actors::leaves_subject_out(std::uint32_t verb) const {
  if (verb == sentence_.first || reading_.has_conjunction(verb)) return true;
  const std::uint32_t before = verb - 1;
  if (reading_.is_comma(before)) return opens_with_adverbial(before);
  return reading_.is_mark(before) || reading_.timex(before) || is_saying_verb(reading_, before) ||
         reading_.is_any(before, {Word::auxiliary, Word::perfect_particle, Word::relative, Word::subordinator,
                                  Word::sequence, Word::pronoun, Word::negation, Word::complementizer,
                                  Word::with_pronoun, Word::according, Word::preposition});
}

/// "In another tweet, he said": what stands before the comma is a time or begins with a preposition.
bool Actors::opens_with_adverbial(std::uint32_t comma) const {
  std::uint32_t t = sentence_.first;
  while (t < comma && reading_.is_mark(t)) ++t;
  return t == comma || reading_.timex(t) ||
         reading_.is_any(t, {Word::preposition, Word::own_voice, Word::with_pronoun, Word::according}) ||
         !reading_.glued_preposition(t).empty();
}

}  // namespace isnad::claims
