#include "claims/no_happening.h"

#include <algorithm>

#include "claims/noun_phrase.h"

namespace isnad::claims {
namespace {

bool is_year(const Meaning& m) {
  return m.kind == Meaning::Kind::calendar && m.fields.year && !m.fields.month && !m.fields.day && !m.fields.weekday;
}

/// "Main news of Saturday", "in figures", "and in the state of Virginia last Saturday": a heading or a place, and
/// nothing happens.
bool is_heading(const Reading& reading, std::uint32_t trigger, TokenRange range) {
  if (reading.is_class(trigger, "heading") || reading.is_class(trigger, "tells-nothing")) return true;
  constexpr std::uint32_t longest_place = 3;                                        // words of its kind and name
  const bool in_relative = trigger > 0 && reading.is(trigger - 1, Word::relative);  // "who was jailed in 2015"
  return reading.is_class(trigger, "place-kind") && !in_relative && words_in(reading, range) <= longest_place &&
         !has_verb(reading, range);
}

/// "Stadium of Sousse: Star - Club": a line of a list, two names with a dash between or behind a colon, and no verb.
bool is_in_fixtures(const Reading& reading, std::uint32_t trigger) {
  constexpr std::uint32_t reach = 12;
  if (reading.is_verb(trigger) || is_deed(reading, trigger)) return false;
  const auto& sentences = reading.document.sentences;
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), trigger,
                                     [](std::uint32_t t, const Sentence& s) { return t < s.last; });
  if (next == sentences.end()) return false;
  for (std::uint32_t t = trigger; t + 1 < next->last && t < trigger + reach; ++t) {
    if (reading.is_verb(t) && !reading.is_definite(t)) return false;
    const bool star = reading.key(t) == "*" && !reading.document.tokens[t].glued;
    if (t > trigger && (star || reading.is_dash(t))) return true;
  }
  return false;
}

/// "And "Beauty and the Beast" | in 2017": a name in quotation marks with its year, and nothing happens.
bool is_quoted_name(const Reading& reading, std::uint32_t trigger, TokenRange range) {
  constexpr std::uint32_t longest = 6;
  if (trigger == 0 || !reading.opens_quote(trigger - 1)) return false;
  for (std::uint32_t t = trigger; t + 1 < range.last && t < trigger + longest; ++t) {
    if (reading.is_verb(t) || is_deed(reading, t)) return false;
    if (!reading.is_quote(t)) continue;
    const std::uint32_t behind = reading.is(t + 1, Word::preposition) ? t + 2 : t + 1;
    const auto x = behind < range.last ? reading.timex(behind) : std::nullopt;
    return x && is_year(reading.timexes[*x].meaning) && !has_verb(reading, range);
  }
  return false;
}

/// "What is known as the treaty of": a name, and nothing happens.
bool is_naming(const Reading& reading, std::uint32_t trigger) {
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t t = trigger + 1; t > 0 && trigger + 1 - t < longest; --t)
    if (reading.class_end(t - 1, "naming") > trigger) return true;
  return false;
}

}  // namespace

bool has_verb(const Reading& reading, TokenRange range) {
  for (std::uint32_t t = range.first; t < range.last; ++t)
    if (reading.is_verb(t)) return true;
  return false;
}

std::uint32_t words_in(const Reading& reading, TokenRange range) {
  std::uint32_t words = 0;
  for (std::uint32_t t = range.first; t < range.last; ++t)
    words += static_cast<std::uint32_t>(reading.is_word(t) && !reading.timex(t));
  return words;
}

bool only_describes(const Reading& reading, std::uint32_t trigger, TokenRange range) {
  constexpr std::uint32_t reach = 4;
  if (trigger == 0 || !reading.is(trigger - 1, Word::relative) || reading.is_verb(trigger)) return false;
  const auto letter = reading.item(trigger - 1, Word::relative)->value.text("present");
  const std::string_view key = reading.key(trigger);
  const bool present = letter && key.starts_with(*letter) && !key.ends_with(*letter);
  std::uint32_t t = trigger + 1;
  while (t < range.last && !reading.timex(t)) ++t;
  return present && t - trigger > reach;
}

bool tells_nothing(const Reading& reading, std::uint32_t trigger, TokenRange range) {
  return is_heading(reading, trigger, range) || is_in_fixtures(reading, trigger) || is_naming(reading, trigger) ||
         is_quoted_name(reading, trigger, range);
}

}  // namespace isnad::claims
