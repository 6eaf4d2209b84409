#include "claims/content_end.h"

#include <algorithm>

#include "claims/content_begin.h"

namespace isnad::claims {
namespace {

/// "(Denied that ...) | while activists said that": behind a word of contrast somebody else says something.
bool another_speaks(const Reading& reading, const Sentence& sentence, std::uint32_t at) {
  constexpr std::uint32_t longest_subject = 5;
  const std::uint32_t next = reading.class_end(at, "contrast");
  if (next <= at) return false;
  for (std::uint32_t t = next; t < std::min(sentence.last, next + longest_subject); ++t) {
    if (is_saying_verb(reading, t)) return true;
    if (reading.is_mark(t) || reading.is(t, Word::complementizer)) return false;
  }
  return false;
}

/// "And they were moved to a hospital": a verb of passing on that cites nobody.
bool moves(const Reading& reading, const Sentence& sentence, std::uint32_t verb) {
  if (reading.value(verb, Word::speech) != "relay") return false;
  for (std::uint32_t t = verb + 1; t < sentence.last && !reading.is_comma(t); ++t)
    if (reading.is_any(t, {Word::quoting, Word::complementizer, Word::medium, Word::agency, Word::outlet}))
      return false;
  return true;
}

}  // namespace

std::uint32_t end_of_said(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes,
                          std::uint32_t begin) {
  bool quoted = false, told = false;  // told: a verb tells something
  for (std::uint32_t t = begin; t < sentence.last; ++t) {
    if (reading.is_quote(t)) quoted = !quoted;
    if (quoted || t == begin) continue;
    const bool subject_alone = !told;  // "that the two men, who are brothers, | confessed"
    told = told || reading.is_verb(t);
    if (reading.is(t, Word::according) && is_in_cue(scopes, t)) return t;
    if (reading.is(t, Word::speech_participle) || another_speaks(reading, sentence, t)) return t;
    if (is_saying_verb(reading, t) && (reading.has_conjunction(t) || (reading.is_comma(t - 1) && !subject_alone)) &&
        !moves(reading, sentence, t))
      return t;
  }
  return sentence.last;
}

}  // namespace isnad::claims
