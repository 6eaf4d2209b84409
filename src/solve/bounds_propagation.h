// Earliest times of all points under edges and unary domains with holes.
#pragma once

#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// Points without any lower bound start at this anchor, far below all dates: "floating".
/// What follows from dates lies within 2^60 on either side of 0 (see solve.h, limits).
inline constexpr Tick floating_anchor = -(Tick{1} << 61);
constexpr bool is_floating(Tick t) { return t < -(Tick{1} << 60); }

struct Bounds {
  Verdict verdict = Verdict::feasible;
  /// The least solution of edges and members, point by point; floating where the point
  /// has no lower bound. Only where feasible.
  std::vector<Tick> least;
  Core core;  ///< only where infeasible
};

/// Precondition: the edges of `system` alone are consistent (negative_cycle). Ignores splits.
///
/// Difference constraints and unary domains are closed under the pointwise minimum of two
/// solutions, so there is a least solution, and raising lower bounds - along an edge, or
/// over a hole of a domain to its next member - reaches it: Kumar, "On the tractability of
/// restricted disjunctive temporal problems", ICAPS 2005; Comin and Rizzi, "On restricted
/// disjunctive temporal problems: faster algorithms and tractability frontier", TIME 2018.
/// A finite union is left behind after as many jumps as it has holes. A lattice has no
/// last hole: where two lattices never meet, bounds would rise for ever. It is recognised
/// when a point is raised, through itself, to the same place of the common cycle, with only
/// edges and lattices in between: the same chain then applies again, without end.
///
/// Cost: O(V E) for edges, again for each hole jumped; with lattices up to the number of
/// their windows within one common cycle. Undecided when `work` ends.
Bounds propagate_bounds(const System& system, const Outgoing& outgoing, Work& work);

}  // namespace isnad::solver
