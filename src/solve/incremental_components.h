// Which points hang together, otherwise than by the origin, while constraints are added.
#pragma once

#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// Disjoint sets of points by union by size, without path compression, so that the last
/// union can be undone: finding is O(log points). Of each set, how many splits hold in it.
/// Sets do not fall apart when a claim is retracted: they may be larger than components are.
class IncrementalComponents {
 public:
  explicit IncrementalComponents(std::size_t points = 0);

  void add_point();
  void unite(Vertex a, Vertex b);
  /// `count` more splits (fewer, where negative) in the set of `v`.
  void add_splits(Vertex v, std::int32_t count);
  std::int32_t splits(Vertex v) const { return splits_[find(v)]; }

  std::size_t steps() const { return log_.size(); }
  /// Back to the first `steps` changes and the first `points` points.
  void roll_back(std::size_t steps, std::size_t points);
  /// Forgets how to undo.
  void forget() { log_.clear(); }

  bool operator==(const IncrementalComponents&) const = default;

 private:
  struct Change {
    Vertex root;          ///< whose count changed; of a union, the one that was hung under another
    std::int32_t splits;  ///< by how much; 0 for a union
    bool operator==(const Change&) const = default;
  };
  Vertex find(Vertex v) const;

  std::vector<Vertex> parent_;
  std::vector<std::uint32_t> size_;
  std::vector<std::int32_t> splits_;
  std::vector<Change> log_;
};

}  // namespace isnad::solver
