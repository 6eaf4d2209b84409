// What one speaker says in one article is one statement, told bit by bit.
#pragma once

#include <vector>

#include "isnad/linking.h"

namespace isnad::linking {

/// Statements of an article that are credited to one named speaker at one time, each linked to the one before it. A
/// speaker is named in full once and shortly after that: all names of an article that hold one another's words are one
/// speaker's. O(claims x speakers of an article).
[[nodiscard]] std::vector<Link> statement_links(const std::vector<DocumentAnalysis>& corpus);

}  // namespace isnad::linking
