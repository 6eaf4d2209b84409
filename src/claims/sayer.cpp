#include "claims/sayer.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/speaker_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {

bool says_without_mark(std::string_view value) { return value == "say" || value == "claim" || value == "expect"; }

bool is_denial(std::string_view value) { return value == "deny" || value == "rule-out"; }

std::string SayerFinder::cue(std::uint32_t verb) const {
  return std::string(slice(reading_.document.text, reading_.trimmed({verb, verb + 1})));
}

ReadChain SayerFinder::sayer_of(std::uint32_t verb) const {
  if (reading_.value(verb, Word::speech) == "written") return written_in(verb);
  if (reading_.item(verb, Word::speech)->value.has("hearer")) return told_behind(verb);
  if (ReadChain had = subject_of_background(verb); !had.chain.empty()) return had;
  if (ReadChain wishes = subject_of_wish(verb); !wishes.chain.empty()) return wishes;
  if (ReadChain told = told_first(verb); !told.chain.empty()) return told;
  if (reading_.item(verb, Word::speech)->value.has("bare") && !reading_.is_mark(verb - (verb > 0 ? 1 : 0)))
    return subject_before(verb);  // its subject stands before it, unless a quotation does
  // "the minister, a doctor by profession, said": the comma closes an aside, unless a quotation ends there
  if (verb > sentence_.first + 1 && reading_.is_comma(verb - 1) && !reading_.is_quote(verb - 2) &&
      reading_.item(verb, Word::speech)->value.has("bare"))
    if (ReadChain read = subject_before(verb); !read.chain.empty()) return read;
  // "the envoy who accused the ministry"; not "whom the ministry accused", "for which the ministry called"
  if (const Item* item = reading_.item(verb, Word::speech); behind_relative(verb) && item->value.has("object") &&
                                                            item->enclitic.empty() && verb + 1 < sentence_.last &&
                                                            !reading_.is(verb + 1, Word::with_pronoun))
    return subject_before(verb);
  if (ReadChain read = subject_that_opens(verb); !read.chain.empty()) return read;
  if (ReadChain read = subject_of_that_clause(verb); !read.chain.empty()) return read;
  // "has denied meeting the envoy": where a subject stands before its verb, only "said Fulan" has it behind
  const bool both = reading_.verb_first() || reading_.item(verb, Word::speech)->value.has("bare");
  ReadChain read = reading_.verb_first() ? subject_behind(verb) : subject_before(verb);
  if (read.chain.empty() && both) read = reading_.verb_first() ? subject_before(verb) : subject_behind(verb);
  if (read.chain.empty()) read = subject_of_while(verb);
  return read;
}

/// "The union calls on the minister", "as for Fulan, he says": a subject that opens the sentence right before its verb;
/// what stands behind the verb is no subject then.
ReadChain SayerFinder::subject_that_opens(std::uint32_t verb) const {
  const std::uint32_t first = sentence_.first;
  if (verb > first && reading_.is(first, Word::topic) && goes_on_with_topic(reading_, verb)) {
    if (ReadChain other = subject_behind_topic(verb); !other.chain.empty()) return other;
    return speaker_in({first + 1, verb}, verb, false);
  }
  const TokenRange phrase = noun_phrase_before(reading_, verb, first);
  if (phrase.empty() || phrase.first != first || phrase.last != verb || reading_.has_conjunction(verb) ||
      !reading_.glued_preposition(first).empty())  // "with this word he described"
    return {{}, verb};
  const Item* item = reading_.item(verb, Word::speech);
  constexpr std::uint32_t longest_unknown = 3;
  // "Fulan announces the liberation of ...": the noun of action is what is said
  const bool announces = says_without_mark(reading_.value(verb, Word::speech)) && verb + 1 < sentence_.last &&
                         !reading_.is_definite(verb + 1) && may_be_action(reading_, verb + 1) &&
                         item->value.text("tense").value_or("") == "imperfect";
  const bool unknown_too = (item->value.has("object") || announces) && phrase.size() <= longest_unknown;
  return speaker_in({first, verb}, verb, !unknown_too);
}

