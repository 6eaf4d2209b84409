// A hitting set at once, without looking back far.
#pragma once

#include "solve/cover_rows.h"

namespace isnad::solver {

/// Repeatedly the element with the least cost per set that it newly meets; then without those that turn out not to be
/// needed, heaviest first: each that is left meets a set alone. Ties: less weight, then the earlier name. Chvatal, "A
/// greedy heuristic for the set-covering problem", Math. of Operations Research 4 (1979). O(elements * chosen + size).
/// `weights` and `costs` of all elements, 0 .. 2^40; there are fewer than 2^20 rows.
Choice greedy_cover(const Rows& rows, const std::vector<std::int64_t>& weights, const std::vector<std::int64_t>& costs);

}  // namespace isnad::solver
