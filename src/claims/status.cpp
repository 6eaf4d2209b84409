#include "claims/status.h"

#include <algorithm>

#include "claims/asked_for.h"
#include "claims/noun_phrase.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t negation_reach = 4;  ///< tokens between a negation and what it negates
constexpr std::uint32_t noun_negation_reach = 2;
constexpr std::uint32_t carrier_reach = 2;
constexpr std::uint32_t noun_denial_reach = 4;  ///< tokens from the begin of what is denied
constexpr std::uint32_t plan_reach = 8;
constexpr std::uint32_t intention_reach = 1;  ///< words between "in order to" and the noun

std::optional<Modality> modality_word(std::string_view value) {
  if (value == "planned" || value == "due") return Modality::planned;
  if (value == "possible") return Modality::possible;
  if (value == "conditional") return Modality::conditional;
  return std::nullopt;
}

/// "The opening of the exhibition | will be on 12 November": right before its time.
bool will_be(const Reading& reading, TokenRange behind) {
  constexpr std::uint32_t longest_name = 5;
  for (std::uint32_t t = behind.first; t + 1 < std::min(behind.last, behind.first + longest_name); ++t) {
    const std::uint32_t time = reading.is(t + 1, Word::preposition) ? reading.after(t + 1, Word::preposition) : t + 1;
    if (reading.value(t, Word::plan) == "planned" && time < behind.last && reading.timex(time)) return true;
    if (reading.is_mark(t) || reading.is_verb(t)) return false;
  }
  return false;
}

/// "The (regular) meeting | due next week": right behind the noun, perhaps with an adjective between; "rain (is) |
/// expected on Tuesday".
bool is_due(const Reading& reading, std::uint32_t behind, std::uint32_t limit) {
  if (behind + 1 < limit && reading.value(behind, Word::plan) == "due" && !reading.is_definite(behind) &&
      reading.timex(behind + 1))
    return true;
  for (std::uint32_t t = behind; t < std::min(limit, behind + 2); ++t) {
    if (!reading.is_definite(t) || !reading.glued_preposition(t).empty()) return false;
    if (reading.value(t, Word::plan) == "due") return true;
  }
  return false;
}

/// "An attempt | to pass", "deliberate attempts | to pass".
bool is_attempted(const Reading& reading, std::uint32_t word, std::uint32_t noun) {
  const std::uint32_t behind = reading.after(word, Word::plan);
  constexpr std::string_view to = "\u0644";
  return reading.value(word, Word::plan) == "attempted" &&
         (behind == noun || (behind + 1 == noun && reading.is_word(behind) && reading.glued_preposition(noun) == to));
}

/// "The opening had been | due on 3 August": told of the noun behind it, which may have others with it.
bool had_been_due(const Reading& reading, TokenRange clause, const EventMention& mention) {
  constexpr std::uint32_t longest_name = 6;
  std::uint32_t t = clause.first;
  while (t < mention.trigger && !reading.is(t, Word::auxiliary)) ++t;
  if (t >= mention.trigger) return false;
  for (t = mention.trigger_last; t < std::min(clause.last, mention.trigger_last + longest_name); ++t) {
    if (reading.value(t, Word::plan) == "due" && !reading.is_definite(t)) return true;
    if (reading.is_verb(t) || reading.is_mark(t)) return false;
  }
  return false;
}

/// "No deal | was signed", "none of the men | has died": the subject says that nobody did, or that nothing was done.
bool negates_subject(const Reading& reading, const Clause& clause, std::uint32_t negation,
                     const EventMention& mention) {
  constexpr std::uint32_t longest_subject = 8;
  if (reading.value(negation, Word::negation) != "subject" || !(mention.verb || mention.frame == nullptr) ||
      mention.trigger - negation > longest_subject)
    return false;
  if (negation > clause.tokens.first && !reading.is_mark(negation - 1) && !reading.timex(negation - 1) &&
      !reading.is_any(negation - 1, {Word::complementizer, Word::subordinator, Word::conjunction, Word::speech}))
    return false;
  for (std::uint32_t t = negation + 1; t < mention.trigger; ++t)
    if (reading.is_comma(t) || reading.is_any(t, {Word::relative, Word::complementizer, Word::subordinator}) ||
        (reading.is_verb(t) && !reading.is_any(t, {Word::auxiliary, Word::passive_auxiliary})))
      return false;
  return true;
}

/// "The talks | did not take place": right behind what happened, that it did not.
bool did_not_happen(const Reading& reading, const EventMention& mention, std::uint32_t limit) {
  constexpr std::uint32_t reach = 4;
  bool negated = false;
  for (std::uint32_t t = mention.trigger_last; t < std::min(limit, mention.trigger_last + reach); ++t) {
    if (reading.is_class(t, "takes-place")) return negated;
    if (reading.is_mark(t) || reading.timex(t)) return false;
    negated = negated || reading.value(t, Word::negation) == "verb";
  }
  return false;
}

