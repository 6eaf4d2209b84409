// How little a hitting set can weigh.
#pragma once

#include <cstdint>
#include <vector>

#include "solve/cover_rows.h"

namespace isnad::solver {

/// Lower bounds by Lagrangian relaxation: a hitting set is charged the prices of the sets that it leaves unmet, and
/// repaid those of the sets that it meets more than once; the cheapest choice then is the elements that cost less than
/// they are paid. Subgradient steps raise the prices towards the best, which is the bound of the linear relaxation.
/// Held and Karp 1971; Beasley, "A Lagrangian heuristic for set-covering problems", Naval Research Logistics 37 (1990).
///
/// In integers, so that the bound is certain and the same everywhere: prices count in 1 / scale of a weight.
class CoverBound {
 public:
  /// `weights`: of all elements, at most 2^40 each. Precondition of all else: fewer than 2^20 rows, of fewer than
  /// 2^22 members in all.
  explicit CoverBound(const std::vector<std::int64_t>& weights);

  /// No hitting set of `rows` weighs less than this. Changes the prices of `rows`, which are the better to begin with
  /// the nearer they are to the best; stops where the bound reaches `limit`. O(steps * total size of the rows).
  std::int64_t improve(Rows& rows, std::int64_t limit, int steps, Work& work);

  /// After that: what a hitting set with `e` weighs at least above the bound, or where negative, one without it.
  std::int64_t cost(Element e) const { return cost_[e]; }
  /// The same of all elements, with nothing below 0.
  std::vector<std::int64_t> costs() const;
  /// After that: whether no hitting set below `limit` has `e`; and whether each has it.
  bool excluded(Element e, std::int64_t limit) const { return cost_[e] > 0 && up(best_ + cost_[e]) >= limit; }
  bool needed(Element e, std::int64_t limit) const { return cost_[e] < 0 && up(best_ - cost_[e]) >= limit; }

 private:
  std::int64_t up(std::int64_t scaled) const { return scaled <= 0 ? 0 : (scaled - 1) / scale_ + 1; }
  std::int64_t evaluate(const Rows& rows);
  void start(Rows& rows);

  std::vector<std::int64_t> weight_;  ///< scaled
  std::int64_t scale_ = 1;
  std::int64_t best_ = 0;           ///< scaled
  std::vector<std::int64_t> cost_;  ///< scaled weight less what is paid
  std::vector<char> seen_;
  std::vector<std::int64_t> prices_;  ///< the best so far, by row
};

}  // namespace isnad::solver
