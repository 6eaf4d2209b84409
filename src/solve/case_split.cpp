#include "solve/case_split.h"

#include <algorithm>

#include "solve/bounds_propagation.h"
#include "solve/negative_cycle.h"

namespace isnad::solver {
namespace {

/// Cases within cases, each a level of recursion; a network that asks for more is left undecided.
constexpr std::uint32_t deepest = 2000;

/// The solution of edges and members with the splits left out.
Bounds relaxed(const System& system, Work& work) {
  const Outgoing outgoing = outgoing_edges(system);
  if (const auto cycle = negative_cycle(system, outgoing, work)) {
    Bounds out;
    out.verdict = Verdict::infeasible;
    for (const std::uint32_t id : *cycle) {
      out.core.claims.push_back(system.edges[id].claim);
      if (system.edges[id].decision != none) out.core.decisions.push_back(system.edges[id].decision);
    }
    normalise(out.core);
    return out;
  }
  return propagate_bounds(system, outgoing, work);
}

/// The first alternative that `x` satisfies, or nothing.
const std::vector<Edge>* satisfied_alternative(const Split& split, const std::vector<Tick>& x) {
  const auto holds = [&x](const Edge& e) { return x[e.to] >= x[e.from] + e.gap; };
  for (const auto& alternative : split.alternatives) {
    if (std::all_of(alternative.begin(), alternative.end(), holds)) return &alternative;
  }
  return nullptr;
}

const Split* first_violated(const System& system, const std::vector<Tick>& x) {
  for (const Split& s : system.splits) {
    if (satisfied_alternative(s, x) == nullptr) return &s;
  }
  return nullptr;
}

/// Assumes an alternative at `depth` for as long as it lives.
class Assumption {
 public:
  Assumption(System& system, const std::vector<Edge>& alternative, std::uint32_t depth)
      : system_(system), before_(system.edges.size()) {
    for (Edge e : alternative) {
      e.decision = depth;
      system_.edges.push_back(e);
    }
  }
  ~Assumption() { system_.edges.resize(before_); }
  Assumption(const Assumption&) = delete;
  Assumption& operator=(const Assumption&) = delete;

 private:
  System& system_;
  std::size_t before_;
};

/// A split is satisfied once assumed, so the depth is at most their number.
Decision decide_at(System& system, std::uint32_t depth, Work& work) {
  Bounds bounds = relaxed(system, work);
  Decision out;
  out.verdict = bounds.verdict;
  out.core = std::move(bounds.core);
  if (out.verdict != Verdict::feasible) return out;

  const Split* violated = first_violated(system, bounds.least);
  if (violated == nullptr) {
    for (const Split& s : system.splits) {
      const auto& edges = *satisfied_alternative(s, bounds.least);
      out.chosen.insert(out.chosen.end(), edges.begin(), edges.end());
    }
    out.least = std::move(bounds.least);
    return out;
  }
  bounds = {};  // not kept through the recursion: a vector of all points at each level
  if (depth == deepest) {
    out.verdict = Verdict::undecided;
    return out;
  }

  out.verdict = Verdict::infeasible;
  out.core.claims.push_back(violated->claim);
  for (const auto& alternative : violated->alternatives) {
    Decision branch = [&] {
      const Assumption assumed(system, alternative, depth);
      return decide_at(system, depth + 1, work);
    }();
    if (branch.verdict == Verdict::feasible) return branch;
    if (branch.verdict == Verdict::undecided) {
      out.verdict = Verdict::undecided;
      continue;
    }
    auto& decisions = branch.core.decisions;
    const auto own = std::find(decisions.begin(), decisions.end(), depth);
    if (own == decisions.end()) return branch;  // fails whatever is assumed here
    decisions.erase(own);
    out.core.claims.insert(out.core.claims.end(), branch.core.claims.begin(), branch.core.claims.end());
    out.core.decisions.insert(out.core.decisions.end(), decisions.begin(), decisions.end());
  }
  normalise(out.core);
  return out;
}

bool lowers_any(const std::vector<Tick>& candidate, const std::vector<Tick>& best) {
  for (std::size_t v = 0; v < best.size(); ++v) {
    if (candidate[v] < best[v] && !is_floating(best[v])) return true;
  }
  return false;
}

void lower(LeastValues& best, const std::vector<Tick>& candidate) {
  for (std::size_t v = 0; v < candidate.size(); ++v) best.values[v] = std::min(best.values[v], candidate[v]);
}

void least_values_at(System& system, std::uint32_t depth, Work& work, LeastValues& best) {
  Bounds bounds = relaxed(system, work);
  if (bounds.verdict == Verdict::infeasible) return;
  if (bounds.verdict == Verdict::undecided) {
    best.tight = false;
    return;
  }
  if (!lowers_any(bounds.least, best.values)) return;
  const Split* violated = first_violated(system, bounds.least);
  if (violated == nullptr || depth == deepest || work.exhausted()) {
    if (violated != nullptr) best.tight = false;
    lower(best, bounds.least);  // with the work ended, the relaxation still bounds from below
    return;
  }
  bounds = {};
  for (const auto& alternative : violated->alternatives) {
    const Assumption assumed(system, alternative, depth);
    least_values_at(system, depth + 1, work, best);
  }
}

}  // namespace

Decision decide(const System& system, Work& work) {
  System scratch = system;
  return decide_at(scratch, 0, work);
}

LeastValues least_values(const System& system, Work& work) {
  System scratch = system;
  LeastValues best;
  best.values.assign(system.point_count, std::numeric_limits<Tick>::max());
  least_values_at(scratch, 0, work, best);
  if (!best.tight) {
    // Some branch was not looked at: only the relaxation bounds every solution from below.
    Work unlimited(std::numeric_limits<std::uint64_t>::max());
    best.values = relaxed(system, unlimited).least;
  }
  return best;
}

}  // namespace isnad::solver
