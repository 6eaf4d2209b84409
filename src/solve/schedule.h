// One concrete value for each point.
#pragma once

#include <vector>

#include "solve/case_split.h"

namespace isnad::solver {

/// A solution of `system` from its least one: dated points keep their least value, and
/// each group of floating points moves up together, as far as the dated points allow or,
/// where nothing holds it back, until it starts at 0 or within one cycle after.
/// Precondition: `decision` is decide(system) and feasible. O(V + E).
std::vector<Tick> schedule(const System& system, const Decision& decision);

}  // namespace isnad::solver
