// What a time is counted from, and where it is told when that was.
#pragma once

#include <set>
#include <vector>

#include "linking/tellings.h"

namespace isnad::linking {

/// The claims from which others of their article count a definite amount of time. O(claims).
[[nodiscard]] std::set<ClaimRef> counted_from(const std::vector<DocumentAnalysis>& corpus);

/// "Resigned the day after the report came out": links the coming out, which has no date of its own, with the claim
/// that dates it. That one tells it by the same word, or one of the same concept, has most of its other words, and
/// stands in another sentence of the same article, else in one of the same story; where several claims do so, all must
/// mean one day.
/// O(claims that share a word).
[[nodiscard]] std::vector<Link> anchor_links(const std::vector<DocumentAnalysis>& corpus, const Tellings& tellings);

}  // namespace isnad::linking
