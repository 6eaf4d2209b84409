// Making the sets to be met fewer and smaller.
#pragma once

#include "solve/cover_rows.h"

namespace isnad::solver {

/// Leaves the minimal sets, ordered by size and content. O(n^2) comparisons, most of them of one word.
void drop_supersets(Rows& rows);

/// Removes elements beside which another, no heavier, meets at least the same sets. True where there were any.
bool drop_dominated(Rows& rows, const std::vector<std::int64_t>& weights);

/// Sets that share no element, directly or through others, part by part.
std::vector<Rows> split_cover(const Rows& rows);

}  // namespace isnad::solver
