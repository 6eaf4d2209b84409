#include "claims/speaker.h"

#include <algorithm>

#include "claims/name.h"
#include "claims/noun_phrase.h"
#include "claims/reference.h"
#include "claims/speaker_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t reach = 24;  ///< tokens behind a speaker in which the rest of its chain is looked for

bool same_words(const Reading& reading, TokenRange phrase, Word word) {
  return std::any_of(&reading.document.tokens[phrase.first], &reading.document.tokens[phrase.first] + phrase.size(),
                     [&](const Token& t) {
                       return reading.is(static_cast<std::uint32_t>(&t - reading.document.tokens.data()), word);
                     });
}

/// "(which it did not name)" between brackets, or behind a relative: the token behind it, and whether it is there.
std::pair<std::uint32_t, bool> read_unnamed(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  std::uint32_t t = at;
  while (t < limit && t < at + 3 && (reading.is_bracket(t) || reading.is_comma(t) || reading.is(t, Word::relative)))
    ++t;
  if (t >= limit || !reading.is(t, Word::unnamed)) return {at, false};
  t = reading.after(t, Word::unnamed);
  // what follows up to the closing mark belongs to it ("did not name, the Russian agency")
  std::uint32_t end = t;
  while (end < limit && end < t + 6 && !reading.is_comma(end) && !reading.is_bracket(end) &&
         !reading.is(end, Word::complementizer))
    ++end;
  if (end < limit && (reading.is_bracket(end) || reading.is_comma(end))) t = end + 1;
  return {t, true};
}

/// "Fulan bin Fulan, adviser of the presidency": a function stands behind a name, which no known noun and no article
/// opens.
bool titled_behind_name(const Reading& reading, TokenRange phrase) {
  constexpr std::uint32_t longest_name = 5;
  if (phrase.size() < 3 || reading.is_definite(phrase.first) || reading.is_verb(phrase.first) ||
      reading.is_any(phrase.first, {Word::event, Word::document, Word::general_adjective, Word::place_kind}) ||
      reading.is_class(phrase.first, "noun"))
    return false;
  for (std::uint32_t t = phrase.first + 1; t < phrase.last && t <= phrase.first + longest_name; ++t) {
    if (!reading.is_word(t) || reading.has_conjunction(t)) return false;
    if (t >= phrase.first + 2 && reading.is_any(t, {Word::title, Word::anonymous})) return true;
  }
  return false;
}

/// "The guard Salem": a given name right behind a word with the article, whatever that is.
bool is_named_behind_function(const Reading& reading, TokenRange phrase) {
  const std::uint32_t name = phrase.first + 1;
  return phrase.size() > 1 && reading.is_word(phrase.first) && reading.is_definite(phrase.first) &&
         reading.is_class(name, "personal-name") && !reading.is_definite(name) && !reading.has_conjunction(name) &&
         !reading.is_any(phrase.first, {Word::general_adjective, Word::event, Word::place_kind}) &&
         !reading.is_class(phrase.first, "noun");
}

/// Behind a word or two that a bracket right before them opens; `at` where there are none.
std::uint32_t behind_brackets(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t longest = 3;
  if (!reading.is_bracket(at - 1)) return at;
  for (std::uint32_t t = at; t < limit && t <= at + longest; ++t)
    if (reading.is_bracket(t)) return t;
  return at;
}

/// A share of those asked ("72.8 % said") is no one.
bool has_word(const Reading& reading, TokenRange phrase) {
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
    if (reading.is_word(t)) return true;
  return false;
}

Speaker speaker_of(const Reading& reading, TokenRange phrase, SpeakerKind kind, std::string_view cue) {
  while (phrase.size() > 1 && reading.is(phrase.first, Word::determiner)) ++phrase.first;
  Speaker speaker = named_by(reading, phrase, kind, cue);
  speaker.unnamed = kind == SpeakerKind::anonymous;
  return speaker;
}

/// What the preposition of a medium brings behind a phrase is part of it: behind a function that misses its body, or
/// behind a medium, with the article ("the agency for news").
bool belongs_to_name(const Reading& reading, TokenRange phrase, std::uint32_t hearer) {
  if (reading.is(phrase.first, Word::medium)) return reading.is_definite(hearer);
  if (reading.value(phrase.first, Word::title) != "of-body") return false;
  for (std::uint32_t t = reading.after(phrase.first, Word::title); t < phrase.last; ++t)
    if (!reading.is(t, Word::general_adjective)) return false;
  return true;
}