/// "There is no truth to what is told about | the closure", "the news of | the closure is void of truth": of events the
/// first behind the words, or the last before them.
bool is_void(const Reading& reading, const EventMention& mention) {
  constexpr std::uint32_t reach = 14;
  const auto end = static_cast<std::uint32_t>(reading.document.tokens.size());
  bool that = false;
  for (std::uint32_t t = mention.trigger; t > 0 && mention.trigger - t < reach; --t) {
    if (reading.is_comma(t - 1) || reading.is_colon(t - 1)) break;
    if (reading.value_of(t - 1, "void") == "x") return that || !mention.verb;
    that = that || reading.is(t - 1, Word::complementizer);
    if (reading.is(t - 1, Word::event) && !reading.is_any(t - 1, {Word::speech, Word::relative, Word::document})) break;
  }
  for (std::uint32_t t = mention.trigger_last; t < std::min(end, mention.trigger_last + reach); ++t) {
    if (reading.is_mark(t)) return false;
    if (const Item* word = reading.item(t, "void")) return word->value.text("value") == "behind";
    if (reading.is(t, Word::event)) return false;
  }
  return false;
}

/// "did not leave but on Sunday": what is negated is all but this.
bool has_exception(const Reading& reading, TokenRange behind) {
  for (std::uint32_t t = behind.first; t < behind.last; ++t)
    if (reading.is(t, Word::exception)) return true;
  return false;
}

/// Of what is denied a noun further on is only a part ("denied that it had handed over the recording of the killing");
/// itself it is denied at the begin, behind a time or an aside ("denied during a meeting in Rabat the resignation of"),
/// and where it is what was rumoured ("denied the news of the resignation", "what goes round about it").
bool is_denied_itself(const Reading& reading, const Scope& scope, std::uint32_t noun) {
  for (std::uint32_t t = scope.cue.empty() ? scope.content.first : scope.cue.first; t < noun; ++t)
    if (reading.is_class(t, "involvement")) return false;  // "denied its part in the attack"
  if (noun - scope.content.first < noun_denial_reach) return true;
  if (reading.is(noun - 1, Word::any)) return true;  // "denied that he had signed any resignation"
  bool tidings = false, verb = false;
  for (std::uint32_t t = scope.content.first; t + 1 < noun; ++t) {
    tidings = tidings || reading.is_class(t, "tidings") || reading.is(t, Word::relative);
    verb = verb || reading.is_verb(t);
  }
  const std::uint32_t before = noun - 1;
  if (reading.is_class(before, "tidings")) return true;
  if (reading.is(before, Word::quoting)) return tidings;
  if (reading.is(before, Word::about)) return !verb;
  return !verb && (reading.timex(before) || reading.is_comma(before) || reading.is(before, Word::place_name));
}

/// "That there took place an arrest": told by the verb, as it were.
bool carried_closely(const EventMention& mention) {
  return mention.light && mention.carrier < mention.trigger && mention.trigger - mention.carrier <= negation_reach;
}

}  // namespace

