#include "solve/blocks.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <utility>

namespace isnad::solver {
namespace {

using Pair = std::pair<Vertex, Vertex>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_index_t, std::size_t>>;

/// A cycle through all points of a claim: the least graph that keeps them in one block.
template <class Visit>
void each_pair(std::span<const Vertex> scope, const Visit& visit) {
  for (std::size_t i = 0; i + 1 < scope.size(); ++i) visit(Pair{scope[i], scope[i + 1]});
  if (scope.size() > 2) visit(Pair{scope.front(), scope.back()});
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

  Graph with_origin(model.point_count());
  Graph without(model.point_count());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    boost::add_edge(pairs[i].first, pairs[i].second, i, with_origin);
    if (pairs[i].first != 0) boost::add_edge(pairs[i].first, pairs[i].second, i, without);
  }

  std::vector<std::size_t> block_of(pairs.size());
  boost::biconnected_components(
      with_origin, boost::make_iterator_property_map(block_of.begin(), boost::get(boost::edge_index, with_origin)));
  std::vector<std::size_t> component_of(model.point_count());
  boost::connected_components(
      without, boost::make_iterator_property_map(component_of.begin(), boost::get(boost::vertex_index, without)));

  Grouping blocks;
  Grouping components;
  for (Rank c = 0; c < claims; ++c) {
    const auto scope = model.scope(c);
    if (scope.empty()) continue;
    if (scope.size() == 1) {  // a contradiction in itself, over no point but the origin
      blocks.add_alone(c);
      continue;
    }
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), Pair{scope[0], scope[1]});
    blocks.add(block_of[static_cast<std::size_t>(at - pairs.begin())], c);
    components.add(component_of[scope.back()], c);  // ascending: the last is not the origin
  }
  return {blocks.take(), components.take()};
}

}  // namespace isnad::solver
