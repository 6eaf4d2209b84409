// Feasibility of a whole system, disjunctions between two points included.
#pragma once

#include <vector>

#include "solve/bounds_propagation.h"
#include "solve/negative_cycle.h"
#include "solve/system.h"

namespace isnad::solver {

struct Decision {
  Verdict verdict = Verdict::feasible;
  /// Where feasible: the least solution of `chosen` with the edges and members.
  std::vector<Tick> least;
  /// Where feasible: for each split, the edges of an alternative that `least` satisfies.
  std::vector<Edge> chosen;
  Core core;  ///< only where infeasible; without decisions
};

/// The least value of each point over all solutions; floating where it has none.
struct LeastValues {
  std::vector<Tick> values;
  bool tight = true;  ///< false: `work` ended, and a value may be too low
};

/// Decides systems. Keeps its memory from one to the next: most are small, and there are many.
class Decider {
 public:
  /// Decides `system`: negative cycles, then bounds, then a case split for each disjunction
  /// that the least solution violates (a disjunction it satisfies needs none). A branch that
  /// fails without its own assumption ends the split: the other alternatives would fail
  /// alike. Stergiou and Koubarakis, "Backtracking algorithms for disjunctions of temporal
  /// constraints", AAAI 1998. Polynomial without splits; exponential in those violated.
  /// `system` is the same afterwards; assumptions are added to it for a while.
  Decision decide(System& system, Work& work);

  /// Precondition: `system` is feasible. Branch and bound over the same case split: a branch
  /// whose relaxation lowers no point any further is left. Without splits, one propagation.
  LeastValues least_values(System& system, Work& work);

 private:
  /// The solution of edges and members with the splits left out; `core` where there is none.
  Verdict relax(const System& system, Work& work, Core& core);
  Decision decide_at(System& system, std::uint32_t depth, Work& work);
  void least_values_at(System& system, std::uint32_t depth, Work& work, LeastValues& best);

  Outgoing outgoing_;
  NegativeCycle cycle_;
  BoundsPropagation bounds_;
};

}  // namespace isnad::solver
