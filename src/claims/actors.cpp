#include "claims/actors.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/name.h"
#include "claims/noun_phrase.h"
#include "claims/reference.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {

void remember_recent(const AttributionChain& chain, bool spoke, Discourse& discourse) {
  constexpr std::size_t most = 4;
  std::erase_if(discourse.recent, [&](const Discourse::Recent& r) { return r.chain == chain; });
  discourse.recent.push_back({chain, spoke, discourse.paragraph});
  if (discourse.recent.size() > most) discourse.recent.erase(discourse.recent.begin());
}

void Actors::pass(std::uint32_t token) {
  if (reading_.is_mark(token) || (reading_.is_verb(token) && reading_.has_conjunction(token))) embedded_ = false;
  if (reading_.is_quote(token)) quoted_ = !quoted_;
  said_ = said_ || is_saying_verb(reading_, token);
  // "it is odd that the president of the union broke his silence": nobody says it, and nobody acts before it
  const bool told = !said_ && token > sentence_.first && reading_.is_definite(token - 1) && actors_.empty() &&
                    !unknown_ && reading_.is(token, Word::complementizer) && !reading_.is(token, Word::auxiliary);
  const bool brings = reading_.is(token, Word::complementizer) && !reading_.is(token, Word::auxiliary);
  if (!told && (brings || reading_.is_any(token, {Word::relative, Word::subordinator}))) embedded_ = true;
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

void Actors::read_name(std::uint32_t verb) {
  constexpr std::uint32_t least = 2, longest = 3;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.size() < least || subject.size() > longest || subject.last >= sentence_.last ||
      !reading_.is(subject.last, Word::preposition) || reading_.has_conjunction(subject.first))
    return;
  // a common noun has the article, or is completed by one that no rule knows
  const bool named = speaker_kind(reading_, subject) || reading_.is(subject.first, Word::given_name) ||
                     (!reading_.is_definite(subject.first) && !reading_.is_class(subject.first, "noun") &&
                      reading_.is_any(subject.last, {Word::behind_speech, Word::quoting}));
  if (named && !reading_.is(subject.first, Word::document)) read_person(verb);
}

void Actors::read_person(std::uint32_t verb) {
  constexpr std::uint32_t longest_name = 4;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.empty() || subject.size() > longest_name) return;
  ReadChain read = read_speaker(reading_, subject.first, subject.last, {}, false, discourse_, false);
  if (!read.chain.empty()) add(verb, std::move(read.chain));
}

/// "According to her lawyer Fulan, | who expected": the chain whose name ends here, or at the comma before.
AttributionChain Actors::named_before(std::uint32_t token) const {
  const std::uint32_t end = token > sentence_.first && reading_.is_comma(token - 1) ? token - 1 : token;
  for (const Scope& scope : scopes_)
    if (!scope.chain.empty() && tokens_of(reading_, scope.chain.back().span).last == end) return scope.chain;
  return {};
}

AttributionChain Actors::going_on(std::uint32_t verb, const Item& form, bool adds) const {
  if (quoted_) return {};
  // "the reports that spoke of": they spoke; not "that (he) described as", "in which (he) said"
  const Item* relative = verb > sentence_.first ? reading_.item(verb - 1, Word::relative) : nullptr;
  const bool takes_up = !form.enclitic.empty() ||
                        (verb + 1 < sentence_.last && reading_.is_any(verb + 1, {Word::with_pronoun, Word::manner}));
  if (relative != nullptr && relative->value.has("present") && !takes_up) return named_before(verb - 1);
  AttributionChain chain = of_sentence(verb, form);
  if (!chain.empty() || !leaves_subject_out(verb) || form.value.has("purpose")) return chain;
  // a pronoun right before the verb is what must agree
  const Item* pronoun = verb > sentence_.first ? reading_.item(verb - 1, Word::pronoun) : nullptr;
  return last_who_fits(reading_, pronoun ? *pronoun : form, verb, adds, discourse_);
}

