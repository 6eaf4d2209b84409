#include "claims/event_mention.h"

#include <algorithm>

#include "claims/claim_time.h"
#include "claims/noun_or_verb.h"
#include "claims/noun_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

/// Of two readings of one trigger the one whose frame asked for more and got it.
std::size_t specificity(const EventMention& mention) {
  std::size_t score = mention.participants.size();
  for (const FrameArgument& a : mention.frame->arguments) {
    const bool found = std::any_of(mention.participants.begin(), mention.participants.end(),
                                   [&](const Participant& p) { return p.role == a.role; });
    if (found) score += 2 * static_cast<std::size_t>(!a.word_class.empty()) + static_cast<std::size_t>(a.required);
  }
  return score;
}

const Frame* frame_of(const Reading& reading, const Item& item) {
  const auto id = item.value.text("frame");
  if (!id) return nullptr;
  return reading.grammar.frame(reading.document.language, *id);
}

bool is_subject(const FrameArgument& a) { return a.position == "subject" || a.position == "ahead"; }

/// A preposition of one or more words ("in reply to") right before the noun.
bool is_behind_preposition(const Reading& reading, std::uint32_t noun) {
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t t = noun; t > 0 && noun - t < longest; --t)
    if (reading.is(t - 1, Word::preposition) && reading.after(t - 1, Word::preposition) == noun) return true;
  return noun > 0 && reading.is(noun - 1, Word::preposition);
}

/// A preposition right before the noun, or written with it.
bool brought(const Reading& reading, std::uint32_t noun) {
  return !reading.glued_preposition(noun).empty() || (noun > 0 && reading.is(noun - 1, Word::preposition));
}

/// A light verb that governs the noun at `trigger`: before it in the clause, with no other event between. One that
/// "brings" its noun behind a preposition ("managed to") governs no other, and others none that stands behind one ("did
/// not issue a comment on the attack").
const Item* light_verb_before(const Reading& reading, std::uint32_t trigger, TokenRange clause) {
  for (std::uint32_t t = trigger; t > clause.first && trigger - t < 10; --t) {
    const std::uint32_t at = t - 1;
    if (reading.is(at, Word::light) && !reading.is_definite(at) && !reading.is(at, Word::auxiliary)) {
      const Item* light = reading.item(at, Word::light);
      // "the alliance that the kingdom leads ... of the fall": its noun stands before the relative
      if (!light->enclitic.empty() && at > clause.first && reading.is(at - 1, Word::relative)) return nullptr;
      // "resulted in", "took part in", "was on" (not: "had a link with"); "began with" and "began in" alike
      const auto with = light->value.text("with");
      const bool its_own =
          with && reading.is(trigger - 1, Word::preposition) && reading.key(trigger - 1) == matching_form(*with);
      const bool glued = with && light->value.text("value") != "begins" && !reading.glued_preposition(trigger).empty();
      const bool apart = at + 1 < trigger && !its_own && !reading.has_future(*light) &&
                         (glued || is_behind_preposition(reading, trigger));
      const bool governs = light->value.has("brings") ? brought(reading, trigger) : !apart;
      return governs ? light : nullptr;
    }
    if (reading.is_any(at, {Word::complementizer, Word::relative, Word::subordinator})) return nullptr;
  }
  return nullptr;
}

/// "an attack that the group began": a light verb with a pronoun for the noun, right behind it.
const Item* light_verb_behind(const Reading& reading, const EventMention& mention, TokenRange clause) {
  for (std::uint32_t t = mention.trigger_last; t < clause.last && t < mention.trigger_last + 4; ++t) {
    const Item* light = reading.item(t, Word::light);
    if (light && !light->enclitic.empty()) return light;
    if (!reading.is_word(t)) return nullptr;
  }
  return nullptr;
}

void take_light_verb(const Reading& reading, EventMention& mention, TokenRange clause) {
  const Item* light = light_verb_before(reading, mention.trigger, clause);
  const bool behind = light == nullptr;
  if (!light) light = light_verb_behind(reading, mention, clause);
  if (!light) return;
  mention.light = true;
  mention.carrier = light->first;
  const auto tense = light->value.text("tense").value_or("");
  mention.perfect = tense == "perfect";
  mention.imperfect = tense == "imperfect";
  mention.future = reading.has_future(*light);
  // its subject is the event's agent
  const bool has_agent = std::any_of(mention.participants.begin(), mention.participants.end(),
                                     [](const Participant& p) { return p.role == "agent"; });
  const bool wants_agent = std::any_of(mention.frame->arguments.begin(), mention.frame->arguments.end(),
                                       [](const FrameArgument& a) { return a.role == "agent" && is_subject(a); });
  if (has_agent || !wants_agent) return;
  Frame subject_only;
  for (const FrameArgument& a : mention.frame->arguments)
    if (a.role == "agent" && is_subject(a)) {
      subject_only.arguments = {a};
      subject_only.arguments[0].required = false;
    }
  if (auto carried =
          fill_frame(reading, subject_only, *light,
                     behind ? TokenRange{light->first, clause.last} : TokenRange{clause.first, mention.trigger}))
    for (Participant& p : carried->participants) mention.participants.push_back(std::move(p));
}

