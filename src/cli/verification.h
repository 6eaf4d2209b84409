// The solver's answer, handed to the checker that shares no code with it.
#pragma once

#include "isnad/checker.h"
#include "isnad/solve.h"

namespace isnad::cli {

[[nodiscard]] checker::Report verify(const solver::Network& network, const solver::Solution& solution);

}  // namespace isnad::cli
