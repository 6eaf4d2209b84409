#include "linking/clause_words.h"

#include <algorithm>

#include "linking/identity.h"

namespace isnad::linking {
namespace {

/// Classes whose words tell how something is said, not what.
constexpr std::string_view grammar_classes[] = {
    "preposition",       "complementizer", "relative",    "subordinator", "negation",
    "auxiliary",         "plan",           "according",   "saying",       "perfect-particle",
    "general-adjective", "weekday",        "month",       "title",        "not-source",
    "same-time",         "bound",          "with-pronoun"};

}  // namespace

ClauseWords::ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  for (const DocumentAnalysis& d : corpus) {
    auto [words, fresh] = grammar_words_.try_emplace(d.document.language);
    if (!fresh) continue;
    stems_.emplace(d.document.language, Stemmer(grammar, d.document.language));
    sounds_.emplace(d.document.language, Sounds(grammar, d.document.language));
    for (const std::string_view cls : grammar_classes)
      for (std::string& form : grammar.forms(d.document.language, cls)) words->second.insert(std::move(form));
    for (std::string& form : grammar.forms(d.document.language, "relative"))
      relatives_[d.document.language].insert(std::move(form));
  }
}

/// Where the words of the clause begin: before the noun that a relative clause is said of ("the match, which was played
/// on ..."), else at the clause.
std::uint32_t ClauseWords::with_antecedent(const Document& document, const Claim& claim, std::uint32_t first) const {
  constexpr std::uint32_t longest = 5;  // words of a noun with its adjectives
  const auto relatives = relatives_.find(document.language);
  if (relatives == relatives_.end()) return first;
  const std::uint32_t begin = document.sentences[claim.sentence].first;
  const auto is_mark = [&](std::uint32_t t) { return document.tokens[t].kind == TokenKind::mark; };
  const auto is_relative = [&](std::uint32_t t) {
    return relatives->second.contains(document.key(document.tokens[t]));
  };
  std::uint32_t at = first;
  if (at > begin && at < document.tokens.size() && !is_relative(at)) --at;
  if (at == begin || at >= document.tokens.size() || !is_relative(at)) return first;
  if (is_mark(at - 1)) --at;  // a comma
  std::uint32_t head = at;
  while (head > begin && at - head < longest && !is_mark(head - 1)) --head;
  return head;
}

/// Is the word part of a time, or of the name of who says it?
bool ClauseWords::tells_when_or_who(const DocumentAnalysis& analysis, const Claim& claim, const SourceSpan& span) {
  return std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                     [&](const Timex& t) { return t.span.overlaps(span); }) ||
         std::any_of(claim.attribution.begin(), claim.attribution.end(),
                     [&](const Speaker& s) { return s.span.overlaps(span); });
}

std::vector<std::string> ClauseWords::notions(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  const auto& grammar_words = grammar_words_.find(document.language)->second;
  const Stemmer& stems = stems_.find(document.language)->second;
  const Sounds& sounds = sounds_.find(document.language)->second;
  std::vector<std::string> notions = claim.notions;
  const auto add = [&](std::string_view name) {
    if (std::string sound = sounds(name); !sound.empty()) notions.push_back("name:" + std::move(sound));
  };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };  // no name, in a script with capitals
  for (std::uint32_t t = document.first_token_from(claim.span.begin);
       t < document.tokens.size() && document.tokens[t].begin < claim.span.end; ++t) {
    const Token& token = document.tokens[t];
    const std::string_view key = document.key(token);
    if (token.kind != TokenKind::word || is_small(document.surface(token).front()) || grammar_words.contains(key) ||
        tells_when_or_who(analysis, claim, document.span(t, t + 1)))
      continue;
    add(key);  // the first letter of a name may be written like one that is written before a word
    add(stems(key));
  }
  std::sort(notions.begin(), notions.end());
  notions.erase(std::unique(notions.begin(), notions.end()), notions.end());
  return notions;
}

std::vector<std::string> ClauseWords::operator()(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  const auto& grammar_words = grammar_words_.find(document.language)->second;
  const Stemmer& stems = stems_.find(document.language)->second;
  std::vector<std::string> words;
  const auto add = [&](std::string_view key) {
    if (grammar_words.contains(key)) return;
    const std::string_view stem = stems(key);
    if (letters_of(stem) >= 3 && !grammar_words.contains(stem)) words.emplace_back(stem);
  };
  const auto first = with_antecedent(document, claim, document.first_token_from(claim.span.begin));
  for (std::uint32_t t = first; t < document.tokens.size() && document.tokens[t].begin < claim.span.end; ++t)
    if (document.tokens[t].kind == TokenKind::word && !tells_when_or_who(analysis, claim, document.span(t, t + 1)))
      add(document.key(document.tokens[t]));
  for (const Participant& p : claim.participants)
    if (p.inherited)
      for (const auto word : words_of(p.head)) add(word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace isnad::linking