/// A noun that another event's frame asks for as its object ("met his death", "took the oath") is part of that event,
/// and so is one of a neighbouring type right behind the noun of what opens a time to come ("the signing of the
/// agreement"; not "the begin of the strike").
bool is_part_of(const Reading& reading, const EventMention& noun, const EventMention& whole) {
  if (noun.verb || noun.trigger == whole.trigger) return false;
  if (!whole.verb && whole.frame->prospective && noun.trigger == whole.trigger_last &&
      whole.frame->has_neighbour(noun.frame->type))
    return true;
  const SourceSpan word = reading.span({noun.trigger, noun.trigger_last});
  return std::any_of(whole.frame->arguments.begin(), whole.frame->arguments.end(), [&](const FrameArgument& a) {
    if (!a.required || a.position != "object" || a.word_class.empty() || a.word_class == "place") return false;
    return std::any_of(whole.participants.begin(), whole.participants.end(),
                       [&](const Participant& p) { return p.role == a.role && p.span.begin == word.begin; });
  });
}

/// "Began the president | his visit": the noun is the object, though no mark parts it from the subject.
bool is_object_behind_subject(const Reading& reading, const EventMention& noun, const Participant& subject) {
  const SourceSpan word = reading.span({noun.trigger, noun.trigger_last});
  return subject.span.begin < word.begin && word.end <= subject.span.end && reading.is_definite(noun.trigger - 1) &&
         (noun.possessive || !reading.is_definite(noun.trigger));
}

/// "The attack began", "launched an attack": one event, told by the noun and dated by the verb.
bool begins(const Reading& reading, const EventMention& verb, const EventMention& noun) {
  if (!verb.verb || noun.verb || reading.value(verb.trigger, Word::light) != "begins") return false;
  std::uint32_t first = noun.trigger;  // "the attack" began
  while (first > 0 && reading.is(first - 1, Word::determiner)) --first;
  const SourceSpan phrase = reading.span({first, noun.trigger_last});
  const SourceSpan word = reading.span({noun.trigger, noun.trigger_last});
  return std::any_of(verb.participants.begin(), verb.participants.end(), [&](const Participant& p) {
    return p.span.begin == word.begin || p.span.begin == phrase.begin || is_object_behind_subject(reading, noun, p);
  });
}

/// Lets each noun that a verb only begins take the verb's place.
void carry_over(const Reading& reading, std::vector<EventMention>& mentions) {
  for (EventMention& noun : mentions) {
    const auto verb =
        std::find_if(mentions.begin(), mentions.end(), [&](const EventMention& m) { return begins(reading, m, noun); });
    if (verb == mentions.end()) continue;
    noun.light = true;
    noun.perfect = verb->perfect;
    noun.imperfect = verb->imperfect;
    noun.future = verb->future;
    verb->trigger_last = verb->trigger;  // told
  }
  std::erase_if(mentions, [](const EventMention& m) { return m.trigger_last == m.trigger; });
}

/// "Postponed the launch": the noun stands within what the prospective event is about.
bool governs(const Reading& reading, const EventMention& whole, const EventMention& noun) {
  if (!whole.frame->prospective || noun.verb || noun.trigger <= whole.trigger) return false;
  const SourceSpan word = reading.span({noun.trigger, noun.trigger_last});
  return std::any_of(whole.participants.begin(), whole.participants.end(), [&](const Participant& p) {
    return (p.role == "patient" || p.role == "topic") && p.span.begin <= word.begin && word.end <= p.span.end;
  });
}

/// A light verb right before the noun, or right behind it with a word between at most.
bool beside_light_verb(const Reading& reading, const Item& noun, TokenRange clause) {
  const auto light = [&](std::uint32_t t) {
    return clause.contains(t) && reading.is(t, Word::light) && !reading.is(t, Word::auxiliary) &&
           !reading.is_definite(t);
  };
  return (noun.first > clause.first && light(noun.first - 1)) || light(noun.last) || light(noun.last + 1);
}

/// "The minister of communication", "the law of elections": the noun of action completes the name of a body, a post, a
/// law or a thing, and tells no happening.
bool names_thing(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  if (token <= limit || !may_be_action(reading, token)) return false;
  if (reading.has_conjunction(token)) {  // "the brigade of inquiries and searches"
    const TokenRange name = noun_phrase_before(reading, token, limit);
    return reading.is_definite(token) && name.last == token && !name.empty() && reading.is_definite(token - 1) &&
           reading.is_class(name.first, "named-after");
  }
  if (reading.glued_preposition(token).empty())
    return reading.is_class(token - 1, "named-after") && !reading.is_definite(token - 1);
  // "the organisation for the ban of": a body, perhaps with a name and an adjective, and what it is for
  const TokenRange body = noun_phrase_before(reading, token, limit);
  constexpr std::uint32_t longest = 4;
  return reading.has_contracting_preposition(token) && body.last == token && body.size() <= longest &&
         reading.is(body.first, Word::office) && reading.is_class(body.first, "named-after") &&
         (body.first == limit || !reading.is_verb(body.first - 1));
}

