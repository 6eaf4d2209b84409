// A session's beginning.
#pragma once

#include "solve/session_state.h"

namespace isnad::solver {

/// The claims of `network` that `solution` keeps, settled. See Session::load.
Result<SessionState> load_state(Network network, const Solution& solution, const SessionOptions& options);

}  // namespace isnad::solver
