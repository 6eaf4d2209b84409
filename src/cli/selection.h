// Which findings are shown, and whether they fail the run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/session.h"
#include "isnad/audit.h"
#include "isnad/store.h"

namespace isnad::cli {

/// All findings.
[[nodiscard]] std::vector<std::size_t> all_findings(const Timeline& timeline);

/// Raises the exit status to `findings` where one of `selected` is at or above `fail_on` (error|warning|note|never).
/// Returns whether it did.
bool judge(Session& session, const Timeline& timeline, const std::vector<std::size_t>& selected,
           const std::string& fail_on);

}  // namespace isnad::cli
