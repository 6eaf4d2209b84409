// The solver's answer, handed to the checker that shares no code with it.
#pragma once

#include <string>

#include "cli/session.h"
#include "isnad/checker.h"
#include "isnad/solve.h"

namespace isnad::cli {

[[nodiscard]] checker::Report verify(const solver::Network& network, const solver::Solution& solution);

/// Says on standard error what the checker found. `path`: named before it, if not empty.
void report_verification(Session& session, const checker::Report& report, const std::string& path = {});

/// Findings, where --fail-on asks for them and the verdict is that claims contradict.
void raise_for(Session& session, solver::Status verdict);

}  // namespace isnad::cli
