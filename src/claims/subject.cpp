#include "claims/subject.h"

#include <algorithm>

#include "claims/noun_phrase.h"
#include "claims/speaker.h"

namespace isnad::claims {
namespace {

/// A definite noun that is known, and no adjective of the one before it: it begins a phrase of its own behind another
/// definite word.
bool is_known_noun(const Reading& reading, std::uint32_t t) {
  return reading.is_any(t, {Word::office, Word::force, Word::agency, Word::medium, Word::anonymous, Word::document,
                            Word::hearer}) &&
         !reading.is_any(t, {Word::general_adjective, Word::title});
}

/// A noun that the one behind it completes.
bool is_completed(const Reading& reading, std::uint32_t t) {
  return reading.is_any(t, {Word::title, Word::office, Word::force, Word::medium, Word::document, Word::place_kind});
}

/// "UNESCO", "OPEC": one word that is the whole name of a body and takes no article.
bool is_whole_name(const Reading& reading, std::uint32_t t) {
  return reading.value(t, Word::office) == "alliance" && reading.glued_preposition(t).empty();
}

/// "Gunmen": a plural in the nominative that no noun behind it completes.
bool is_whole_plural(const Reading& reading, std::uint32_t t) {
  constexpr std::string_view ending = "\u0648\u0646";
  constexpr std::size_t least_stem = 3;  // letters, of two bytes
  const std::string_view key = reading.key(t);
  return key.ends_with(ending) && key.size() >= 2 * (least_stem + 2) && !reading.is_definite(t) &&
         !reading.is_any(t, {Word::given_name, Word::place_name, Word::office, Word::agency, Word::outlet});
}

constexpr std::string_view alif = "\u0627";

/// "A report" as an object: a known noun with the letter that carries the ending; no adjective, and no "her report".
/// Nor a name, which completes a bare noun or is followed by another one ("the company Amara", "Angela Merkel").
bool is_unmarked_accusative(const Reading& reading, std::uint32_t t, std::uint32_t limit) {
  constexpr std::size_t least_noun = 8;  // four letters, of two bytes
  constexpr std::string_view others[] = {"\u064a\u0627", "\u0647\u0627", "\u0647\u0645\u0627"};
  const std::string_view key = reading.key(t);
  if (!key.ends_with(alif) || key.size() < least_noun + alif.size() || reading.is(t, Word::given_name)) return false;
  if (std::any_of(std::begin(others), std::end(others), [&](auto end) { return key.ends_with(end); })) return false;
  const bool completes =
      reading.is_any(t - 1, {Word::title, Word::office, Word::force, Word::medium, Word::place_kind}) ||
      reading.is_class(t - 1, "company");
  if (completes && !reading.is_definite(t - 1)) return false;
  const bool alone = t + 1 >= limit || !reading.is_word(t + 1) || reading.key(t + 1).ends_with(alif) ||
                     !reading.glued_preposition(t + 1).empty();
  return alone && reading.has_meaning(key.substr(0, key.size() - alif.size()));
}

/// "The deputies" of women, "the authorities": a regular feminine plural with the article.
bool is_plural_of_women(const Reading& reading, std::uint32_t t) {
  return reading.is_definite(t) && reading.key(t).ends_with("\u0627\u062a") &&
         !reading.is_any(t, {Word::given_name, Word::place_name});
}

/// "The company": the ending of feminine nouns; in matching form it may be another letter.
bool ends_feminine(const Reading& reading, std::uint32_t t) {
  return reading.document.surface(reading.document.tokens[t]).ends_with("\u0629");
}

/// "His party".
bool is_owned(const Reading& reading, std::uint32_t t) {
  const Item* body = reading.item(t, Word::office);
  return body && !body->enclitic.empty();
}

/// Behind a known name of an outlet or agency of several words; 0 where none begins here.
std::uint32_t end_of_outlet(const Reading& reading, std::uint32_t t) {
  for (const Word word : {Word::outlet, Word::agency})
    if (const Item* item = reading.item(t, word); item && item->last > t + 1) return item->last;
  return 0;
}

std::string_view field(const Item& item, std::string_view name) { return item.value.text(name).value_or(""); }

/// "Said (she) | Claire": the gender in which the verb of saying right before the name tells of one person; empty where
/// none does, or the name may be that of whom it is said of.
std::string_view gender_told(const Reading& reading, std::uint32_t name) {
  const Item* verb = name == 0 ? nullptr : reading.item(name - 1, Word::speech);
  const bool of_one = verb && verb->value.integer("person") == 3 && field(*verb, "number") == "s";
  return of_one && verb->enclitic.empty() && !verb->value.has("object") ? field(*verb, "gender") : "";
}

}  // namespace

bool begins_object(const Reading& reading, TokenRange subject, std::uint32_t t) {
  // "(that) a source | high in rank": behind a head in the accusative it is an adjective
  const bool head = reading.key(subject.first).ends_with(alif);
  if (!head && (reading.is_accusative(t) || is_unmarked_accusative(reading, t, subject.last))) return true;
  return t == subject.first + 1 && is_whole_plural(reading, subject.first) && !is_whole_plural(reading, t) &&
         reading.is_word(t) && reading.glued_preposition(t).empty() &&
         !reading.is_any(t, {Word::general_adjective, Word::place_name, Word::preposition, Word::belonging});
}

bool is_behind_family_name(const Reading& reading, TokenRange subject, std::uint32_t t) {
  return t == subject.first + 1 && reading.is_family_name(subject.first) && reading.is_word(t) &&
         !reading.is_any(t, {Word::title, Word::general_adjective, Word::given_name}) &&
         !reading.is_class(t, "person") && !reading.is_class(t, "name-particle") &&
         (reading.is_definite(t) || reading.is(t, Word::place_name) || reading.has_meaning(reading.key(t)));
}

bool may_be_action(const Reading& reading, std::uint32_t token) {
  const auto items = reading.items(token, Word::event);
  return std::any_of(items.begin(), items.end(), [](const Item* i) { return field(*i, "form") == "masdar"; });
}

bool is_action(const Reading& reading, std::uint32_t token) {
  const Item* item = reading.item(token, Word::event);
  return item && item->value.text("form").value_or("verb") != "verb";
}

bool is_definite_action(const Reading& reading, std::uint32_t token) {
  return reading.is_definite(token) && may_be_action(reading, token) && !reading.is(token, Word::general_adjective);
}

std::uint32_t end_of_subject(const Reading& reading, TokenRange phrase, bool takes_person) {
  if (phrase.empty()) return phrase.last;
  const bool titled = reading.is(phrase.first, Word::title);
  // a state or city alone, or two of them: "announced Russia a truce", "accused Damascus and Moscow fighters"
  std::uint32_t place = phrase.first;
  while (place < phrase.last && reading.is(place, Word::place_name) &&
         (place == phrase.first || reading.has_conjunction(place)))
    place = reading.after(place, Word::place_name);
  if (place > phrase.first && place < phrase.last && !reading.has_conjunction(place)) return place;
  std::uint32_t quotes = 0;                           // before the token
  bool complete = reading.is_definite(phrase.first);  // a definite word: no further noun can complete the phrase
  for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t) {
    quotes += static_cast<std::uint32_t>(reading.is_quote(t - 1));
    const bool behind_definite = reading.is_definite(t - 1) || (reading.is_quote(t - 1) && quotes % 2 == 0) ||
                                 (t > phrase.first + 1 && is_owned(reading, t - 1));  // "and his party | the army"
    // "recalled the page "Delta" | the actor Fulan"
    const bool behind_quotation = reading.is_quote(t - 1) && quotes % 2 == 0;
    if (behind_quotation && reading.is(t, Word::title) && reading.is_definite(t) &&
        reading.is_any(phrase.first, {Word::medium, Word::document}))
      return t;
    // "accused the office | 13 persons"
    const bool amount = reading.document.tokens[t].kind == TokenKind::integer && reading.is_word(t - 1);
    if (takes_person && amount && t + 1 < phrase.last && reading.is_word(t + 1)) return t;
    if (reading.has_conjunction(t) || !reading.is_word(t)) {
      complete = complete || reading.is_definite(t);
      continue;
    }
    const bool definite = reading.is_definite(t);
    // "told the ambassador | a group of", "closed the minister | his article"
    if (!definite && reading.is_definite(t - 1) && reading.is_class(t, "part-of")) return t;
    if (const Item* text = reading.item(t, Word::document); text && !text->enclitic.empty() && titled) return t;
    if (begins_object(reading, phrase, t) || is_behind_family_name(reading, phrase, t)) return t;
    // "confirmed Fulan | that", "continued Fulan | his speech"
    if (reading.is_class(t, "demonstrative") && !reading.is(t - 1, Word::preposition)) return t;
    if (const Item* owned = reading.item(t, "noun"); owned && !owned->enclitic.empty() && !is_completed(reading, t - 1))
      return t;
    // "criticised the channel | the ban", where the channel is one known name
    if (definite && t == end_of_outlet(reading, phrase.first) && !reading.is(t, Word::general_adjective)) return t;
    // "called the union | all sides to", "called the minister Fulan | the women (to)"
    if (reading.is_class(t, "everyone") && !is_completed(reading, t - 1)) return t;
    if (takes_person && titled && !behind_definite && is_plural_of_women(reading, t) && !is_completed(reading, t - 1) &&
        !reading.has_meaning(reading.key(t - 1)))
      return t;
    // "confirmed the owner of the boat | the news of its release"; not "the agency of news"
    if (reading.is_class(t, "tidings") && reading.glued_preposition(t).empty() &&
        (reading.is_definite(t - 1) || !is_completed(reading, t - 1)) &&
        !reading.is_any(t - 1, {Word::agency, Word::outlet, Word::anonymous}))
      return t;
    // "the committee | the arrival of": behind the article no noun completes; behind a bare noun ("a committee of
    // inquiry") it may
    const bool behind_whole = behind_definite || is_whole_name(reading, t - 1);
    if (!definite && (behind_whole ? may_be_action(reading, t) : is_action(reading, t)) &&
        (behind_whole || !reading.is_any(t - 1, {Word::title, Word::office, Word::force})))
      return t;
    // "the president Fulan the recognition of": with the article it is no adjective of a name without
    if (is_action(reading, t) && definite && titled && complete && !behind_definite) return t;
    // "told the official | Reuters", "published the daily Fulan | an article"
    if (takes_person && reading.is_any(t, {Word::agency, Word::outlet}) && !behind_definite &&
        !reading.is_any(t - 1, {Word::medium, Word::office, Word::title}))
      return t;
    if (reading.is(t, Word::document) && !definite && t > phrase.first + 1 &&
        (reading.is(phrase.first, Word::medium) || (titled && behind_definite)))
      return t;
    // "gave Fulan | an interview": behind a name a text is what it made
    if (reading.is(t, Word::document) && !definite && !reading.is(t, Word::general_adjective) &&
        !reading.is_any(t - 1, {Word::title, Word::office, Word::force, Word::medium, Word::document, Word::agency,
                                Word::anonymous, Word::place_kind}))
      return t;
    // behind a definite noun another one begins, but a name behind a title
    // "the politician Fulan": behind a single definite noun that is no body a name follows
    const bool named = takes_person && t == phrase.first + 1 &&
                       !reading.is_any(phrase.first, {Word::office, Word::force, Word::medium, Word::document});
    if (behind_definite && !definite && !titled && !named &&
        !reading.is_any(t, {Word::agency, Word::outlet, Word::general_adjective, Word::place_name}) &&
        !reading.is_given_name(t))
      return t;
    if (behind_definite && is_definite_action(reading, t)) return t;  // "(refused) the court | the release of"
    // "expressed the president his regret", "drew the source attention": a common noun behind what is complete
    // nor right behind "in"
    if (complete && !reading.is(t - 1, Word::belonging) && reading.is_class(t, "noun") && !is_known_noun(reading, t) &&
        !reading.is_class(t, "person") && (behind_definite || !is_completed(reading, t - 1)))
      return t;
    if (takes_person) {
      if (complete && reading.is(t, Word::place_name) && reading.glued_preposition(t).empty() &&
          !reading.is_any(t - 1, {Word::title, Word::office}) && !reading.is(t - 1, Word::place_kind))
        return t;
      if (takes_up_subject(reading, t)) return t;
      if (behind_definite && definite && (is_known_noun(reading, t) || reading.is_class(t, "person"))) return t;
      // not "the spokesman in the name of | the ministry", which is written like a given name
      const bool on_behalf = t > phrase.first + 1 && reading.is(t - 1, Word::given_name) && titled;
      if (complete && !on_behalf && (titled || behind_definite) && is_known_noun(reading, t) && (!definite || titled) &&
          !is_completed(reading, t - 1))
        return t;
    }
    complete = complete || definite;
  }
  return phrase.last;
}

