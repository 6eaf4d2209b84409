#include "solve/case_split.h"

#include <algorithm>

namespace isnad::solver {
namespace {

/// Cases within cases, each a level of recursion; a network that asks for more is left undecided.
constexpr std::uint32_t deepest = 2000;

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

bool lowers_any(const std::vector<Tick>& candidate, const std::vector<Tick>& best) {
  for (std::size_t v = 0; v < best.size(); ++v) {
    if (candidate[v] < best[v] && !is_floating(best[v])) return true;
  }
  return false;
}

void lower(LeastValues& best, const std::vector<Tick>& candidate) {
  for (std::size_t v = 0; v < candidate.size(); ++v) best.values[v] = std::min(best.values[v], candidate[v]);
}

}  // namespace

Verdict Decider::relax(const System& system, Work& work, Core& core) {
  outgoing_.build(system);
  if (cycle_.find(system, outgoing_, work)) {
    for (const std::uint32_t id : cycle_.edges()) {
      core.claims.push_back(system.edges[id].claim);
      if (system.edges[id].decision != none) core.decisions.push_back(system.edges[id].decision);
    }
    normalise(core);
    return Verdict::infeasible;
  }
  bounds_.load(system, outgoing_);
  const Verdict verdict = bounds_.run(work);
  if (verdict == Verdict::infeasible) core = bounds_.core();
  return verdict;
}

/// A split is satisfied once assumed, so the depth is at most their number.
Decision Decider::decide_at(System& system, std::uint32_t depth, Work& work) {
  Decision out;
  out.verdict = relax(system, work, out.core);
  if (out.verdict != Verdict::feasible) return out;

  const Split* violated = first_violated(system, bounds_.least());
  if (violated == nullptr) {
    for (const Split& s : system.splits) {
      const auto& edges = *satisfied_alternative(s, bounds_.least());
      out.chosen.insert(out.chosen.end(), edges.begin(), edges.end());
    }
    out.least = std::move(bounds_.least());
    return out;
  }
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

void Decider::least_values_at(System& system, std::uint32_t depth, Work& work, LeastValues& best) {
  Core unused;
  const Verdict verdict = relax(system, work, unused);
  if (verdict == Verdict::infeasible) return;
  if (verdict == Verdict::undecided) {
    best.tight = false;
    return;
  }
  if (!lowers_any(bounds_.least(), best.values)) return;
  const Split* violated = first_violated(system, bounds_.least());
  if (violated == nullptr || depth == deepest || work.exhausted()) {
    if (violated != nullptr) best.tight = false;
    lower(best, bounds_.least());  // with the work ended, the relaxation still bounds from below
    return;
  }
  for (const auto& alternative : violated->alternatives) {
    const Assumption assumed(system, alternative, depth);
    least_values_at(system, depth + 1, work, best);
  }
}

Decision Decider::decide(System& system, Work& work) { return decide_at(system, 0, work); }

LeastValues Decider::least_values(System& system, Work& work) {
  LeastValues best;
  best.values.assign(system.point_count, std::numeric_limits<Tick>::max());
  least_values_at(system, 0, work, best);
  if (!best.tight) {
    // Some branch was not looked at: only the relaxation bounds every solution from below.
    Work unlimited(std::numeric_limits<std::uint64_t>::max());
    Core unused;
    relax(system, unlimited, unused);
    best.values = bounds_.least();
  }
  return best;
}

}  // namespace isnad::solver