AttributionChain Actors::going_on_in_participle(std::uint32_t at) const {
  const Item& form = *reading_.item(at, Word::speech_participle);
  AttributionChain chain = of_sentence(at, form);
  if (chain.empty()) chain = topic();
  if (!chain.empty() && !fits(reading_, form, chain)) chain.clear();
  if (chain.empty() && !unknown_) chain = last_who_fits(reading_, form, at, false, discourse_);
  return chain;
}

AttributionChain Actors::before_quotation(std::uint32_t colon) const {
  AttributionChain one;
  for (const Actor& actor : actors_) {
    if (actor.token >= colon || actor.is_place || actor.chain.empty()) continue;
    if (!one.empty() && one.back().name != actor.chain.back().name) return {};
    one = actor.chain;
  }
  const bool person = !one.empty() && one.back().kind == SpeakerKind::person;
  return person && !unknown_ ? one : AttributionChain{};
}

AttributionChain Actors::silent_actor() const {
  const bool speaks = std::any_of(scopes_.begin(), scopes_.end(), [](const Scope& s) { return s.present; });
  if (speaks || reading_.is(sentence_.first, Word::auxiliary)) return {};
  if (actors_.empty())
    return reading_.grammar.article_prefixes(reading_.document.language).empty() ? AttributionChain{} : topic();
  return actors_.front().is_place ? AttributionChain{} : actors_.front().chain;
}

/// "The sergeant Fulan counts his days", "prosecutors broke their silence": a person with a function, or, where the
/// article is a word of its own, any known speaker, opens the sentence, and what follows is told of him.
AttributionChain Actors::topic() const {
  const TokenRange phrase = noun_phrase(reading_, sentence_.first, sentence_.last, false);
  if (phrase.empty() || phrase.first != sentence_.first || phrase.last >= sentence_.last) return {};
  if (reading_.is_mark(phrase.last) && !reading_.is_bracket(phrase.last)) return {};
  const auto kind = speaker_kind(reading_, phrase);
  if (!kind || !reading_.glued_preposition(phrase.first).empty()) return {};
  const bool articles = !reading_.grammar.article_prefixes(reading_.document.language).empty();
  if (!articles)
    return reading_.is_verb(phrase.last) ? AttributionChain{named_by(reading_, phrase, *kind, {})} : AttributionChain{};
  if (!reading_.is(phrase.first, Word::title) || !reading_.is_definite(phrase.first)) return {};
  // where a verb that no rule knows begins cannot be seen: a bracket must close the name, or a rule know it
  const std::uint32_t name = reading_.after(phrase.first, Word::title);
  std::uint32_t end = name + 1;
  if (name >= phrase.last || reading_.is_definite(name) || !reading_.is_word(name)) return {};
  while (end < phrase.last && reading_.is_definite(end)) ++end;
  if (!reading_.is(name, Word::given_name) && !reading_.is_bracket(end)) return {};
  return {named_by(reading_, {phrase.first, end}, SpeakerKind::person, {})};
}

/// Who acts or speaks in the main clauses, or according to whom it is told; the nearest before the token.
AttributionChain Actors::of_sentence(std::uint32_t at, const Item& form) const {
  const AttributionChain* last = nullptr;
  std::uint32_t place = 0;
  const auto consider = [&](std::uint32_t token, const AttributionChain& chain) {
    if (token >= at || token < place || chain.empty() || !fits(reading_, form, chain)) return;
    last = &chain;
    place = token;
  };
  for (const Actor& actor : actors_) consider(actor.token, actor.chain);
  for (const Scope& scope : scopes_)
    if (!scope.embedded) consider(scope.cue.first, scope.chain);
  return last ? *last : AttributionChain{};
}

/// The verb opens its clause or follows what brings a clause. Behind a noun or a mere comma its subject stands before
/// it, though it was not found.
bool Actors::leaves_subject_out(std::uint32_t verb) const {
  if (verb == sentence_.first || reading_.has_conjunction(verb)) return true;
  if (reading_.item(verb, Word::speech) && reading_.item(verb, Word::speech)->value.has("purpose")) return true;
  const std::uint32_t before = verb - 1;
  if (reading_.is_comma(before))  // or a quotation ends there
    return opens_with_adverbial(before) || (before > sentence_.first && reading_.is_quote(before - 1));
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
