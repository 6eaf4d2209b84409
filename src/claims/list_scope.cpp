#include "claims/list_scope.h"

#include <algorithm>

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

/// Who says what the colon at the end of the sentence opens: its last verb of saying, where nothing but words for a
/// list stands between; empty where none does.
AttributionChain opens_list(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  constexpr std::uint32_t longest_word = 3;
  if (!reading.is_colon(sentence.last - 1)) return {};
  const Scope* last = nullptr;
  for (const Scope& s : scopes)
    if (s.present && !s.outer) last = &s;
  if (last == nullptr || last->cue.last + longest_word + 1 < sentence.last) return {};
  return last->chain;
}

}  // namespace

void read_list(const Reading& reading, const Sentence& sentence, std::vector<Scope>& scopes, Discourse& discourse) {
  const bool opens_paragraph = sentence.first == discourse.paragraph_begin;
  if (opens_paragraph && !is_item(reading, sentence)) discourse.list.clear();
  if (!discourse.list.empty()) {
    Scope scope;
    scope.chain = discourse.list;
    scope.outer = scope.embedded = true;
    scope.cue = {sentence.first, sentence.first};
    scope.content = {sentence.first, sentence.last};
    scopes.insert(scopes.begin(), std::move(scope));
  }
  if (AttributionChain list = opens_list(reading, sentence, scopes); !list.empty()) discourse.list = std::move(list);
}

}  // namespace isnad::claims