/// The one quoted may bring a chain that already names an agency of this one.
void append(AttributionChain& chain, const AttributionChain& more) {
  for (const Speaker& s : more)
    if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& c) { return c.name == s.name; }))
      chain.push_back(s);
}

/// "The source" is no witness, "the researchers" are no sources: the unnamed one is of that kind.
bool is_of_kind(const Reading& reading, const Speaker& unnamed, std::string_view kind) {
  const TokenRange words = tokens_of(reading, unnamed.span);
  for (std::uint32_t t = words.first; t < words.last; ++t)
    if (reading.is(t, Word::anonymous) && reading.value(t, Word::anonymous) == kind) return true;
  return kind == "source";  // whoever did not give his name
}

}  // namespace

ReadChain read_quoted(const Reading& reading, std::uint32_t quoting, std::uint32_t limit, const Discourse& discourse) {
  const std::string_view cue = slice(reading.document.text, reading.span({quoting, quoting + 1}));
  ReadChain quoted = read_speaker(reading, quoting + 1, limit, cue, true, discourse, true);
  if (!quoted.chain.empty()) return quoted;
  constexpr std::uint32_t longest_name = 5;
  const TokenRange name = noun_phrase(reading, quoting + 1, limit, true);
  std::uint32_t next = name.last;
  while (next < limit && (reading.is_comma(next) || reading.is_quote(next))) ++next;
  const bool said =
      next < limit && (reading.is_any(next, {Word::complementizer, Word::saying}) || reading.is_colon(next));
  if (name.empty() || name.size() > longest_name || !said) return quoted;
  return read_speaker(reading, quoting + 1, limit, cue, false, discourse, true);
}

bool is_published(const Reading& reading, std::uint32_t verb) {
  for (const Word word : {Word::speech, Word::light, Word::event})
    for (const Item* item : reading.items(verb, word))
      if (!item->enclitic.empty() && item->value.text("form").value_or("verb") == "verb") return true;
  return false;
}

Speaker named_by(const Reading& reading, TokenRange phrase, SpeakerKind kind, std::string_view cue) {
  while (phrase.size() > 1 && reading.is_class(phrase.last - 1, "dangling"))
    --phrase.last;  // "the agency belonging | to"
  Speaker speaker;
  speaker.kind = kind;
  speaker.cue = std::string(cue);
  speaker.span = reading.name_span(phrase);
  speaker.name = std::string(slice(reading.document.text, speaker.span));
  return speaker;
}

std::optional<SpeakerKind> speaker_kind(const Reading& reading, TokenRange phrase) {
  for (std::uint32_t t = phrase.first; t < phrase.last && t < phrase.first + 4; ++t) {
    if (!reading.is_word(t)) continue;
    if (reading.is(t, Word::not_source) && t == phrase.first) return std::nullopt;
    if (reading.is(t, Word::title)) {
      // "a member of the council" names nobody; "the minister Fulan" does
      const TokenRange name = person_name(reading, phrase);
      return name.empty() && !reading.is_definite(t) && phrase.size() > 1 ? SpeakerKind::office : SpeakerKind::person;
    }
    if (reading.is(t, Word::agency)) return SpeakerKind::agency;
    if (reading.is(t, Word::anonymous)) return SpeakerKind::anonymous;
    if (reading.is(t, Word::medium))
      return reading.value(t, Word::medium) == "agency" ? SpeakerKind::agency : SpeakerKind::outlet;
    if (reading.is(t, Word::office)) return SpeakerKind::office;
    if (reading.is(t, Word::document)) return SpeakerKind::document;
    if (reading.is(t, Word::outlet)) return SpeakerKind::outlet;
    if (reading.is(t, Word::place_name)) return SpeakerKind::office;  // a capital or state for its government
    if (reading.is(t, Word::force)) return SpeakerKind::office;
    if (t == phrase.first + 1) break;
  }
  if (titled_behind_name(reading, phrase) || is_named_behind_function(reading, phrase)) return SpeakerKind::person;
  // without an article written with its noun, adjectives and names stand before the head ("a senior Fulan official")
  constexpr std::uint32_t longest_before_head = 6;
  if (reading.verb_first()) return std::nullopt;
  for (std::uint32_t t = phrase.first + 2; t < phrase.last && t <= phrase.first + longest_before_head; ++t) {
    if (reading.is(t, Word::title)) return SpeakerKind::person;
    if (reading.is(t, Word::anonymous)) return SpeakerKind::anonymous;
    if (reading.is(t, Word::office)) return SpeakerKind::office;
  }
  return std::nullopt;
}

