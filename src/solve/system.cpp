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

Outgoing outgoing_edges(const System& system) {
  Outgoing out;
  out.first.assign(system.point_count + 1, 0);
  out.order.resize(system.edges.size());
  for (const Edge& e : system.edges) ++out.first[e.from + 1];
  for (std::size_t v = 0; v < system.point_count; ++v) out.first[v + 1] += out.first[v];
  std::vector<std::uint32_t> at(out.first.begin(), out.first.end() - 1);
  for (std::uint32_t i = 0; i < system.edges.size(); ++i) out.order[at[system.edges[i].from]++] = i;
  return out;
}

void normalise(Core& core) {
  sort_unique(core.claims);
  sort_unique(core.decisions);
}

}  // namespace isnad::solver
