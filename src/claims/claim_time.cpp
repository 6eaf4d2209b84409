#include "claims/claim_time.h"

#include <algorithm>

#include "claims/asked_for.h"
#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/outlook.h"
#include "claims/time_of_noun.h"

namespace isnad::claims {

bool dates_events(const Timex& timex) {
  if (timex.type == TimexType::duration) return timex.meaning.kind == Meaning::Kind::span;
  return timex.type != TimexType::set && timex.meaning.kind != Meaning::Kind::reference;
}

namespace {

/// "Goes back to", "was extended to": what stands behind is a date, not the end of a stretch ("from Monday to").
bool leads_to_date(const Reading& reading, TokenRange before) {
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    if (reading.is(t, Word::dating_back)) return true;
    for (const Item* item : reading.items(t, Word::event))
      if (item->value.text("type") == "extend") return true;
  }
  return false;
}

}  // namespace

namespace {
constexpr std::uint32_t longest_bound = 4;  ///< tokens: "in a term that does not go beyond"
}

TimeRelation relation_before(const Reading& reading, std::uint32_t timex, std::uint32_t limit) {
  const std::uint32_t first = reading.timexes[timex].first;
  const std::uint32_t behind = reading.timexes[timex].last;
  for (std::uint32_t back = 1; back <= longest_bound && first >= limit + back; ++back) {
    const std::uint32_t t = first - back;
    if (!reading.is(t, Word::bound)) continue;
    if (reading.after(t, Word::bound) != first && back > 1) continue;
    const std::string_view value = reading.value(t, Word::bound);
    if (value == "to" || value == "by") {
      const bool dated = is_put_off_to(reading, timex, limit) || leads_to_date(reading, {limit, t});
      return dated ? TimeRelation::at : TimeRelation::by;
    }
    // "before the end of the month": by its end, not before its last days; "before dawn on Friday" is Friday's
    if (value == "before") {
      const Meaning& m = reading.timexes[timex].meaning;
      if (m.fields.part == DayPart::dawn) return TimeRelation::at;
      if (t > limit && reading.value(t - 1, Word::bound) == "about") return TimeRelation::at;  // "shortly before 9:30"
      return m.period == PeriodPart::end ? TimeRelation::by : TimeRelation::before;
    }
    if (value == "after") return TimeRelation::after;
    if (value == "since") return TimeRelation::since;
    if (value == "during") return TimeRelation::during;
  }
  // "it is still closed since three weeks"
  if (reading.value(first, Word::bound) == "since")
    for (std::uint32_t t = limit; t < first; ++t)
      if (reading.is_class(t, "still")) return TimeRelation::since;
  const bool at_latest = behind < reading.document.tokens.size() && reading.is_class(behind, "at-the-latest");
  return at_latest ? TimeRelation::by : TimeRelation::at;
}

namespace {

/// "Today", "yesterday", "on Sunday": no date of what is still to come.
bool looks_back(const Meaning& m) {
  return m.anchor == Anchor::publication && m.direction != Direction::future &&
         (m.kind != Meaning::Kind::calendar || !m.fields.month);
}

/// "Qualified and will meet France next Saturday" dates the meeting.
bool cannot_date(const Meaning& m, const EventMention& mention) {
  return (mention.governed && looks_back(m)) || (mention.perfect && !mention.frame->prospective && looks_ahead(m));
}

/// "The trial was put off to 3 February": the date is that of the trial.
bool is_put_off_from(const Reading& reading, const Clause& clause, std::uint32_t timex, const EventMention& mention) {
  return is_put_off(reading, {mention.trigger, mention.trigger + 1}) &&
         is_put_off_to(reading, timex, clause.tokens.first);
}

/// "Results that the ministry published on Monday showed the victory of": the text's own date.
bool is_of_publishing(const Reading& reading, const Timex& timex, const EventMention& mention, std::uint32_t limit) {
  constexpr std::uint32_t longest_name = 5;
  for (std::uint32_t t = timex.first; t > limit && timex.first - t <= longest_name; --t) {
    if (t - 1 == mention.trigger || reading.is_mark(t - 1)) return false;
    if (publishes(reading, t - 1)) return true;
  }
  return false;
}

}  // namespace

