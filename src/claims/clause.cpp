#include "claims/clause.h"

#include <algorithm>

#include "claims/claim_time.h"
#include "claims/noun_phrase.h"
#include "claims/time_told_again.h"

namespace isnad::claims {
namespace {

class SentenceCutter {
 public:
  SentenceCutter(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes)
      : reading_(reading), sentence_(sentence), scopes_(scopes) {}

  std::vector<Clause> cut() {
    current_.tokens = {sentence_.first, sentence_.first};
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      current_.tokens.last = t;
      cut_at_speech(t);
      t = cut_behind_aside(t);
      if (t == sentence_.last) break;
      if (is_in_cue(scopes_, t)) continue;
      if (const auto event_time = event_time_at(reading_, t, sentence_.last)) {
        const bool leads = !tells_something() || reading_.has_conjunction(t);
        const bool behind = event_time->by_day && t > current_.tokens.first && reading_.is(t - 1, Word::preposition);
        begin(behind ? t - 1 : t, event_time->tie);
        current_.distance = event_time->distance;
        current_.leads = leads;
        if (event_time->by_day) current_.tokens = {event_time->event, event_time->event};
        if (leads && reading_.is(t, Word::same_time)) led_until_ = event_time->event;
        t = event_time->event - 1;
      } else if (reading_.is(t, Word::subordinator) && !reading_.timex(t) && !bounds_a_time(t)) {
        begin(t, tie_of(reading_.value(t, Word::subordinator)));
        t = reading_.after(t, Word::subordinator) - 1;
      } else if (reading_.is(t, Word::relative)) {
        const bool aside = t > current_.tokens.first && reading_.is_comma(t - 1);
        begin(t, ClauseTie::relative);
        if (aside) interrupted_ = clauses_.size();
      } else if (led_until_ && t > *led_until_ && !reading_.timex(t) &&
                 (reading_.is_verb(t) || reading_.is_comma(t - 1))) {
        begin(t, ClauseTie::begins);  // "after the fall of the city | the president left"
      } else if (t > sentence_.first && goes_on(t)) {
        const bool result =
            current_.tie == ClauseTie::meanwhile && !reading_.is_verb(t);  // "which killed ... and injured"
        begin(t, result ? ClauseTie::meanwhile : ClauseTie::coordinated);
      } else if (t > current_.tokens.first + 1 && reading_.is(t, Word::complementizer) && reading_.has_conjunction(t)) {
        begin(t, ClauseTie::content);  // "and that ..." goes on with what is said
      }
    }
    begin(sentence_.last, ClauseTie::begins);
    share_times();
    take_times_told_again();
    return std::move(clauses_);
  }

 private:
  /// Ends the clause before the token and begins another there.
  void begin(std::uint32_t at, ClauseTie tie) {
    if (at > current_.tokens.first) {
      current_.tokens.last = at;
      clauses_.push_back(current_);
    }
    current_ = {};
    current_.tokens = {at, at};
    current_.tie = tie;
    led_until_.reset();
    interrupted_.reset();
  }

  /// "Until yesterday": a preposition, though the word may also open a clause.
  [[nodiscard]] bool bounds_a_time(std::uint32_t t) const {
    const std::uint32_t next = reading_.after(t, Word::bound);
    return reading_.is(t, Word::bound) && next < sentence_.last && reading_.timex(next).has_value();
  }

  void cut_at_speech(std::uint32_t t) {
    bool content = false, cue = false;
    for (const Scope& s : scopes_) {
      if (s.cue.empty()) continue;  // the verb tells the event itself
      content = content || (!s.content.empty() && s.content.first == t && !(s.outer && s.cue.first > t));
      cue = cue || s.cue.first == t;
    }
    if (content)
      begin(t, ClauseTie::content);
    else if (cue)
      begin(t, ClauseTie::begins);
  }

  /// Where an aside ends and a time goes on with the clause that it interrupts: behind "according to X," in the middle
  /// of what X tells, and behind a relative clause between commas that has a time of its own. Gives the token at which
  /// the next clause begins.
  std::uint32_t cut_behind_aside(std::uint32_t t) {
    if (t == sentence_.first || !reading_.is_comma(t - 1)) return t;
    const bool cited = std::any_of(scopes_.begin(), scopes_.end(), [t](const Scope& s) {
      return s.outer && s.content.first < s.cue.first && s.content.contains(t) &&
             (s.cue.last == t || s.cue.last + 1 == t);
    });
    if (!cited && !(interrupted_ && current_.tie == ClauseTie::relative && has_timex())) return t;
    const auto behind = time_at(t);
    if (!behind || clauses_.empty()) return t;
    const std::size_t interrupted = cited ? clauses_.size() - 1 : *interrupted_ - 1;
    begin(t, ClauseTie::coordinated);
    clauses_[interrupted].rest = {t, *behind};
    current_.tokens = {*behind, *behind};
    return *behind;
  }

