#include "claims/unknown_event.h"

#include <algorithm>
#include <optional>

#include "claims/asked_for.h"
#include "claims/claim_time.h"
#include "claims/event_mention.h"
#include "claims/no_happening.h"
#include "claims/noun_phrase.h"
#include "claims/outlook.h"
#include "claims/status.h"
#include "claims/subject.h"
#include "claims/time_of_noun.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t least_words =
    3;  ///< beside the date, in a whole sentence without a verb: less is a date line or a table
constexpr std::uint32_t least_words_in_part = 2;
constexpr std::uint32_t least_words_with_verb = 1;
constexpr std::uint32_t subject_words = 4;        ///< that may stand before a negated verb
constexpr std::uint32_t long_subject_words = 10;  ///< where the subject always stands before its verb

bool tells_day_or_month(const Meaning& m) {
  return m.kind != Meaning::Kind::calendar || m.fields.day || m.fields.month || m.fields.weekday;
}

/// Begins no sentence of its own: what happened is told further on.
bool is_particle(const Reading& reading, std::uint32_t t) {
  const auto& conjunctions = reading.grammar.conjunctions(reading.document.language);
  if (std::find(conjunctions.begin(), conjunctions.end(), reading.key(t)) != conjunctions.end()) return true;
  return reading.is_any(t, {Word::preposition, Word::complementizer, Word::relative, Word::subordinator,
                            Word::perfect_particle, Word::same_time, Word::auxiliary, Word::conjunction, Word::sequence,
                            Word::with_pronoun, Word::bound, Word::pronoun, Word::exception, Word::determiner}) ||
         reading.is_class(t, "demonstrative");
}

/// "When she said that | she had worked there in 2006": what is said, not that it was, has the time behind it.
std::optional<std::uint32_t> behind_saying(const Reading& reading, std::uint32_t t, std::uint32_t limit) {
  constexpr std::uint32_t longest_speaker = 6;
  if (!reading.is(t, Word::speech) || reading.is_definite(t)) return std::nullopt;
  for (std::uint32_t c = t + 1; c + 1 < std::min(limit, t + longest_speaker); ++c) {
    if (reading.timex(c)) return std::nullopt;
    if (reading.is(c, Word::complementizer)) return c + 1;
  }
  return std::nullopt;
}

/// The token behind words at `t` that only lead to what happened: "it is worth recalling that", "it is possible that",
/// "up to (Sunday)"; `t` where there are none.
std::uint32_t behind_lead(const Reading& reading, std::uint32_t t, std::uint32_t limit) {
  const bool plan = reading.is(t, Word::plan);  // "(from what is) expected that"
  if (reading.is(t, Word::own_voice)) return reading.after(t, Word::own_voice);
  for (const std::string_view leads : {"still", "there-is"})
    if (const std::uint32_t behind = reading.class_end(t, leads); behind > t) return behind;
  if (const auto said = behind_saying(reading, t, limit)) return *said;
  if (reading.is(t, Word::bound)) return reading.after(t, Word::bound);
  if (reading.is(t, Word::preposition) && !plan) return reading.after(t, Word::preposition);  // "instead of"
  if (reading.is(t, Word::from_event))
    return reading.after(t, Word::from_event);  // "(four days) only after the launch"
  const std::uint32_t behind = reading.after(t, Word::plan);
  if (!plan || behind >= limit) return t;
  if (reading.is(behind, Word::complementizer)) return behind + 1;
  const bool verb_alone = behind == t + 1 && !reading.is_definite(t) && !reading.is_any(t, {Word::event, Word::speech});
  if (verb_alone && may_be_action(reading, behind)) return behind;  // "(it) was supposed | the entry of"
  return behind > t + 1 && reading.is(behind - 1, Word::complementizer) ? behind : t;
}

class ClauseReader {
 public:
  ClauseReader(const Reading& reading, const Clause& clause, const std::vector<Scope>& scopes,
               std::span<const Claim> known)
      : reading_(reading), clause_(clause), scopes_(scopes), known_(known) {}

