// Which articles of a corpus speak of the same things.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

/// Ids of the participants of a claim, and the words of their heads that are long enough to be names. Views into it.
[[nodiscard]] std::vector<std::string_view> names_in(const Claim& claim);

/// An index of the articles' names and words. Holds views into the corpus, which must outlive it.
class RelatedArticles {
 public:
  /// O(tokens log tokens).
  RelatedArticles(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// The other articles that share a known place, or two words of names, with this one, or a seventh of the words of
  /// the shorter of the two: 99 in 100 pairs from different stories share less than that, three in four from one story
  /// more; words are taken without the article. In order. What a tenth of a large corpus shares tells nothing. Found
  /// once an article.
  [[nodiscard]] const std::vector<std::size_t>& of(std::size_t document) const;

 private:
  using Words = std::vector<std::string_view>;  ///< sorted
  struct Index {
    std::vector<Words> of;                                                   ///< by document
    std::unordered_map<std::string_view, std::vector<std::size_t>> holders;  ///< by word, the documents; looked up only

    void close();
    [[nodiscard]] bool tells(std::string_view word) const;
  };
  [[nodiscard]] std::vector<std::size_t> find(std::size_t document) const;

  Index names_, words_;
  mutable std::vector<std::optional<std::vector<std::size_t>>> found_;  ///< by document
};

}  // namespace isnad::graph
