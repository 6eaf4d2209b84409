// isnad solve --from timeml: temporal links of annotated documents.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "isnad/solve.h"

namespace isnad::cli {

/// Reads each TimeML file, checks it, and writes the answers together. A file that cannot be read is named; the others
/// are checked all the same.
void solve_timeml(Session& session, const std::vector<std::string>& paths, const solver::SolveOptions& options,
                  bool verified);

}  // namespace isnad::cli
