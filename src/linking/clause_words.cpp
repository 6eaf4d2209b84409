#include "linking/clause_words.h"

#include <algorithm>

namespace isnad::linking {
namespace {

/// Classes whose words tell how something is said, not what.
constexpr std::string_view grammar_classes[] = {
    "preposition",       "complementizer", "relative",    "subordinator", "negation",
    "auxiliary",         "plan",           "according",   "saying",       "perfect-particle",
    "general-adjective", "weekday",        "month",       "title",        "not-source",
    "same-time",         "bound",          "with-pronoun"};

std::size_t letters_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view without_last_letter(std::string_view utf8) {
  std::size_t end = utf8.size() - 1;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return utf8.substr(0, end);
}

}  // namespace

ClauseWords::ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) : grammar_(grammar) {
  for (const DocumentAnalysis& d : corpus) {
    auto [words, fresh] = grammar_words_.try_emplace(d.document.language);
    if (!fresh) continue;
    for (const std::string_view cls : grammar_classes)
      for (std::string& form : grammar.forms(d.document.language, cls)) words->second.insert(std::move(form));
  }
}

std::vector<std::string> ClauseWords::operator()(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  const auto& prefixes = grammar_.article_prefixes(document.language);
  const auto& grammar_words = grammar_words_.find(document.language)->second;
  const auto excluded = [&](const SourceSpan& span) {
    return std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                       [&](const Timex& t) { return t.span.overlaps(span); }) ||
           std::any_of(claim.attribution.begin(), claim.attribution.end(),
                       [&](const Speaker& s) { return s.span.overlaps(span); });
  };
  std::vector<std::string> words;
  const auto begin = std::lower_bound(document.tokens.begin(), document.tokens.end(), claim.span.begin,
                                      [](const Token& t, ByteOffset at) { return t.begin < at; });
  for (auto t = begin; t != document.tokens.end() && t->begin < claim.span.end; ++t) {
    if (t->kind != TokenKind::word) continue;
    const auto at = static_cast<std::uint32_t>(t - document.tokens.begin());
    std::string_view key = document.key(*t);
    if (grammar_words.contains(key)) continue;
    for (const std::string& p : prefixes)
      if (key.starts_with(p) && letters_of(key) > letters_of(p) + 2) {
        key.remove_prefix(p.size());
        break;
      }
    const std::size_t letters = letters_of(key);
    if (letters < 3 || grammar_words.contains(key) || excluded(document.span(at, at + 1))) continue;
    words.emplace_back(letters > 4 ? without_last_letter(key) : key);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace isnad::linking
