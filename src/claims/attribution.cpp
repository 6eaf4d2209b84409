#include "claims/attribution.h"

#include <algorithm>

#include "claims/according.h"
#include "claims/content_begin.h"
#include "claims/event_mention.h"
#include "claims/headline_scope.h"
#include "claims/noun_phrase.h"
#include "claims/speaker.h"

namespace isnad::claims {
namespace {

void remember(const AttributionChain& chain, Discourse& discourse) {
  if (chain.empty()) return;
  discourse.last = chain;
  if (chain.back().kind == SpeakerKind::anonymous) discourse.last_anonymous = chain;
  for (const Speaker& s : chain)
    if (s.kind == SpeakerKind::agency) discourse.last_agency = {s};
}

/// "declined to comment": refusal is a participle or verb whose value says so.
bool refuses(std::string_view value) { return value == "refuse"; }

class SentenceReader {
 public:
  SentenceReader(const Reading& reading, const Sentence& sentence, Discourse& discourse)
      : reading_(reading), sentence_(sentence), discourse_(discourse) {}

  std::vector<Scope> read() {
    if (auto headline = headline_scope(reading_, sentence_)) add(std::move(*headline));
    for (Scope& scope : according_scopes(reading_, sentence_, discourse_)) add(std::move(scope));
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      if (covered_by_cue(t)) continue;
      if (reading_.is(t, Word::own_voice)) {
        t = reading_.after(t, Word::own_voice) - 1;  // "it is recalled that": the article itself
        own_voice_ = true;
      } else if (is_saying_verb(reading_, t))
        tells_event_itself(t) ? read_event_itself(t) : read_verb(t);
      else if (reading_.is(t, Word::speech_participle))
        read_participle(t);
    }
    std::sort(scopes_.begin(), scopes_.end(), [](const Scope& a, const Scope& b) {
      return std::pair(!a.outer, a.cue.first) < std::pair(!b.outer, b.cue.first);
    });
    return std::move(scopes_);
  }

 private:
  [[nodiscard]] bool covered_by_cue(std::uint32_t t) const {
    return std::any_of(scopes_.begin(), scopes_.end(), [t](const Scope& s) { return s.cue.contains(t); });
  }

  void read_verb(std::uint32_t verb) {
    const std::string_view value = reading_.value(verb, Word::speech);
    const std::string cue(slice(reading_.document.text, reading_.trimmed({verb, verb + 1})));
    if (value != "relay" && read_tail(verb, value, cue)) return;
    Scope scope;
    scope.present = true;
    bool quotes = false;  // whom another one relays
    std::uint32_t next = verb + 1;
    if (value == "relay") {
      ReadChain read = relayed(verb, cue);
      if (read.chain.empty()) return;  // without a speaker it is no saying ("transferred power")
      quotes = read.chain.size() > 1;
      scope.chain = std::move(read.chain);
      next = read.next;
    } else {
      ReadChain read = subject_behind(verb, cue);
      if (read.chain.empty()) read = subject_before(verb, cue);
      if (!read.chain.empty()) {
        scope.chain = std::move(read.chain);
        next = std::max(next, read.next);
      }
    }
    const ContentBegin content = find_content(reading_, next, sentence_.last);
    if (scope.chain.empty()) {
      if (!content.explicit_mark) return;
      // No subject named: the last speaker goes on, in the same sentence or paragraph, or with "he added".
      const Item* item = reading_.item(verb, Word::speech);
      if (value == "expect" && item->value.text("tense").value_or("") == "imperfect") return;  // "it is expected that"
      if (discourse_.last.empty() || own_voice_ || someone_between({verb + 1, content.at})) return;
      scope.chain = discourse_.last;
    } else if (!content.explicit_mark && value != "deny" && !says_without_mark(value) && !quotes) {
      return;
    }
    add_cited(scope.chain, {verb + 1, content.at});
    // "which he announced": what was said stands before; only when it was said is told here
    const Item* item = reading_.item(verb, Word::speech);
    if (!item->enclitic.empty() && !content.explicit_mark && value != "relay" && !reading_.timex(next_word(verb)))
      return;
    scope.denies = value == "deny";
    scope.timex = content.timex;
    if (!scope.timex && verb + 1 < sentence_.last) scope.timex = reading_.timex(verb + 1);  // "confirmed yesterday X"
    if (!scope.timex) scope.timex = time_before(verb);
    if (!scope.timex) scope.timex = occasion_of(scope.chain.back());
    if (scope.timex && reading_.timexes[*scope.timex].meaning.kind == Meaning::Kind::duration) scope.timex.reset();
    if (scope.timex) discourse_.occasions.emplace_back(scope.chain.back(), *scope.timex);
    scope.cue = {verb, std::max(content.at, verb + 1)};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    add(std::move(scope));
  }

