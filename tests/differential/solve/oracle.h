// What a solution must say, given for every set of claims whether it can hold: found by
// looking at all subsets.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "isnad/solve.h"

namespace isnad::test {

using Subset = std::uint32_t;  ///< bit i: claim i

inline std::int64_t weight_of(const solver::Network& network, Subset s) {
  std::int64_t sum = 0;
  for (std::size_t c = 0; c < network.claims().size(); ++c) {
    if ((s >> c & 1U) != 0) sum += *network.claims()[c].weight;
  }
  return sum;
}

inline Subset subset_of(const std::vector<solver::ClaimId>& claims) {
  Subset s = 0;
  for (const solver::ClaimId c : claims) s |= Subset{1} << index(c);
  return s;
}

/// Status, minimal conflicts, repair. `holds` is indexed by subset. All claims are soft.
inline void expect_verdicts(const solver::Network& network, const solver::Solution& solution,
                            const std::vector<bool>& holds) {
  const auto all = static_cast<Subset>(holds.size() - 1);
  std::set<Subset> minimal;
  std::int64_t cheapest = weight_of(network, all);
  for (Subset s = 0; s <= all; ++s) {
    if (holds[s]) {
      cheapest = std::min(cheapest, weight_of(network, all & ~s));
      continue;
    }
    bool is_minimal = true;
    for (std::size_t c = 0; c < network.claims().size(); ++c) {
      if ((s >> c & 1U) != 0 && !holds[s & ~(Subset{1} << c)]) is_minimal = false;
    }
    if (is_minimal) minimal.insert(s);
  }
  EXPECT_EQ(solution.status, holds[all] ? solver::Status::consistent : solver::Status::inconsistent);
  std::set<Subset> listed;
  for (const solver::Conflict& c : solution.conflicts) listed.insert(subset_of(c.claims));
  EXPECT_EQ(listed.size(), solution.conflicts.size());
  EXPECT_EQ(listed, minimal);
  EXPECT_TRUE(solution.conflicts_complete);
  EXPECT_TRUE(solution.repair.optimal);
  EXPECT_TRUE(solution.repair.possible);
  EXPECT_EQ(solution.repair.weight, cheapest);
  EXPECT_EQ(solution.repair.lower_bound, cheapest);
  EXPECT_EQ(weight_of(network, subset_of(solution.repair.drop)), cheapest);
  EXPECT_TRUE(holds[all & ~subset_of(solution.repair.drop)]);
}

}  // namespace isnad::test
