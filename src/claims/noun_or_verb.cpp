#include "claims/noun_or_verb.h"

#include <algorithm>

namespace isnad::claims {
namespace {

/// Two perfect verbs do not stand side by side: "decided (on) holding a meeting" is told by a noun that is written like
/// the verb.
bool behind_perfect_verb(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  if (token <= limit || reading.has_conjunction(token)) return false;
  // "so there has died" is written like "he lost"
  if (reading.is_any(token - 1, {Word::auxiliary, Word::perfect_particle})) return false;
  const Item* before = reading.item(token - 1, Word::event);
  return before != nullptr && is_perfect_verb(*before) && before->enclitic.empty();
}

/// "Submitted the coach | his resignation", written like "she resigned it": a noun, where the event has no object, or
/// where another verb opens the clause that it stands in.
bool is_noun_with_pronoun(const Reading& reading, const EventMention& verb, std::uint32_t limit) {
  const std::uint32_t token = verb.trigger;
  const auto events = reading.items(token, Word::event);
  const bool noun = std::any_of(events.begin(), events.end(), [](const Item* i) {
    return !i->enclitic.empty() && i->value.text("form").value_or("verb") == "masdar";
  });
  if (!verb.object_pronoun || !noun) return false;
  const bool has_object =
      std::any_of(verb.frame->arguments.begin(), verb.frame->arguments.end(),
                  [](const FrameArgument& a) { return a.role == "patient" || a.position == "object"; });
  if (!has_object) return true;
  if (token <= limit || reading.has_conjunction(token) || !reading.is_definite(token - 1)) return false;
  for (std::uint32_t t = token; t > limit; --t) {
    if (reading.is_any(t - 1, {Word::relative, Word::complementizer, Word::subordinator})) return false;
    if (t < token && reading.is_verb(t - 1) && !reading.is(t - 1, Word::auxiliary)) return true;
  }
  return false;
}

/// "The necessity of | opening": behind a word for what is aimed at, or attempted, a noun stands, though it may be
/// written like a verb.
bool behind_plan(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t t = token; t > limit && token - t < longest; --t) {
    const std::string_view plan = reading.value(t - 1, Word::plan);
    if ((plan == "intended" || plan == "attempted") && reading.after(t - 1, Word::plan) == token) return true;
  }
  return false;
}

/// "Wants Fulan | the withdrawal of", written like "he withdrew": what is asked for or refused.
bool is_wanted(const Reading& reading, const EventMention& verb, std::uint32_t limit) {
  constexpr std::uint32_t longest = 3;
  const std::uint32_t token = verb.trigger;
  if (!verb.perfect || reading.has_conjunction(token)) return false;
  for (std::uint32_t t = token; t > limit && token - t < longest; --t) {
    if (!reading.is_word(t - 1) || reading.is(t - 1, Word::relative)) return false;
    const Item* order = reading.item(t - 1, "order");
    if (order && order->value.text("calls") == "object" && !reading.is_definite(t - 1)) return true;
  }
  return false;
}

/// Behind "in", "to", "about" that stand alone no verb stands: the word is a noun written like one ("in an oven").
/// ("From" is also "who".)
bool behind_preposition(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  if (token <= limit || !reading.is(token - 1, Word::preposition)) return false;
  return reading.is(token - 1, Word::belonging) != reading.is_any(token - 1, {Word::behind_speech, Word::quoting});
}

}  // namespace

bool is_rather_noun(const Reading& reading, const EventMention& verb, std::uint32_t limit) {
  const std::uint32_t token = verb.trigger;
  const Item* order = token > limit ? reading.item(token - 1, "order") : nullptr;
  const bool accused_of = order != nullptr && order->value.text("calls") == "next";  // "accused of killing"
  return accused_of || is_wanted(reading, verb, limit) || behind_preposition(reading, token, limit) ||
         behind_plan(reading, token, limit) || (verb.perfect && behind_perfect_verb(reading, token, limit)) ||
         is_noun_with_pronoun(reading, verb, limit);
}

}  // namespace isnad::claims
