#include "graph/related_articles.h"

#include <algorithm>

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

bool is_place(std::string_view name) { return name.find('.') != std::string_view::npos; }

}  // namespace

RelatedArticles::RelatedArticles(const std::vector<DocumentAnalysis>& corpus) : names_(corpus.size()) {
  for (std::size_t d = 0; d < corpus.size(); ++d) {
    std::vector<std::string_view>& names = names_[d];
    for (const Claim& claim : corpus[d].claims) {
      for (const Participant& p : claim.participants) {
        if (!p.entity.empty()) names.push_back(p.entity);
        add_words(p.head, names);
      }
      for (const Speaker& s : claim.attribution)
        if (!s.unnamed) add_words(s.name, names);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string_view name : names) holders_[name].push_back(d);
  }
}

std::vector<std::size_t> RelatedArticles::of(std::size_t document) const {
  std::map<std::size_t, int> shared;
  for (const std::string_view name : names_[document]) {
    const std::vector<std::size_t>& holders = holders_.at(name);
    if (names_.size() > large_corpus && holders.size() * 10 > names_.size()) continue;
    for (const std::size_t other : holders) shared[other] += is_place(name) ? 2 : 1;
  }
  std::vector<std::size_t> related;
  for (const auto& [other, weight] : shared)
    if (other != document && weight >= 2) related.push_back(other);
  return related;
}

}  // namespace isnad::graph
