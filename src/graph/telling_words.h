// What two sentences must share to tell the same.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

/// What the sentences of a corpus tell, as far as it can be compared: rare words of one language, and in any language
/// numbers, clock times and known names.
class TellingWords {
 public:
  /// O(tokens log tokens).
  TellingWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// How much two sentences of different articles share: two for each rare word or name, one for a less rare one,
  /// three for a number or a clock time. O(words of both).
  [[nodiscard]] std::size_t shared(std::size_t document, std::size_t sentence, std::size_t other_document,
                                   std::size_t other_sentence) const;

 private:
  using Features = std::vector<std::uint32_t>;  ///< sorted

  std::vector<std::vector<Features>> of_;  ///< by document, sentence
  std::vector<std::uint32_t> weight_;      ///< by feature
};

}  // namespace isnad::graph
