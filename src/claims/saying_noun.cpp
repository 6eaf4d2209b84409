#include "claims/saying_noun.h"

#include <string>

#include "claims/noun_phrase.h"
#include "claims/speaker.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

/// Behind the name, what its bearer is and where it was said: the token behind a colon that a quotation follows; the
/// token itself where none does.
std::uint32_t colon_behind(const Reading& reading, std::uint32_t name_end, std::uint32_t limit) {
  std::uint32_t t = name_end;
  if (t + 1 < limit && reading.is_comma(t) && reading.is_any(t + 1, {Word::title, Word::anonymous}))
    t = noun_phrase(reading, t + 1, limit, false).last;  // ", the head of the union:"
  while (t < limit && reading.is(t, Word::with_pronoun)) ++t;
  return t + 1 < limit && reading.is_colon(t) && reading.opens_quote(t + 1) ? t + 1 : name_end;
}

}  // namespace

std::optional<Scope> saying_noun_scope(const Reading& reading, const Sentence& sentence, const Discourse& discourse,
                                       std::uint32_t token) {
  constexpr std::uint32_t longest_name = 8;
  const Item* noun = reading.item(token, "saying-noun");
  if (noun == nullptr || reading.is_definite(token) || !noun->enclitic.empty()) return std::nullopt;
  // "said in a declaration", "two days from the declaration": its time is counted from
  if (token > sentence.first && reading.is(token - 1, Word::belonging)) return std::nullopt;
  TokenRange name = noun_phrase(reading, token + 1, sentence.last, true);
  name.last = end_of_subject(reading, name, false);
  if (name.empty() || name.size() > longest_name) return std::nullopt;
  // an adjective is no one
  if (!(reading.is_definite(name.first) || speaker_kind(reading, name) || reading.is_given_name(name.first)))
    return std::nullopt;
  Scope scope;
  std::uint32_t content = name.last;
  while (content < sentence.last &&
         (reading.timex(content) ||
          (reading.is_comma(content) && content + 1 < sentence.last && (scope.timex || reading.timex(content + 1))))) {
    if (reading.timex(content)) scope.timex = reading.timex(content);
    ++content;
  }
  if (content >= sentence.last) return std::nullopt;
  // "the minister's announcement (on Tuesday) of the rise of ...": a bare noun of action
  constexpr std::uint32_t longest_actor = 4;
  const bool action = noun->value.text("value") == "announce" && name.size() <= longest_actor &&
                      speaker_kind(reading, name) && may_be_action(reading, content) && !reading.is_definite(content) &&
                      !reading.has_conjunction(content) && reading.glued_preposition(content).empty();
  const std::uint32_t colon = colon_behind(reading, content, sentence.last);
  if (colon == content && !action && !reading.is(content, Word::complementizer)) return std::nullopt;
  const std::string cue(slice(reading.document.text, reading.trimmed({token, token + 1})));
  scope.chain = read_speaker(reading, name.first, name.last, cue, false, discourse, false).chain;
  if (scope.chain.empty()) return std::nullopt;
  if (colon > content) {  // "the cry of Fulan: "...""
    scope.present = true;
    scope.cue = {token, colon};
    scope.content = {colon, sentence.last};
    return scope;
  }
  scope.embedded = true;
  scope.cue = {token, content};
  scope.content = {content, content};
  while (scope.content.last < sentence.last && !reading.is_comma(scope.content.last)) ++scope.content.last;
  return scope;
}

}  // namespace isnad::claims
