#include "solve/blocks.h"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <utility>

#include "solve/disjoint_sets.h"

namespace isnad::solver {
namespace {

using Pair = std::pair<Vertex, Vertex>;
/// Each pair of points as two arcs.
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, Vertex, std::uint32_t>;

/// A cycle through all points of a claim: the least graph that keeps them in one block.
template <class Visit>
void each_pair(std::span<const Vertex> scope, const Visit& visit) {
  for (std::size_t i = 0; i + 1 < scope.size(); ++i) visit(Pair{scope[i], scope[i + 1]});
  if (scope.size() > 2) visit(Pair{scope.front(), scope.back()});
}

Graph symmetric(const std::vector<Pair>& pairs, std::size_t points) {
  std::vector<std::uint32_t> first(points + 1, 0);
  for (const Pair& p : pairs) {
    ++first[p.first];
    ++first[p.second];
  }
  for (std::size_t v = 1; v <= points; ++v) first[v] += first[v - 1];
  // From behind, so that the arcs of each point ascend; the pairs do, by their first point, then by their second.
  std::vector<Pair> arcs(2 * pairs.size());
  for (auto p = pairs.rbegin(); p != pairs.rend(); ++p) arcs[--first[p->first]] = *p;
  for (auto p = pairs.rbegin(); p != pairs.rend(); ++p) arcs[--first[p->second]] = {p->second, p->first};
  return {boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<Vertex>(points),
          static_cast<std::uint32_t>(arcs.size())};
}

/// Index of the arc. Precondition: it is there.
std::size_t arc(const Graph& graph, Vertex from, Vertex to) {
  const auto [begin, end] = boost::adjacent_vertices(from, graph);
  const auto at = std::lower_bound(begin, end, to);
  const auto first = boost::out_edges(from, graph).first;
  return boost::get(boost::edge_index, graph, *first) + static_cast<std::size_t>(at - begin);
}

/// Claims by the number of their group; groups in order of their first claim.
class Grouping {
 public:
  void add(std::size_t group, Rank claim) {
    if (group >= slot_.size()) slot_.resize(group + 1, none);
    if (slot_[group] == none) {
      slot_[group] = static_cast<std::uint32_t>(groups_.size());
      groups_.emplace_back();
    }
    groups_[slot_[group]].push_back(claim);
  }
  void add_alone(Rank claim) { groups_.push_back({claim}); }
  std::vector<std::vector<Rank>> take() { return std::move(groups_); }

 private:
  std::vector<std::uint32_t> slot_;
  std::vector<std::vector<Rank>> groups_;
};

}  // namespace

Decomposition decompose(const Model& model) {
  const auto claims = static_cast<Rank>(model.claim_count());
  std::vector<Pair> pairs;
  for (Rank c = 0; c < claims; ++c) {
    each_pair(model.scope(c), [&](const Pair& p) { pairs.push_back(p); });
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  const Graph graph = symmetric(pairs, model.point_count());
  // Of the two arcs, the one by which the search came has the block.
  std::vector<std::uint32_t> block_of(boost::num_edges(graph), none);
  boost::biconnected_components(
      graph, boost::make_iterator_property_map(block_of.begin(), boost::get(boost::edge_index, graph)));
  const auto block = [&](const Pair& p) {
    const std::uint32_t there = block_of[arc(graph, p.first, p.second)];
    return there != none ? there : block_of[arc(graph, p.second, p.first)];
  };
  DisjointSets component(model.point_count());
  for (const Pair& p : pairs) {
    if (p.first != 0) component.join(p.first, p.second);
  }

  Grouping blocks;
  Grouping components;
  for (Rank c = 0; c < claims; ++c) {
    const auto scope = model.scope(c);
    if (scope.empty()) continue;
    if (scope.size() == 1) {  // a contradiction in itself, over no point but the origin
      blocks.add_alone(c);
      continue;
    }
    blocks.add(block({scope[0], scope[1]}), c);
    components.add(component.find(scope.back()), c);  // ascending: the last is not the origin
  }
  return {blocks.take(), components.take()};
}

}  // namespace isnad::solver
