#include "claims/tail.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/sayer.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

class TailReader {
 public:
  TailReader(const SentenceOfTail& context, std::uint32_t verb)
      : reading_(context.reading), sentence_(context.sentence), context_(context), verb_(verb) {}

  [[nodiscard]] std::optional<Scope> read() const {
    if (before_thus() < verb_) return behind_quotation();
    if (!stands_behind_quotation())
      if (auto scope = behind_name()) return scope;
    if (auto scope = behind_quotation()) return scope;
    return behind_comma();
  }

 private:
  /// ""People ask," said", ""people ask", said": what stands in quotation marks is no name. Of languages whose subject
  /// stands before its verb.
  [[nodiscard]] bool stands_behind_quotation() const {
    if (reading_.verb_first() || verb_ < sentence_.first + 2) return false;
    return (reading_.is_quote(verb_ - 1) && reading_.is_comma(verb_ - 2)) ||
           (reading_.is_comma(verb_ - 1) && reading_.is_quote(verb_ - 2));
  }

  /// ""...", thus | said Fulan", "with these words": the token before the words that point back; the verb where none
  /// do.
  [[nodiscard]] std::uint32_t before_thus() const {
    for (std::uint32_t back = 1; back <= 2 && verb_ >= sentence_.first + back; ++back)
      if (reading_.class_end(verb_ - back, "thus") == verb_) return verb_ - back;
    return verb_;
  }

  /// "..., officials said on Monday.", "..., his family told the agency.": what is said stands before the comma.
  [[nodiscard]] std::optional<Scope> behind_name() const {
    constexpr std::uint32_t least_said = 3;
    const bool tells = reading_.item(verb_, Word::speech)->value.has("hearer");
    const std::uint32_t next =
        tells ? noun_phrase(reading_, verb_ + 1, sentence_.last, false).last : reading_.after(verb_, Word::speech);
    if (next < sentence_.last && !reading_.is_mark(next) && !reading_.timex(next) &&
        !reading_.is(next, Word::preposition))
      return std::nullopt;
    const std::uint32_t limit = end_of_last_cue();
    std::uint32_t end = before_brackets(reading_, verb_, limit);
    const bool has = end > limit && !reading_.verb_first() && reading_.is(end - 1, Word::perfect_particle);
    if (has) --end;  // "..., the ministry has revealed."
    TokenRange phrase = noun_phrase_before(reading_, end, limit);
    if (const TokenRange both = with_apposition(phrase, end, limit); !both.empty()) phrase = both;
    if (phrase.empty() || phrase.last != end || reading_.has_conjunction(verb_) || phrase.first <= limit + least_said ||
        find_content(reading_, next, sentence_.last).explicit_mark)
      return std::nullopt;
    if (!is_set_off(phrase.first)) phrase = with_complement(phrase, limit);
    if (phrase.empty() || phrase.first <= limit + least_said) return std::nullopt;
    ReadChain read = SayerFinder(reading_, sentence_, context_.discourse, context_.scopes).named(phrase, verb_);
    const bool pronoun = phrase.size() == 1 && reading_.is(phrase.first, Word::pronoun);
    if (pronoun) read.chain = context_.actors.going_on(verb_, *reading_.item(verb_, Word::speech), false);
    const bool quoted = reading_.is_quote(phrase.first - 1);  // whatever stands between quotation marks is said
    if (read.chain.empty() || !(pronoun || quoted || tells_something({limit, phrase.first}))) return std::nullopt;
    return scope_of(std::move(read.chain), {phrase.first, next}, {limit, phrase.first - 1});
  }

  /// "..., her agent, Fulan, | said": a function set off by commas on both sides, and the name behind it; else empty.
  /// In a language whose subject stands before its verb.
  [[nodiscard]] TokenRange with_apposition(TokenRange name, std::uint32_t end, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 5;
    if (reading_.verb_first() || !reading_.is_comma(end - 1) || name.empty() || name.size() > longest ||
        name.last + 1 != end || name.first < limit + 2 || !reading_.is_comma(name.first - 1))
      return {};
    const TokenRange function = noun_phrase_before(reading_, name.first - 1, limit);
    if (function.empty() || function.last + 1 != name.first || function.size() > longest ||
        function.first <= limit + 1 || !is_set_off(function.first))
      return {};
    return {function.first, end};
  }

  [[nodiscard]] bool is_set_off(std::uint32_t token) const {
    return reading_.is_comma(token - 1) || reading_.is_quote(token - 1);
  }