/// "As for the owner, the mayor says that he fled": who stands between the verb and what is said speaks, not the topic;
/// empty where no one does.
ReadChain SayerFinder::subject_behind_topic(std::uint32_t verb) const {
  if (reading_.item(verb, Word::speech)->value.has("object")) return {{}, verb};  // "as for him, he told the paper"
  const TokenRange phrase =
      with_purpose(reading_, noun_phrase(reading_, verb + 1, sentence_.last, true), sentence_.last);
  std::uint32_t behind = phrase.last;  // "made clear the society, | that"
  if (behind + 1 < sentence_.last && reading_.is_comma(behind)) ++behind;
  if (phrase.empty() || behind >= sentence_.last || !reading_.is(behind, Word::complementizer) ||
      !(reading_.is_definite(phrase.first) || speaker_kind(reading_, phrase)))
    return {{}, verb};
  return subject_behind(verb);
}

/// "(But) that a source in the club told the channel that ...": behind "that" the subject stands before a verb that
/// takes a person, and who is told behind it.
ReadChain SayerFinder::subject_of_that_clause(std::uint32_t verb) const {
  if (reading_.value(verb, Word::speech) != "say" || !reading_.item(verb, Word::speech)->value.has("object") ||
      reading_.has_conjunction(verb))
    return {{}, verb};
  const TokenRange phrase = noun_phrase_before(reading_, verb, sentence_.first);
  if (phrase.empty() || phrase.last != verb || phrase.first == sentence_.first ||
      !reading_.is_any(phrase.first - 1, {Word::complementizer, Word::subordinator, Word::belonging}))
    return {{}, verb};
  return subject_before(verb);
}

std::uint32_t SayerFinder::end_of_sayer(std::uint32_t verb, TokenRange phrase) const {
  const Item* item = reading_.item(verb, Word::speech);
  return end_of_subject(reading_, phrase, item && item->value.has("object"));
}

/// "It stands in a statement of the ministry that ...": the text speaks, or its owner.
ReadChain SayerFinder::written_in(std::uint32_t verb) const {
  if (reading_.item(verb, Word::speech)->value.has("in-it")) return issued_before(verb);
  return read_speaker(reading_, reading_.after(verb, Word::speech), sentence_.last, cue(verb), true, discourse_, false);
}

/// "To "The Dawn"": a name in quotation marks behind a preposition that stands alone; else empty.
TokenRange SayerFinder::quoted_name(std::uint32_t preposition) const {
  constexpr std::uint32_t longest = 4;
  const std::uint32_t first = preposition + 2;
  if (!reading_.is(preposition, Word::preposition) || first >= sentence_.last || !reading_.is_quote(first - 1))
    return {};
  for (std::uint32_t t = first + 1; t < sentence_.last && t <= first + longest; ++t)
    if (reading_.is_quote(t)) return {first, t};
  return {};
}

ReadChain SayerFinder::told_first(std::uint32_t verb) const {
  std::uint32_t t = verb + 1;
  while (t < sentence_.last && reading_.is(t, Word::with_pronoun)) ++t;
  if (t >= sentence_.last) return {{}, t};
  TokenRange told = quoted_name(t);
  if (told.empty() && reading_.is(t, Word::hearer)) told = noun_phrase(reading_, t, sentence_.last, false);
  if (told.empty()) return {{}, t};
  for (std::uint32_t k = told.first + 1; k < told.last; ++k)
    if (reading_.is_any(k, {Word::title, Word::anonymous})) told.last = k;
  std::uint32_t next = told.last;
  while (next < sentence_.last && (reading_.is_bracket(next) || reading_.is_quote(next) || reading_.timex(next) ||
                                   reading_.is(next, Word::agency)))
    next = reading_.after(next, Word::agency);
  if (next >= sentence_.last) return {{}, t};
  ReadChain read = read_speaker(reading_, next, sentence_.last, cue(verb), true, discourse_, false);
  if (read.chain.empty()) return {{}, t};
  const SpeakerKind kind = speaker_kind(reading_, told).value_or(SpeakerKind::agency);
  read.chain.insert(read.chain.begin(), named_by(reading_, told, kind, cue(verb)));
  return read;
}