bool is_aimed_at(const Reading& reading, const Timex& timex, const EventMention& mention) {
  if (mention.verb) return false;
  for (std::uint32_t t = timex.last; t < mention.trigger; ++t)
    if (const auto plan = reading.value(t, Word::plan); plan == "intended" || plan == "attempted") return true;
  if (timex.last > mention.trigger) return false;
  constexpr std::uint32_t reach = 10;  // "called the cleric, Fulan Fulani, on Thursday, for the holding of"
  for (std::uint32_t t = timex.first;
       t > 0 && timex.first - t < reach && (!reading.is_mark(t - 1) || reading.is_comma(t - 1)); --t)
    if (const Item* order = reading.item(t - 1, "order"); order && order->value.text("tense") == "perfect") return true;
  return false;
}

namespace {

/// "Condemned the attack"; not what begins or ends, which is its subject.
bool is_about_something(const EventMention& mention) {
  return std::any_of(mention.frame->arguments.begin(), mention.frame->arguments.end(), [](const FrameArgument& a) {
    return a.role == "topic" && a.key && a.position != "subject" && a.position != "ahead";
  });
}

/// "(A call) on Monday, that rogue killers may have to do with the killing": what is said stands behind its date.
bool content_between(const Reading& reading, const Timex& timex, const EventMention& mention, std::uint32_t limit) {
  const auto tells = [&](std::uint32_t t) { return reading.is_verb(t) || is_deed(reading, t); };
  bool told = false;
  for (std::uint32_t t = limit; t < timex.first; ++t) told = told || tells(t);
  for (std::uint32_t t = timex.last; t < mention.trigger; ++t)
    if (reading.is(t, Word::complementizer) || (told && reading.is(t, Word::auxiliary))) return true;
  return false;
}

/// "Friday's | attack", "the April 3 | attack": the noun that the time before it belongs to.
std::optional<std::uint32_t> noun_dated(const Reading& reading, const Timex& timex,
                                        const std::vector<EventMention>& mentions) {
  constexpr std::uint32_t reach = 3;  // "Friday's deadly church fire"
  const std::uint32_t behind = timex.last;
  const bool owned =
      behind < reading.document.tokens.size() && (reading.key(behind) == "'s" || reading.key(behind) == "\u2019s");
  const bool named = timex.first > 0 && reading.is(timex.first - 1, Word::determiner);
  if (!owned && !named) return std::nullopt;
  for (const EventMention& m : mentions)
    if (!m.verb && m.trigger >= behind && m.trigger <= behind + (owned ? reach : 1)) return m.trigger;
  return std::nullopt;
}

/// "Six people died | in the February 3 explosion", "in Friday's attack": what stands behind "in" happened then, too;
/// not "arrested over Friday's attack".
bool is_scene(const Reading& reading, const Timex& timex) {
  std::uint32_t t = timex.first;
  if (t > 0 && reading.is(t - 1, Word::determiner)) --t;
  return t > 0 && (reading.key(t - 1) == "in" || reading.key(t - 1) == "during");
}

}  // namespace

