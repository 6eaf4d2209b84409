// Sentences of different articles that say the same in nearly the same words.
#pragma once

#include <vector>

#include "isnad/linking.h"

namespace isnad::linking {

/// Stretches of at least nine words that two sentences share in order, with at most one word replaced, each side of it
/// at least three words long. Candidates share two shingles of three words; a shingle that very many sentences share is
/// no evidence. Linear in the corpus but for the alignment of candidates.
[[nodiscard]] std::vector<Parallel> find_parallels(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

}  // namespace isnad::linking
