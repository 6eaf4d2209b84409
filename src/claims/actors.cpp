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

/// The name that the phrase begins with: of one who has spoken or acted, a given name, or words that no rule lists and
/// that mean nothing; empty where it begins with none.
TokenRange Actors::name_in(TokenRange phrase) const {
  constexpr std::uint32_t longest = 3;
  const auto begins_verb = reading_.grammar.forms(reading_.document.language, "stem-person");
  const auto may_be_verb = [&](std::uint32_t t) {
    return std::any_of(begins_verb.begin(), begins_verb.end(),
                       [&](const std::string& letter) { return reading_.key(t).starts_with(letter); });
  };
  const auto is_plain = [&](std::uint32_t t) {
    if (reading_.is_given_name(t)) return true;
    return reading_.is_word(t) && !reading_.is_listed(t) && !reading_.is_definite(t) && !may_be_verb(t) &&
           !reading_.is_class(t, "demonstrative") && reading_.glued_preposition(t).empty() &&
           !reading_.meaning(reading_.key(t));
  };
  const auto has_spoken = [&](std::uint32_t t) {
    const std::string_view word = slice(reading_.document.text, reading_.span({t, t + 1}));
    return std::any_of(discourse_.recent.begin(), discourse_.recent.end(), [&](const Discourse::Recent& r) {
      return !r.chain.empty() && r.chain.back().name.ends_with(word);
    });
  };
  std::uint32_t end = phrase.first;
  if (end + 1 < phrase.last && reading_.is_class(end, "kunya") && is_plain(end + 1)) ++end;
  while (end < phrase.last && end < phrase.first + longest && is_plain(end)) ++end;
  if (end == phrase.first && !phrase.empty() && reading_.is_word(end) && has_spoken(end)) ++end;
  return {phrase.first, end};
}

void Actors::read_opening() {
  constexpr std::size_t least = 6;  // three letters, of two bytes
  constexpr std::string_view alif = "\u0627";
  std::uint32_t verb = sentence_.first;
  while (verb < sentence_.last && reading_.is_mark(verb)) ++verb;
  if (!reading_.verb_first() || verb + 1 >= sentence_.last || !reading_.is_word(verb) ||
      (reading_.is_listed(verb) && !is_deed(reading_, verb)) || reading_.timex(verb) || reading_.is_definite(verb) ||
      !reading_.glued_preposition(verb).empty() || reading_.is_class(verb, "personal-name") ||
      reading_.is_class(verb, "noun") || reading_.key(verb).size() < least || reading_.key(verb).ends_with(alif))
    return;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.empty() || subject.first <= verb) return;
  if (const auto kind = speaker_kind(reading_, subject))
    actors_.push_back({verb, {named_by(reading_, subject, *kind, {})}, reading_.is(subject.first, Word::place_name)});
  else if (const TokenRange name = name_in(subject); !name.empty())
    add_named(verb, name);
  else
    opens_unknown_ = unknown_ = true;
}

void Actors::read(std::uint32_t verb) {
  if (reading_.timex(verb) || embedded_ || quoted_) return;
  // "condemned Fulan | the bombing of the hospital": no second verb stands behind the one who does it
  if (verb == behind_subject_ && may_be_action(reading_, verb) && !reading_.has_conjunction(verb)) return;
  if (std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) { return !s.outer && s.content.contains(verb); }))
    return;
  const TokenRange subject = subject_of(reading_, {sentence_.first, sentence_.last}, verb);
  if (subject.empty()) return;
  if (subject.first > verb) behind_subject_ = subject.last;
  const auto kind = speaker_kind(reading_, subject);
  if (!kind) {
    // "published Fulan a tweet", "gave Fulan an interview": who makes a text is someone
    const bool makes_text =
        subject.last < sentence_.last && subject.first > verb && reading_.is(subject.last, Word::document);
    const TokenRange name = subject.first > verb ? name_in(subject) : TokenRange{};
    if (!name.empty())
      add_named(verb, name);
    else if (reading_.is(verb, Word::acting) || makes_text)
      read_person(verb);
    else
      unknown_ = true;
    return;
  }
  // "(she) closed her speech, saying": what is someone's does not act
  if (const Item* text = reading_.item(subject.first, Word::document); text && !text->enclitic.empty()) return;
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

/// One who was named in full before is meant with all of his name.
void Actors::add_named(std::uint32_t verb, TokenRange name) {
  const std::string_view words = slice(reading_.document.text, reading_.span(name));
  const auto known = std::find_if(
      discourse_.recent.rbegin(), discourse_.recent.rend(),
      [&](const Discourse::Recent& r) { return !r.chain.empty() && r.chain.back().name.ends_with(words); });
  if (known != discourse_.recent.rend()) return add(verb, known->chain);
  ReadChain read = read_speaker(reading_, name.first, name.last, {}, false, discourse_, false);
  if (!read.chain.empty()) add(verb, std::move(read.chain));
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
  if (opens_unknown_ || (discourse_.someone_acted && !adds)) return {};
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
  if (actors_.empty()) return !reading_.verb_first() ? AttributionChain{} : topic();
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
  const bool articles = reading_.verb_first();
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