  /// "Declared war", "declared a truce": an event of its own, not a saying.
  [[nodiscard]] bool tells_event_itself(std::uint32_t verb) const {
    if (!says_without_mark(reading_.value(verb, Word::speech))) return false;
    for (const Item* item : reading_.items(verb, Word::event)) {
      const Frame* frame = reading_.grammar.frame(reading_.document.language, item->value.text("frame").value_or(""));
      if (frame == nullptr) continue;
      const bool singled_out = std::any_of(
          frame->arguments.begin(), frame->arguments.end(),
          [](const FrameArgument& a) { return a.position == "object" && a.required && !a.word_class.empty(); });
      if (singled_out && fill_frame(reading_, *frame, *item, {verb, sentence_.last})) return true;
    }
    return false;
  }

  /// Who declares it answers for it; verb and name stay in the clause, for the event's frame.
  void read_event_itself(std::uint32_t verb) {
    const std::string cue(slice(reading_.document.text, reading_.trimmed({verb, verb + 1})));
    ReadChain read = subject_behind(verb, cue);
    if (read.chain.empty()) read = subject_before(verb, cue);
    if (read.chain.empty()) return;
    Scope scope;
    scope.present = true;
    scope.chain = std::move(read.chain);
    scope.cue = {verb, verb};
    scope.content = {verb, end_of_content(verb)};
    add(std::move(scope));
  }

  /// "..., officials said on Monday.": what is said stands before the comma.
  bool read_tail(std::uint32_t verb, std::string_view value, const std::string& cue) {
    constexpr std::uint32_t least_said = 3;
    const std::uint32_t next = verb + 1;
    if (next < sentence_.last && !reading_.is_mark(next) && !reading_.timex(next) &&
        !reading_.is(next, Word::preposition))
      return false;
    std::uint32_t limit = sentence_.first;
    for (const Scope& s : scopes_)
      if (s.cue.last <= verb) limit = std::max(limit, s.cue.last);
    const TokenRange phrase = noun_phrase_before(reading_, verb, limit);
    if (phrase.empty() || phrase.last != verb || phrase.first <= limit + least_said ||
        !reading_.is_comma(phrase.first - 1) || find_content(reading_, next, sentence_.last).explicit_mark)
      return false;
    bool tells = false;
    for (std::uint32_t t = limit; t < phrase.first; ++t) tells = tells || reading_.is_verb(t) || reading_.timex(t);
    if (!tells) return false;
    ReadChain read = read_speaker(reading_, phrase.first, verb, cue, false, discourse_, false);
    if (read.chain.empty()) return false;
    Scope scope;
    scope.present = true;
    scope.chain = std::move(read.chain);
    scope.denies = value == "deny";
    scope.cue = {phrase.first, next};
    scope.content = {limit, phrase.first - 1};
    for (std::uint32_t t = next; t < sentence_.last && t < next + 3 && !scope.timex; ++t)
      scope.timex = reading_.timex(t);
    add(std::move(scope));
    return true;
  }

  /// "Announced NASA the landing of ...": the object that is a noun of action ends the speaker's name.
  [[nodiscard]] std::uint32_t end_of_name(TokenRange phrase) const {
    for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t) {
      const Item* item = reading_.item(t, Word::event);
      const bool action = item && item->value.text("form").value_or("verb") != "verb" && !reading_.is_definite(t);
      if (reading_.has_conjunction(t)) continue;
      if (action && !reading_.is_any(t - 1, {Word::title, Word::office, Word::force})) return t;
      // "called the ministry drivers to ...": behind a definite noun another one begins, but a name behind a title
      if (reading_.is_word(t) && reading_.is_definite(t - 1) && !reading_.is_definite(t) &&
          !reading_.is(phrase.first, Word::title) &&
          !reading_.is_any(t, {Word::agency, Word::outlet, Word::general_adjective}))
        return t;
    }
    return phrase.last;
  }

