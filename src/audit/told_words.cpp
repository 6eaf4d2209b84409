#include "audit/told_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace isnad::audit_rules {
namespace {

/// Classes whose words tell how something is said, when, or how much, not what.
constexpr std::string_view grammar_classes[] = {
    "preposition", "complementizer",    "relative", "subordinator", "negation",    "auxiliary",
    "plan",        "according",         "saying",   "not-source",   "same-time",   "perfect-particle",
    "bound",       "general-adjective", "weekday",  "month",        "number-unit", "number-ten",
    "scale",       "number-hundred",    "title",    "with-pronoun", "count-bound", "percent"};

constexpr std::uint32_t few = 8;  ///< articles that have a rare word

/// Sorted, each once.
std::vector<std::string> each_once(std::vector<std::string_view> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return {words.begin(), words.end()};
}

}  // namespace

ToldWords::ToldWords(const Context& context) {
  std::map<std::string, std::unordered_set<std::string, WordHash, std::equal_to<>>, std::less<>> grammar_words;
  for (const DocumentAnalysis& d : context.corpus) {
    const auto [language, fresh] = languages_.try_emplace(d.document.language);
    auto& no_content = grammar_words[d.document.language];
    const std::vector<std::string>& conjunctions = context.grammar.conjunctions(d.document.language);
    if (fresh) {
      language->second.stemmer = Stemmer(context.grammar, d.document.language);
      language->second.concepts.emplace(context.grammar, d.document.language);
      for (const std::string_view cls : grammar_classes)
        for (std::string& form : context.grammar.forms(d.document.language, cls)) no_content.insert(std::move(form));
    }
    for (const Token& token : d.document.tokens) {
      const std::string_view key = d.document.key(token);
      if (token.kind != TokenKind::word || language->second.told.contains(key)) continue;
      const std::string_view stem = language->second.stemmer(key);
      const bool of_grammar = std::any_of(conjunctions.begin(), conjunctions.end(), [&](const std::string& glued) {
        return key.starts_with(glued) && no_content.contains(key.substr(glued.size()));  // "and | since"
      });
      const bool tells =
          letters_of(stem) >= 3 && !of_grammar && !no_content.contains(key) && !no_content.contains(stem);
      const std::string_view meaning = tells ? language->second.concepts->of(key) : std::string_view{};
      language->second.told.emplace(key, Told{std::string(stem), meaning, tells});
    }
  }
  for (const DocumentAnalysis& d : context.corpus) {
    std::vector<std::string_view> stems, meanings;
    each_word(d, 0, static_cast<std::uint32_t>(d.document.tokens.size()), [&](const Told& told) {
      stems.emplace_back(told.stem);
      if (!told.meaning.empty()) meanings.push_back(told.meaning);
    });
    articles_.push_back({each_once(std::move(stems)), 0});
    articles_.back().words = articles_.back().rare.size();
    for (const std::string& word : articles_.back().rare) ++articles_with_[word];
    for (const std::string& word : each_once(std::move(meanings))) ++articles_with_[word];
  }
  for (Article& article : articles_) {
    std::erase_if(article.rare, [&](const std::string& word) { return articles_with_.find(word)->second > few; });
    article.rare.shrink_to_fit();
  }
}

bool ToldWords::tell_one_story(DocumentIndex a, DocumentIndex b) const {
  constexpr std::size_t least = 10, least_tenths = 1, most_tenths = 4;
  const Article &x = articles_[index(a)], &y = articles_[index(b)];
  const std::size_t common = shared_words(x.rare, y.rare), tenths = 10 * common, shorter = std::min(x.words, y.words);
  return common >= least && tenths >= least_tenths * shorter && tenths <= most_tenths * shorter;
}

double ToldWords::common(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
  return common_of(a, b, std::numeric_limits<std::uint32_t>::max());
}

double ToldWords::rare_common(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
  return common_of(a, b, few);
}

/// As linking weighs them: a word of many articles tells little.
double ToldWords::common_of(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            std::uint32_t most_articles) const {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  double sum = 0;
  for (const std::string& word : both)
    if (const auto known = articles_with_.find(word); known != articles_with_.end() && known->second <= most_articles)
      sum += 1 / std::cbrt(static_cast<double>(known->second));
  return sum;
}

std::string ToldWords::stem(std::string_view language, std::string_view word) const {
  const std::string form = matching_form(word);
  return std::string(languages_.find(language)->second.stemmer(form));
}

std::string ToldWords::stem(const DocumentAnalysis& analysis, std::uint32_t token) const {
  const Document& document = analysis.document;
  if (token >= document.tokens.size() || document.tokens[token].kind != TokenKind::word) return {};
  return languages_.find(document.language)->second.told.find(document.key(document.tokens[token]))->second.stem;
}

std::vector<std::string> ToldWords::stems(const DocumentAnalysis& analysis, std::uint32_t first,
                                          std::uint32_t last) const {
  std::vector<std::string_view> words;
  each_word(analysis, first, last, [&](const Told& told) { words.emplace_back(told.stem); });
  return each_once(std::move(words));
}

std::vector<std::string> ToldWords::meanings(const DocumentAnalysis& analysis, std::uint32_t first,
                                             std::uint32_t last) const {
  std::vector<std::string_view> words;
  each_word(analysis, first, last, [&](const Told& told) {
    words.push_back(told.meaning.empty() ? std::string_view(told.stem) : told.meaning);
  });
  return each_once(std::move(words));
}

/// The content words among the tokens, but for expressions of time.
template <class Visit>
void ToldWords::each_word(const DocumentAnalysis& analysis, std::uint32_t first, std::uint32_t last,
                          Visit visit) const {
  const Document& document = analysis.document;
  const Language& language = languages_.find(document.language)->second;
  auto timex = std::lower_bound(analysis.timexes.begin(), analysis.timexes.end(), first,
                                [](const Timex& t, std::uint32_t token) { return t.last <= token; });
  for (std::uint32_t t = first; t < last; ++t) {
    while (timex != analysis.timexes.end() && timex->last <= t) ++timex;
    if (timex != analysis.timexes.end() && timex->first <= t) continue;
    if (document.tokens[t].kind != TokenKind::word) continue;
    if (const Told& told = language.told.find(document.key(document.tokens[t]))->second; told.content) visit(told);
  }
}

}  // namespace isnad::audit_rules
