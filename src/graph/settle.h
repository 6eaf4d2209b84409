// From what the network says of an article's publication day back to the dates of its expressions.
#pragma once

#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

/// Days that a publication may fall on: those in `window` on which `allowed` holds; empty where the window is open or
/// holds more than `limit` days.
[[nodiscard]] std::vector<Day> candidate_days(const Window& window, const std::vector<TimeDomain>& allowed,
                                              std::size_t limit);

/// Dates an article's expressions for each candidate day; an expression that comes out the same for all is dated, the
/// others get the union of what they may mean (up to a few windows), without a value.
void resolve_for(DocumentAnalysis& analysis, const std::vector<Day>& candidates);

/// When a claim's own article puts its event, from the resolved expressions; `published`: the days on which the article
/// may have appeared.
[[nodiscard]] std::optional<TimeDomain> claim_domain(const DocumentAnalysis& analysis, const Claim& claim,
                                                     const Window& published);

}  // namespace isnad::graph
