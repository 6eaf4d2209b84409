#include "claims/citations.h"

#include <algorithm>

#include "claims/content_begin.h"
#include "claims/noun_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {

std::uint32_t behind_what_told(const Reading& reading, std::uint32_t at, std::uint32_t limit) {
  const bool told = at + 2 < limit && reading.is(at, Word::relative) && is_saying_verb(reading, at + 1) &&
                    is_published(reading, at + 1);
  return told ? at + 2 : at;
}

void Citations::add_cited(TokenRange between, AttributionChain& chain) const {
  for (std::uint32_t t = between.first; t < between.last; ++t) {
    constexpr std::uint32_t longest_name = 5;
    if (!reading_.is(t, Word::according) || reading_.value(t, Word::according) != "citing") continue;
    const std::uint32_t first = behind_what_told(reading_, reading_.after(t, Word::according), between.last);
    const std::string cue(slice(reading_.document.text, reading_.span({t, first})));
    ReadChain cited = read_speaker(reading_, first, between.last, cue, true, discourse_, true);
    const TokenRange name = noun_phrase(reading_, first, between.last, true);
    if (cited.chain.empty() && !name.empty() && name.size() <= longest_name && !is_action(reading_, first) &&
        !reading_.is(first, Word::not_source))
      cited = read_speaker(reading_, first, between.last, cue, false, discourse_, true);
    if (cited.chain.empty()) cited = received_from({first, between.last}, cue);
    for (Speaker& s : cited.chain)
      if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& known) { return known.name == s.name; }))
        chain.push_back(std::move(s));
    return;
  }
}

/// "(Citing) a call that he received from a commander": a known speaker behind a verb with a pronoun and "from".
ReadChain Citations::received_from(TokenRange text, const std::string& cue) const {
  constexpr std::uint32_t most = 3;
  bool received = false;
  for (std::uint32_t t = text.first; t + 1 < text.last && t < text.first + most + 1; ++t) {
    if (received && reading_.is(t, Word::belonging))
      return read_speaker(reading_, t + 1, text.last, cue, true, discourse_, false);
    received = received || is_published(reading_, t);
  }
  return {{}, text.first};
}

void Citations::add_publisher(TokenRange between, AttributionChain& chain) const {
  for (std::uint32_t t = between.first; t < between.last; ++t) {
    if (!publishes(reading_, t)) continue;
    const ReadChain by =
        read_speaker(reading_, t + 1, between.last, slice(reading_.document.text, reading_.trimmed({t, t + 1})), true,
                     discourse_, false);
    if (by.chain.size() != 1) return;
    const bool known =
        std::any_of(chain.begin(), chain.end(), [&](const Speaker& s) { return s.name == by.chain[0].name; });
    if (!known) chain.insert(chain.begin(), by.chain[0]);
    return;
  }
}

}  // namespace isnad::claims
