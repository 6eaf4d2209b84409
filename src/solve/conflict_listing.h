// All minimal conflicts of a block.
#pragma once

#include <vector>

#include "solve/minimal_conflict.h"

namespace isnad::solver {

struct ConflictList {
  std::vector<Clash> conflicts;  ///< ascending by their soft claims
  bool complete = true;
};

/// The minimal conflicts of the block, beginning from those `known`, until there are
/// `limit` of them or `work` ends.
///
/// Hitting-set tree, breadth first: a node is a set of claims left out; a conflict among
/// the others gives it one child for each claim of that conflict. Any minimal conflict not
/// yet listed lies in some child of every node it lies in, so the finished tree has them
/// all. Reiter 1987, with the correction of Greiner, Smith and Wilkerson, AI 41 (1989);
/// conflicts already listed serve as labels without a decision.
ConflictList list_conflicts(Block& block, std::vector<Clash> known, std::size_t limit, Work& work);

}  // namespace isnad::solver
