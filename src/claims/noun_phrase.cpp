#include "claims/noun_phrase.h"

#include <algorithm>

namespace isnad::claims {
namespace {

constexpr std::uint32_t longest_phrase = 14;

/// "El-Fulani": a hyphen without space on either side.
bool joins_words(const Reading& reading, std::uint32_t token) {
  const auto& tokens = reading.document.tokens;
  return reading.key(token) == "-" && tokens[token].glued && token + 1 < tokens.size() && tokens[token + 1].glued;
}

/// "No less than", "more than": how exactly what stands behind is counted.
bool bounds_count(const Reading& reading, std::uint32_t token) {
  return reading.class_end(token, "count-bound") > token + 1;
}

/// "Governor", written like "and to".
bool is_title_itself(const Reading& reading, std::uint32_t token) {
  const Item* title = reading.item(token, Word::title);
  const Item* preposition = reading.item(token, Word::preposition);
  return title && preposition && title->proclitics.empty() && !preposition->proclitics.empty();
}

/// Does this word end a noun phrase that has begun?
bool ends_phrase(const Reading& reading, std::uint32_t token) {
  if (reading.timex(token)) return true;
  if (reading.is_mark(token))
    return !reading.is_quote(token) && !shortens(reading, token) && !joins_words(reading, token);
  if (reading.is(token, Word::preposition) && !is_title_itself(reading, token)) return true;
  if (reading.is_any(token, {Word::complementizer, Word::relative, Word::subordinator, Word::negation, Word::according,
                             Word::same_time, Word::speech_participle, Word::saying, Word::perfect_particle,
                             Word::auxiliary, Word::sequence}))
    return true;
  if (reading.is(token, Word::pronoun) && reading.has_conjunction(token)) return true;  // "Fulan, and he is ..."
  return reading.is_any(token, {Word::plan, Word::obtained, Word::unnamed, Word::manner});
}

/// The token behind a known name of a body or place that begins here.
std::uint32_t end_of_name(const Reading& reading, std::uint32_t token) {
  std::uint32_t end = token;
  for (const Word word : {Word::office, Word::agency, Word::outlet, Word::place_name})
    if (const Item* item = reading.item(token, word)) end = std::max(end, item->last);
  return end;
}

/// A quotation mark inside a phrase belongs to it when it opens or closes a short name.
bool closes_soon(const Reading& reading, std::uint32_t first, std::uint32_t quote, std::uint32_t limit) {
  constexpr std::uint32_t short_name = 6;
  for (std::uint32_t t = quote + 1; t < limit && t <= quote + short_name; ++t)
    if (reading.is_quote(t)) return true;
  for (std::uint32_t t = quote; t > first && quote - t < short_name; --t)
    if (reading.is_quote(t - 1)) return true;
  return false;
}

/// Behind a short name in quotation marks that open here; `at` where none do.
std::uint32_t end_of_quoted_name(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t longest = 5;
  if (!reading.opens_quote(at)) return at;
  for (std::uint32_t t = at + 2; t < limit && t <= at + longest + 1; ++t)
    if (reading.is_quote(t)) return t + 1;
  return at;
}

/// "Categorically", set in quotation marks: no name.
bool is_manner(const Reading& reading, std::uint32_t token) {
  return reading.is(token, Word::manner) || (reading.is(token, Word::preposition) && reading.proclitics(token).empty());
}

/// "The organisation "Hands without borders"": the words between two quotation marks name something, and say nothing.
bool is_name(const Reading& reading, TokenRange quoted) {
  for (std::uint32_t t = quoted.first; t < quoted.last; ++t)
    if (!reading.is_word(t) || is_verb_only(reading, t) || reading.is_class(t, "demonstrative") ||
        (ends_phrase(reading, t) && !reading.is(t, Word::preposition)))
      return false;
  return !quoted.empty();
}

/// The mark that opens a short name in quotation marks, which the mark at `close` closes; `close` where none does.
std::uint32_t begin_of_quoted_name(const Reading& reading, std::uint32_t close, std::uint32_t limit) {
  constexpr std::uint32_t longest = 6;
  for (std::uint32_t t = close; t > limit && close - t <= longest; --t)
    if (reading.is_quote(t - 1)) return is_name(reading, {t, close}) ? t - 1 : close;
  return close;
}

/// "Bin Ali"; "Ould Sidi" and what else is written like another word, only in the name of a titled person, or between
/// two names.
bool joins_names(const Reading& reading, std::uint32_t first, std::uint32_t token) {
  const std::string_view value = reading.value_of(token, "name-particle");
  return value == "son" || (!value.empty() && reading.is(first, Word::title)) ||
         (token > first && is_between_names(reading, token));
}

/// The last token is a mark that closes a quotation opened inside: "the group "Delta"".
bool closes_inside(const Reading& reading, TokenRange range) {
  std::uint32_t quotes = 0;
  for (std::uint32_t t = range.first; t < range.last; ++t) quotes += static_cast<std::uint32_t>(reading.is_quote(t));
  return reading.is_quote(range.last - 1) && quotes % 2 == 0;
}

/// "Any official", "any of its officials": the noun behind; not in the letters of "EMC".
std::uint32_t behind_any(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  constexpr std::size_t letters = 4;  // bytes of two
  if (token + 1 >= limit || !reading.is(token, Word::any) || reading.timex(token + 1)) return token;
  if (reading.is(token + 1, Word::preposition) && reading.is(token + 1, Word::belonging)) return token + 2;
  return reading.key(token + 1).size() > letters ? token + 1 : token;
}

}  // namespace

bool is_between_names(const Reading& reading, std::uint32_t token) {
  if (reading.value_of(token, "name-particle") != "born" || token == 0 || token + 1 >= reading.document.tokens.size())
    return false;
  const std::uint32_t before = token - 1, behind = token + 1;
  const auto unknown = [&](std::uint32_t t) {
    return reading.is_word(t) && !reading.is_listed(t) && !reading.has_meaning(reading.stem(t));
  };
  const bool name = reading.is_given_name(before) || unknown(before) ||
                    (reading.is(before, Word::title) && (reading.is_definite(behind) || unknown(behind)));
  return name && reading.is_word(behind) && !reading.timex(behind) &&
         !reading.is_any(behind, {Word::preposition, Word::with_pronoun}) && reading.glued_preposition(behind).empty();
}

bool shortens(const Reading& reading, std::uint32_t token) {
  constexpr std::size_t longest = 4;
  if (token == 0 || reading.key(token) != "." || token + 1 >= reading.document.tokens.size()) return false;
  const Token& before = reading.document.tokens[token - 1];
  return before.kind == TokenKind::word && reading.document.tokens[token].glued && before.key_size <= longest;
}

bool is_verb_only(const Reading& reading, std::uint32_t token) {
  if (reading.is_definite(token) || reading.is(token, Word::given_name)) return false;
  if (token > 0 && reading.is(token - 1, Word::determiner)) return false;  // "the launch operator"
  if (reading.is_any(token, {Word::title, Word::office, Word::anonymous, Word::document, Word::medium, Word::place_name,
                             Word::force}))
    return false;
  for (const Word word : {Word::speech, Word::light, Word::event})
    for (const Item* found : reading.items(token, word)) {
      if (found->value.text("form").value_or("verb") != "verb") return false;
    }
  return reading.is_verb(token);
}

bool is_deed(const Reading& reading, std::uint32_t token) {
  return reading.is(token, Word::deed) && !reading.is_definite(token) &&
         !reading.is_any(token, {Word::given_name, Word::title, Word::office, Word::anonymous, Word::document,
                                 Word::medium, Word::place_name, Word::force, Word::event});
}

TokenRange noun_phrase(const Reading& reading, std::uint32_t first, std::uint32_t limit, bool with_place) {
  std::uint32_t t = first;
  if (first < limit)
    if (const std::uint32_t close = behind_quoted_name(reading, first, limit); close > first)
      t = close - 1;  // "the association for ..."
  while (first < limit && reading.is_mark(first) && (reading.is_quote(first))) ++first;
  first = std::min(behind_any(reading, first, limit), limit);
  if (first < limit && bounds_count(reading, first)) first = std::min(reading.class_end(first, "count-bound"), limit);
  t = std::max(t, first);
  bool placed = false;
  while (t < limit && t - first < longest_phrase) {
    if (const std::uint32_t close = end_of_quoted_name(reading, t, limit);
        t > first && close > t && !reading.is(t + 1, Word::complementizer) && !is_manner(reading, t + 1)) {
      t = close;
      continue;
    }
    if (const std::uint32_t name = end_of_name(reading, t);
        name > t + 1 && name <= limit && !reading.timex(t) && (t == first || reading.glued_preposition(t).empty())) {
      t = name;  // "Doctors Without Borders"
      continue;
    }
    if (t > first && with_place && reading.is(t, Word::belonging) && t + 1 < limit &&
        reading.is_any(t + 1, {Word::office, Word::place_name, Word::place_kind}) && !reading.timex(t + 1)) {
      t += 2;
      with_place = false;
      placed = true;
      continue;
    }
    // behind "a source in the presidency" only what describes the place goes on, behind a function its name too
    if (placed && !reading.is(first, Word::title) && reading.is_word(t) && reading.is_definite(t - 1) &&
        !reading.is_definite(t) && !reading.has_conjunction(t) &&
        !reading.is_any(t, {Word::place_name, Word::place_kind}))
      break;
    if (t > first && t + 1 < limit && !reading.is_mark(t + 1) && joins_names(reading, first, t)) {
      t += 2;  // "bin Ali", "Ould Sidi"
      continue;
    }
    if (ends_phrase(reading, t) || (t > first && bounds_count(reading, t))) break;
    if (t > first && reading.is_class(t, "appositive") && !reading.is_definite(t)) break;
    // "the lawyer Kamal | Bennis": a family name right behind a function and one given name
    const bool family = t > first + 1 && reading.is(t - 1, Word::given_name) && reading.is(t - 2, Word::title);
    const bool given = reading.is_given_name(t) && t + 1 < limit && reading.is_word(t + 1);  // "Kamal", no "like money"
    if (t > first && !family && !given && !reading.glued_preposition(t).empty()) break;
    if (t > first && reading.is(first, Word::document) && reading.value(t, Word::speech) == "relay" &&
        !reading.is_definite(t))
      break;  // "a statement | that the club published"
    // "told a security source | the correspondent of the radio that ..."
    if (t > first && reading.is(first, Word::anonymous) && reading.is_class(t, "correspondent")) break;
    // "told a source in the ministry | "The Dawn" that ..."
    if (t > first && reading.is(first, Word::anonymous) && reading.opens_quote(t) && t + 1 < limit &&
        reading.is_any(t + 1, {Word::agency, Word::outlet}) && !reading.is_any(t - 1, {Word::medium, Word::agency}))
      break;
    if (reading.is_quote(t) && t > first && !closes_soon(reading, first, t, limit)) break;
    if (is_verb_only(reading, t) || (t > first && is_deed(reading, t))) break;
    ++t;
  }
  while (t > first && reading.is_mark(t - 1) && !closes_inside(reading, {first, t})) --t;
  return {first, t};
}

std::uint32_t behind_quoted_name(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  const std::uint32_t close = end_of_quoted_name(reading, at, limit);
  return close > at && is_name(reading, {at + 1, close - 1}) ? close : at;
}

std::uint32_t before_brackets(const Reading& reading, std::uint32_t end, std::uint32_t limit) {
  constexpr std::uint32_t longest = 3;
  if (end <= limit + 2 || !reading.is_bracket(end - 1)) return end;
  for (std::uint32_t t = end - 1; t > limit + 1 && end - t <= longest + 1; --t)
    if (reading.is_bracket(t - 1)) return t - 1;
  return end;
}

namespace {

/// "A plane | that carries munitions": the present of a verb right behind a bare noun.
bool describes(const Reading& reading, std::uint32_t verb, std::uint32_t limit) {
  const Item* item = reading.item(verb, Word::deed);
  return verb > limit && item->value.text("tense") == "imperfect" && reading.is_word(verb - 1) &&
         !reading.is_definite(verb - 1) && !ends_phrase(reading, verb - 1);
}

}  // namespace

TokenRange noun_phrase_before(const Reading& reading, std::uint32_t end, std::uint32_t limit) {
  std::uint32_t last = end;
  while (last > limit && (reading.is_comma(last - 1) || reading.is_quote(last - 1) ||
                          reading.is_any(last - 1, {Word::perfect_particle, Word::auxiliary})))
    --last;
  std::uint32_t t = last;
  if (last < end && last > limit && reading.is_quote(last)) t = begin_of_quoted_name(reading, last, limit);
  // "from the outset | the ministry": a determiner begins it
  while (t > limit && last - t < longest_phrase && (t == last || !reading.is(t, Word::determiner)) &&
         !ends_phrase(reading, t - 1) && !is_verb_only(reading, t - 1) &&
         (!is_deed(reading, t - 1) || describes(reading, t - 1, limit)))
    t = reading.is_quote(t - 1) ? std::min(t - 1, begin_of_quoted_name(reading, t - 1, limit)) : t - 1;
  while (t < last && reading.is_mark(t)) ++t;
  if (last < end && reading.is_quote(last) && closes_inside(reading, {t, last + 1})) ++last;  // "the group "Delta""
  return {t, last};
}

std::vector<TokenRange> coordinated(const Reading& reading, TokenRange phrase) {
  std::vector<TokenRange> parts;
  std::uint32_t begin = phrase.first;
  for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t)
    if (reading.has_conjunction(t)) {
      parts.push_back({begin, reading.is(t - 1, Word::conjunction) ? t - 1 : t});
      begin = t;
    }
  if (begin < phrase.last) parts.push_back({begin, phrase.last});
  return parts;
}

}  // namespace isnad::claims
