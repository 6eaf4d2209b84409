// When claims put their events, and how far apart that may be for one event.
#pragma once

#include <optional>

#include "isnad/linking.h"

namespace isnad::linking {

/// When a claim's own words put its event; nothing where they do not, or the year is open.
[[nodiscard]] std::optional<Window> window_of_claim(const DocumentAnalysis& analysis, const Claim& claim);

/// The same, also where the expression stands in a clause beside it, and for a statement the time of saying it.
[[nodiscard]] std::optional<Window> window_of_telling(const DocumentAnalysis& analysis, const Claim& claim);

/// Whole days between two windows; 0 where they meet. Months or years that touch are still different ones: windows of
/// weeks are as far apart as their begins.
[[nodiscard]] std::int64_t gap_days(const Window& a, const Window& b);

/// May two datings so far apart be meant for one event? For what happens `once` up to some weeks, or at the same time
/// of another year, which is the commonest slip; of what recurs up to three days where `slip`, else none.
[[nodiscard]] bool gap_allowed(std::int64_t gap, bool once, bool slip);

/// How far apart the claims of one event put it: between the first window that ends and the last that begins. Exact for
/// any number of claims: two windows meet where neither begins behind the other's end.
struct Spread {
  std::optional<Instant> first_end, last_begin;
  bool once = false;  ///< some claim's type happens once
  [[nodiscard]] bool allowed() const;
};
[[nodiscard]] Spread joined(const Spread& a, const Spread& b);

/// The spread of one claim. What recurs and is told without a date happened in the weeks before its article.
[[nodiscard]] Spread spread_of(const DocumentAnalysis& analysis, const Claim& claim, bool once);

}  // namespace isnad::linking