std::optional<AttributionChain> resolve_definite(const Reading& reading, TokenRange phrase,
                                                 const Discourse& discourse) {
  std::uint32_t words = 0, head = phrase.first;
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
    if (reading.is_word(t) && !reading.is(t, Word::general_adjective) && ++words == 1) head = t;
  if (words == 0 || words > 2 || !reading.is_definite(head)) return std::nullopt;
  if (reading.is(head, Word::anonymous) && words == 1 && !discourse.last_anonymous.empty() &&
      is_of_kind(reading, discourse.last_anonymous.back(), reading.value(head, Word::anonymous)))
    return discourse.last_anonymous;
  if (reading.is(head, Word::medium) && !same_words(reading, phrase, Word::agency) &&
      !same_words(reading, phrase, Word::outlet) && !discourse.last_agency.empty())
    return discourse.last_agency;
  return std::nullopt;
}

ReadChain read_speaker(const Reading& reading, std::uint32_t first, std::uint32_t limit, std::string_view cue,
                       bool known_only, const Discourse& discourse, bool relays) {
  ReadChain read{{}, first};
  if (first < limit && reading.is(first, Word::topic)) ++first;  // "as for Fulan, he ..."
  TokenRange phrase = noun_phrase(reading, first, limit, true);
  // behind "that" and "but" a subject is in the accusative
  const bool subject_there =
      !phrase.empty() && phrase.first > 0 &&
      reading.is_any(phrase.first - 1, {Word::complementizer, Word::subordinator, Word::exception});
  if (phrase.empty() || !has_word(reading, phrase) || (!subject_there && reading.is_accusative(phrase.first)))
    return read;
  phrase = with_affiliation(reading, with_purpose(reading, with_complements(reading, phrase, limit), limit), limit);
  phrase = with_those_counted(reading, phrase, limit);
  // A statement or document with an owner: "a statement of the ministry", "remarks of a source": the owner speaks.
  TokenRange after_document{reading.after(phrase.first, Word::document), phrase.last};
  if (!after_document.empty() && reading.is_class(after_document.first, "quoting-from")) ++after_document.first;
  // "an internal note": a single word without article is an adjective, though a body has its name
  const bool owned = !after_document.empty() && !reading.is(after_document.first, Word::belonging) &&
                     (after_document.size() > 1 || reading.is_definite(after_document.first) || !reading.verb_first() ||
                      !reading.is(after_document.first, Word::office));
  if (reading.is(phrase.first, Word::document) && owned && speaker_kind(reading, after_document)) {
    phrase = after_document;
  } else if (reading.is(phrase.first, Word::document) && phrase.last < limit &&
             reading.has_contracting_preposition(phrase.last)) {
    const TokenRange owner = with_purpose(reading, noun_phrase(reading, phrase.last, limit, true),
                                          limit);  // "a statement by the ministry", written with the word
    // "a report by the police" with preposition and article in one: cut from its word the owner is no name
    if (!owner.empty() && speaker_kind(reading, owner))
      phrase = {reading.is_definite(owner.first) ? phrase.first : owner.first, owner.last};
  }
  if (const TokenRange issuer = issuer_of(reading, phrase, limit); !issuer.empty()) phrase = issuer;
  const auto kind = speaker_kind(reading, phrase);
  if (!kind && known_only) return read;
  read.next = phrase.last;

  const auto [behind_unnamed, unnamed] = read_unnamed(reading, phrase.last, limit);
  if (unnamed) read.next = behind_unnamed;

  if (auto resolved = resolve_definite(reading, phrase, discourse)) {
    read.chain = std::move(*resolved);
  } else if (auto meant = person_meant(reading, phrase, limit, discourse)) {
    read.chain = std::move(*meant);
  } else {
    Speaker speaker = speaker_of(reading, phrase, kind.value_or(SpeakerKind::person), cue);
    if (unnamed) {
      speaker.unnamed = true;
      speaker.kind = SpeakerKind::anonymous;
    }
    if (const TokenRange name = apposition(reading, read.next, limit);
        !name.empty() && speaker.kind != SpeakerKind::anonymous) {
      speaker.kind = SpeakerKind::person;
      speaker.span = reading.trimmed({phrase.first, name.last});
      speaker.name = std::string(slice(reading.document.text, speaker.span));
      read.next = name.last;
    }
    read.chain.push_back(std::move(speaker));
  }

  // What the chain goes on with, in any order: told to an agency, relayed by another, quoted from someone.
  for (std::uint32_t t = read.next, seen = 0; t < limit && seen < reach; ++seen) {
    if (reading.is_comma(t) || reading.is_quote(t) || reading.is_bracket(t) || reading.timex(t)) {
      ++t;
      continue;
    }
    if (const std::uint32_t behind = behind_brackets(reading, t, limit); behind > t) {  // "the agency (SANA)"
      t = behind;
      continue;
    }
    if (reading.is(t, Word::hearer)) {
      TokenRange told = noun_phrase(reading, t, limit, false);
      if (told.empty()) break;
      // "told Reuters | the details of the meeting"
      for (const Word word : {Word::agency, Word::outlet})
        if (reading.is(told.first, word) && reading.after(told.first, word) < told.last &&
            reading.is_class(reading.after(told.first, word), "noun"))
          told.last = reading.after(told.first, word);
      // "told the correspondent (of ATS)"
      if (const std::uint32_t name = told.last + 1;
          told.size() == 1 && name < limit && reading.is_any(name, {Word::agency, Word::outlet}))
        if (const std::uint32_t close = behind_brackets(reading, name, limit); close > name) told.last = close + 1;
      if (t == phrase.last && read.chain.size() == 1 && belongs_to_name(reading, phrase, t)) {
        // "the director of the channel", "the agency for news": no one was told
        read.chain[0].span = reading.trimmed({phrase.first, told.last});
        read.chain[0].name = std::string(slice(reading.document.text, read.chain[0].span));
        read.next = t = told.last;
        if (const TokenRange name = apposition(reading, t, limit); !name.empty()) read.next = t = name.last;
        continue;
      }
      Speaker agency = speaker_of(reading, told, speaker_kind(reading, told).value_or(SpeakerKind::agency), cue);
      read.chain.insert(read.chain.begin(), std::move(agency));
      read.next = t = told.last;
      continue;
    }
    // "the figures | that the ministry published"
    if (!kind && relays && reading.is(t, Word::relative) && t + 1 < limit && is_published(reading, t + 1)) ++t;
    if (is_published(reading, t) || reading.is(t, Word::obtained)) {
      const TokenRange by =
          with_purpose(reading, noun_phrase(reading, reading.after(t, Word::obtained), limit, false), limit);
      if (by.empty() || !speaker_kind(reading, by)) break;
      if (read.chain.size() == 1 && !kind) read.chain.clear();  // "a toll that the ministry published": a text
      read.chain.insert(read.chain.begin(), speaker_of(reading, by, *speaker_kind(reading, by),
                                                       slice(reading.document.text, reading.span({t, t + 1}))));
      read.next = t = by.last;
      continue;
    }
    if (reading.is(t, Word::according) && reading.value(t, Word::according) == "citing") {
      const std::uint32_t cited = reading.after(t, Word::according);
      const ReadChain source = read_speaker(
          reading, cited, limit, slice(reading.document.text, reading.span({t, cited})), true, discourse, true);
      if (source.chain.empty()) break;
      append(read.chain, source.chain);
      read.next = t = source.next;
      continue;
    }
    if (!reading.glued_preposition(t).empty() && t + 1 < limit && relays && reading.is(t + 1, Word::quoting)) {
      ++t;  // "the agency for news from a source"
      continue;
    }
    if (relays && reading.is(t, Word::quoting)) {
      const ReadChain quoted = read_quoted(reading, t, limit, discourse);
      if (quoted.chain.empty()) break;
      append(read.chain, quoted.chain);
      read.next = t = quoted.next;
      continue;
    }
    break;
  }
  return read;
}

}  // namespace isnad::claims
