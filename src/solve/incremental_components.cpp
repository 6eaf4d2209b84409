#include "solve/incremental_components.h"

#include <numeric>
#include <utility>

namespace isnad::solver {

IncrementalComponents::IncrementalComponents(std::size_t points)
    : parent_(points), size_(points, 1), splits_(points, 0) {
  std::iota(parent_.begin(), parent_.end(), Vertex{0});
}

void IncrementalComponents::add_point() {
  parent_.push_back(static_cast<Vertex>(parent_.size()));
  size_.push_back(1);
  splits_.push_back(0);
}

Vertex IncrementalComponents::find(Vertex v) const {
  while (parent_[v] != v) v = parent_[v];
  return v;
}

void IncrementalComponents::unite(Vertex a, Vertex b) {
  Vertex root = find(a);
  Vertex hung = find(b);
  if (root == hung) return;
  if (size_[root] < size_[hung]) std::swap(root, hung);
  parent_[hung] = root;
  size_[root] += size_[hung];
  splits_[root] += splits_[hung];
  log_.push_back({hung, 0});
}

void IncrementalComponents::add_splits(Vertex v, std::int32_t count) {
  if (count == 0) return;
  const Vertex root = find(v);
  splits_[root] += count;
  log_.push_back({root, count});
}

void IncrementalComponents::roll_back(std::size_t steps, std::size_t points) {
  for (; log_.size() > steps; log_.pop_back()) {
    const Change& c = log_.back();
    if (c.splits != 0) {
      splits_[c.root] -= c.splits;
      continue;
    }
    const Vertex root = parent_[c.root];
    parent_[c.root] = c.root;
    size_[root] -= size_[c.root];
    splits_[root] -= splits_[c.root];
  }
  parent_.resize(points);
  size_.resize(points);
  splits_.resize(points);
}

}  // namespace isnad::solver
