#include "claims/attribution.h"

#include <algorithm>

#include "claims/noun_phrase.h"
#include "claims/speaker.h"

namespace isnad::claims {
namespace {

/// What is said begins behind a complementizer, a colon, or an opening quote; looked for in this many tokens.
constexpr std::uint32_t content_reach = 28;

struct ContentBegin {
  std::uint32_t at = 0;
  bool explicit_mark = false;
  std::optional<std::uint32_t> timex;
};

ContentBegin find_content(const Reading& reading, std::uint32_t from, std::uint32_t limit) {
  ContentBegin result{from, false, std::nullopt};
  for (std::uint32_t t = from; t < limit && t < from + content_reach; ++t) {
    if (const auto x = reading.timex(t); x && !result.timex) result.timex = x;
    if (reading.is(t, Word::complementizer) || reading.is_colon(t)) {
      result.at = reading.is_colon(t) ? t + 1 : t;
      result.explicit_mark = true;
      return result;
    }
    // A quotation that is more than a name in quotes.
    if (reading.opens_quote(t) && t + 5 < limit) {
      std::uint32_t close = t + 1;
      while (close < limit && close < t + 5 && !reading.is_quote(close)) ++close;
      if (close == t + 5) {
        result.at = t;
        result.explicit_mark = true;
        return result;
      }
    }
    // Another verb of saying, or a clause of its own, ends the search.
    if (t > from &&
        (reading.is(t, Word::speech_participle) || reading.is(t, Word::subordinator) || reading.is(t, Word::relative)))
      break;
  }
  if (result.explicit_mark) return result;
  // What is said is the object itself ("announced on Monday the fall of ..."): a time right behind the speaker dates
  // the saying.
  result.timex.reset();
  std::uint32_t t = from;
  while (t < limit && t < from + 3 && !reading.timex(t) && (reading.is_mark(t) || reading.is(t, Word::preposition)))
    ++t;
  if (t < limit && reading.timex(t)) {
    result.timex = reading.timex(t);
    while (t < limit && reading.timex(t) == result.timex) ++t;
    result.at = t;
  }
  return result;
}

void remember(const AttributionChain& chain, Discourse& discourse) {
  if (chain.empty()) return;
  discourse.last = chain;
  if (chain.back().kind == SpeakerKind::anonymous) discourse.last_anonymous = chain;
  for (const Speaker& s : chain)
    if (s.kind == SpeakerKind::agency) discourse.last_agency = {s};
}

/// A verb of saying as a noun reader sees it: not one that is written like an event's noun with the article.
bool is_saying_verb(const Reading& reading, std::uint32_t token) {
  const Item* item = reading.item(token, Word::speech);
  if (!item || reading.is_definite(token)) return false;
  return item->value.text("form").value_or("verb") == "verb" || item->value.has("tense");
}

/// "declined to comment": refusal is a participle or verb whose value says so.
bool refuses(std::string_view value) { return value == "refuse"; }

class SentenceReader {
 public:
  SentenceReader(const Reading& reading, const Sentence& sentence, Discourse& discourse)
      : reading_(reading), sentence_(sentence), discourse_(discourse) {}

