#include "claims/reference.h"

#include <algorithm>

#include "claims/name.h"
#include "claims/speaker_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

bool has_title(const Reading& reading, const SourceSpan& name) {
  const auto& tokens = reading.document.tokens;
  for (std::uint32_t t = token_at(reading, name); t < tokens.size() && tokens[t].begin < name.end; ++t)
    if (reading.is(t, Word::title)) return true;
  return false;
}

/// A person's name behind a function of this word, whatever article it carries.
bool is_named_with(const Reading& reading, const SourceSpan& name, std::string_view function) {
  const auto& tokens = reading.document.tokens;
  TokenRange phrase{token_at(reading, name), 0};
  bool found = false;
  for (phrase.last = phrase.first; phrase.last < tokens.size() && tokens[phrase.last].begin < name.end; ++phrase.last)
    found = found || reading.stem(phrase.last) == function;
  return found && !person_name(reading, phrase).empty();
}

/// What follows tells no more of who it is, as in "the man who", "the spokesman for", "the minister, Fulan,".
bool is_whole(const Reading& reading, std::uint32_t behind, std::uint32_t limit) {
  if (behind >= limit) return true;
  if (reading.is_comma(behind)) return apposition(reading, behind, limit).empty();
  if (reading.is(behind, Word::belonging) && behind + 1 < limit) return reading.is(behind + 1, Word::document);
  return reading.is_mark(behind) || reading.timex(behind) ||
         reading.is_any(behind, {Word::complementizer, Word::hearer, Word::behind_speech, Word::quoting});
}

bool is_person(const Reading& reading, const Speaker& speaker) {
  return speaker.kind == SpeakerKind::person || has_title(reading, speaker.span);
}

}  // namespace

bool fits(const Reading& reading, const Item& form, const AttributionChain& chain) {
  const bool thing = form.value.text("gender") == "n";  // "it" is no person
  const bool someone = form.value.has("someone");       // "she" is no body
  return std::any_of(chain.begin(), chain.end(), [&](const Speaker& s) {
    const bool person = is_person(reading, s) || s.kind == SpeakerKind::anonymous;
    return agrees(reading, form, s) && !(thing && s.kind == SpeakerKind::person) && (person || !someone);
  });
}

AttributionChain last_who_fits(const Reading& reading, const Item& form, bool spoke, const Discourse& discourse) {
  for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend(); ++it)
    if ((it->spoke || !spoke) && fits(reading, form, it->chain)) return it->chain;
  return {};
}

std::optional<AttributionChain> person_meant(const Reading& reading, TokenRange phrase, std::uint32_t limit,
                                             const Discourse& discourse) {
  if (phrase.size() != 1) return std::nullopt;
  const Item* reference = reading.item(phrase.first, "person-reference");
  const Item* title = reading.is_definite(phrase.first) ? reading.item(phrase.first, Word::title) : nullptr;
  if (reference == nullptr && title == nullptr) return std::nullopt;
  if (!is_whole(reading, phrase.last, limit)) return std::nullopt;
  for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend(); ++it) {
    const Speaker& last = it->chain.back();
    if (reference != nullptr && is_person(reading, last) && agrees(reading, *reference, last)) return it->chain;
    if (reference == nullptr && is_person(reading, last) &&
        is_named_with(reading, last.span, reading.stem(phrase.first)))
      return it->chain;
  }
  return std::nullopt;
}

}  // namespace isnad::claims
