// Which articles of a corpus speak of the same people and places.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

/// An index of the names in the articles' claims. Holds views into the corpus, which must outlive it.
class RelatedArticles {
 public:
  /// O(participants).
  explicit RelatedArticles(const std::vector<DocumentAnalysis>& corpus);

  /// The other articles that share a known place, or two words of names, with this one; in order. Names that a tenth of
  /// a large corpus shares tell nothing.
  [[nodiscard]] std::vector<std::size_t> of(std::size_t document) const;

 private:
  std::vector<std::vector<std::string_view>> names_;              ///< by document, sorted
  std::map<std::string_view, std::vector<std::size_t>> holders_;  ///< by name, the documents
};

}  // namespace isnad::graph