  std::vector<Scope> read() {
    read_headline();
    read_according();
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      if (covered_by_cue(t)) continue;
      if (is_saying_verb(reading_, t))
        read_verb(t);
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
  [[nodiscard]] bool headline() const { return reading_.document.role(sentence_) == Role::headline; }

  /// "The Kremlin: ...", "The Kremlin on X: ...", and an agency's name before a headline without a colon.
  void read_headline() {
    if (!headline()) return;
    std::uint32_t colon = sentence_.first;
    while (colon < sentence_.last && colon < sentence_.first + 12 && !reading_.is_colon(colon)) ++colon;
    if (colon < sentence_.last && reading_.is_colon(colon)) {
      const ReadChain speaker = read_speaker(reading_, sentence_.first, colon, ":", true, {}, true);
      if (speaker.chain.empty() || reading_.is_verb(sentence_.first)) return;
      if (speaker.chain.front().kind == SpeakerKind::document) return;
      // with a topic ("X on Y: ...") the topic is said too
      std::uint32_t end = noun_phrase(reading_, sentence_.first, colon, false).last;
      const bool topic = end < colon && reading_.is(end, Word::quoting);
      AttributionChain chain = topic ? AttributionChain{speaker.chain.front()} : speaker.chain;
      if (!topic) end = colon + 1;
      add({{sentence_.first, end}, {end, sentence_.last}, std::move(chain), std::nullopt});
      return;
    }
    if (!reading_.is(sentence_.first, Word::medium)) return;
    std::uint32_t t = sentence_.first + 1;
    bool named = false;
    while (t < sentence_.last &&
           (reading_.is_quote(t) || reading_.is(t, Word::agency) || reading_.is(t, Word::outlet))) {
      named = named || reading_.is_word(t);
      t = reading_.is_word(t) ? std::max(reading_.after(t, Word::agency), reading_.after(t, Word::outlet)) : t + 1;
    }
    if (!named || t >= sentence_.last) return;
    // an adjective of nation that agrees with "agency", then another definite noun with one: the headline proper
    const std::uint32_t name_end = t;
    if (t + 1 < sentence_.last && reading_.is_definite(t) && reading_.is_definite(t + 1)) ++t;
    if (reading_.is_verb(t) || reading_.is(t, Word::preposition)) return;
    Speaker speaker;
    speaker.kind = SpeakerKind::agency;
    speaker.span = reading_.trimmed({sentence_.first, name_end});
    speaker.name = std::string(slice(reading_.document.text, speaker.span));
    add({{sentence_.first, t}, {t, sentence_.last}, {speaker}, std::nullopt});
  }

  void read_according() {
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      if (!reading_.is(t, Word::according)) continue;
      const std::uint32_t next = reading_.after(t, Word::according);
      const std::string cue(slice(reading_.document.text, reading_.span({t, next})));
      ReadChain read;
      if (reading_.value(t, Word::according) == "what") {
        if (next >= sentence_.last || !is_saying_verb(reading_, next)) continue;
        read = read_speaker(reading_, next + 1, sentence_.last, cue, false, discourse_, true);
      } else {
        read = read_speaker(reading_, next, sentence_.last, cue, true, discourse_, true);
      }
      if (read.chain.empty()) continue;
      Scope scope;
      scope.cue = {t, read.next};
      scope.chain = std::move(read.chain);
      scope.outer = true;
      const bool opening = t == sentence_.first || (t == sentence_.first + 1 && reading_.is_mark(sentence_.first));
      scope.content = opening ? TokenRange{read.next, sentence_.last} : TokenRange{begin_of_tail(t), t};
      add(std::move(scope));
    }
  }

  /// A tail answers for all that stands before it in the sentence, up to an earlier tail.
  [[nodiscard]] std::uint32_t begin_of_tail(std::uint32_t cue) const {
    std::uint32_t begin = sentence_.first;
    for (const Scope& s : scopes_)
      if (s.outer && s.cue.last <= cue && s.content.first < s.cue.first) begin = std::max(begin, s.cue.last);
    return begin;
  }

  void read_verb(std::uint32_t verb) {
    const std::string_view value = reading_.value(verb, Word::speech);
    const std::string cue(slice(reading_.document.text, reading_.trimmed({verb, verb + 1})));
    Scope scope;
    scope.present = true;
    std::uint32_t next = verb + 1;
    if (value == "relay") {
      // passes on: "[agency] from [someone] [his saying]"; without a speaker it is no saying ("transferred power")
      ReadChain read = read_speaker(reading_, next, sentence_.last, cue, true, discourse_, true);
      if (read.chain.empty()) {
        if (next < sentence_.last && reading_.is(next, Word::quoting))
          read = read_speaker(reading_, next + 1, sentence_.last, cue, true, discourse_, true);
        if (read.chain.empty()) return;
      }
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
      if (discourse_.last.empty()) return;
      scope.chain = discourse_.last;
    } else if (!content.explicit_mark && value != "deny" && !says_without_mark(value)) {
      return;
    }
    scope.denies = value == "deny";
    scope.timex = content.timex;
    if (!scope.timex) scope.timex = time_before(verb);
    if (!scope.timex) scope.timex = occasion_of(scope.chain.back());
    if (scope.timex) discourse_.occasions.emplace_back(scope.chain.back(), *scope.timex);
    scope.cue = {verb, std::max(content.at, verb + 1)};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    add(std::move(scope));
  }