  /// A time that the clause before shares: "three were killed and ten wounded, on Sunday, in clashes" (set off by
  /// commas behind the second verb, or both told in a few words), "was driving when the bus crashed on Sunday", "was
  /// wounded in the fall of a crane yesterday" (not "sentenced for the attack of 2015"), "drew in the match that was
  /// played on Friday".
  void share_times() {
    constexpr std::uint32_t most_before_shared = 7;  // "resigned, and another was asked ... by the king, on Tuesday"
    for (std::size_t i = clauses_.size(); i > 1; --i) {
      Clause& first = clauses_[i - 2];
      const Clause& second = clauses_[i - 1];
      if (!first.rest.empty() || first_time(first.tokens) || speaks(first.tokens)) continue;
      if (first.tie == ClauseTie::coordinated && i > 2 && first_time(clauses_[i - 3].tokens)) continue;
      const bool goes_on = second.tie == ClauseTie::coordinated && reading_.is_verb(second.tokens.first);
      const auto x = first_time(second.tokens);
      if (!x) {
        if (!goes_on || !second.rest_inherited) continue;
        first.rest = second.rest;
        first.rest_inherited = true;
        continue;
      }
      const Timex& time = reading_.timexes[*x];
      const bool news = time.meaning.anchor == Anchor::publication && !time.meaning.fields.year;
      const bool cause = reading_.is(second.tokens.first, Word::same_time);
      const bool near = time.first - second.tokens.first <= most_before_shared;
      const bool set_off = goes_on && near && is_set_off(time);
      first.rest_of_occasion = is_occasion(first, second);
      first.rest_inherited = (second.tie == ClauseTie::meanwhile && (news || !cause)) || first.rest_of_occasion ||
                             (goes_on && !set_off && is_short(first));
      if (first.rest_inherited || set_off) first.rest = {time.first, time.last};
    }
  }

  /// "On 8 December, the day | on which Damascus fell".
  void take_times_told_again() {
    for (Clause& clause : clauses_) {
      if (clause.tie != ClauseTie::relative || !clause.rest.empty()) continue;
      if (const auto x = time_told_again(reading_, clause.tokens, sentence_.first))
        clause.rest = {reading_.timexes[*x].first, reading_.timexes[*x].last};
    }
  }

  /// "A policeman was killed | and two wounded in an attack on Sunday".
  [[nodiscard]] bool is_short(const Clause& clause) const {
    constexpr std::uint32_t most = 4;
    return clause.tie == ClauseTie::begins && clause.tokens.size() <= most && reading_.is_verb(clause.tokens.first);
  }

  /// "(Drew) in the match | that was played on Friday": where the first clause's event was, and when that took place.
  [[nodiscard]] bool is_occasion(const Clause& clause, const Clause& relative) const {
    constexpr std::uint32_t most_before_verb = 3;
    if (relative.tie != ClauseTie::relative) return false;
    bool takes_place = false;
    for (std::uint32_t t = relative.tokens.first; t < relative.tokens.last; ++t)
      takes_place =
          takes_place || (t <= relative.tokens.first + most_before_verb && reading_.is_class(t, "takes-place"));
    const TokenRange occasion = noun_phrase_before(reading_, relative.tokens.first, clause.tokens.first);
    if (!takes_place || occasion.empty() || occasion.first == clause.tokens.first) return false;
    return reading_.is(occasion.first - 1, Word::belonging) ||
           reading_.value(occasion.first - 1, Word::bound) == "during";
  }

  [[nodiscard]] std::optional<std::uint32_t> first_time(TokenRange tokens) const {
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      if (const auto x = reading_.timex(t); x && dates_events(reading_.timexes[*x])) return x;
    return std::nullopt;
  }

