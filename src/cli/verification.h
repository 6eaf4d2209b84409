// The solver's answer, handed to the checker that shares no code with it.
#pragma once

#include <string>

#include "cli/session.h"
#include "isnad/checker.h"
#include "isnad/solve_session.h"

namespace isnad::cli {

[[nodiscard]] checker::Report verify(const solver::Network& network, const solver::Solution& solution);

/// Whether what a document met is as the session says: what stands can hold together, and each conflict is one, without
/// a claim or a rule that could be left out of it.
[[nodiscard]] checker::Report verify(const solver::Network& known, const solver::Network& document,
                                     const solver::Session& session, const solver::Addition& addition);

/// Says on standard error what the checker found. `path`: named before it, if not empty.
void report_verification(Session& session, const checker::Report& report, const std::string& path = {});

/// Findings, where --fail-on asks for them and the verdict is that claims contradict.
void raise_for(Session& session, solver::Status verdict);

}  // namespace isnad::cli
