#include "claims/according.h"

#include <algorithm>

#include "claims/citations.h"
#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/reference.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

class AccordingReader {
 public:
  AccordingReader(const Reading& reading, const Sentence& sentence, const Discourse& discourse)
      : reading_(reading), sentence_(sentence), discourse_(discourse) {}

  std::vector<Scope> read() {
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      if (!reading_.is(t, Word::according) || belongs_to_speaker(t)) continue;
      const std::uint32_t next = reading_.after(t, Word::according);
      const std::string cue(slice(reading_.document.text, reading_.span({t, next})));
      const std::string_view value = reading_.value(t, Word::according);
      if (const Item* text = reading_.item(next < sentence_.last ? next : t, Word::document);
          next < sentence_.last && text && !text->enclitic.empty())
        continue;  // "according to his remarks": of whom has been named
      ReadChain read;
      if (value == "this" && (next >= sentence_.last || !is_saying_verb(reading_, next) ||
                              !is_published(reading_, next) || reading_.value(next, Word::speech) == "deny"))
        continue;
      if (value == "what" || value == "as" || value == "this") {
        if (value == "as" && t == sentence_.first) continue;  // "also said"
        if (next >= sentence_.last || !is_saying_verb(reading_, next)) continue;
        // "what it called", "the story as the book tells it"
        if (is_published(reading_, next) &&
            (reading_.item(next, Word::speech)->value.has("names") || (value == "as" && is_said({sentence_.first, t}))))
          continue;
        std::uint32_t subject = reading_.after(next, Word::speech);
        // "what X said of it", "what on Saturday X announced"
        while (subject < sentence_.last &&
               (reading_.is(subject, Word::with_pronoun) || reading_.timex(subject) || sets_off_time(subject)))
          ++subject;
        // "what he told the radio, X": who was told stands first
        if (subject < sentence_.last && !reading_.glued_preposition(subject).empty() && !reading_.timex(subject)) {
          TokenRange told = noun_phrase(reading_, subject, sentence_.last, false);
          if (told.last + 1 < sentence_.last && reading_.is_comma(told.last)) {
            subject = told.last + 1;
          } else if (reading_.is(subject, Word::hearer)) {  // "told the agency | a medical source"
            for (std::uint32_t k = told.first + 1; k < told.last; ++k)
              if (reading_.is_any(k, {Word::title, Word::anonymous})) told.last = k;
            if (told.last < sentence_.last) read = told_to(told, cue);
          }
        }
        if (read.chain.empty() && value == "as") read = goes_on(next, subject);
        if (read.chain.empty()) read = read_speaker(reading_, subject, sentence_.last, cue, false, discourse_, true);
        add_source(next, read);
        const bool closed = read.next < sentence_.last && reading_.is_comma(read.next) && opens_aside(t);
        if (value == "as" && !closed && find_content(reading_, read.next, sentence_.last).explicit_mark) continue;
      } else {
        const std::uint32_t source = value == "citing" ? behind_what_told(reading_, next, sentence_.last) : next;
        read = read_speaker(reading_, source, before_verb(source), cue, true, discourse_, true);
        if (read.chain.empty() && value == "np") read = told_by(next, cue);
        if (read.chain.empty() && (value == "np" || value == "citing")) read = owned_by(next, cue);
        if (read.chain.empty() && value != "view" && ends_in_name(t, next))
          read = read_speaker(reading_, next, sentence_.last, cue, false, discourse_, true);
      }
      if (read.chain.empty()) continue;
      Scope scope;
      scope.cue = {t, read.next};
      scope.chain = std::move(read.chain);
      const std::uint32_t cites = value == "citing" ? citing_verb(t) : t;
      scope.outer = cites == t;
      scope.embedded = !scope.outer;
      std::uint32_t behind = read.next;  // perhaps behind "(KUNA)"
      while (behind < sentence_.last && behind < read.next + 4 &&
             (reading_.is_bracket(behind) || reading_.is(behind, Word::agency)))
        ++behind;
      if (const std::uint32_t comma = behind_complement(read.next); comma > read.next) scope.cue.last = behind = comma;
      if (behind < sentence_.last) scope.timex = reading_.timex(behind);
      if (scope.timex) scope.cue.last = behind;
      const bool opening = opens(t);
      scope.content = opening ? TokenRange{read.next, sentence_.last} : TokenRange{begin_of_tail(t), t};
      if (!opening && stands_between(t, scope.cue.last)) scope.content.last = sentence_.last;
      if (!scope.outer) scope.content.first = cites;
      if (opening) scope.timex.reset();  // it rather dates what follows
      scopes_.push_back(std::move(scope));
    }
    return std::move(scopes_);
  }

 private:
  [[nodiscard]] bool is_said(TokenRange before) const {
    for (std::uint32_t t = before.first; t < before.last; ++t)
      if (is_saying_verb(reading_, t) || reading_.is(t, Word::speech_participle)) return true;
    return false;
  }

  /// "According to the official figures | fell to": a verb of the past ends the name behind a definite adjective; the
  /// end of the sentence where none does.
  [[nodiscard]] std::uint32_t before_verb(std::uint32_t name) const {
    const TokenRange phrase = noun_phrase(reading_, name, sentence_.last, true);
    // "(was possible) according to the notice | the arrest"
    for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t)
      if (reading_.is_definite(t - 1) && is_definite_action(reading_, t)) return t;
    for (std::uint32_t t = phrase.first + 2; t < phrase.last; ++t) {
      if (!reading_.is_definite(t - 1) || reading_.is_definite(t) || reading_.is_any(t, {Word::title, Word::agency}))
        continue;
      const auto items = reading_.items(t, Word::event);
      const bool past =
          std::any_of(items.begin(), items.end(), [](const Item* item) { return is_perfect_verb(*item); });
      if (past && t + 1 < sentence_.last && reading_.is(t + 1, Word::preposition)) return t;
    }
    return sentence_.last;
  }

  /// "As confirmed, | this Saturday, | a source": a comma on either side of a time.
  [[nodiscard]] bool sets_off_time(std::uint32_t t) const {
    return reading_.is_comma(t) && t + 1 < sentence_.last && (reading_.timex(t + 1) || reading_.timex(t - 1));
  }

  /// ", as the agency reported,": a comma stands before it.
  [[nodiscard]] bool opens_aside(std::uint32_t cue) const {
    return cue > sentence_.first && reading_.is_comma(cue - 1);
  }

  /// "..., as he says,": a verb without a subject between commas has that of the last one who spoke or acted.
  [[nodiscard]] ReadChain goes_on(std::uint32_t verb, std::uint32_t behind) const {
    if (behind < sentence_.last && !reading_.is_mark(behind)) return {{}, behind};
    const Item* form = reading_.item(verb, Word::speech);
    const std::string_view value = reading_.value(verb, Word::speech);
    if (value == "expect" || value == "believe") return {{}, behind};  // "as is expected"
    if (form->value.integer("person").value_or(3) != 3 || !form->enclitic.empty()) return {{}, behind};
    return {last_who_fits(reading_, *form, verb, false, discourse_), behind};
  }

  /// "A toll that several sources came out with": a text without the article, a verb with a preposition that takes it
  /// up, and a known speaker.
  [[nodiscard]] ReadChain told_by(std::uint32_t text, std::string_view cue) const {
    constexpr std::uint32_t words = 3;
    const std::uint32_t by = text + words;
    if (by >= sentence_.last || reading_.is_definite(text) || !reading_.is(by - 1, Word::with_pronoun) ||
        !reading_.is_word(by - 2) || reading_.is_definite(by - 2))
      return {{}, text};
    return read_speaker(reading_, by, sentence_.last, cue, true, discourse_, false);
  }

  /// "According to | the latest toll of | the ministry of health": a text without the article, and its known owner
  /// behind a glued preposition.
  [[nodiscard]] ReadChain owned_by(std::uint32_t text, std::string_view cue) const {
    constexpr std::uint32_t longest = 3;
    if (text >= sentence_.last || reading_.is_definite(text) || reading_.is(text, Word::not_source)) return {{}, text};
    for (std::uint32_t t = text + 1; t < sentence_.last && t <= text + longest; ++t) {
      if (!reading_.is_word(t) || reading_.has_conjunction(t) || reading_.timex(t)) break;
      if (!reading_.has_contracting_preposition(t)) continue;
      ReadChain read = read_speaker(reading_, t, sentence_.last, cue, true, discourse_, false);
      // with preposition and article in one the owner, cut from its word, is no name: the text is named with it
      if (read.chain.size() == 1 && reading_.is_definite(t))
        read.chain = {named_by(reading_, {text, read.next}, read.chain[0].kind, cue)};
      return read;
    }
    return {{}, text};
  }

  /// Who stands behind the agency that was told, a known speaker; the agency outermost.
  [[nodiscard]] ReadChain told_to(TokenRange told, std::string_view cue) const {
    ReadChain read = read_speaker(reading_, told.last, sentence_.last, cue, true, discourse_, false);
    if (!read.chain.empty())
      read.chain.insert(read.chain.begin(),
                        named_by(reading_, told, speaker_kind(reading_, told).value_or(SpeakerKind::agency), cue));
    return read;
  }

  /// "What the paper has learned | from a source": whom a verb that brings a source names behind who passes it on.
  void add_source(std::uint32_t verb, ReadChain& read) const {
    const auto source = reading_.item(verb, Word::speech)->value.text("source");
    while (source && read.next < sentence_.last && reading_.is_quote(read.next)) ++read.next;
    if (!source || read.chain.size() != 1 || read.next >= sentence_.last || !reading_.is_class(read.next, *source))
      return;
    ReadChain quoted = read_quoted(reading_, read.next, sentence_.last, discourse_);
    if (quoted.chain.empty()) return;
    for (Speaker& s : quoted.chain) read.chain.push_back(std::move(s));
    read.next = quoted.next;
  }

  /// "The deputy said that ..., citing a channel": the verb of saying whose "that" is the last one before the cue, by
  /// whom it is cited; the cue where there is none, or where another verb of saying stands behind that.
  [[nodiscard]] std::uint32_t citing_verb(std::uint32_t cue) const {
    std::uint32_t verb = cue, last = cue;
    for (std::uint32_t t = sentence_.first; t < cue; ++t) {
      const bool says = is_saying_verb(reading_, t);
      if (says && (verb == cue || reading_.has_conjunction(t) || reading_.is_any(t - 1, {Word::sequence}))) {
        last = t;
        verb = cue;
      }
      if (reading_.is(t, Word::complementizer) && last < cue) verb = last;
    }
    return verb;
  }

  [[nodiscard]] bool opens(std::uint32_t cue) const {
    return cue == sentence_.first || (cue == sentence_.first + 1 && reading_.is_mark(sentence_.first));
  }

  /// "A channel, citing a site, said that": between a subject and its verb.
  [[nodiscard]] bool stands_in_aside(std::uint32_t cue) const {
    constexpr std::uint32_t longest = 12;
    if (cue < sentence_.first + 2 || !reading_.is_comma(cue - 1)) return false;
    for (std::uint32_t t = cue + 1; t + 1 < sentence_.last && t < cue + longest; ++t)
      if (reading_.is_comma(t)) return is_saying_verb(reading_, t + 1) && !reading_.verb_first();
    return false;
  }

  /// "A channel said, citing a site, that ...": it goes on with the chain of a verb of saying before it.
  [[nodiscard]] bool belongs_to_speaker(std::uint32_t cue) const {
    if (reading_.value(cue, Word::according) != "citing") return false;
    if (stands_in_aside(cue)) return true;
    if (cue > sentence_.first && reading_.is(cue - 1, Word::speech_participle)) return true;
    if (cue > sentence_.first + 1 && reading_.is_comma(cue - 1) && reading_.is(cue - 2, Word::speech_participle))
      return true;
    if (opens(cue))
      for (std::uint32_t t = reading_.after(cue, Word::according); t < sentence_.last; ++t)
        if (is_saying_verb(reading_, t)) return true;
    bool opines = false;
    for (std::uint32_t t = cue; t > sentence_.first; --t) {
      if (reading_.is(t - 1, Word::complementizer) || reading_.is_colon(t - 1)) return false;
      if (!is_saying_verb(reading_, t - 1)) continue;
      // "announced that both came to an agreement, citing ...": without "that" behind it an opinion is told by another
      opines = reading_.value(t - 1, Word::speech) == "opine" && !reading_.has_conjunction(t - 1);
      if (!opines) return true;
    }
    return opines;
  }

  /// "According to sources in the hall, ...": the comma behind what belongs to the name; `at` where none follows.
  [[nodiscard]] std::uint32_t behind_complement(std::uint32_t at) const {
    if (at + 1 >= sentence_.last || !reading_.is(at, Word::belonging)) return at;
    const TokenRange complement = noun_phrase(reading_, at + 1, sentence_.last, false);
    return !complement.empty() && complement.last < sentence_.last && reading_.is_comma(complement.last)
               ? complement.last
               : at;
  }

  /// "Followed, according to X, the withdrawal of ...": what stands behind the second comma goes on with the clause.
  [[nodiscard]] bool stands_between(std::uint32_t cue, std::uint32_t end) const {
    if (!reading_.is_comma(cue - 1) || end + 1 >= sentence_.last || !reading_.is_comma(end)) return false;
    if (reading_.has_conjunction(end + 1)) return false;
    for (std::uint32_t t = end + 1; t < sentence_.last; ++t)
      if (is_saying_verb(reading_, t) || reading_.is(t, Word::according) || reading_.is(t, Word::speech_participle))
        return false;
    return true;
  }

  /// ", according to X.": a tail of a few words names a speaker, though no word of it is known as one.
  [[nodiscard]] bool ends_in_name(std::uint32_t cue, std::uint32_t name) const {
    constexpr std::uint32_t longest = 8;
    const TokenRange phrase = noun_phrase(reading_, name, sentence_.last, true);
    if (!phrase.empty() && phrase.last < sentence_.last && is_published(reading_, phrase.last)) return true;
    if (!opens(cue) && !reading_.is_comma(cue - 1)) return false;
    if (phrase.empty() || phrase.size() > longest || reading_.is(phrase.first, Word::not_source) ||
        reading_.is_class(phrase.first, "demonstrative"))
      return false;
    if (opens(cue) && phrase.last < sentence_.last && reading_.has_conjunction(phrase.last))  // ", so will be checked"
      return reading_.is_any(phrase.last, {Word::plan, Word::perfect_particle, Word::negation, Word::complementizer});
    if (opens(cue)) return phrase.last < sentence_.last && reading_.is_comma(phrase.last);
    const bool tied = !reading_.verb_first() &&
                      reading_.is(phrase.last, Word::preposition);  // "a programme circulated by the ministry"
    return tied || phrase.last == sentence_.last || reading_.is_mark(phrase.last) ||
           reading_.is(phrase.last, Word::relative);
  }

  /// A tail answers for all that stands before it in the sentence, up to an earlier tail.
  [[nodiscard]] std::uint32_t begin_of_tail(std::uint32_t cue) const {
    std::uint32_t begin = sentence_.first;
    for (const Scope& s : scopes_)
      if (s.outer && s.cue.last <= cue && s.content.first < s.cue.first) begin = std::max(begin, s.cue.last);
    return begin;
  }

  const Reading& reading_;
  const Sentence& sentence_;
  const Discourse& discourse_;
  std::vector<Scope> scopes_;
};

}  // namespace

std::vector<Scope> according_scopes(const Reading& reading, const Sentence& sentence, const Discourse& discourse) {
  return AccordingReader(reading, sentence, discourse).read();
}

}  // namespace isnad::claims