  /// Verbs that may take what is said as their object ("announced the fall of ...").
  [[nodiscard]] static bool says_without_mark(std::string_view value) { return value == "say" || value == "claim"; }

  ReadChain subject_behind(std::uint32_t verb, const std::string& cue) {
    std::uint32_t t = verb + 1;
    if (t >= sentence_.last) return {{}, t};
    if (reading_.is_comma(t)) ++t;  // "said, on Sunday, ..." has its subject further on or none
    while (t < sentence_.last && reading_.timex(t)) ++t;
    if (t < sentence_.last && reading_.is(t, Word::behind_speech)) return {{}, t};
    const TokenRange phrase = noun_phrase(reading_, t, sentence_.last, true);
    if (phrase.empty()) return {{}, t};
    // Known speakers, or any name when a complementizer, colon or time closes it.
    ReadChain known = read_speaker(reading_, t, sentence_.last, cue, true, discourse_, false);
    if (!known.chain.empty()) return known;
    const ContentBegin content = find_content(reading_, phrase.last, sentence_.last);
    if (content.explicit_mark && leads_to_content(phrase, content.at))
      return read_speaker(reading_, t, sentence_.last, cue, false, discourse_, false);
    return {{}, t};
  }

  /// An unknown name speaks when what is said follows: at once, or behind a time, an agency told, a medium. A definite
  /// noun that is no known speaker must be followed at once ("described the relations with ... as").
  [[nodiscard]] bool leads_to_content(TokenRange name, std::uint32_t content) const {
    constexpr std::uint32_t most_between = 8;
    std::uint32_t between = 0;
    for (std::uint32_t t = name.last; t < content; ++t)
      between += static_cast<std::uint32_t>(reading_.is_word(t) && !reading_.timex(t) &&
                                            !reading_.is(t, Word::complementizer));
    if (between == 0) return true;
    return between <= most_between && name.size() <= 4 && !reading_.is_definite(name.first);
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
      if (const auto x = reading_.timex(t - 1)) return x;
      if (!reading_.is_mark(t - 1) &&
          !reading_.is_any(t - 1, {Word::preposition, Word::auxiliary, Word::perfect_particle}))
        return std::nullopt;
    }
    return std::nullopt;
  }

  ReadChain subject_before(std::uint32_t verb, const std::string& cue) {
    std::uint32_t limit = sentence_.first;
    for (const Scope& s : scopes_)
      if (s.cue.last <= verb) limit = std::max(limit, s.cue.last);
    const TokenRange phrase = noun_phrase_before(reading_, verb, limit);
    if (phrase.empty() || reading_.has_conjunction(verb)) return {{}, verb};
    ReadChain read = read_speaker(reading_, phrase.first, verb, cue, true, discourse_, false);
    // the name may stand in apposition: the title lies one comma further back
    if (phrase.first > limit + 1 && reading_.is_comma(phrase.first - 1)) {
      const TokenRange titled = noun_phrase_before(reading_, phrase.first - 1, limit);
      if (!titled.empty() && speaker_kind(reading_, titled) == SpeakerKind::person) {
        ReadChain longer = read_speaker(reading_, titled.first, verb, cue, true, discourse_, false);
        if (!longer.chain.empty()) read = std::move(longer);
      }
    }
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