  /// The whole clause as one claim, without a date.
  [[nodiscard]] std::optional<Claim> whole() const { return make(clause_.tokens, 1); }

  std::vector<Claim> read() {
    std::uint32_t begin = clause_.tokens.first;
    for (std::uint32_t t = clause_.tokens.first; t < clause_.tokens.last; ++t) {
      if (is_in_cue(scopes_, t)) break;  // the statement is a claim of its own
      const auto x = reading_.timex(t);
      if (!x || reading_.timexes[*x].first != t) continue;
      const std::uint32_t last = reading_.timexes[*x].last;
      if (const auto state = lasting(*x); state && is_free(*x)) {
        add(*x, {std::max(begin, *state - 1), last});
      } else if (const auto participle = owner(*x); participle && is_free(*x)) {
        const std::uint32_t noun = noun_phrase_before(reading_, *participle, clause_.tokens.first).first;
        add(*x, {std::max(begin, noun), last}, done_by(reading_, *participle).empty() ? std::nullopt : participle);
      } else if (is_free(*x) && (begin == clause_.tokens.first || tells_anything({begin, t}) ||
                                 (reading_.is_comma(begin) && tells_anything({last, next_timex(last)})))) {
        const bool only = known_.empty() && claims_.empty() && !another_free(last);
        // "and tomorrow plays the team ...": told behind the time where little stands before it
        const bool opens = words_in(reading_, {begin, t}) < least_words_in_part;
        const std::uint32_t end = only ? clause_.tokens.last : opens ? next_timex(last) : last;
        add(*x, {begin, end});
      }
      // "daily" parts nothing, nor "the exams of the end of the year"
      if (dates_events(reading_.timexes[*x]) && !is_named_after(reading_, reading_.timexes[*x], begin)) begin = last;
    }
    if (claims_.empty() && !clause_.rest_of_occasion)
      for (std::uint32_t t = clause_.rest.first; t < clause_.rest.last; ++t) {
        if (reading_.is(t, Word::complementizer)) break;  // "when she said that she had worked there in 2006"
        if (const auto x = reading_.timex(t); x && reading_.timexes[*x].first == t && is_free(*x))
          add(*x, clause_.tokens);
      }
    for (Claim& claim : claims_)
      claim.time.inherited = clause_.rest_inherited && claim.time.timex == reading_.timex(clause_.rest.first);
    return std::move(claims_);
  }

