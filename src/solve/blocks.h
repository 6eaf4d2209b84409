// Splitting a network into parts that can be judged one by one.
#pragma once

#include <vector>

#include "solve/model.h"

namespace isnad::solver {

/// Groups of claims, each ascending; groups ascend by their first claim.
struct Decomposition {
  /// Biconnected blocks of the constraint graph with the origin as a vertex. Every minimal
  /// conflict lies inside one block: where two parts share a single point, solutions of
  /// both fit together, at the origin because it is fixed, elsewhere because the part
  /// without the origin can be shifted as a whole. So conflicts and repairs of the blocks
  /// are, put together, those of the network. A claim over several pairs of points keeps
  /// all of them in one block.
  std::vector<std::vector<Rank>> blocks;
  /// Connected components of the graph without the origin: windows and schedules of
  /// different components do not touch each other.
  std::vector<std::vector<Rank>> components;
};

/// Hopcroft and Tarjan 1973, by Boost.Graph. O(V + E log E). Claims that always hold are in no group.
Decomposition decompose(const Model& model);

}  // namespace isnad::solver