ReadChain SayerFinder::named(TokenRange phrase, std::uint32_t verb) const {
  ReadChain read = read_speaker(reading_, phrase.first, verb, cue(verb), false, discourse_, false);
  const TokenRange told = noun_phrase(reading_, verb + 1, sentence_.last, false);
  if (read.chain.empty() || told.empty() || !reading_.item(verb, Word::speech)->value.has("hearer")) return read;
  if (const auto kind = speaker_kind(reading_, told);
      reading_.is_any(told.first, {Word::agency, Word::outlet}) ||
      (told.size() > 1 && reading_.is_any(told.first + 1, {Word::agency, Word::outlet}))) {
    read.chain.insert(read.chain.begin(), named_by(reading_, told, kind.value_or(SpeakerKind::outlet), cue(verb)));
  }
  return read;
}

/// "The minister told reporters that ...": who is told stands behind the verb, who tells before it.
ReadChain SayerFinder::told_behind(std::uint32_t verb) const {
  ReadChain read = subject_before(verb);
  if (read.chain.empty()) return read;
  TokenRange told = noun_phrase(reading_, verb + 1, sentence_.last, false);
  // "told Reuters | the bridge collapsed"
  if (!told.empty() && reading_.is_any(told.first, {Word::agency, Word::outlet}))
    for (std::uint32_t t = told.first + 1; t < told.last; ++t)
      if (reading_.is(t, Word::determiner)) told.last = t;
  if (!told.empty()) read.next = told.last;
  return read;
}

/// The first bare noun of action; the end where there is none.
std::uint32_t SayerFinder::action_in(std::uint32_t first, std::uint32_t last) const {
  while (first < last && !(may_be_action(reading_, first) && !reading_.is_definite(first))) ++first;
  return first;
}

bool SayerFinder::behind_relative(std::uint32_t verb) const {
  for (std::uint32_t back = 1; back <= 2 && verb >= sentence_.first + back; ++back)
    if (const Item* word = reading_.item(verb - back, Word::relative); word && word->last == verb) return true;
  return false;
}

/// "Promised the minister | (with) the payment of": the preposition that the verb calls for brings what is said.
ReadChain SayerFinder::subject_before_action(std::uint32_t verb, std::uint32_t first) const {
  constexpr std::uint32_t reach = 12;
  const auto calls = reading_.item(verb, Word::speech)->value.text("calls");
  for (std::uint32_t t = first + 1; calls && t < std::min(sentence_.last, first + reach); ++t) {
    if (reading_.is_mark(t) || reading_.is(t, Word::complementizer)) break;
    if (reading_.glued_preposition(t) != *calls || !may_be_action(reading_, t)) continue;
    ReadChain read = read_speaker(reading_, first, t, cue(verb), true, discourse_, false);
    read.next = t;
    return read;
  }
  return {{}, first};
}

bool SayerFinder::is_place_that_disagrees(std::uint32_t verb, std::uint32_t token) const {
  const Item* place = token < sentence_.last ? reading_.item(token, Word::place_name) : nullptr;
  if (!place) return false;
  const auto asked = reading_.item(verb, Word::speech)->value.text("gender"), known = place->value.text("gender");
  return asked && known && *asked != *known;
}

std::optional<std::uint32_t> SayerFinder::behind_place_accused(std::uint32_t verb) const {
  if (!is_place_that_disagrees(verb, verb + 1)) return std::nullopt;
  const std::uint32_t end = reading_.after(verb + 1, Word::place_name);
  if (end >= sentence_.last) return std::nullopt;
  const bool of_its_own = reading_.is(end, Word::preposition);
  const std::uint32_t action = of_its_own ? end + 1 : end;
  const bool joined = of_its_own || !reading_.glued_preposition(end).empty();
  return joined && action < sentence_.last && may_be_action(reading_, action) ? std::optional(end) : std::nullopt;
}