 private:
  /// Dates nothing that is known.
  [[nodiscard]] bool is_free(std::uint32_t x) const {
    const Timex& timex = reading_.timexes[x];
    if (!dates_events(timex) || is_compared(x) ||
        (belongs_to_noun(reading_, timex, clause_.tokens.first) && !lasting(x)))
      return false;
    if (!known_.empty() && !tells_day_or_month(reading_.timexes[x].meaning)) return false;
    return std::none_of(scopes_.begin(), scopes_.end(), [x](const Scope& s) { return s.timex == x; }) &&
           std::none_of(known_.begin(), known_.end(), [x](const Claim& c) { return c.time.timex == x; });
  }
  /// "Compared with the figures of March 2017": a time to compare with is no time of the event.
  [[nodiscard]] bool is_compared(std::uint32_t x) const {
    constexpr std::uint32_t reach = 5;
    const std::uint32_t first = reading_.timexes[x].first;
    for (std::uint32_t t = first; t > clause_.tokens.first && first - t < reach && !reading_.is_comma(t - 1); --t)
      if (reading_.is_class(t - 1, "comparison")) return true;
    return false;
  }
  [[nodiscard]] std::optional<std::uint32_t> lasting(std::uint32_t x) const {
    return lasting_since(reading_, reading_.timexes[x], clause_.tokens.first);
  }
  /// "Under the agreement | concluded in 1994": of the noun that the time belongs to.
  [[nodiscard]] std::optional<std::uint32_t> owner(std::uint32_t x) const {
    return owning_participle(reading_, reading_.timexes[x], clause_.tokens.first);
  }
  /// "The groups that it runs | there had moved away": behind the particle of the past stands what was done, not in the
  /// relative clause before.
  [[nodiscard]] std::optional<std::uint32_t> done_behind(std::uint32_t trigger, std::uint32_t limit) const {
    if (trigger == 0 || !reading_.is(trigger - 1, Word::relative)) return std::nullopt;
    for (std::uint32_t t = trigger + 1; t + 1 < limit && !reading_.timex(t); ++t)
      if (reading_.is(t, Word::perfect_particle) && !reading_.has_conjunction(t) && reading_.is_word(t + 1))
        return t + 1;
    return std::nullopt;
  }
  /// A second time right behind the first one is that of the same verb: "on Sunday, at five local time".
  [[nodiscard]] bool tells_anything(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      t = std::max(t, behind_lead(reading_, t, range.last));
      if (t < range.last && reading_.is_word(t) && !is_particle(reading_, t)) return true;
    }
    return false;
  }
  [[nodiscard]] std::uint32_t next_timex(std::uint32_t from) const {
    while (from < clause_.tokens.last && !reading_.timex(from)) ++from;
    return from;
  }
  [[nodiscard]] bool another_free(std::uint32_t from) const {
    for (std::uint32_t t = from; t < clause_.tokens.last; ++t)
      if (const auto x = reading_.timex(t); x && reading_.timexes[*x].first == t && is_free(*x)) return true;
    return false;
  }

  /// `done`: a participle that tells what was done, whatever is told of its noun.
  void add(std::uint32_t timex, TokenRange range, std::optional<std::uint32_t> done = std::nullopt) {
    const bool whole_sentence = known_.empty() && claims_.empty() && clause_.tie == ClauseTie::begins;
    const std::uint32_t least = has_verb(reading_, range) || is_deed(reading_, range.first)
                                    ? least_words_with_verb  // "and returns tomorrow"
                                : whole_sentence ? least_words
                                                 : least_words_in_part;
    auto claim = make(range, least);
    if (!claim) return;
    claim->time.timex = timex;
    claim->time.relation = relation_before(reading_, timex, range.first);
    if (reading_.timexes[timex].meaning.kind == Meaning::Kind::span) claim->time.relation = TimeRelation::during;
    if (claim->modality == Modality::actual && claim->past && looks_ahead(reading_.timexes[timex].meaning))
      claim->modality = Modality::planned;  // "asked for a session next Tuesday": the time of the session
    if (claim->modality == Modality::actual && !claim->past && begins_on_coming_day(reading_, timex, range.first))
      claim->modality = Modality::planned;
    if (done) {
      claim->trigger = reading_.clause_span({*done, *done + 1});
      claim->past = true;
      claim->polarity = Polarity::asserted;
      claim->modality = Modality::actual;
    }
    claims_.push_back(std::move(*claim));
  }

  [[nodiscard]] bool is_perfect(std::uint32_t token) const {
    for (const Word word : {Word::past_verb, Word::event, Word::light, Word::speech, Word::deed})
      if (const Item* item = reading_.item(token, word);
          item && item->value.text("tense") == "perfect" && !item->value.has("prospective"))
        return !reading_.is_definite(token);
    return false;
  }

  /// "We describe", written like "half": no verb of a subject before it.
  [[nodiscard]] bool is_own(std::uint32_t token) const {
    const Item* speech = reading_.item(token, Word::speech);
    return speech && speech->value.integer("person") == 1;
  }

  /// "The head of the council | was arrested": where the subject stands first, its verb tells what happened; not that
  /// of a relative clause.
  [[nodiscard]] std::optional<std::uint32_t> verb_behind(std::uint32_t first, std::uint32_t limit) const {
    const bool negated = reading_.is(first, Word::negation) || (first > 0 && reading_.is(first - 1, Word::negation));
    if (reading_.is_verb(first) || negated) return std::nullopt;
    bool timed = false;                      // behind its time and a comma another clause begins
    std::optional<std::uint32_t> auxiliary;  // "the company was | aware of"
    // "that the bank | offered", written like "the offer of"
    const bool opened = reading_.verb_first() && first > 0 && reading_.is(first - 1, Word::complementizer);
    const bool topic = reading_.is(first, Word::topic) || (first > 0 && reading_.is(first - 1, Word::topic));
    for (std::uint32_t t = first + 1; t < limit; ++t) {
      if (reading_.is_any(t, {Word::relative, Word::complementizer, Word::subordinator, Word::preposition}) ||
          !reading_.glued_preposition(t).empty() || (timed && reading_.is_comma(t)))
        return auxiliary;
      // "as for the note, | so there has issued it the bank": no "he lost"
      if (topic && t + 1 < limit && reading_.is(t, Word::perfect_particle) && reading_.has_conjunction(t)) return t + 1;
      timed = timed || reading_.timex(t);
      if (reading_.timex(t) || is_own(t) ||
          !(is_verb_only(reading_, t) || is_deed(reading_, t) || reading_.is(t, Word::acting) ||
            (opened && reading_.is_definite(t - 1) && is_perfect(t))))
        continue;
      if (!reading_.is(t, Word::auxiliary)) return t;
      if (!auxiliary && reading_.is_definite(t - 1)) auxiliary = t;
    }
    return auxiliary;
  }

  /// "The shareholders of both airlines | backed the swap": in a language whose verbs stand behind their subject, the
  /// first one of the clause in the past.
  [[nodiscard]] std::optional<std::uint32_t> past_verb(std::uint32_t first, std::uint32_t limit) const {
    for (std::uint32_t t = first; t < limit; ++t) {
      if (t > first && reading_.is_any(t, {Word::relative, Word::complementizer, Word::subordinator})) break;
      if (reading_.is(t, Word::past_verb)) return t;
    }
    return std::nullopt;
  }

  /// "Almost | the train that it derail": what it did not come to.
  [[nodiscard]] std::optional<std::uint32_t> all_but_done(std::uint32_t subject, std::uint32_t limit) const {
    const Item* almost = subject > 0 ? reading_.item(subject - 1, Word::negation) : nullptr;
    if (!almost || !almost->value.has("almost")) return std::nullopt;
    for (std::uint32_t t = subject; t + 1 < std::min(limit, subject + subject_words + 1); ++t)
      if (reading_.is(t, Word::complementizer) && reading_.is_word(t + 1)) return t + 1;
    return std::nullopt;
  }

  [[nodiscard]] bool is_future(std::uint32_t token) const {
    for (const Word word : {Word::event, Word::light, Word::speech, Word::deed})
      if (const Item* item = reading_.item(token, word); item && reading_.has_future(*item)) return true;
    return false;
  }

  /// "Handed over on Saturday a list of those | due to be released": behind the time, what is due is something else.
  [[nodiscard]] std::uint32_t end_of_plans(TokenRange range) const {
    bool timed = false;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      timed = timed || reading_.timex(t);
      if (timed && reading_.value(t, Word::plan) == "due" && reading_.is_definite(t)) return t;
    }
    return range.last;
  }

  /// "Junior doctors at the three public hospitals | will not": no verb, time or comma stands in it.
  [[nodiscard]] bool is_long_subject(TokenRange words) const {
    if (words.size() > long_subject_words) return false;
    for (std::uint32_t t = words.first; t < words.last; ++t)
      if (reading_.is_comma(t) || reading_.timex(t) || reading_.is(t, Word::past_verb)) return false;
    return true;
  }

  [[nodiscard]] std::optional<Claim> make(TokenRange range, std::uint32_t least) const {
    std::optional<std::uint32_t> trigger;
    // all, and those before the trigger ("that the alarm had not sounded"), where its subject stands there
    std::uint32_t words = 0, before = 0;
    const bool subject_first = !reading_.verb_first();
    bool negated_before = false;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (reading_.timex(t) || !reading_.is_word(t)) continue;
      if (const std::uint32_t behind = reading_.class_end(t, "count-bound"); behind > t + 1) {  // "not | less than"
        words += behind - t;
        t = behind - 1;
        continue;
      }
      if (const std::uint32_t next = behind_lead(reading_, t, range.last); !trigger && next > t) {
        words += next - t;
        t = next - 1;
        continue;
      }
      // What happened is told by the first word, or by the one that is negated, perhaps behind its subject.
      const bool negated =
          trigger && !negated_before &&
          (reading_.is(*trigger, Word::negation) ||
           ((words - before < subject_words || (subject_first && is_long_subject({*trigger, t}))) &&
            reading_.is(t, Word::negation) && !(reading_.is(t, Word::exception) && reading_.timex(t + 1))));
      if (negated) negated_before = !reading_.is(t, Word::negation);  // "did not stop on Friday, nor on another day"
      if (!trigger && subject_first) before = words;
      if ((!trigger && !is_particle(reading_, t)) || negated) trigger = t;
      ++words;
    }
    if (!trigger || words < least) return std::nullopt;
    const std::uint32_t counted = *trigger + 1;  // "4.5 millions of | dollars were dropped"
    if (reading_.is_class(*trigger, "scale") && counted < range.last && reading_.is_word(counted) &&
        !reading_.timex(counted))
      trigger = counted;
    const auto averted = all_but_done(*trigger, range.last);
    if (averted) trigger = averted;
    const auto past = past_verb(*trigger, range.last);
    trigger = past ? past : verb_behind(*trigger, range.last).value_or(*trigger);
    if (tells_nothing(reading_, *trigger, range)) return std::nullopt;
    if (const auto done = done_behind(*trigger, range.last))
      trigger = *done;
    else if (only_describes(reading_, *trigger, range))
      return std::nullopt;
    Clause part;
    part.tokens = range;
    EventMention mention;
    mention.trigger = *trigger;
    mention.trigger_last = *trigger + 1;
    Claim claim;
    claim.type = "other";
    claim.trigger = reading_.clause_span({mention.trigger, mention.trigger_last});
    claim.span = reading_.clause_span(range == clause_.tokens ? extent(clause_) : range);
    claim.attribution = chain_at(scopes_, mention.trigger);
    claim.past = is_perfect(mention.trigger);
    claim.polarity = averted ? Polarity::denied : status_of(reading_, part, mention, scopes_, false).polarity;
    const std::uint32_t claim_trigger = mention.trigger;
    // what plans may stand anywhere before it; "demanded on Friday" is done
    // in a language whose verb in the past stands behind them all, before it
    mention.trigger = past || reading_.is(claim_trigger, Word::plan) ? claim_trigger : end_of_plans(range);
    claim.modality = status_of(reading_, part, mention, scopes_, false).modality;
    if (claim.modality == Modality::actual &&
        (is_future(claim_trigger) || is_called_for(reading_, claim_trigger, scopes_)))
      claim.modality = Modality::planned;
    if (claim.modality == Modality::actual &&
        (may_come_about(reading_, claim_trigger) || is_expected(reading_, scopes_, claim_trigger)))
      claim.modality = Modality::possible;
    return claim;
  }

  const Reading& reading_;
  const Clause& clause_;
  const std::vector<Scope>& scopes_;
  std::span<const Claim> known_;
  std::vector<Claim> claims_;
};

}  // namespace

std::optional<Claim> unknown_event(const Reading& reading, const Clause& clause, const std::vector<Scope>& scopes) {
  return ClauseReader(reading, clause, scopes, {}).whole();
}

std::vector<Claim> unknown_events(const Reading& reading, const Clause& clause, const std::vector<Scope>& scopes,
                                  std::span<const Claim> known) {
  return ClauseReader(reading, clause, scopes, known).read();
}

}  // namespace isnad::claims
