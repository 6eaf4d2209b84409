// The order of a document as a graph: which end of an interval is not after which, and between which instants each
// lies.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "isnad/timeml.h"

namespace isnad::tml {

/// An end of an interval: twice its index, and one more for its end.
using Node = std::size_t;
inline Node node(std::size_t interval, End end) { return 2 * interval + (end == End::end ? 1 : 0); }

/// Position among the instants at which the calendar's stretches begin and end.
using Rank = std::int64_t;
/// Not before the one, not after the other.
struct Bounds {
  Rank lo = -1;  ///< -1: none
  Rank hi = 0;   ///< OrderGraph::unbounded: none
};

struct OrderGraph {
  std::vector<std::pair<Node, Node>> edges;  ///< the first is not after the second
  std::vector<Bounds> bounds;                ///< by node: its own, nothing inferred
  Rank unbounded = 0;                        ///< how many instants there are
};

/// Of all links but those dropped. A value that fills its stretch is taken for exact. O(n log n).
[[nodiscard]] OrderGraph order_graph(const Document& document, const std::vector<std::optional<Placement>>& placements,
                                     const std::vector<bool>& dropped);

/// By interval: whether some link orders it, or it is the end point of a duration, or has one.
[[nodiscard]] std::vector<bool> related(const Document& document);

}  // namespace isnad::tml
