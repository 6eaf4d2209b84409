// isnad solve NETWORK --add MORE: what further claims contradict.
#pragma once

#include <string>
#include <vector>

#include "cli/outputs.h"
#include "isnad/solve.h"

namespace isnad::cli {

/// Reads the claims of the file `more`, takes them up beside those of `network` that `solution` keeps, and writes what
/// they meet.
void solve_addition(Session& session, const std::vector<Output>& outputs, solver::Network network,
                    const solver::Solution& solution, const std::string& more, bool verify);

}  // namespace isnad::cli