  /// "A source close to the deal | told Reuters": the known speaker behind the comma, with what describes it; empty
  /// where none stands there.
  [[nodiscard]] TokenRange with_complement(TokenRange phrase, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 10;
    std::uint32_t t = phrase.first;
    while (t > limit && verb_ - t <= longest && !is_set_off(t)) {
      const bool describes = t > limit + 1 && reading_.is(t - 2, Word::anonymous);  // "a source close to": no verb
      if (reading_.is_mark(t - 1) || (reading_.is_verb(t - 1) && !describes) || reading_.timex(t - 1) ||
          reading_.is_any(t - 1, {Word::complementizer, Word::relative, Word::subordinator, Word::according}))
        return {};
      --t;
    }
    if (t == limit || !is_set_off(t)) return {};
    const TokenRange head = noun_phrase(reading_, t, verb_, false);
    return !head.empty() && speaker_kind(reading_, head) ? TokenRange{t, verb_} : TokenRange{};
  }

  /// ""...", says the director of the hospital.": the quotation stands before the verb.
  [[nodiscard]] std::optional<Scope> behind_quotation() const {
    constexpr std::uint32_t longest_name = 12;
    const std::uint32_t limit = end_of_last_cue();
    std::uint32_t close = before_thus();
    while (close > limit && reading_.is_comma(close - 1)) --close;
    if (close <= limit || !reading_.is_quote(close - 1)) return std::nullopt;
    if (!stands_behind_quotation() && !tells_something({limit, close})) return std::nullopt;
    if (nobody_behind()) {  // ""...", she said, wiping her tears"
      AttributionChain chain = context_.actors.going_on(verb_, *reading_.item(verb_, Word::speech), false);
      if (chain.empty()) return std::nullopt;
      return scope_of(std::move(chain), {verb_, verb_ + 1}, {limit, close});
    }
    const TokenRange name = noun_phrase(reading_, verb_ + 1, sentence_.last, true);
    if (name.empty() || name.size() > longest_name || !reading_.glued_preposition(name.first).empty())
      return std::nullopt;
    const ContentBegin more = find_content(reading_, name.last, sentence_.last);
    const bool split = more.explicit_mark && opens_quotation(more.at);  // ""...", says Fulan, "and ...""
    if (more.explicit_mark && !split && more.at < sentence_.last) return std::nullopt;
    ReadChain read = read_speaker(reading_, name.first, sentence_.last, {}, false, context_.discourse, false);
    if (read.chain.empty()) return std::nullopt;
    return scope_of(std::move(read.chain), {verb_, read.next}, {limit, split ? sentence_.last : close});
  }

  /// "There is no truth in it, said the spokesman of the ministry, explaining": a clause before the comma, a known
  /// speaker behind the verb, and nothing behind him that he could say.
  [[nodiscard]] std::optional<Scope> behind_comma() const {
    constexpr std::uint32_t least_said = 4;
    const std::uint32_t limit = end_of_last_cue();
    if (verb_ <= limit + least_said || !reading_.is_comma(verb_ - 1) || reading_.is_quote(verb_ - 2) ||
        reading_.has_conjunction(verb_))
      return std::nullopt;
    const std::string_view value = reading_.value(verb_, Word::speech);
    const Item* item = reading_.item(verb_, Word::speech);
    if (!says_without_mark(value) || item->value.has("object") || item->value.has("bare") || !item->enclitic.empty())
      return std::nullopt;
    if (opens_with_adverbial(limit) || !tells_something({limit, verb_ - 1})) return std::nullopt;
    const ReadChain told = SayerFinder(reading_, sentence_, context_.discourse, context_.scopes).told_first(verb_);
    ReadChain read = told;
    if (read.chain.empty())
      read = read_speaker(reading_, verb_ + 1, sentence_.last, {}, true, context_.discourse, false);
    if (value == "say" && told.chain.empty())
      if (const TokenRange name = someone_named(); !name.empty() && (read.chain.empty() || read.next < name.last))
        read = read_speaker(reading_, name.first, name.last, {}, false, context_.discourse, false);
    if (read.chain.empty()) return std::nullopt;
    std::uint32_t end = read.next;
    if (starts_circumstance(end)) end = sentence_.last;
    while (end < sentence_.last && reading_.timex(end)) ++end;
    if (end < sentence_.last && !reading_.is_mark(end)) return std::nullopt;
    for (Speaker& s : read.chain)
      if (s.cue.empty()) s.cue = slice(reading_.document.text, reading_.trimmed({verb_, verb_ + 1}));
    return scope_of(std::move(read.chain), {verb_, read.next}, {limit, verb_ - 1});
  }