  /// "[agency] passed on [on Sunday] from [someone] [his saying]"; the agency may stand before the verb.
  ReadChain relayed(std::uint32_t verb, const std::string& cue) {
    std::uint32_t t = verb + 1;
    while (t < sentence_.last && reading_.timex(t)) ++t;
    if (t == sentence_.last) return {{}, t};
    if (!reading_.is(t, Word::quoting)) {
      ReadChain read = read_speaker(reading_, t, sentence_.last, cue, true, discourse_, true);
      const TokenRange phrase = noun_phrase(reading_, t, sentence_.last, true);
      if (const std::uint32_t end = phrase.empty() ? phrase.last : end_of_name(phrase);
          end < phrase.last && read.chain.size() == 1) {
        const std::uint32_t next = read.next;
        read = read_speaker(reading_, t, end, cue, true, discourse_, true);
        read.next = next;
      }
      return read;
    }
    ReadChain quoted = read_quoted(reading_, t, sentence_.last, discourse_);
    if (quoted.chain.empty()) return quoted;
    AttributionChain chain = subject_before(verb, cue).chain;
    chain.insert(chain.end(), quoted.chain.begin(), quoted.chain.end());
    return {std::move(chain), quoted.next};
  }

  /// Verbs that may take what is said as their object ("announced the fall of ...").
  [[nodiscard]] static bool says_without_mark(std::string_view value) {
    return value == "say" || value == "claim" || value == "expect";
  }

  /// A noun behind the verb may name another speaker, though no word tells so: the last one does not go on.
  [[nodiscard]] bool someone_between(TokenRange between) const {
    std::uint32_t t = between.first;
    while (t < between.last && (reading_.timex(t) || reading_.is_quote(t))) ++t;
    return t < between.last && reading_.is_word(t) && reading_.glued_preposition(t).empty() &&
           !reading_.is_any(
               t, {Word::preposition, Word::behind_speech, Word::with_pronoun, Word::complementizer, Word::according});
  }

  [[nodiscard]] bool behind_relative(std::uint32_t verb) const {
    for (std::uint32_t back = 1; back <= 2 && verb >= sentence_.first + back; ++back)
      if (const Item* word = reading_.item(verb - back, Word::relative); word && word->last == verb) return true;
    return false;
  }

  ReadChain subject_behind(std::uint32_t verb, const std::string& cue) {
    std::uint32_t t = verb + 1;
    if (verb > sentence_.first && reading_.value(verb - 1, Word::complementizer) == "pronoun")
      return {{}, t};  // "that they asked the ministry": the subject is the pronoun
    if (t >= sentence_.last) return {{}, t};
    if (reading_.is_comma(t)) ++t;  // "said, on Sunday, ..." has its subject further on or none
    while (t < sentence_.last && reading_.timex(t)) ++t;
    if (t < sentence_.last && reading_.is(t, Word::behind_speech)) return {{}, t};
    const TokenRange phrase = noun_phrase(reading_, t, sentence_.last, true);
    if (phrase.empty()) return {{}, t};
    if (says_without_mark(reading_.value(verb, Word::speech)) &&
        !find_content(reading_, phrase.last, sentence_.last).explicit_mark)
      if (const std::uint32_t end = end_of_name(phrase); end < phrase.last) {
        ReadChain named = read_speaker(reading_, t, end, cue, false, discourse_, false);
        if (!reading_.is(end, Word::event)) named.next = phrase.last;  // what follows is no saying
        if (!named.chain.empty()) return named;
      }
    // Known speakers, or any name when a complementizer, colon or time closes it.
    ReadChain known = read_speaker(reading_, t, sentence_.last, cue, true, discourse_, false);
    if (!known.chain.empty()) return known;
    if (behind_relative(verb)) return {{}, t};  // "who was the first to disclose the matter": an object
    const ContentBegin content = find_content(reading_, phrase.last, sentence_.last);
    const bool opines = reading_.value(verb, Word::speech) == "opine";
    if (content.explicit_mark && leads_to_content(phrase, content.at, opines))
      return read_speaker(reading_, t, sentence_.last, cue, false, discourse_, false);
    return {{}, t};
  }

