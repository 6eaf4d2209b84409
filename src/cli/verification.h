// The solver's answer, handed to the checker that shares no code with it.
#pragma once

#include <string>

#include "cli/session.h"
#include "isnad/checker.h"
#include "isnad/solve.h"

namespace isnad::cli {

[[nodiscard]] checker::Report verify(const solver::Network& network, const solver::Solution& solution);

/// Verifies, and says on standard error what came of it; a wrong answer is an internal error. `path`: named before it,
/// if not empty.
void report_verification(Session& session, const solver::Network& network, const solver::Solution& solution,
                         const std::string& path = {});

}  // namespace isnad::cli
