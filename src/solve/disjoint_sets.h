// Points that belong together.
#pragma once

#include <numeric>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// Sets of points that can only be joined: Tarjan 1975, with path halving.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t points) : parent_(points) { std::iota(parent_.begin(), parent_.end(), Vertex{0}); }
  /// The point that stands for the set of `v`.
  Vertex find(Vertex v) {
    for (; parent_[v] != v; v = parent_[v]) parent_[v] = parent_[parent_[v]];
    return v;
  }
  void join(Vertex a, Vertex b) { parent_[find(a)] = find(b); }

 private:
  std::vector<Vertex> parent_;
};

}  // namespace isnad::solver
