#include "graph/related_articles.h"

#include <algorithm>
#include <map>

#include "isnad/stems.h"

namespace isnad::graph {
namespace {

/// Shorter words are particles and first letters of names.
constexpr std::size_t shortest_name = 6;  // bytes: three Arabic letters
/// In a corpus of fewer articles even what all share may be what it is about.
constexpr std::size_t large_corpus = 50;

void add_words(std::string_view words, std::vector<std::string_view>& out) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (space >= shortest_name) out.push_back(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

/// A word of the text that may tell what it is about; shorter ones are mostly particles.
constexpr std::size_t shortest_word = 8;  // bytes: four Arabic letters
/// Words that two articles must share, and of how many of the shorter one's words they must be one.
constexpr std::size_t fewest_shared = 10, share = 7;

bool is_place(std::string_view name) { return name.find('.') != std::string_view::npos; }

bool own_text(Role role) { return role == Role::headline || role == Role::body; }

}  // namespace

std::vector<std::string_view> names_in(const Claim& claim) {
  std::vector<std::string_view> names;
  for (const Participant& p : claim.participants) {
    if (!p.entity.empty()) names.emplace_back(p.entity);
    add_words(p.head, names);
  }
  return names;
}

void RelatedArticles::Index::close() {
  for (std::size_t d = 0; d < of.size(); ++d) {
    std::sort(of[d].begin(), of[d].end());
    of[d].erase(std::unique(of[d].begin(), of[d].end()), of[d].end());
    for (const std::string_view word : of[d]) holders[word].push_back(d);
  }
}

bool RelatedArticles::Index::tells(std::string_view word) const {
  return of.size() <= large_corpus || holders.at(word).size() * 10 <= of.size();
}

RelatedArticles::RelatedArticles(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  for (const DocumentAnalysis& analysis : corpus) {
    Words& names = names_.of.emplace_back();
    for (const Claim& claim : analysis.claims) {
      const Words own = names_in(claim);
      names.insert(names.end(), own.begin(), own.end());
      for (const Speaker& s : claim.attribution)
        if (!s.unnamed) add_words(s.name, names);
    }
    Words& words = words_.of.emplace_back();
    const Document& document = analysis.document;
    const auto& articles = grammar.article_prefixes(document.language);
    for (const Sentence& sentence : document.sentences)
      for (std::uint32_t t = sentence.first; t < sentence.last && own_text(document.role(sentence)); ++t)
        if (const std::string_view word = without_article(document.key(document.tokens[t]), articles, 0);
            word.size() >= shortest_word)
          words.push_back(word);
  }
  names_.close();
  words_.close();
  found_.resize(corpus.size());
}

const std::vector<std::size_t>& RelatedArticles::of(std::size_t document) const {
  std::optional<std::vector<std::size_t>>& found = found_[document];
  if (!found) found = find(document);
  return *found;
}

std::vector<std::size_t> RelatedArticles::find(std::size_t document) const {
  std::map<std::size_t, std::size_t> names, words;
  for (const std::string_view name : names_.of[document])
    if (names_.tells(name))
      for (const std::size_t other : names_.holders.at(name)) names[other] += is_place(name) ? 2U : 1U;
  for (const std::string_view word : words_.of[document])
    if (words_.tells(word))
      for (const std::size_t other : words_.holders.at(word)) ++words[other];
  std::vector<std::size_t> related;
  for (std::size_t other = 0; other < names_.of.size(); ++other) {
    if (other == document) continue;
    const auto count = [&](const auto& shared) {
      const auto it = shared.find(other);
      return it == shared.end() ? std::size_t{0} : it->second;
    };
    const std::size_t shorter = std::min(words_.of[document].size(), words_.of[other].size());
    const std::size_t shared = count(words);
    if (count(names) >= 2 || (shared >= fewest_shared && shared * share >= shorter)) related.push_back(other);
  }
  return related;
}

}  // namespace isnad::graph
