#include "claims/clause.h"

#include <algorithm>

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
      if (std::any_of(scopes_.begin(), scopes_.end(), [t](const Scope& s) { return s.cue.contains(t); })) continue;
      if (const auto event_time = event_time_at(reading_, t, sentence_.last)) {
        const bool leads = !tells_something() || reading_.has_conjunction(t);
        begin(t, event_time->tie);
        current_.distance = event_time->distance;
        current_.leads = leads;
        if (leads && reading_.is(t, Word::same_time)) led_until_ = event_time->event;
        t = event_time->event - 1;
      } else if (reading_.is(t, Word::subordinator) && !reading_.timex(t) && !bounds_a_time(t)) {
        begin(t, tie_of(reading_.value(t, Word::subordinator)));
        t = reading_.after(t, Word::subordinator) - 1;
      } else if (reading_.is(t, Word::relative)) {
        begin(t, ClauseTie::relative);
      } else if (led_until_ && t > *led_until_ && reading_.is_verb(t) && !reading_.timex(t)) {
        begin(t, ClauseTie::begins);  // "after the fall of the city | the president left"
      } else if (t > sentence_.first && goes_on(t)) {
        begin(t, ClauseTie::coordinated);
      } else if (t > current_.tokens.first + 1 && reading_.is(t, Word::complementizer) && reading_.has_conjunction(t)) {
        begin(t, ClauseTie::content);  // "and that ..." goes on with what is said
      }
    }
    begin(sentence_.last, ClauseTie::begins);
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
      if (reading_.is_any(t, {Word::event, Word::light}) || reading_.timex(t)) return true;
    return false;
  }

  /// A clause coordinated with the one before begins at the token.
  [[nodiscard]] bool goes_on(std::uint32_t t) const {
    if (reading_.timex(t)) return false;
    if (reading_.is(t - 1, Word::conjunction)) return reading_.is_verb(t) && has_verb();
    if (reading_.is_any(t, {Word::event, Word::light}) && reading_.has_conjunction(t)) return true;
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
  std::optional<std::uint32_t> led_until_;  ///< of a time told by an event that opens its clause: the event's token
};

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  return SentenceCutter(reading, sentence, scopes).cut();
}

}  // namespace isnad::claims
