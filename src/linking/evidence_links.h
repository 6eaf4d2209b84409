// Links from many small signs: candidates, and those for whose being one happening more speaks than against it.
#pragma once

#include <vector>

#include "isnad/linking.h"
#include "linking/evidence.h"

namespace isnad::linking {

/// What two clusters of claims must reach on average, each claim with each, to be joined by such a link.
constexpr double least_mean_evidence = -1.2;

/// Claims of one story, for each pair of which more evidence speaks than against it. A clause that no frame understands
/// may so be the same news as one that a frame does. Weak links: what they join gives way before any date does.
/// Strongest first. Candidates share a day or a word that few claims have: near linear.
[[nodiscard]] std::vector<Link> evidence_links(const Tellings& tellings, const Evidence& evidence, const Types& types);

}  // namespace isnad::linking
