#include "solve/schedule.h"

#include <algorithm>
#include <limits>

#include "solve/bounds_propagation.h"
#include "solve/disjoint_sets.h"

namespace isnad::solver {
namespace {

constexpr Tick unlimited = std::numeric_limits<Tick>::max();

Tick floor_div(Tick a, Tick b) {  // b > 0
  const Tick q = a / b;
  return a % b < 0 ? q - 1 : q;
}

}  // namespace

std::vector<Tick> schedule(const System& system, const Decision& decision) {
  std::vector<Tick> x = decision.least;
  const auto floating = [&x](Vertex v) { return is_floating(x[v]); };
  const auto each_edge = [&](const auto& visit) {
    for (const Edge& e : system.edges) visit(e);
    for (const Edge& e : decision.chosen) visit(e);
  };

  DisjointSets groups(x.size());  // floating points tied by constraints
  each_edge([&](const Edge& e) {
    if (floating(e.from) && floating(e.to)) groups.join(e.from, e.to);
  });

  // By how many cycles a group may move: edges within it and lattices stay as they are.
  std::vector<Tick> moves(x.size(), unlimited);
  std::vector<Tick> lowest(x.size(), unlimited);
  const auto limit = [&](Vertex v, Tick highest) {
    Tick& m = moves[groups.find(v)];
    m = std::min(m, floor_div(highest - x[v], system.cycle));
  };
  each_edge([&](const Edge& e) {
    if (floating(e.from) && !floating(e.to)) limit(e.from, x[e.to] - e.gap);
  });
  for (const Member& m : system.members) {
    // A floating point of a finite union stands in its first stretch, which is open below.
    if (floating(m.point) && m.domain->period() == 0) limit(m.point, *m.domain->intervals().front().max);
  }
  for (Vertex v = 0; v < x.size(); ++v) {
    if (floating(v)) lowest[groups.find(v)] = std::min(lowest[groups.find(v)], x[v]);
  }

  std::vector<Tick> out = x;
  for (Vertex v = 0; v < x.size(); ++v) {
    if (!floating(v)) continue;
    const Vertex g = groups.find(v);
    const Tick cycles = moves[g] != unlimited ? moves[g] : -floor_div(lowest[g], system.cycle);
    out[v] = x[v] + cycles * system.cycle;
  }
  return out;
}

}  // namespace isnad::solver
