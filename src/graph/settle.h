// From what the network says of an article's publication day back to the dates of its expressions.
#pragma once

#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

/// Days that a publication may fall on: those in `window` on which `allowed` holds; empty where the window is open or
/// holds more than `limit` days.
[[nodiscard]] std::vector<Day> candidate_days(const Window& window, const std::vector<TimeDomain>& allowed,
                                              std::size_t limit);

/// What a kept claim must meet: its event's window.
struct MustMeet {
  std::uint32_t claim = 0;
  Window event;
};

/// What an expression comes to; without a value where it has no date on any day.
struct DatedExpression {
  std::string value;
  std::optional<TimeDomain> domain;
};

/// An article's expressions, dated for one day on which it may have appeared; none where that was not needed.
struct Dating {
  Day published;
  std::vector<DatedExpression> expressions;
};

/// The days of publication for which every one of `claims` meets its event; all of them where there is none. The
/// network's relaxation lets a year through that the exact reading of "late November" on that day excludes.
/// O(days x timexes); of claims whose dates do not hang on that day O(days).
[[nodiscard]] std::vector<Dating> consistent(const DocumentAnalysis& analysis, const std::vector<Day>& days,
                                             const std::vector<MustMeet>& claims);

/// Dates the article's expressions for all the days on which it may have appeared: one that comes out the same for each
/// is dated, the others get the union of what they may mean (up to a few windows), without a value. Does nothing
/// without a day. O(days x timexes) at most: an expression is read until nothing is left of it.
void settle(DocumentAnalysis& analysis, std::vector<Dating> datings);

/// The day or stretch that lies so far from another as `time` counts (is_counted()); nothing where that one is open.
[[nodiscard]] std::optional<TimeDomain> at_distance(const TimeDomain& from, const ClaimTime& time);

/// When a claim's own article puts its event, from the resolved expressions; `published`: the days on which the article
/// may have appeared.
[[nodiscard]] std::optional<TimeDomain> claim_domain(const DocumentAnalysis& analysis, const Claim& claim,
                                                     const Window& published);

}  // namespace isnad::graph
