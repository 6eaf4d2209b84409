// An article read for its times alone.
#pragma once

#include "isnad/claims.h"

namespace isnad::cli {

/// The temporal expressions and the publication day of one article; no claims. O(tokens).
[[nodiscard]] DocumentAnalysis read_timexes(Document document, const Grammar& grammar);

}  // namespace isnad::cli
