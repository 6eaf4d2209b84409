// The subject of a verb of saying that stands before it.
#include <algorithm>

#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/sayer.h"
#include "claims/subject.h"

namespace isnad::claims {

/// The phrase with a title that ends in a preposition of belonging right before `end` ("the envoy to", "officials in");
/// else empty.
TokenRange SayerFinder::titled_before(std::uint32_t end, std::uint32_t limit) const {
  if (end <= limit + 1 || !reading_.is(end - 1, Word::belonging)) return {};
  TokenRange titled = noun_phrase_before(reading_, end - 1, limit);
  if (titled.empty()) return {};
  std::uint32_t head = titled.first;  // "the | head of the union"
  while (head + 1 < titled.last && reading_.is_any(head, {Word::determiner, Word::general_adjective})) ++head;
  if (!reading_.is_any(head, {Word::title, Word::anonymous})) return {};
  // "a spokesman for | the governor of"
  if (const TokenRange longer = titled_before(titled.first, limit); !longer.empty()) titled.first = longer.first;
  return titled;
}

/// "After the company | said", "but an official | said": what is no preposition of a place or a thing.
bool SayerFinder::opens_clause(std::uint32_t token) const { return reading_.is(token, Word::subordinator); }

/// The words from `first` on stand at the limit, or right behind what brings a clause or joins it.
bool SayerFinder::opens_part(std::uint32_t first, std::uint32_t limit) const {
  return first == limit || opens_clause(first - 1) ||
         reading_.is_any(first - 1, {Word::conjunction, Word::complementizer});
}

/// Who is named in a stretch before the verb; what is said stands behind the verb.
ReadChain SayerFinder::speaker_in(TokenRange before, std::uint32_t verb, bool known_only) const {
  ReadChain read = read_speaker(reading_, before.first, before.last, cue(verb), known_only, discourse_, false);
  if (!read.chain.empty()) read.next = verb + 1;
  return read;
}

/// "The minister, who arrived on Sunday, | said", "Fulan, an engineer in the works, | said": where the aside right
/// before the verb begins, else the verb.
std::uint32_t SayerFinder::before_aside(std::uint32_t verb, std::uint32_t limit) const {
  constexpr std::uint32_t longest = 16;
  if (verb <= limit || !reading_.is_comma(verb - 1)) return verb;
  bool told = false;
  for (std::uint32_t t = verb - 1; t > limit && verb - t < longest; --t) {
    if (reading_.is_verb(t) && !reading_.is(t, Word::title)) told = true;
    if (!reading_.is_comma(t - 1)) continue;
    const bool relative = reading_.is(t, Word::relative) || reading_.is_class(t, "introducing") ||
                          reading_.value(t, Word::according) == "citing";
    const TokenRange before = noun_phrase_before(reading_, t - 1, limit);
    const bool opens = !told && (before.first == limit || (!before.empty() && opens_clause(before.first - 1)));
    return relative || (opens && !reading_.is(t, Word::title)) ? t - 1 : verb;
  }
  return verb;
}

/// "In an email on Monday, | Fulan said", "asked about it, | Fulan said": behind the comma that ends how or when, with
/// which the sentence begins; its first token where it does not. Of languages whose subject stands before its verb.
std::uint32_t SayerFinder::behind_introduction(std::uint32_t verb) const {
  const std::uint32_t first = sentence_.first;
  if (reading_.verb_first()) return first;
  if (!reading_.is(first, Word::preposition) && !reading_.is_class(first, "introducing")) return first;
  for (std::uint32_t t = first + 1; t + 1 < verb; ++t) {
    if (reading_.is_comma(t)) return t + 1;
    if (reading_.is_verb(t) || reading_.is_quote(t) || reading_.is(t, Word::complementizer)) break;
  }
  return first;
}

/// "The ministry on Sunday | said": before a time that parts the subject from the verb, in a language whose subject
/// stands before it.
std::uint32_t SayerFinder::before_time(std::uint32_t verb, std::uint32_t limit) const {
  if (reading_.verb_first() || verb <= limit) return verb;
  const auto time = reading_.timex(verb - 1);
  if (!time) return verb;
  std::uint32_t end = reading_.timexes[*time].first;
  if (end > limit && reading_.is(end - 1, Word::preposition)) --end;
  return end > limit ? end : verb;
}

/// "Sources close to the club say": a known speaker opens the clause, and no verb, clause or comma stands between.
ReadChain SayerFinder::subject_with_complement(std::uint32_t verb, std::uint32_t limit) const {
  // "sources with knowledge of it, who asked not to be named, said"
  const std::uint32_t end = before_aside(verb, limit);
  // "has seen a document that says": a text right before the verb speaks, whatever brings it
  if (const TokenRange text = noun_phrase_before(reading_, verb, limit);
      !text.empty() && text.last == verb && reading_.is(text.first, Word::document)) {
    return speaker_in({text.first, verb}, verb, true);
  }
  const TokenRange subject = noun_phrase(reading_, limit, verb, true);
  std::uint32_t head = subject.first;
  while (head < subject.last && !reading_.is(head, Word::anonymous) &&
         reading_.is_any(head, {Word::determiner, Word::general_adjective}))
    ++head;
  if (head >= subject.last || reading_.is_verb(head)) return {{}, verb};
  // "a miner from Van said": only one who speaks says
  const bool says = head > subject.first && reading_.is(head - 1, Word::determiner) &&
                    reading_.is(verb, Word::speech) && reading_.item(verb, Word::speech)->value.has("bare");
  if (!says &&
      !reading_.is_any(head,
                       {Word::title, Word::anonymous, Word::office, Word::medium, Word::document, Word::agency}) &&
      !(!reading_.verb_first() && speaker_kind(reading_, subject)))
    return {{}, verb};
  for (std::uint32_t t = std::max(subject.last, reading_.class_end(subject.last, "nearness")); t < end; ++t)
    if ((reading_.is_mark(t) && !shortens(reading_, t)) || reading_.is_verb(t) || reading_.timex(t) ||
        reading_.is_any(t, {Word::complementizer, Word::relative, Word::subordinator, Word::according}))
      return {{}, verb};
  return speaker_in({limit, end}, verb, !says);
}

/// "It was the officer, not the minister, who disclosed that ...": the subject stands before the words that single it
/// out, perhaps behind an aside about who it was not.
ReadChain SayerFinder::subject_singled_out(std::uint32_t verb, std::uint32_t limit) const {
  constexpr std::uint32_t words = 2, longest = 12;
  if (verb < limit + words + 1 || !reading_.is_class(verb - words, "cleft")) return {{}, verb};
  std::uint32_t end = verb - words;
  if (reading_.is_comma(end - 1))
    for (std::uint32_t t = end - 1; t > limit && end - t < longest; --t)
      if (reading_.is_comma(t - 1)) {
        if (reading_.is(t, Word::negation)) end = t - 1;
        break;
      }
  const TokenRange phrase = noun_phrase_before(reading_, end, limit);
  if (phrase.empty()) return {{}, verb};
  return speaker_in(phrase, verb, false);
}

/// "A source that | follows the file | disclosed", which is written without "that": an unnamed speaker or a text opens
/// the clause, and the clause that describes it ends at the verb. Empty where none does.
TokenRange SayerFinder::described_before(TokenRange object, std::uint32_t limit) const {
  if (object.first <= limit + 1) return {};
  const std::uint32_t described = object.first - 1;
  if (!reading_.is_verb(described) || reading_.has_conjunction(described) || reading_.is_definite(described)) return {};
  const TokenRange head = noun_phrase_before(reading_, described, limit);
  if (head.empty() || head.last != described || reading_.is_definite(head.first) ||
      !reading_.is_any(head.first, {Word::anonymous, Word::document}) ||
      !reading_.glued_preposition(head.first).empty())
    return {};
  return opens_part(head.first, limit) ? head : TokenRange{};
}

/// "The ministry's statement dated 20 May | speaks of": a text before the time right before the verb; else empty.
TokenRange SayerFinder::dated_text_before(std::uint32_t verb, std::uint32_t limit) const {
  const auto time = verb > limit ? reading_.timex(verb - 1) : std::nullopt;
  if (!time) return {};
  const std::uint32_t end = reading_.timexes[*time].first;
  const TokenRange text = end > limit ? noun_phrase_before(reading_, end, limit) : TokenRange{};
  if (text.empty() || text.last != end || !reading_.is(text.first, Word::document)) return {};
  return opens_part(text.first, limit) || reading_.is_mark(text.first - 1) ? text : TokenRange{};
}

/// "The ministry issued a statement in which it stood that": the owner of the text right before the verb, or who issued
/// it; the text itself where neither is told.
ReadChain SayerFinder::issued_before(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 12;
  const std::uint32_t next = reading_.after(verb, Word::speech);
  std::uint32_t text = verb;
  while (text > sentence_.first && verb - text < reach && !reading_.is(text, Word::document)) --text;
  if (!reading_.is(text, Word::document) || reading_.is_definite(text)) return {{}, next};
  ReadChain read = read_speaker(reading_, text, verb, cue(verb), true, discourse_, false);
  read.next = next;
  if (read.chain.empty() || read.chain.back().kind != SpeakerKind::document) return read;
  for (std::uint32_t issued = text; issued > sentence_.first && text - issued < reach; --issued) {
    if (!reading_.is_verb(issued - 1) || reading_.is_definite(issued - 1)) continue;
    const TokenRange issuer = noun_phrase(reading_, issued, text, true);
    const ReadChain by = issuer.empty() ? subject_before(issued - 1)
                                        : read_speaker(reading_, issuer.first, std::min(issuer.last, text), cue(verb),
                                                       false, discourse_, false);
    if (!by.chain.empty()) read.chain = by.chain;
    break;
  }
  return read;
}

/// "Denied, for the third time since the trial began, that ...": what is said follows the aside behind the verb.
bool SayerFinder::says_behind_aside(std::uint32_t verb, std::uint32_t content) const {
  if (verb + 1 >= content || !reading_.is_comma(verb + 1) || !reading_.is_comma(content - 1)) return false;
  for (std::uint32_t t = verb + 2; t + 1 < content; ++t)
    if (reading_.is_comma(t) || is_saying_verb(reading_, t)) return false;
  return true;
}

/// "Told the radio's microphone | that", "told this newspaper in a message on Tuesday | that", "wrote on his page |
/// that": behind who is told, how and when.
std::uint32_t SayerFinder::behind_hearer(std::uint32_t verb) const {
  std::uint32_t next = verb + 1;
  const Item* item = reading_.item(verb, Word::speech);
  if (next >= sentence_.last || reading_.is(next, Word::complementizer)) return next;
  const bool hears = (item && item->value.has("hearer")) || reading_.is(next, Word::hearer);
  if (!hears && reading_.verb_first()) return next;
  const auto behind_noun = [&](std::uint32_t t) {
    const TokenRange noun = noun_phrase(reading_, t, sentence_.last, false);
    return noun.empty() ? t : noun.last;
  };
  if (hears) next = behind_noun(next);
  while (next + 1 < sentence_.last) {
    const auto time = reading_.timex(next);
    std::uint32_t behind = next;
    if (time)
      behind = reading_.timexes[*time].last;
    else if (reading_.is(next, Word::preposition))
      behind = reading_.timex(next + 1) ? next + 1 : behind_noun(next + 1);
    if (behind <= next) break;
    next = behind;
  }
  return next;
}

ReadChain SayerFinder::subject_before(std::uint32_t verb) const {
  const Item* item = reading_.item(verb, Word::speech);  // none where it issues a text
  std::uint32_t limit = behind_introduction(verb);
  for (const Scope& s : scopes_)
    if (s.cue.last <= verb) limit = std::max(limit, s.cue.last);
  if (ReadChain had = subject_of_background(verb); !had.chain.empty()) return had;
  if (ReadChain one = subject_singled_out(verb, limit); !one.chain.empty()) return one;
  if (verb > limit + 1 && reading_.is(verb - 1, Word::relative)) {  // "the channels that said"
    const TokenRange head = noun_phrase_before(reading_, verb - 1, limit);
    // "(the situation in the country), which was announced on Tuesday": it does not speak
    if (verb + 1 < sentence_.last && reading_.is(verb + 1, Word::with_pronoun)) return {{}, verb};
    // "said Fulan, who talked to all sides": named by the verb before
    // nor "the owner, who said that ...": whoever says what follows is someone
    constexpr std::uint32_t longest = 5;
    const bool says = item && item->value.text("value") == "say" && item->enclitic.empty() && !head.empty() &&
                      head.size() <= longest && !reading_.is_any(head.first, {Word::document, Word::event}) &&
                      find_content(reading_, verb + 1, sentence_.last).explicit_mark;
    const bool known_only =
        !says && (head.empty() || head.first == sentence_.first || !is_saying_verb(reading_, head.first - 1));
    return head.empty() ? ReadChain{{}, verb} : speaker_in({head.first, verb - 1}, verb, known_only);
  }
  const std::uint32_t behind = before_aside(before_time(verb, limit), limit);
  TokenRange phrase = noun_phrase_before(reading_, before_brackets(reading_, behind, limit), limit);
  const auto& conjunctions = reading_.grammar.conjunctions(reading_.document.language);
  const auto joins = [&](std::uint32_t t) {
    return reading_.is(t, Word::conjunction) ||
           std::find(conjunctions.begin(), conjunctions.end(), reading_.key(t)) != conjunctions.end();
  };
  while (!phrase.empty() && joins(phrase.first)) ++phrase.first;
  if (phrase.empty() && !reading_.has_conjunction(verb)) phrase = dated_text_before(verb, limit);
  if (phrase.empty() || reading_.has_conjunction(verb)) return {{}, verb};
  if (const TokenRange described = described_before(phrase, limit); !described.empty()) phrase = described;
  if (phrase.size() == 1 && reading_.is_any(phrase.first, {Word::pronoun, Word::general_adjective})) return {{}, verb};
  // "rejecting a newspaper report that": a bare form behind one of a kind is a noun
  if (item && item->value.text("tense").value_or("") == "imperfect" && !item->value.has("person") &&
      reading_.value(phrase.first, Word::determiner) == "one")
    return {{}, verb};
  if (reading_.is(phrase.first, Word::pronoun) && reading_.is(phrase.first + 1, Word::passive_auxiliary))
    return {{}, verb};  // "it was reported"
  // "in the capital, said", "sources close to the club say": behind a preposition stands no subject
  if (phrase.first > limit && reading_.is(phrase.first - 1, Word::preposition) && !opens_clause(phrase.first - 1) &&
      titled_before(phrase.first, limit).empty())
    return subject_with_complement(verb, limit);
  // "issued a statement (in which he) said": the text is what was issued
  std::uint32_t limit_of_name = verb;
  const auto is_issued = [&](std::uint32_t t) {
    const bool text = reading_.is(t, Word::document) && !reading_.is_any(phrase.first, {Word::document, Word::medium});
    return !reading_.is_definite(t) && (text || begins_object(reading_, phrase, t));
  };
  while (phrase.size() > 1 && is_issued(phrase.last - 1)) limit_of_name = --phrase.last;
  ReadChain read = read_speaker(reading_, phrase.first, limit_of_name, cue(verb), true, discourse_, false);
  // "The commander in the north Fulan": the title lies behind a preposition
  if (const TokenRange titled = titled_before(phrase.first, limit); !titled.empty()) {
    ReadChain longer = read_speaker(reading_, titled.first, verb, cue(verb), true, discourse_, false);
    if (!longer.chain.empty()) read = std::move(longer);
  }
  // the name may stand in apposition: the title lies one comma further back
  if (phrase.first > limit + 1 && reading_.is_comma(phrase.first - 1)) {
    TokenRange titled = noun_phrase_before(reading_, phrase.first - 1, limit);
    if (const TokenRange longer = titled_before(titled.first, limit); !longer.empty() && !titled.empty())
      titled.first = longer.first;
    // "the wife of a survivor, Fulana, said that": any noun that opens the sentence, where what is said follows
    const bool opens = !titled.empty() && titled.first == sentence_.first && read.chain.empty() &&
                       reading_.is_word(titled.first) && !reading_.is(titled.first, Word::not_source) &&
                       reading_.glued_preposition(titled.first).empty() &&
                       find_content(reading_, verb + 1, sentence_.last).explicit_mark;
    if (opens) return {read_speaker(reading_, titled.first, verb, cue(verb), false, discourse_, false).chain, verb + 1};
    if (!titled.empty() &&
        (reading_.is(titled.first, Word::title) || speaker_kind(reading_, titled) == SpeakerKind::person)) {
      ReadChain longer = read_speaker(reading_, titled.first, verb, cue(verb), true, discourse_, false);
      if (!longer.chain.empty()) read = std::move(longer);
    }
  }
  // any name that opens the clause, where what is said follows at once: "supporters of the plan say that ...", or
  // stands behind a verb of saying: "wrote one of his friends, saying: ..."
  const bool opens = phrase.first == limit || reading_.is(phrase.first - 1, Word::conjunction) ||
                     opens_clause(phrase.first - 1) || is_saying_verb(reading_, phrase.first - 1);
  if (read.chain.empty() && opens && !reading_.is_any(phrase.first, {Word::speech, Word::event})) {
    const ContentBegin content = find_content(reading_, verb + 1, sentence_.last);
    const bool bare = item && item->value.has("bare");  // "NASA says its rover will follow"
    const std::uint32_t next = behind_hearer(verb);
    // "denied meeting the envoy", "denied any meeting"
    const std::uint32_t object = reading_.is(verb + 1, Word::any) ? verb + 2 : verb + 1;
    const bool denies = !reading_.verb_first() && reading_.value(verb, Word::speech) == "deny" &&
                        object < sentence_.last &&
                        (reading_.is(object, Word::perfect_particle) || may_be_action(reading_, object)) &&
                        !reading_.is_definite(object);
    if (bare || denies || (content.explicit_mark && (content.at <= next + 1 || says_behind_aside(verb, content.at))))
      read = read_speaker(reading_, phrase.first, verb, cue(verb), false, discourse_, false);
  }
  if (!read.chain.empty()) read.next = verb + 1;
  return read;
}

/// "The directorate would like to make clear that": who wishes it stands before "that" and the verb.
ReadChain SayerFinder::subject_of_wish(std::uint32_t verb) const {
  if (verb < sentence_.first + 3 || reading_.value(verb - 1, Word::complementizer) != "x") return {{}, verb};
  TokenRange phrase = noun_phrase_before(reading_, verb - 1, sentence_.first);
  if (!phrase.empty() && reading_.is_class(phrase.first, "wishing")) ++phrase.first;
  if (phrase.empty() || phrase.last != verb - 1 || phrase.first == sentence_.first ||
      !reading_.is_class(phrase.first - 1, "wishing"))
    return {{}, verb};
  return speaker_in(phrase, verb, false);
}

/// "While Fulana was waiting, (she) told us how ...": a name behind the "was" of the clause that opens the sentence, as
/// far as a verb or a bracket; right behind its comma the verb goes on with it.
ReadChain SayerFinder::subject_of_while(std::uint32_t verb) const {
  constexpr std::uint32_t longest_name = 4;
  const std::uint32_t was = sentence_.first + 1;
  if (verb <= was + 2 || !reading_.is(sentence_.first, Word::subordinator) || !reading_.is(was, Word::auxiliary) ||
      !reading_.is_comma(verb - 1))
    return {{}, verb};
  const TokenRange name = noun_phrase(reading_, was + 1, verb, false);
  const bool ends =
      !name.empty() && name.last < verb && (reading_.is_verb(name.last) || reading_.is_bracket(name.last));
  if (!ends || name.size() > longest_name || reading_.is_class(name.first, "noun") ||
      !agrees(reading_, *reading_.item(verb, Word::speech), named_by(reading_, name, SpeakerKind::person, cue(verb))))
    return {{}, verb};
  return speaker_in(name, verb, false);
}

/// "Had the officer, the only source of it, revealed that ...": the subject stands behind the auxiliary that opens
/// the sentence, where the verb is the first of its own.
ReadChain SayerFinder::subject_of_background(std::uint32_t verb) const {
  constexpr std::uint32_t reach = 10;
  std::uint32_t first = sentence_.first;
  if (verb == first) return {{}, verb};
  if (!reading_.is(first, Word::auxiliary))  // or its clause, behind a comma
    for (std::uint32_t t = verb - 1; t > sentence_.first && verb - t < reach; --t) {
      if (reading_.is(t, Word::auxiliary) && reading_.has_conjunction(t) && reading_.is_comma(t - 1)) first = t;
      if (reading_.is_comma(t) || first != sentence_.first) break;
    }
  if (!reading_.is(first, Word::auxiliary)) return {{}, verb};
  const Item* relative = reading_.item(verb - 1, Word::relative);  // "the reports that spoke of" are no one else's
  const bool singled_out = relative && (!relative->value.has("present") || reading_.is_class(verb - 2, "cleft"));
  // "had a source in the ministry said": the verb right behind its subject
  const TokenRange subject = noun_phrase(reading_, first + 1, verb, true);
  const bool right_behind = !subject.empty() && subject.last == verb && !reading_.has_conjunction(verb) &&
                            (reading_.is_definite(subject.first) || speaker_kind(reading_, subject));
  const bool marked = reading_.is(verb - 1, Word::perfect_particle) || singled_out || right_behind;
  if (!marked) return {{}, verb};
  return speaker_in({first + 1, verb}, verb, false);
}

}  // namespace isnad::claims