  /// An unknown name speaks when what is said follows: at once, or behind a time, an agency told, a medium. Behind a
  /// verb of opinion it must be followed at once ("described the relations ...").
  [[nodiscard]] bool leads_to_content(TokenRange name, std::uint32_t content, bool opines) const {
    constexpr std::uint32_t most_between = 12;
    std::uint32_t between = 0;
    for (std::uint32_t t = name.last; t < content; ++t)
      between += static_cast<std::uint32_t>(reading_.is_word(t) && !reading_.timex(t) &&
                                            !reading_.is(t, Word::complementizer));
    return between == 0 || (!opines && between <= most_between && name.size() <= 4);
  }

  /// Who spoke before, with the time of it, speaks on the same occasion ("the ministry's statement pointed out").
  [[nodiscard]] std::optional<std::uint32_t> occasion_of(const Speaker& speaker) const {
    for (auto it = discourse_.occasions.rbegin(); it != discourse_.occasions.rend(); ++it) {
      const std::string& known = it->first.name;
      if (known == speaker.name || known.ends_with(speaker.name)) return it->second;
    }
    return std::nullopt;
  }

  /// A time in front of the verb that opens its clause: "on Sunday evening, a source said".
  [[nodiscard]] std::optional<std::uint32_t> time_before(std::uint32_t verb) const {
    for (std::uint32_t t = verb; t > sentence_.first && verb - t < 6; --t) {
      if (const auto x = reading_.timex(t - 1)) {
        std::uint32_t opening = reading_.timexes[*x].first;
        while (opening > sentence_.first && reading_.is(opening - 1, Word::preposition)) --opening;
        const bool opens = opening == sentence_.first || reading_.is_mark(opening - 1);
        return opens ? x : std::nullopt;
      }
      if (!reading_.is_mark(t - 1) &&
          !reading_.is_any(t - 1, {Word::preposition, Word::auxiliary, Word::perfect_particle}))
        return std::nullopt;
    }
    return std::nullopt;
  }

  /// The phrase with a title that ends in a preposition of belonging right before `end` ("the envoy to"); else empty.
  [[nodiscard]] TokenRange titled_before(std::uint32_t end, std::uint32_t limit) const {
    if (end <= limit + 1 || !reading_.is(end - 1, Word::belonging)) return {};
    const TokenRange titled = noun_phrase_before(reading_, end - 1, limit);
    return !titled.empty() && reading_.is(titled.first, Word::title) ? titled : TokenRange{};
  }

  ReadChain subject_before(std::uint32_t verb, const std::string& cue) {
    std::uint32_t limit = sentence_.first;
    for (const Scope& s : scopes_)
      if (s.cue.last <= verb) limit = std::max(limit, s.cue.last);
    if (ReadChain had = subject_of_background(verb, cue); !had.chain.empty()) return had;
    const TokenRange phrase = noun_phrase_before(reading_, verb, limit);
    if (phrase.empty() || reading_.has_conjunction(verb)) return {{}, verb};
    ReadChain read = read_speaker(reading_, phrase.first, verb, cue, true, discourse_, false);
    // "The commander in the north Fulan": the title lies behind a preposition
    if (const TokenRange titled = titled_before(phrase.first, limit); !titled.empty()) {
      ReadChain longer = read_speaker(reading_, titled.first, verb, cue, true, discourse_, false);
      if (!longer.chain.empty()) read = std::move(longer);
    }
    // the name may stand in apposition: the title lies one comma further back
    if (phrase.first > limit + 1 && reading_.is_comma(phrase.first - 1)) {
      TokenRange titled = noun_phrase_before(reading_, phrase.first - 1, limit);
      if (const TokenRange longer = titled_before(titled.first, limit); !longer.empty() && !titled.empty())
        titled.first = longer.first;
      if (!titled.empty() &&
          (reading_.is(titled.first, Word::title) || speaker_kind(reading_, titled) == SpeakerKind::person)) {
        ReadChain longer = read_speaker(reading_, titled.first, verb, cue, true, discourse_, false);
        if (!longer.chain.empty()) read = std::move(longer);
      }
    }
    // any name that opens the clause, where what is said follows at once: "supporters of the plan say that ..."
    if (read.chain.empty() && (phrase.first == limit || reading_.is_any(phrase.first - 1, {Word::subordinator}))) {
      const ContentBegin content = find_content(reading_, verb + 1, sentence_.last);
      if (content.explicit_mark && content.at <= verb + 2)
        read = read_speaker(reading_, phrase.first, verb, cue, false, discourse_, false);
    }
    if (!read.chain.empty()) read.next = verb + 1;
    return read;
  }