bool takes_up_subject(const Reading& reading, std::uint32_t token) {
  const auto titles = reading.items(token, Word::title);
  return std::any_of(titles.begin(), titles.end(), [](const Item* i) { return !i->enclitic.empty(); });
}

bool goes_on_with_topic(const Reading& reading, std::uint32_t verb) {
  if (reading.has_conjunction(verb)) return true;
  return verb > 0 && reading.is(verb - 1, Word::perfect_particle) && reading.has_conjunction(verb - 1);
}

TokenRange subject_of(const Reading& reading, TokenRange clause, std::uint32_t verb) {
  if (verb > clause.first && reading.is(clause.first, Word::topic) && goes_on_with_topic(reading, verb))
    return noun_phrase(reading, clause.first + 1, verb, false);  // "as for the coach, he contented himself"
  std::uint32_t t = verb + 1;
  while (t < clause.last && (reading.timex(t) || reading.is_comma(t) || reading.is(t, Word::with_pronoun))) ++t;
  TokenRange phrase{t, t};
  if (const Item* speech = reading.item(verb, Word::speech);
      speech && t < clause.last && is_object_alone(reading, *speech, t))
    return phrase;
  if (t < clause.last && reading.glued_preposition(t).empty()) phrase = noun_phrase(reading, t, clause.last, true);
  if (phrase.empty() && !reading.has_conjunction(verb)) {
    phrase = noun_phrase_before(reading, verb, clause.first);
    const bool opens =
        phrase.first == clause.first ||
        (reading.is(phrase.first - 1, Word::complementizer) && !reading.is(phrase.first - 1, Word::auxiliary)) ||
        // "had the minister defended it"
        (phrase.first == clause.first + 1 && reading.is(clause.first, Word::auxiliary));
    return opens ? phrase : TokenRange{verb, verb};
  }
  phrase.last = end_of_subject(reading, phrase, true);
  // "a number of the drivers": counted, they are who does it
  if (phrase.size() == 1 && reading.is_class(phrase.first, "quantifier") && phrase.last + 1 < clause.last &&
      reading.is(phrase.last, Word::preposition))
    phrase.last = std::max(phrase.last, noun_phrase(reading, phrase.last + 1, clause.last, false).last);
  return phrase;
}

