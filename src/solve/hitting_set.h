// The cheapest set of elements that meets every one of some sets.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

struct HittingSet {
  std::vector<Rank> elements;    ///< ascending
  std::int64_t weight = 0;       ///< sum over `elements`
  std::int64_t lower_bound = 0;  ///< no hitting set weighs less
  bool optimal = true;           ///< lower_bound = weight
};

/// Minimum-weight hitting set of `sets`, none of them empty, with positive weights.
///
/// Branch and bound: supersets of other sets and elements dominated by others are removed
/// (Garfinkel and Nemhauser, Integer Programming, 1972, chapter 8), what falls apart is
/// solved part by part, a part is bounded by CoverBound, whose costs also decide elements
/// without a branch, and branches on the element that the bound would take. NP-hard; when
/// `work` ends, the best set found, and the bound of the whole.
///
/// `known_bound`: a weight below which none is known to lie, from fewer sets. `limit`: sets
/// of this weight and more are of no use; where there is no lighter one, the answer has no
/// elements, and `limit` for its weight and bound.
HittingSet minimum_hitting_set(const std::vector<std::vector<Rank>>& sets,
                               const std::function<std::int64_t(Rank)>& weight, std::int64_t known_bound,
                               std::int64_t limit, Work& work);

/// A hitting set made of the element that meets most sets for its weight, again and again,
/// without those that turn out not to be needed: each that is left meets a set alone. No
/// lower bound. O(total size of the sets * elements chosen).
HittingSet greedy_hitting_set(const std::vector<std::vector<Rank>>& sets,
                              const std::function<std::int64_t(Rank)>& weight);

}  // namespace isnad::solver