std::optional<std::uint32_t> timex_of(const Reading& reading, const Clause& clause, const EventMention& mention,
                                      const std::vector<EventMention>& mentions, const std::vector<Scope>& scopes) {
  std::optional<std::uint32_t> best;
  std::uint32_t best_distance = 0;
  const auto verb_between = [&](const EventMention& m, std::uint32_t end) {
    if (m.verb || m.light) return false;
    for (std::uint32_t t = m.trigger_last; t < end; ++t)
      if (reading.is_verb(t) && !reading.is_any(t, {Word::light, Word::auxiliary}) && !reading.is_definite(t) &&
          reading.glued_preposition(t).empty())
        return true;
    return false;
  };
  // "Rejected the dismissal of the director | on Monday": done at once, and what it is about is still to come.
  // Not "a decision that provides for the closure | on 20 March".
  const auto decided = [&](const EventMention& m, const Timex& x) {
    const bool provided_for = m.trigger > 0 && reading.value(m.trigger - 1, Word::plan) == "intended" &&
                              reading.is_class(m.trigger - 1, "ahead");
    return !m.verb && !provided_for && m.trigger < x.first && !looks_ahead(x.meaning) &&
           !begins_on(reading, x.first, clause.tokens.first) &&
           std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& v) {
             return v.verb && v.perfect && v.trigger < m.trigger && reading.is_class(v.trigger, "done-at-once");
           });
  };
  const auto distance = [&](const EventMention& m, const Timex& x) {
    // Behind its event is nearer than before it; before a noun it rather dates the verb ("was killed on Monday in an
    // explosion"), which may stand far ahead; so it does before a verb that another one stands ahead of ("died on
    // Monday of wounds suffered in the fall").
    constexpr std::uint32_t before_noun = 100;
    if (const auto noun = noun_dated(reading, x, mentions); noun == m.trigger) return 0U;
    if (x.first >=
        m.trigger)  // "(upheld yesterday the sentence) on a man found guilty in 2021": that of the verb between
      return 2 * (x.first - m.trigger) + (verb_between(m, x.first) || decided(m, x) ? before_noun : 0);
    const bool of_other =
        !reading.has_conjunction(x.first) && std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& v) {
          return v.verb && v.trigger < x.first && v.trigger != m.trigger;
        });
    const bool far = !(m.verb || m.light) || of_other;
    return 2 * (m.trigger - x.last) + 3 + (far ? before_noun : 0);
  };
  // "Decided to close the road | from tomorrow on": the closure begins then
  const auto begins_later = [&](const EventMention& m, const Timex& x) {
    const bool gone_by = x.meaning.kind == Meaning::Kind::offset && x.meaning.direction != Direction::future;
    return m.verb && !gone_by && is_about_something(m) && begins_on(reading, x.first, clause.tokens.first) &&
           std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& noun) {
             return !noun.verb && m.trigger < noun.trigger && noun.trigger < x.first;
           });
  };
  std::vector<std::uint32_t> times;
  for (const TokenRange range : {clause.tokens, clause.rest})
    for (std::uint32_t t = range.first; t < range.last; ++t)
      if (const auto x = reading.timex(t); x && reading.timexes[*x].first == t) times.push_back(*x);
  // "Under the agreement concluded in 1994, Jordan handed over": the date of the noun that the participle describes
  const auto is_of_noun = [&](const Timex& timex, const EventMention& m) {
    const auto participle = owning_participle(reading, timex, clause.tokens.first);
    if (!participle) return false;
    if (const std::string_view done = done_by(reading, *participle); !done.empty() && m.trigger_last != *participle)
      return m.verb ||
             !m.frame->has_neighbour(done);  // "demanded that the terms of the contract signed in March be shown"
    return m.verb || !noun_phrase_before(reading, *participle, clause.tokens.first).contains(m.trigger);
  };
  const auto may_date = [&](std::uint32_t x, const EventMention& m) {
    const Timex& timex = reading.timexes[x];
    if (is_of_noun(timex, m) || begins_later(m, timex)) return false;
    if (const auto noun = noun_dated(reading, timex, mentions);
        noun && *noun != m.trigger && m.trigger < timex.first && !(m.verb && is_scene(reading, timex)))
      return false;
    // "called on Thursday for the holding of a session": of the call
    if (!m.verb && timex.last <= m.trigger && looks_back(timex.meaning) &&
        asked_for(reading, clause, m, scopes) == Asked::to_come)
      return false;
    const bool beside = m.trigger < timex.first && timex.first <= m.trigger_last + 1;  // "at the close on Friday"
    return dates_events(timex) && (beside || !belongs_to_noun(reading, timex, clause.tokens.first)) &&
           !is_of_publishing(reading, timex, m, clause.tokens.first) &&
           !content_between(reading, timex, m, clause.tokens.first) && !is_aimed_at(reading, timex, m) &&
           (!cannot_date(timex.meaning, m) || begins_on(reading, timex.first, clause.tokens.first)) &&
           !(timex.first > m.trigger && bare_relative_between(reading, m.trigger_last, timex.first)) &&
           !is_put_off_from(reading, clause, x, m) &&
           std::none_of(scopes.begin(), scopes.end(), [&](const Scope& s) { return s.timex == x; });
  };
  const auto nearest = [&](const EventMention& m) {
    std::optional<std::uint32_t> near;
    for (const std::uint32_t x : times)
      if (may_date(x, m) && (!near || distance(m, reading.timexes[x]) < distance(m, reading.timexes[*near]))) near = x;
    return near;
  };
  // "The first round is held on 24 September, and the second on 15 October": told of something else.
  const auto goes_on = [&](std::uint32_t x) {
    const auto near = nearest(mention);
    if (!near || *near >= x) return false;
    for (std::uint32_t t = reading.timexes[*near].last; t < reading.timexes[x].first; ++t)
      if (reading.has_conjunction(t)) return true;
    return false;
  };
  for (const std::uint32_t x : times) {
    if (!may_date(x, mention) || goes_on(x)) continue;
    const std::uint32_t own = distance(mention, reading.timexes[x]);
    // One that has a nearer time of its own leaves this to others ("extended the visiting hours until 11 from Sunday").
    // "Friday's attack killed twelve": the time of both
    const auto noun = noun_dated(reading, reading.timexes[x], mentions);
    const bool of_subject = noun && mention.verb && (*noun < mention.trigger || is_scene(reading, reading.timexes[x]));
    const bool other_nearer = !of_subject && std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& m) {
      return m.trigger != mention.trigger && nearest(m) == x && distance(m, reading.timexes[x]) < own;
    });
    if (!other_nearer && (!best || own < best_distance)) {
      best = x;
      best_distance = own;
    }
  }
  return best;
}