bool is_object_alone(const Reading& reading, const Item& verb, std::uint32_t token) {
  if (!verb.value.has("object") || !reading.is_word(token)) return false;
  const bool all_of = token + 1 < reading.document.tokens.size() && reading.is(token + 1, Word::preposition);
  if (reading.is_class(token, "everyone") && !all_of) return true;
  const bool known = reading.is_any(token, {Word::title, Word::given_name, Word::anonymous, Word::place_name});
  return field(verb, "gender") == "m" && reading.is_definite(token) && !known &&
         (ends_feminine(reading, token) || is_plural_of_women(reading, token));
}

bool names_many(const Item& verb) { return field(verb, "number") == "p" && field(verb, "gender") == "m"; }

TokenRange tokens_of(const Reading& reading, const SourceSpan& span) {
  const auto& tokens = reading.document.tokens;
  const std::uint32_t first = reading.document.token_at(span.begin);
  const auto end =
      std::partition_point(tokens.begin() + first, tokens.end(), [&](const Token& t) { return t.begin < span.end; });
  return {first, static_cast<std::uint32_t>(end - tokens.begin())};
}

bool agrees(const Reading& reading, const Item& form, const Speaker& speaker) {
  const std::uint32_t head = reading.document.token_at(speaker.span.begin);
  if (head >= reading.document.tokens.size()) return true;
  for (const Word word : {Word::title, Word::anonymous, Word::medium, Word::agency, Word::office, Word::document,
                          Word::force, Word::place_name}) {
    const Item* item = reading.item(head, word);
    if (!item) continue;
    const auto fits = [&](std::string_view name) {
      const std::string_view asked = field(form, name), known = field(item[0], name);
      return asked.empty() || known.empty() || asked == known;
    };
    return fits("gender") && fits("number");
  }
  if (speaker.kind == SpeakerKind::person) {
    const Item* name = reading.item(head, "personal-name");
    const std::string_view asked = field(form, "gender"),
                           known = name ? field(*name, "gender") : gender_told(reading, head);
    if (!asked.empty() && !known.empty() && asked != known) return false;
  }
  return speaker.kind != SpeakerKind::person || !names_many(form);  // "they said": no single name
}

}  // namespace isnad::claims
