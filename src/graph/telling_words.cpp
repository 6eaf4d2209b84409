#include "graph/telling_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "isnad/stems.h"

namespace isnad::graph {
namespace {

constexpr std::size_t shortest_word = 8;    // bytes: four Arabic letters; shorter ones are mostly particles
constexpr std::size_t shortest_number = 3;  // figures: smaller numbers are told of anything

/// How many sentences may have a word that tells much, and one that tells something: a share of all, and in a small
/// corpus, where one word in three is of the story itself, at least so many.
constexpr std::size_t rare_share = 100, rare_at_least = 3;
constexpr std::size_t known_share = 40, known_at_least = 6;
constexpr std::uint32_t of_rare = 2, of_known = 1, of_number = 3;

struct Named {
  std::string name;
  bool number = false;
};

void add_word(const Document& document, const Token& token, const std::vector<std::string>& articles,
              std::vector<Named>& out) {
  const std::string_view key = document.key(token);
  if (token.kind == TokenKind::integer || token.kind == TokenKind::decimal) {
    if (key.size() >= shortest_number) out.push_back({std::string("number ").append(key), true});
  } else if (token.kind == TokenKind::word) {
    if (const std::string_view word = without_article(key, articles, 0); word.size() >= shortest_word)
      out.push_back({(document.language + ' ').append(word)});
  }
}

/// By sentence.
std::vector<std::vector<Named>> told_in(const DocumentAnalysis& analysis, const std::vector<std::string>& articles) {
  const Document& document = analysis.document;
  std::vector<std::vector<Named>> told(document.sentences.size());
  std::vector<bool> apart(document.tokens.size(), false);
  for (const Timex& t : analysis.timexes) std::fill(apart.begin() + t.first, apart.begin() + t.last, true);
  // Who says it says other things on other days.
  for (const Claim& claim : analysis.claims)
    for (const Speaker& s : claim.attribution)
      for (std::uint32_t t = document.first_token_from(s.span.begin);
           t < document.tokens.size() && document.tokens[t].begin < s.span.end; ++t)
        apart[t] = true;
  for (std::size_t s = 0; s < document.sentences.size(); ++s)
    for (std::uint32_t t = document.sentences[s].first; t < document.sentences[s].last; ++t)
      if (!apart[t]) add_word(document, document.tokens[t], articles, told[s]);
  std::size_t s = 0;
  for (const Timex& t : analysis.timexes) {
    while (s < document.sentences.size() && document.sentences[s].last <= t.first) ++s;
    if (s == document.sentences.size()) break;
    const CalendarFields& f = t.meaning.fields;
    if (f.hour && f.minute.value_or(0) != 0) told[s].push_back({fmt::format("clock {}:{}", *f.hour, *f.minute), true});
  }
  for (const Claim& claim : analysis.claims)
    for (const Participant& p : claim.participants)
      if (!p.entity.empty()) told[claim.sentence].push_back({"name " + p.entity});
  return told;
}

}  // namespace

TellingWords::TellingWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  std::unordered_map<std::string, std::uint32_t> ids;  // looked up only
  std::vector<bool> number;
  std::size_t sentences = 0;
  for (const DocumentAnalysis& analysis : corpus) {
    auto& of_document = of_.emplace_back();
    for (const std::vector<Named>& names : told_in(analysis, grammar.article_prefixes(analysis.document.language))) {
      ++sentences;
      Features& features = of_document.emplace_back();
      for (const Named& named : names) {
        const auto [it, fresh] = ids.try_emplace(named.name, static_cast<std::uint32_t>(ids.size()));
        if (fresh) number.push_back(named.number);
        features.push_back(it->second);
      }
      std::sort(features.begin(), features.end());
      features.erase(std::unique(features.begin(), features.end()), features.end());
    }
  }
  std::vector<std::size_t> holders(ids.size(), 0);
  for (const auto& document : of_)
    for (const Features& sentence : document)
      for (const std::uint32_t f : sentence) ++holders[f];
  const std::size_t rare = std::max(rare_at_least, sentences / rare_share);
  const std::size_t known = std::max(known_at_least, sentences / known_share);
  for (std::size_t f = 0; f < holders.size(); ++f)
    weight_.push_back(holders[f] <= rare ? (number[f] ? of_number : of_rare) : holders[f] <= known ? of_known : 0);
}

std::size_t TellingWords::shared(std::size_t document, std::size_t sentence, std::size_t other_document,
                                 std::size_t other_sentence) const {
  const Features& a = of_[document][sentence];
  const Features& b = of_[other_document][other_sentence];
  std::size_t sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) sum += weight_[*x];
    const bool step = *x <= *y;
    if (*y <= *x) ++y;
    if (step) ++x;
  }
  return sum;
}

}  // namespace isnad::graph
