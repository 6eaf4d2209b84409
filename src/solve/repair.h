// The cheapest claims of a block to give up.
#pragma once

#include <vector>

#include "solve/minimal_conflict.h"

namespace isnad::solver {

struct BlockRepair {
  std::vector<Rank> drop;  ///< ascending; empty where the block is consistent
  std::int64_t weight = 0;
  std::int64_t lower_bound = 0;
  bool optimal = true;
  bool possible = true;          ///< false: no repair exists, or none was found in time
  std::vector<Clash> conflicts;  ///< those met on the way; empty where consistent or undecided
};

/// The least total weight of soft claims without which the block is consistent.
///
/// Implicit hitting sets: a repair meets every conflict. So conflicts are gathered, disjoint
/// ones first; the cheapest set that meets those known is tried; where it leaves a
/// contradiction, that gives further conflicts. The first that leaves none is optimal, for
/// it is the cheapest even for the conflicts known. Reiter, "A theory of diagnosis from
/// first principles", AI 32 (1987); Davies and Bacchus, "Solving MAXSAT by solving a
/// sequence of simpler SAT instances", CP 2011.
///
/// Among repairs of equal weight: the choice depends on weights and on the order of the
/// claims' names only. Where `work` ends first: a repair that gives up no claim without
/// need, the best lower bound, and optimal = false; this may cost as much again.
BlockRepair cheapest_repair(Block& block, std::uint64_t budget);

}  // namespace isnad::solver