Status status_of(const Reading& reading, const Clause& clause, const EventMention& mention,
                 const std::vector<Scope>& scopes, bool headline) {
  Status status;
  std::uint32_t negations = 0;
  // "has not received on Sunday any complaint": what negates the verb denies that there was one
  const bool any_of_it = !mention.verb && mention.trigger > 0 && reading.is(mention.trigger - 1, Word::any);
  const bool unknown_verb = mention.frame == nullptr && reading.is(mention.trigger, Word::past_verb);
  for (std::uint32_t t = clause.tokens.first; t < mention.trigger; ++t) {
    const std::uint32_t distance = mention.trigger - t;
    if (reading.timex(t)) continue;            // "on May 8": no "may"
    if (reading.is_bracket(t)) negations = 0;  // "the attackers (who were not named) robbed"
    // what negates a verb does not deny the noun that the verb is told of ("the truce did not hold")
    const bool negates_verb = reading.value(t, Word::negation) == "verb";
    const bool carried_here = mention.light && mention.carrier < mention.trigger;
    const bool of_verb = negates_verb && (mention.verb || carried_here || unknown_verb);
    // "will not affect the dismissal" denies no dismissal; "does not intend to begin" does
    const bool of_another = negates_verb && !reading.is(t + 1, Word::plan);
    const std::uint32_t reach = of_verb ? negation_reach : of_another ? 1 : noun_negation_reach;
    // "men without insignia | took over" denies no verb, in a language whose verbs no preposition governs
    if (mention.verb && reading.value(t, Word::negation) == "noun" && !reading.verb_first()) continue;
    // "did not succeed yesterday in recapturing": the verb that carries the noun stands right behind
    const bool of_carrier = of_verb && mention.light && t < mention.carrier && mention.carrier - t <= carrier_reach;
    if (reading.is(t, Word::negation) &&
        (of_carrier || distance <= reach || any_of_it || negates_subject(reading, clause, t, mention)) &&
        !has_exception(reading, {t, mention.trigger}))
      ++negations;
    // "so that he manages to open": the verb that carries the noun is part of the plan
    const bool carried = mention.light && !(t < mention.carrier && mention.carrier < reading.after(t, Word::plan));
    if (const std::string_view plan = reading.value(t, Word::plan); !mention.verb && !carried) {
      const std::uint32_t behind = mention.trigger - std::min(mention.trigger, reading.after(t, Word::plan));
      if (is_attempted(reading, t, mention.trigger)) status.modality = Modality::possible;
      if (plan == "intended" && behind <= intention_reach) status.modality = Modality::planned;
    }
    const bool whole_clause = mention.frame == nullptr || reading.value(t, Word::plan) == "conditional";
    if (reading.is(t, Word::plan) && (distance <= plan_reach || whole_clause) &&
        (mention.verb || mention.frame == nullptr || !verb_between(reading, t, mention.trigger)))
      // "whether he believes that he has died" is conditional
      if (const auto modality = modality_word(reading.value(t, Word::plan));
          modality && !(status.modality == Modality::conditional && *modality == Modality::possible))
        status.modality = *modality;
    const bool before_carrier = carried_here && t + 1 == mention.carrier;  // "may lead to the closure"
    if (reading.is(t, Word::perfect_particle) && (distance == 1 || before_carrier) && mention.imperfect)
      status.modality = Modality::possible;
  }
  if (mention.frame != nullptr && is_void(reading, mention)) ++negations;
  if (!mention.verb && did_not_happen(reading, mention, clause.tokens.last)) ++negations;
  if (any_of_it) negations = std::min(negations, 1U);  // "neither on Sunday nor later any"
  if (!mention.verb && mention.trigger_last + 1 < clause.tokens.last &&
      may_come_about(reading, mention.trigger_last + 1))
    status.modality = Modality::possible;  // "the summit | may convene"
  if (!mention.verb &&
      (is_due(reading, mention.trigger_last, clause.tokens.last) || had_been_due(reading, clause.tokens, mention) ||
       will_be(reading, {mention.trigger_last, clause.tokens.last})))
    status.modality = Modality::planned;
  if (negations > 0 && has_exception(reading, {mention.trigger, clause.tokens.last})) negations = 0;
  if (reading.value(mention.trigger, Word::looking_back) == "forget") negations = 0;  // "does not forget the day when"
  for (const Scope& s : scopes)
    if (s.denies && s.content.contains(mention.trigger) &&
        (mention.verb || unknown_verb || is_denied_itself(reading, s, mention.trigger) ||
         (carried_closely(mention) && s.content.contains(mention.carrier))))
      ++negations;
  const auto asked = asked_for(reading, clause, mention, scopes);
  if (asked == Asked::failed) ++negations;
  if (negations % 2 == 1) status.polarity = Polarity::denied;
  if (status.modality == Modality::actual && asked == Asked::uncertain) status.modality = Modality::possible;
  const bool to_come = mention.future || mention.governed || asked == Asked::to_come;
  if (status.modality == Modality::actual && to_come) status.modality = Modality::planned;
  if (status.modality == Modality::actual && is_expected(reading, scopes, mention.trigger))
    status.modality = Modality::possible;
  // The present of a verb tells what is to come when it is dated ("holds a session this afternoon"); headlines use it
  // for the past, but for what is on tonight.
  if (status.modality == Modality::actual && mention.imperfect && status.polarity == Polarity::asserted)
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t)
      if (const auto x = reading.timex(t)) {
        const Meaning& m = reading.timexes[*x].meaning;
        const bool tonight = m.fields.part == DayPart::evening || m.fields.part == DayPart::night;
        if (headline && !tonight) continue;
        if (m.anchor == Anchor::publication && (m.kind == Meaning::Kind::current || m.direction == Direction::future))
          status.modality = Modality::planned;
      }
  return status;
}

bool may_come_about(const Reading& reading, std::uint32_t token) {
  if (token == 0 || !reading.is(token - 1, Word::perfect_particle)) return false;
  bool imperfect = false;
  for (const Word word : {Word::event, Word::light, Word::speech, Word::deed})
    for (const Item* item : reading.items(token, word)) {
      const auto tense = item->value.text("tense");
      if (tense == "perfect") return false;
      imperfect = imperfect || tense == "imperfect";
    }
  return imperfect;
}

bool is_expected(const Reading& reading, const std::vector<Scope>& scopes, std::uint32_t token) {
  const Scope* innermost = nullptr;
  for (const Scope& s : scopes)
    if (s.content.contains(token) && (innermost == nullptr || s.content.first >= innermost->content.first))
      innermost = &s;
  if (innermost == nullptr || !innermost->expects) return false;
  return is_verb_only(reading, token) || token == innermost->content.first ||
         reading.is_any(token - 1, {Word::complementizer, Word::speech, Word::perfect_particle}) ||
         reading.is_verb(token - 1);
}

Modality modality_of_statement(const Reading& reading, std::uint32_t cue) {
  const Item* verb = reading.item(cue, Word::speech);
  return verb && reading.has_future(*verb) ? Modality::planned : Modality::actual;
}

}  // namespace isnad::claims
