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
/// By duality: claims that meet every conflict, left out, leave none; so what is left by a
/// minimal set that meets all conflicts known either holds, or has a further conflict in
/// it. When every such set leaves what holds, all are known: a conflict not known would
/// lie in what one of them leaves. Reiter 1987; Stern, Kalech, Feldman and Provan,
/// "Exploring the duality in conflict-directed model-based diagnosis", AAAI 2012. The sets
/// are enumerated depth first, each once and without keeping them: Murakami and Uno,
/// "Efficient algorithms for dualizing large-scale hypergraphs", Discrete Applied
/// Mathematics 170 (2014). There may be exponentially many; that is what `work` bounds.
ConflictList list_conflicts(Block& block, std::vector<Clash> known, std::size_t limit, Work& work);

/// Makes minimal what is not, where the work ended too early; what then is the same is there once.
void finish_minimising(Block& block, std::vector<Clash>& conflicts, std::uint64_t steps);

}  // namespace isnad::solver
