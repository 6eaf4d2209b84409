#include "timeml/order_graph.h"

#include <algorithm>

namespace isnad::tml {
namespace {

void add_orders(OrderGraph& graph, const Document& document, const std::vector<bool>& dropped) {
  const auto not_after = [&graph](Node a, Node b) { graph.edges.emplace_back(a, b); };
  for (std::size_t l = 0; l < document.links.size(); ++l) {
    if (dropped[l]) continue;
    const Link& link = document.links[l];
    for (const EndOrder& o : end_orders(link.relation)) {
      const Node a = node(o.first_side == Side::source ? link.source : link.target, o.first);
      const Node b = node(o.second_side == Side::source ? link.source : link.target, o.second);
      not_after(a, b);
      if (o.order == Order::same) not_after(b, a);
    }
  }
  for (std::size_t i = 0; i < document.intervals.size(); ++i) {
    const Interval& interval = document.intervals[i];
    not_after(node(i, End::begin), node(i, End::end));
    for (const End e : {End::begin, End::end}) {
      const auto& within = e == End::begin ? interval.begin_point : interval.end_point;
      if (!within) continue;
      not_after(node(*within, End::begin), node(i, e));
      not_after(node(i, e), node(*within, End::end));
    }
  }
  const auto created = document.creation_time();
  for (std::size_t i = 0; created && i < document.intervals.size(); ++i) {
    if (i == *created || document.intervals[i].value != "PRESENT_REF") continue;
    not_after(node(i, End::begin), node(*created, End::end));
    not_after(node(*created, End::begin), node(i, End::end));
  }
}

void add_bounds(OrderGraph& graph, const std::vector<std::optional<Placement>>& placements) {
  std::vector<Instant> instants;
  for (const auto& placed : placements) {
    if (!placed) continue;
    instants.push_back(*placed->window.earliest);
    instants.push_back(*placed->window.latest + Minutes{1});
  }
  std::sort(instants.begin(), instants.end());
  instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
  graph.unbounded = static_cast<Rank>(instants.size());
  graph.bounds.assign(2 * placements.size(), {-1, graph.unbounded});
  for (std::size_t i = 0; i < placements.size(); ++i) {
    if (!placements[i]) continue;
    const auto rank = [&](Instant t) {
      return std::lower_bound(instants.begin(), instants.end(), t) - instants.begin();
    };
    const Rank first = rank(*placements[i]->window.earliest);
    const Rank last = rank(*placements[i]->window.latest + Minutes{1});
    graph.bounds[node(i, End::begin)] = {first, placements[i]->fills ? first : last};
    graph.bounds[node(i, End::end)] = {placements[i]->fills ? last : first, last};
  }
}

}  // namespace

OrderGraph order_graph(const Document& document, const std::vector<std::optional<Placement>>& placements,
                       const std::vector<bool>& dropped) {
  OrderGraph graph;
  add_orders(graph, document, dropped);
  add_bounds(graph, placements);
  return graph;
}

std::vector<bool> related(const Document& document) {
  std::vector<bool> out(document.intervals.size(), false);
  for (const Link& link : document.links) {
    if (end_orders(link.relation).empty()) continue;
    out[link.source] = out[link.target] = true;
  }
  for (std::size_t i = 0; i < document.intervals.size(); ++i) {
    for (const auto& point : {document.intervals[i].begin_point, document.intervals[i].end_point}) {
      if (point) out[i] = out[*point] = true;
    }
  }
  return out;
}

}  // namespace isnad::tml