/// "The collision happened at 4:40", "the fighting broke out on 15 April": in a dated clause without another event, a
/// noun that a light verb carries tells its event, though its frame asks for more. All readings of the noun must tell
/// events of one type.
std::optional<EventMention> carried_noun(const Reading& reading, const Clause& clause) {
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
    if (reading.timex(t) || names_thing(reading, t, clause.tokens.first)) continue;
    const Frame* only = nullptr;
    const Item* noun = nullptr;
    bool one_type = true;
    for (const Item* item : reading.items(t, Word::event)) {
      const Frame* frame = frame_of(reading, *item);
      if (!frame) continue;
      one_type = one_type && (!only || only->type == frame->type);
      only = frame;
      noun = item;
    }
    if (!only || !one_type || noun->value.text("form").value_or("verb") == "verb" ||
        !beside_light_verb(reading, *noun, clause.tokens))
      continue;
    Frame content = *only;
    for (FrameArgument& argument : content.arguments) argument.required = false;
    auto filled = fill_frame(reading, content, *noun, clause.tokens);
    if (!filled) continue;
    filled->frame = only;
    return filled;
  }
  return std::nullopt;
}

bool is_dated(const Reading& reading, const Clause& clause) {
  for (const TokenRange range : {clause.tokens, clause.rest})
    for (std::uint32_t t = range.first; t < range.last; ++t)
      if (const auto x = reading.timex(t); x && dates_events(reading.timexes[*x])) return true;
  return false;
}

/// A form that only looks alike: "I flee" without the hamza that begins it ("he travelled"), the dual that a particle
/// must stand before ("a stumbling").
bool only_looks_alike(const Reading& reading, const Item& item) {
  constexpr std::string_view hamzas[] = {"\u0623", "\u0622"};
  const auto& value = item.value;
  const bool imperfect = value.text("tense") == "imperfect" || value.text("tense") == "future";
  if (!imperfect) return false;
  if (value.integer("person") == 1 && value.text("number") == "s") {
    const std::string_view word = reading.document.surface(reading.document.tokens[item.first]);
    return std::none_of(std::begin(hamzas), std::end(hamzas),
                        [&](std::string_view hamza) { return word.find(hamza) != std::string_view::npos; });
  }
  return value.text("mood") == "subjunctive" && value.text("number") == "d" &&
         (item.first == 0 ||
          !reading.is_any(item.first - 1, {Word::complementizer, Word::negation, Word::subordinator, Word::plan}));
}

}  // namespace

std::vector<EventMention> mentions_of(const Reading& reading, const Clause& clause) {
  std::vector<EventMention> mentions;
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
    if (!reading.is(t, Word::event) || reading.timex(t) || names_thing(reading, t, clause.tokens.first) ||
        (t > clause.tokens.first && t + 1 < clause.tokens.last && is_between_names(reading, t)))
      continue;
    std::optional<EventMention> best;
    for (const Item* item : reading.items(t, Word::event)) {
      const Frame* frame = frame_of(reading, *item);
      if (!frame || only_looks_alike(reading, *item)) continue;
      auto filled = fill_frame(reading, *frame, *item, clause.tokens);
      if (filled && filled->verb && is_rather_noun(reading, *filled, clause.tokens.first)) continue;
      if (filled && (!best || specificity(*filled) > specificity(*best))) best = std::move(filled);
    }
    if (!best) continue;
    if (!best->verb) take_light_verb(reading, *best, clause.tokens);
    // A verb and its object noun tell one event ("launched ... an attack"): the later one only adds what it brings.
    const auto same = std::find_if(mentions.begin(), mentions.end(),
                                   [&](const EventMention& m) { return m.frame->type == best->frame->type; });
    if (same == mentions.end()) {
      mentions.push_back(std::move(*best));
      continue;
    }
    for (Participant& p : best->participants) {
      const bool known = std::any_of(same->participants.begin(), same->participants.end(),
                                     [&](const Participant& q) { return q.role == p.role || q.span.overlaps(p.span); });
      if (!known) same->participants.push_back(std::move(p));
    }
  }
  carry_over(reading, mentions);
  if (mentions.empty() && is_dated(reading, clause))
    if (auto noun = carried_noun(reading, clause)) {
      take_light_verb(reading, *noun, clause.tokens);
      mentions.push_back(std::move(*noun));
    }
  for (EventMention& noun : mentions)
    noun.governed = std::any_of(mentions.begin(), mentions.end(),
                                [&](const EventMention& whole) { return governs(reading, whole, noun); });
  std::vector<char> part;  // asked before any is erased: a part may itself hold another
  for (const EventMention& noun : mentions)
    part.push_back(static_cast<char>(std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& whole) {
      return is_part_of(reading, noun, whole);
    })));
  std::size_t at = 0;
  std::erase_if(mentions, [&](const EventMention&) { return part[at++] != 0; });
  return mentions;
}

}  // namespace isnad::claims