  [[nodiscard]] std::uint32_t next_word(std::uint32_t t) const { return std::min(t + 1, sentence_.last - 1); }

  /// "It said, citing the newspaper, that ...": whom the last speaker cites.
  void add_cited(AttributionChain& chain, TokenRange between) {
    for (std::uint32_t t = between.first; t < between.last; ++t) {
      if (!reading_.is(t, Word::according) || reading_.value(t, Word::according) != "citing") continue;
      const std::uint32_t first = reading_.after(t, Word::according);
      const std::string cue(slice(reading_.document.text, reading_.span({t, first})));
      for (Speaker& s : read_speaker(reading_, first, between.last, cue, true, discourse_, true).chain)
        if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& known) { return known.name == s.name; }))
          chain.push_back(std::move(s));
      return;
    }
  }

  /// "Had the officer, the only source of it, revealed that ...": the subject stands behind the auxiliary that opens
  /// the sentence, where the verb is the first of its own.
  ReadChain subject_of_background(std::uint32_t verb, const std::string& cue) {
    const std::uint32_t first = sentence_.first;
    if (verb == first || !reading_.is(first, Word::auxiliary)) return {{}, verb};
    const bool marked = reading_.is_any(verb - 1, {Word::perfect_particle, Word::relative});
    if (!marked) return {{}, verb};
    ReadChain read = read_speaker(reading_, first + 1, verb, cue, false, discourse_, false);
    if (!read.chain.empty()) read.next = verb + 1;
    return read;
  }

  void read_participle(std::uint32_t at) {
    if (discourse_.last.empty() && scopes_.empty()) return;
    AttributionChain chain = discourse_.last;
    for (const Scope& s : scopes_)
      if (s.cue.first < at) chain = s.chain;
    if (chain.empty()) return;
    Scope scope;
    scope.chain = std::move(chain);
    const std::string_view value = reading_.value(at, Word::speech_participle);
    scope.denies = value == "deny";
    scope.refuses = refuses(value);
    const ContentBegin content = find_content(reading_, at + 1, sentence_.last);
    scope.cue = {at, content.explicit_mark && content.at < at + 8 ? std::max(content.at, at + 1) : at + 1};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    add(std::move(scope));
  }

  /// What is said ends with the sentence, or where the next one begins to speak.
  [[nodiscard]] std::uint32_t end_of_content(std::uint32_t begin) const {
    bool quoted = false;
    for (std::uint32_t t = begin; t < sentence_.last; ++t) {
      if (reading_.is_quote(t)) quoted = !quoted;
      if (quoted) continue;
      if (t > begin && reading_.is(t, Word::according) && covered_by_cue(t)) return t;
      if (t > begin && reading_.is(t, Word::speech_participle)) return t;
      if (t > begin && is_saying_verb(reading_, t) && (reading_.has_conjunction(t) || reading_.is_comma(t - 1)))
        return t;
    }
    return sentence_.last;
  }

  void add(Scope scope) {
    // Detached content of an earlier verb ends where this cue begins.
    remember(scope.chain, discourse_);
    scopes_.push_back(std::move(scope));
  }

  const Reading& reading_;
  const Sentence& sentence_;
  Discourse& discourse_;
  std::vector<Scope> scopes_;
  bool own_voice_ = false;  ///< the article has taken the word back
};

}  // namespace

std::vector<Scope> scopes_of(const Reading& reading, const Sentence& sentence, Discourse& discourse) {
  return SentenceReader(reading, sentence, discourse).read();
}

bool is_detached_tail(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  if (scopes.size() != 1 || !scopes[0].outer) return false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (!scopes[0].cue.contains(t) && !reading.is_mark(t)) return false;
  return true;
}

AttributionChain chain_at(const std::vector<Scope>& scopes, std::uint32_t token) {
  AttributionChain chain;
  const auto append = [&chain](const AttributionChain& more) {
    for (const Speaker& s : more)
      if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& c) { return c.name == s.name; }))
        chain.push_back(s);
  };
  for (const Scope& s : scopes)
    if (s.outer && s.content.contains(token)) append(s.chain);
  for (const Scope& s : scopes)
    if (!s.outer && s.content.contains(token)) append(s.chain);
  return chain;
}

}  // namespace isnad::claims