ReadChain SayerFinder::subject_behind(std::uint32_t verb) const {
  std::uint32_t t = verb + 1;
  if (verb > sentence_.first && reading_.value(verb - 1, Word::complementizer) == "pronoun")
    return {{}, t};  // "that they asked the ministry": the subject is the pronoun
  if (t >= sentence_.last || names_many(*reading_.item(verb, Word::speech))) return {{}, t};
  if (reading_.is_comma(t)) ++t;  // "said, on Sunday, ..." has its subject further on or none
  while (t < sentence_.last &&
         (reading_.timex(t) || reading_.is(t, Word::with_pronoun) || reading_.is(t, Word::manner)))
    ++t;
  if (t + 2 < sentence_.last && reading_.is_class(t, "everyone") && reading_.is(t + 1, Word::preposition))
    t += 2;  // "announced each of | Libya and Egypt"
  // "confirmed these reports the minister": what is pointed to does not speak
  if (t + 1 < sentence_.last && reading_.is_class(t, "demonstrative") && !speaker_kind(reading_, {t + 1, t + 2})) {
    if (!reading_.is_definite(t + 1)) return {{}, t};
    t += 2;
  } else if (reading_.is_class(t, "demonstrative") && reading_.item(verb, Word::speech)->value.has("object")) {
    return {{}, t};  // "described this report as ..."
  }
  if (t < sentence_.last &&
      (reading_.is(t, Word::behind_speech) || !reading_.glued_preposition(t).empty() || opens_saying(t)))
    return {{}, t};
  if (is_place_that_disagrees(verb, t)) return {{}, t};
  if (t < sentence_.last && is_object_alone(reading_, *reading_.item(verb, Word::speech), t)) return {{}, t};
  if (ReadChain promises = subject_before_action(verb, t); !promises.chain.empty()) return promises;
  const TokenRange phrase = noun_phrase(reading_, t, sentence_.last, true);
  if (phrase.empty()) return {{}, t};
  // "a source that follows the file | disclosed": an object, and the verb of whoever stands before
  if (phrase.last < sentence_.last && is_saying_verb(reading_, phrase.last) && !reading_.has_conjunction(phrase.last) &&
      !described_before({verb + 1, verb + 1}, sentence_.first).empty())
    return {{}, t};
  const std::string_view value = reading_.value(verb, Word::speech);
  // "the landing of America is expected": no one, though a state is named beside it
  if (value == "expect" && (is_action(reading_, t) || reading_.is(t, Word::light)) && !reading_.is_definite(t) &&
      !reading_.is_given_name(t) && !speaker_kind(reading_, {t, t + 1}))
    return {{}, t};
  const bool marked = find_content(reading_, phrase.last, sentence_.last).explicit_mark;
  const std::uint32_t end = end_of_sayer(verb, phrase);
  const bool takes_object = reading_.item(verb, Word::speech)->value.has("object");
  const bool tidings = end < phrase.last && reading_.is_class(end, "tidings");
  const bool object_behind =
      takes_object || tidings || (end < phrase.last && (reading_.is_class(end, "noun") || reading_.is_quote(end - 1)));
  if (end < phrase.last && (object_behind || (!marked && (says_without_mark(value) || is_denial(value))))) {
    // "expected the return of ...", "described the scene outside his house": a thing, unless someone is described
    const bool thing = is_action(reading_, t) || reading_.is_class(t, "noun") ||
                       (value == "opine" && takes_object && end == t + 1 && !reading_.is_definite(end));
    ReadChain named = read_speaker(reading_, t, end, cue(verb), thing, discourse_, false);
    // what follows is no saying, unless it tells what was done ("denied | the recording of any case")
    if (object_behind || !reading_.is(end, Word::event))
      named.next = tidings ? end : takes_object ? phrase.last : action_in(end, phrase.last);
    if (!named.chain.empty()) return named;
  }
  // Known speakers, or any name when a complementizer, colon or time closes it.
  ReadChain known = read_speaker(reading_, t, sentence_.last, cue(verb), true, discourse_, false);
  if (!known.chain.empty()) return known;
  if (value == "opine" && takes_object) return {{}, t};  // "described the claims as ...": an object
  if (behind_relative(verb)) {  // "of whom the critic Fulan says that"; else an object ("the first to disclose it")
    if (value != "say" || phrase.last >= sentence_.last || !reading_.is(phrase.last, Word::complementizer))
      return {{}, t};
    return read_speaker(reading_, t, phrase.last, cue(verb), false, discourse_, false);
  }
  constexpr std::uint32_t longest_name = 4;
  const bool announces = says_without_mark(value) && phrase.size() <= longest_name &&
                         phrase.last + 1 < sentence_.last && reading_.is(phrase.last, Word::quoting) &&
                         !is_action(reading_, t) && !reading_.is_class(t, "noun") &&
                         (reading_.is_definite(t) || has_spoken(phrase));  // "announced Fulan of the coming of ..."
  if (announces) return read_speaker(reading_, t, phrase.last, cue(verb), false, discourse_, false);
  // "confirmed the owner of the boat, in a statement, | the news of its release"
  const std::uint32_t object = behind_text_named(reading_, phrase.last, sentence_.last);
  if (says_without_mark(value) && object > phrase.last && object < sentence_.last &&
      reading_.is_class(object, "tidings") && !is_action(reading_, t) && !reading_.is_class(t, "noun")) {
    ReadChain named = read_speaker(reading_, t, phrase.last, cue(verb), false, discourse_, false);
    named.next = object;
    return named;
  }
  const ContentBegin content = find_content(reading_, phrase.last, sentence_.last);
  if (value == "say" && !content.explicit_mark)
    if (const std::uint32_t next = behind_function(phrase); next > phrase.last) {
      ReadChain named = read_speaker(reading_, t, phrase.last, cue(verb), false, discourse_, false);
      named.next = next;
      return named;
    }
  if (content.explicit_mark &&
      leads_to_content(phrase, content.at,
                       (value == "opine" || value == "react" || value == "believe") && !has_spoken(phrase)))
    return read_speaker(reading_, t, sentence_.last, cue(verb), false, discourse_, false);
  return {{}, t};
}

