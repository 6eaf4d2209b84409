// Whom a verb of passing on cites, and who passes it on.
#include "claims/noun_phrase.h"
#include "claims/sayer.h"

namespace isnad::claims {

ReadChain SayerFinder::relayed(std::uint32_t verb) const {
  const Item* item = reading_.item(verb, Word::speech);
  const std::string source(item->value.text("source").value_or(""));
  const auto brings_source = [&](std::uint32_t t) {
    return source.empty() ? reading_.is(t, Word::quoting) : reading_.is_class(t, source);
  };
  std::uint32_t t = verb + 1;
  while (t < sentence_.last && reading_.timex(t)) ++t;
  if (t == sentence_.last) return {{}, t};
  if (source == "object") return quoted_object(verb);
  if (brings_source(t)) {
    ReadChain quoted = read_quoted(reading_, t, sentence_.last, discourse_);
    if (quoted.chain.empty()) return quoted;
    AttributionChain chain = subject_before(verb).chain;
    chain.insert(chain.end(), quoted.chain.begin(), quoted.chain.end());
    return {std::move(chain), quoted.next};
  }
  // "passed on from him the agency his saying that": the last speaker is quoted
  const bool of_last = reading_.is(t, Word::with_pronoun);
  if (of_last) ++t;
  // "passed on "Life" from a diplomat": a name in quotation marks right before whom it cites
  const bool opens = t < sentence_.last && reading_.is_quote(t);
  const TokenRange in_quotes = opens ? noun_phrase(reading_, t, sentence_.last, false) : TokenRange{};
  std::uint32_t behind = in_quotes.last;
  while (behind < sentence_.last && reading_.is_quote(behind)) ++behind;
  const bool cites = !in_quotes.empty() && behind < sentence_.last && brings_source(behind);
  const bool known_only = source.empty() ? !cites : !opens;
  ReadChain read = read_speaker(reading_, t, sentence_.last, cue(verb), known_only, discourse_, true);
  const TokenRange phrase = noun_phrase(reading_, t, sentence_.last, true);
  if (const std::uint32_t end = phrase.empty() ? phrase.last : end_of_sayer(verb, phrase);
      end < phrase.last && read.chain.size() == 1) {
    const std::uint32_t next = read.next;
    read = read_speaker(reading_, t, end, cue(verb), true, discourse_, true);
    read.next = reading_.is_class(end, "tidings") ? end : next;
  }
  if (read.chain.size() == 1 && of_last && !discourse_.recent.empty() && read.next < sentence_.last &&
      reading_.is(read.next, Word::saying)) {
    const AttributionChain& last = discourse_.recent.back().chain;
    read.chain.insert(read.chain.end(), last.begin(), last.end());
  }
  while (read.next < sentence_.last && reading_.is_quote(read.next)) ++read.next;
  const bool learned = source == "quoting-from" && read.next < sentence_.last &&
                       reading_.is(read.next, Word::complementizer);  // "the agency has learned that"
  if (!source.empty() && !learned) {  // these verbs say nothing without the one whom they cite
    if (read.chain.size() != 1 || read.next >= sentence_.last || !brings_source(read.next)) return {{}, t};
    const ReadChain quoted = read_quoted(reading_, read.next, sentence_.last, discourse_);
    if (quoted.chain.empty()) return quoted;
    read.chain.insert(read.chain.end(), quoted.chain.begin(), quoted.chain.end());
    read.next = quoted.next;
  }
  return read;
}

/// "The agency quoted the ministry as saying that": whom it quotes stands right behind the verb.
ReadChain SayerFinder::quoted_object(std::uint32_t verb) const {
  const TokenRange quoted = noun_phrase(reading_, verb + 1, sentence_.last, false);
  if (quoted.empty() || quoted.last >= sentence_.last || !reading_.is(quoted.last, Word::saying)) return {{}, verb + 1};
  ReadChain read = read_speaker(reading_, quoted.first, quoted.last, cue(verb), false, discourse_, false);
  read.next = reading_.after(quoted.last, Word::saying);
  const TokenRange by = noun_phrase_before(reading_, verb, sentence_.first);
  if (by.empty() || by.last != verb || read.chain.empty()) return read;
  AttributionChain chain = read_speaker(reading_, by.first, verb, cue(verb), false, discourse_, false).chain;
  chain.insert(chain.end(), read.chain.begin(), read.chain.end());
  read.chain = std::move(chain);
  return read;
}

}  // namespace isnad::claims
