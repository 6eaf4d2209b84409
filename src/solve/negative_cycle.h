// Consistency of a Simple Temporal Network.
#pragma once

#include <optional>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// Indices of edges that form a cycle of positive total gap, so that they contradict one
/// another; nothing where the edges of `system` alone are consistent. Looks at edges only.
///
/// Bellman-Ford in first-in first-out order with subtree disassembly: Tarjan, "Shortest
/// paths", Bell Laboratories 1981; Cherkassky and Goldberg, "Negative-cycle detection
/// algorithms", Math. Programming 85 (1999). O(V E) at worst; near linear as a rule, and
/// it stops at the first cycle instead of running all V rounds.
std::optional<std::vector<std::uint32_t>> negative_cycle(const System& system, const Outgoing& outgoing, Work& work);

}  // namespace isnad::solver