  [[nodiscard]] bool speaks(TokenRange tokens) const {
    return std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) { return tokens.contains(s.cue.first); });
  }

  [[nodiscard]] bool is_set_off(const Timex& time) const {
    return reading_.is_comma(time.first - 1) && (time.last == sentence_.last || reading_.is_comma(time.last));
  }

  /// The token behind a time that begins at the token, perhaps behind a preposition.
  [[nodiscard]] std::optional<std::uint32_t> time_at(std::uint32_t t) const {
    if (!reading_.timex(t) && reading_.is(t, Word::preposition) && !reading_.has_conjunction(t)) ++t;
    const auto x = t < sentence_.last ? reading_.timex(t) : std::nullopt;
    if (!x || !dates_events(reading_.timexes[*x])) return std::nullopt;
    return reading_.timexes[*x].last;
  }

  [[nodiscard]] bool has_verb() const {
    for (std::uint32_t t = current_.tokens.first; t < current_.tokens.last; ++t)
      if (reading_.is_verb(t) && !reading_.is(t, Word::auxiliary)) return true;
    return false;
  }

  [[nodiscard]] bool has_timex() const {
    for (std::uint32_t t = current_.tokens.first; t < current_.tokens.last; ++t)
      if (reading_.timex(t)) return true;
    return false;
  }

  [[nodiscard]] bool tells_something() const {
    for (std::uint32_t t = current_.tokens.first; t < current_.tokens.last; ++t)
      if (reading_.is_any(t, {Word::event, Word::light}) || is_deed(reading_, t) || reading_.timex(t)) return true;
    return opens_with_verb();
  }

  /// "Woke up | the workers": a word that no rule lists, right before who does it.
  [[nodiscard]] bool opens_with_verb() const {
    const std::uint32_t t = current_.tokens.first;
    return t == sentence_.first && t + 1 < current_.tokens.last && reading_.is_word(t) && !reading_.is_listed(t) &&
           !reading_.is_definite(t) && reading_.glued_preposition(t).empty() &&
           (reading_.is_definite(t + 1) || reading_.is_class(t + 1, "demonstrative"));
  }

  /// A clause coordinated with the one before begins at the token.
  [[nodiscard]] bool goes_on(std::uint32_t t) const {
    if (reading_.timex(t)) return false;
    if (reading_.is(t - 1, Word::conjunction)) return reading_.is_verb(t) && has_verb();
    if (reading_.is(t, Word::perfect_particle) && reading_.has_conjunction(t)) return has_verb() || has_timex();
    // not "the brigade of inquiries and searches"
    if (reading_.is_any(t, {Word::event, Word::light}) && reading_.has_conjunction(t))
      return reading_.is_verb(t) || !(reading_.is_definite(t) && reading_.is_definite(t - 1));
    if (reading_.is(t, Word::sequence)) return begins_clause(reading_.after(t, Word::sequence));
    if (reading_.is_colon(t - 1) && has_verb()) return true;
    if (!reading_.is_comma(t - 1)) return false;
    if (reading_.is(t, Word::negation) && reading_.has_conjunction(t)) return has_verb() || has_timex();
    if (!has_verb()) return false;
    // "..., and on Sunday morning they entered"
    return reading_.is_verb(t) || (t + 1 < sentence_.last && reading_.is(t, Word::preposition) &&
                                   reading_.has_conjunction(t) && reading_.timex(t + 1));
  }

  /// "Then (they) left": a verb, or a word that may be one where what stands before is dated for itself; no name.
  [[nodiscard]] bool begins_clause(std::uint32_t t) const {
    if (t >= sentence_.last || !reading_.is_word(t) || reading_.timex(t)) return false;
    if (reading_.is_verb(t)) return true;
    if (reading_.is_definite(t) || reading_.is_any(t, {Word::place_name, Word::place_kind, Word::title, Word::office,
                                                       Word::force, Word::preposition, Word::general_adjective}))
      return false;
    return has_timex();
  }

  const Reading& reading_;
  const Sentence& sentence_;
  const std::vector<Scope>& scopes_;
  std::vector<Clause> clauses_;
  Clause current_;
  std::optional<std::size_t> interrupted_;  ///< of a relative clause behind a comma: the number of clauses before it
  std::optional<std::uint32_t> led_until_;  ///< of a time told by an event that opens its clause: the event's token
};

}  // namespace

TokenRange extent(const Clause& clause) {
  return {clause.tokens.first, std::max(clause.tokens.last, clause.rest.last)};
}

std::vector<Clause> clauses_of(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  return SentenceCutter(reading, sentence, scopes).cut();
}

}  // namespace isnad::claims
