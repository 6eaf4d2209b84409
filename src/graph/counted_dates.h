// Dates that are counted from what another clause or article dates.
#pragma once

#include <vector>

#include "isnad/graph.h"

namespace isnad::graph {

/// "Resigned two days after the report came out", where the coming out is linked with a claim that dates it: gives that
/// date to the claim that is counted from, and the one at the told distance to the other, each with the words that it
/// was taken from. Claims of the same article go before those of others; where those differ, nothing is dated.
/// O(claims, and for each that is counted from the claims of its event).
void count_dates(const std::vector<DocumentAnalysis>& corpus, const Linking& linking, TemporalGraph& graph);

}  // namespace isnad::graph