/// "Announced Fulan Fulani, the head of the union, | the closing of": behind the comma that closes what a name of a few
/// words is; the end of the name where no function follows.
std::uint32_t SayerFinder::behind_function(TokenRange name) const {
  constexpr std::uint32_t least_name = 2, longest_name = 4, longest_function = 12;
  const std::uint32_t comma = name.last;
  if (name.size() < least_name || name.size() > longest_name || comma + 1 >= sentence_.last ||
      !reading_.is_comma(comma) || !reading_.is_any(comma + 1, {Word::title, Word::anonymous}) ||
      reading_.is_definite(name.first))
    return comma;
  for (std::uint32_t t = comma + 2; t + 1 < sentence_.last && t < comma + longest_function; ++t) {
    if (is_saying_verb(reading_, t)) return comma;
    if (reading_.is_comma(t)) return t + 1;
  }
  return comma;
}

/// A quotation that is more than a name in quotation marks begins here.
bool SayerFinder::opens_saying(std::uint32_t token) const {
  const ContentBegin content = find_content(reading_, token, sentence_.last);
  return reading_.opens_quote(token) && content.explicit_mark && content.at == token;
}

/// The name ends that of someone who has spoken or acted before: "Fulan made clear in an interview that ...".
bool SayerFinder::has_spoken(TokenRange name) const {
  constexpr std::uint32_t longest = 3;
  if (name.size() > longest) return false;
  const std::string_view last = slice(reading_.document.text, reading_.span({name.last - 1, name.last}));
  return std::any_of(discourse_.recent.begin(), discourse_.recent.end(), [&](const Discourse::Recent& r) {
    return std::any_of(r.chain.begin(), r.chain.end(), [&](const Speaker& s) { return s.name.ends_with(last); });
  });
}

/// An unknown name speaks when what is said follows: at once, or behind a time, an agency told, a medium. Behind a
/// verb of opinion it must be followed at once ("described the relations ...").
bool SayerFinder::leads_to_content(TokenRange name, std::uint32_t content, bool opines) const {
  constexpr std::uint32_t most_between = 12;
  std::uint32_t between = 0;
  std::uint32_t first = behind_aside(reading_, name.last, content);
  if (const TokenRange told = quoted_name(first); first > name.last && !told.empty()) first = told.last;
  for (std::uint32_t t = first; t < content; ++t)
    between +=
        static_cast<std::uint32_t>(reading_.is_word(t) && !reading_.timex(t) && !reading_.is(t, Word::complementizer) &&
                                   !(t + 1 == content && reading_.is(t, Word::preposition)));
  constexpr std::uint32_t longest = 6;  // "Fulan Fulani of the press office"
  return between == 0 || (!opines && between <= most_between && name.size() <= longest);
}

}  // namespace isnad::claims