namespace {

const Participant* participant_at(const EventMention& mention, const EventMention& noun) {
  for (const Participant& p : mention.participants)
    if (p.span.contains(noun.word)) return &p;
  return nullptr;
}

/// "Was killed in an explosion": an event as the circumstance of another.
bool is_circumstance(const EventMention& mention, const EventMention& noun) {
  const Participant* p = participant_at(mention, noun);
  return mention.verb && !noun.verb && p != nullptr && p->role == "place";
}

/// "Raised rates at its meeting on Thursday", "was wounded during the fighting of Friday", "voted in a referendum held
/// on Sunday".
bool is_occasion(const Reading& reading, const EventMention& mention, const EventMention& noun) {
  if (!mention.verb || !mention.perfect || noun.verb || noun.trigger == 0 || noun.trigger < mention.trigger)
    return false;
  const std::uint32_t before = noun.trigger - 1;
  return reading.value(before, Word::bound) == "during" ||
         ((noun.possessive || reading.is_verb(noun.trigger_last)) && reading.is(before, Word::belonging));
}

/// "The deal took effect on Sunday", "the signing of the deal on Sunday": the date of a noun behind the verb, or right
/// behind another noun, is that of the verb, unless the verb is about something ("condemned the attack of Sunday") or
/// the date stands behind the noun at once ("the attack of 15 March").
bool governs(const EventMention& whole, const EventMention& noun, const Timex& timex) {
  if (noun.verb || noun.trigger < whole.trigger || whole.frame->prospective) return false;
  if (!whole.verb) return noun.trigger == whole.trigger_last && !is_about_something(whole);
  return !is_about_something(whole) && timex.first > noun.trigger_last;
}

}  // namespace

std::optional<std::uint32_t> shared_timex(const Reading& reading, const Clause& clause, const EventMention& mention,
                                          const std::vector<EventMention>& mentions, const std::vector<Scope>& scopes) {
  for (const EventMention& other : mentions) {
    if (other.trigger == mention.trigger) continue;
    const auto x = timex_of(reading, clause, other, mentions, scopes);
    if (!x || cannot_date(reading.timexes[*x].meaning, mention)) continue;
    if (is_circumstance(mention, other) || is_circumstance(other, mention) || is_occasion(reading, mention, other) ||
        governs(mention, other, reading.timexes[*x]))
      return x;
  }
  return std::nullopt;
}

}  // namespace isnad::claims
