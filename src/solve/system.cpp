#include "solve/system.h"

#include <algorithm>

namespace isnad::solver {
namespace {

/// x(to) >= x(from) + gap is -x(from) >= -x(to) + gap.
Edge reversed(Edge e) {
  std::swap(e.from, e.to);
  return e;
}

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

System mirrored(const System& system) {
  System out = system;
  for (Edge& e : out.edges) e = reversed(e);
  for (Member& m : out.members) std::swap(m.domain, m.mirror);
  for (Split& s : out.splits) {
    for (auto& alternative : s.alternatives) {
      for (Edge& e : alternative) e = reversed(e);
    }
  }
  return out;
}

void Outgoing::build(const System& system) {
  // first[v] is moved from the end of v's stretch to its begin while the stretch is filled from behind.
  first.assign(system.point_count + 1, 0);
  order.resize(system.edges.size());
  for (const Edge& e : system.edges) ++first[e.from];
  for (std::size_t v = 1; v <= system.point_count; ++v) first[v] += first[v - 1];
  for (auto i = static_cast<std::uint32_t>(system.edges.size()); i-- > 0;) order[--first[system.edges[i].from]] = i;
}

void normalise(Core& core) {
  sort_unique(core.claims);
  sort_unique(core.decisions);
}

}  // namespace isnad::solver