  /// "..., says the driver Fulan.", "..., says the baker Fulan, pointing to": a function and a name, to the end of the
  /// clause; else empty.
  [[nodiscard]] TokenRange someone_named() const {
    constexpr std::uint32_t least = 2, most = 6;
    const TokenRange name = noun_phrase(reading_, verb_ + 1, sentence_.last, true);
    bool given = false;  // "the worker of the port, the pilgrim Fulan"
    for (std::uint32_t t = name.first + 1; t < name.last; ++t)
      given = given || (reading_.is_given_name(t) && !reading_.is_definite(t) && reading_.is_definite(t - 1));
    if (name.size() < least || name.size() > most || !reading_.glued_preposition(name.first).empty() ||
        reading_.is_definite(name.last - 1) || may_be_action(reading_, name.first) ||
        (!given && reading_.is_class(name.first, "noun")))
      return {};
    if (!given && !reading_.is_definite(name.first) && !speaker_kind(reading_, name)) return {};
    const bool ends = name.last >= sentence_.last || reading_.is_mark(name.last) || starts_circumstance(name.last);
    return ends && !find_content(reading_, name.last, sentence_.last).explicit_mark ? name : TokenRange{};
  }

  /// "And he ...": what the speaker does while speaking.
  [[nodiscard]] bool starts_circumstance(std::uint32_t token) const {
    return token < sentence_.last && reading_.is(token, Word::pronoun) && reading_.has_conjunction(token);
  }

  [[nodiscard]] bool opens_quotation(std::uint32_t token) const {
    return token < sentence_.last && token > sentence_.first &&
           (reading_.is_quote(token) || reading_.is_quote(token - 1));
  }

  /// Behind the verb the sentence ends, or "and she ..." tells what the speaker does.
  [[nodiscard]] bool nobody_behind() const {
    std::uint32_t next = verb_ + 1;
    while (next < sentence_.last && reading_.is_any(next, {Word::with_pronoun, Word::manner}))
      ++next;  // ""...", she tells me", ""...", she says, laughing"
    if (next < sentence_.last && reading_.is_colon(next)) return false;  // "and added, joking: "...""
    return starts_circumstance(next) || next >= sentence_.last || reading_.is_mark(next);
  }

  [[nodiscard]] Scope scope_of(AttributionChain chain, TokenRange cue, TokenRange content) const {
    Scope scope;
    scope.present = true;
    scope.chain = std::move(chain);
    scope.denies = is_denial(reading_.value(verb_, Word::speech));
    scope.cue = cue;
    scope.content = content;
    for (std::uint32_t t = cue.last; t < sentence_.last && t < cue.last + 3 && !scope.timex; ++t)
      scope.timex = reading_.timex(t);
    return scope;
  }

  [[nodiscard]] std::uint32_t end_of_last_cue() const {
    std::uint32_t limit = sentence_.first;
    for (const Scope& s : context_.scopes)
      if (s.cue.last <= verb_) limit = std::max(limit, s.cue.last);
    return limit;
  }

  /// "In his speech, said the minister": a time or a place, no clause.
  [[nodiscard]] bool opens_with_adverbial(std::uint32_t limit) const {
    std::uint32_t first = limit;
    while (first < verb_ && reading_.is_mark(first)) ++first;
    if (!(reading_.timex(first) || reading_.is_any(first, {Word::preposition, Word::subordinator, Word::bound}) ||
          !reading_.glued_preposition(first).empty()))
      return false;
    for (std::uint32_t t = first; t + 1 < verb_; ++t)
      if (reading_.is_verb(t) && !reading_.is(t, Word::auxiliary)) return false;
    return true;
  }

  [[nodiscard]] bool tells_something(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t)
      if (reading_.is_verb(t) || reading_.timex(t) || reading_.is(t, Word::negation) || reading_.is(t, Word::event))
        return true;
    return false;
  }

  const Reading& reading_;
  const Sentence& sentence_;
  const SentenceOfTail& context_;
  std::uint32_t verb_;
};

}  // namespace

std::optional<Scope> tail_scope(const SentenceOfTail& context, std::uint32_t verb) {
  return TailReader(context, verb).read();
}

}  // namespace isnad::claims
