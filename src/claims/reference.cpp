#include "claims/reference.h"

#include <algorithm>

#include "claims/name.h"
#include "claims/speaker_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

bool has_title(const Reading& reading, const SourceSpan& name) {
  const TokenRange words = tokens_of(reading, name);
  for (std::uint32_t t = words.first; t < words.last; ++t)
    if (reading.is(t, Word::title)) return true;
  return false;
}

/// A person's name behind a function of this word, whatever article it carries.
bool is_named_with(const Reading& reading, const SourceSpan& name, std::string_view function) {
  const TokenRange phrase = tokens_of(reading, name);
  bool found = false;
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t) found = found || reading.stem(t) == function;
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

/// The sentences of the paragraph before the one of the token; empty in the first one.
TokenRange told_before(const Reading& reading, std::uint32_t token, const Discourse& discourse) {
  const auto& sentences = reading.document.sentences;
  const auto after =
      std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.first <= token; });
  return after == sentences.begin() ? TokenRange{} : TokenRange{discourse.paragraph_begin, std::prev(after)->first};
}

/// The last word of the name stands there again.
bool is_named_in(const Reading& reading, TokenRange text, const Speaker& speaker) {
  const TokenRange name = tokens_of(reading, speaker.span);
  for (std::uint32_t t = text.first; t < text.last; ++t)
    if (!name.empty() && reading.key(t) == reading.key(name.last - 1)) return true;
  return false;
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

AttributionChain last_who_fits(const Reading& reading, const Item& form, std::uint32_t token, bool spoke,
                               const Discourse& discourse) {
  const TokenRange told = told_before(reading, token, discourse);
  for (auto it = discourse.recent.rbegin(); it != discourse.recent.rend(); ++it) {
    const bool here =
        told.empty() || it->paragraph == discourse.paragraph || spoke || is_named_in(reading, told, it->chain.back());
    if (here && (it->spoke || !spoke) && fits(reading, form, it->chain)) return it->chain;
  }
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
    if (!is_person(reading, last)) continue;
    const bool noun = reference != nullptr && reference->value.text("value") == "last";
    if (noun && (it != discourse.recent.rbegin() || it->paragraph + 2 < discourse.paragraph)) return std::nullopt;
    if (reference != nullptr && agrees(reading, *reference, last)) return it->chain;
    if (reference != nullptr) continue;
    // another one of this function may be meant than he who spoke last
    const bool named = is_named_with(reading, last.span, reading.stem(phrase.first));
    return named ? std::optional(it->chain) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace isnad::claims
