#include "claims/list_scope.h"

#include <optional>

#include "claims/headline_scope.h"
#include "claims/noun_phrase.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

/// "First: ...", "1- ...", "- ...": the first tokens of a paragraph that is an item.
bool is_item(const Reading& reading, const Sentence& sentence) {
  const std::uint32_t first = sentence.first;
  if (first + 1 >= sentence.last) return false;
  if (reading.is_mark(first)) return !reading.is_quote(first) && !reading.is_bracket(first);
  const bool number = reading.document.tokens[first].kind == TokenKind::integer;
  return reading.is_mark(first + 1) && (number || reading.is_class(first, "list-mark"));
}

/// "The following:" closes the sentence.
bool announces_list(const Reading& reading, const Sentence& sentence) {
  constexpr std::uint32_t longest = 2;
  const std::uint32_t colon = sentence.last - 1;
  for (std::uint32_t t = colon; t > sentence.first && colon - t < longest;)
    if (reading.class_end(--t, "list-follows") == colon) return true;
  return false;
}

/// "The ministry wishes to inform the public of the following:": who informs, where a word tells that it may speak.
AttributionChain informs(const Reading& reading, const Sentence& sentence, const Discourse& discourse) {
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t)
    if (reading.is_class(t, "informs")) {
      const std::string_view cue = slice(reading.document.text, reading.trimmed({t, t + 1}));
      const TokenRange phrase = noun_phrase(reading, t + 1, sentence.last, true);
      if (phrase.empty()) return {};
      return read_speaker(reading, t + 1, end_of_subject(reading, phrase, true), cue, true, discourse, false).chain;
    }
  return {};
}

/// Who says what the colon at the end of the sentence opens: its last verb of saying, where nothing but words for a
/// list stands between, or "the following" closes it; empty where none does.
AttributionChain opens_list(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes,
                            const Discourse& discourse) {
  constexpr std::uint32_t longest_word = 3;
  if (!reading.is_colon(sentence.last - 1)) return {};
  const bool announced = announces_list(reading, sentence);
  const Scope* last = nullptr;
  for (const Scope& s : scopes)
    if (s.present && !s.outer) last = &s;
  if (last == nullptr) return announced ? informs(reading, sentence, discourse) : AttributionChain{};
  if (!announced && last->cue.last + longest_word + 1 < sentence.last) return {};
  return last->chain;
}

/// "With us from the city is our correspondent Fulan: ...": who is brought before the microphone says what follows, to
/// the end of the paragraph; the name ends at the colon.
std::optional<Scope> introduces(const Reading& reading, const Sentence& sentence) {
  constexpr std::uint32_t reach = 12;
  const std::uint32_t behind = reading.class_end(sentence.first, "on-air");
  if (behind == sentence.first) return std::nullopt;
  std::uint32_t colon = behind;
  while (colon < sentence.last && colon < behind + reach && !reading.is_colon(colon)) ++colon;
  if (colon + 1 >= sentence.last || !reading.is_colon(colon)) return std::nullopt;
  std::uint32_t name = colon;
  for (std::uint32_t t = colon; t-- > behind;)  // the function furthest from the colon
    if (reading.is_any(t, {Word::title, Word::anonymous, Word::medium}) && !reading.is(t - 1, Word::preposition))
      name = t;
  if (name == colon || colon - name < 2) return std::nullopt;
  Scope scope;
  scope.chain = {named_by(reading, {name, colon}, SpeakerKind::person, ":")};
  scope.cue = {sentence.first, colon + 1};
  scope.content = {colon + 1, sentence.last};
  scope.outer = true;
  return scope;
}

/// "09:40 | The ministry: ...", "\u2022 A source in the company: ...": the token behind the mark and the time by which
/// an item of a live page begins; the sentence's first token where it is none.
std::uint32_t behind_mark_of_item(const Reading& reading, const Sentence& sentence) {
  std::uint32_t t = sentence.first;
  const auto is_mark = [&](std::uint32_t at) {
    return at < sentence.last && reading.is_mark(at) && !reading.is_quote(at) && !reading.is_bracket(at);
  };
  while (is_mark(t)) ++t;
  const auto time = t < sentence.last ? reading.timex(t) : std::nullopt;
  if (time && is_mark(reading.timexes[*time].last)) t = reading.timexes[*time].last;
  while (is_mark(t)) ++t;
  return t;
}

/// Who says such an item, to the end of its paragraph: somebody who may speak, before a colon.
std::optional<Scope> item_of_live_page(const Reading& reading, const Sentence& sentence) {
  const std::uint32_t begin = behind_mark_of_item(reading, sentence);
  if (begin == sentence.first) return std::nullopt;
  std::optional<Scope> scope = scope_before_colon(reading, sentence, begin);
  if (scope) scope->outer = true;
  return scope;
}

}  // namespace

void read_list(const Reading& reading, const Sentence& sentence, std::vector<Scope>& scopes, Discourse& discourse) {
  if (sentence.first == discourse.paragraph_begin) {
    // "informs the public of the following:", and then plain paragraphs: a statement, to the article's end
    if (is_item(reading, sentence) && !discourse.list_of_item)
      discourse.list_of_text = false;
    else if (!discourse.list_of_text)
      discourse.list.clear();
    discourse.list_of_item = false;
  }
  if (!discourse.list.empty()) {
    Scope scope;
    scope.chain = discourse.list;
    scope.outer = scope.embedded = true;
    scope.cue = {sentence.first, sentence.first};
    scope.content = {sentence.first, sentence.last};
    scopes.insert(scopes.begin(), std::move(scope));
  }
  if (sentence.first == discourse.paragraph_begin && discourse.list.empty())
    if (auto item = item_of_live_page(reading, sentence)) {
      discourse.list = item->chain;
      discourse.list_of_item = true;
      scopes.insert(scopes.begin(), std::move(*item));
      return;
    }
  if (auto introduced = introduces(reading, sentence)) {
    discourse.list = introduced->chain;
    scopes.insert(scopes.begin(), std::move(*introduced));
    return;
  }
  if (AttributionChain list = opens_list(reading, sentence, scopes, discourse); !list.empty()) {
    discourse.list = std::move(list);
    discourse.list_of_text = announces_list(reading, sentence);
  }
}

}  // namespace isnad::claims
