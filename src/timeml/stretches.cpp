// Where the order of a document stays open.
//
//  1. Ends of intervals are nodes, "not after" is an edge; calendar instants are no nodes but bounds (lo, hi) in ranks,
//     carried along the edges, so that p is not after q where a path leads from p to q or hi(p) <= lo(q). A value that
//     fills its stretch is taken for exact here: nobody asks which of two Decembers began first.
//  2. Nodes that coincide are one moment: strong components, and those that one instant pins.
//  3. Kahn's order by (lo, hi, text): both kinds of "not after" agree with it.
//  4. A cut behind position k parts the moments into two sets all of whose pairs are ordered if and only if this is
//  true
//     of those before it without a successor before it, and those behind it without a predecessor behind it. Whatever
//     lies between two of these would be one itself, so only edges and bounds can order them: pairs that bounds leave
//     open are counted in two Fenwick trees, edges between such pairs by their first and last k.
//  5. What lies between two neighbouring cuts is a stretch, or a single moment ordered with everything.
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <queue>
#include <tuple>

#include "timeml/order_graph.h"

namespace isnad::tml {
namespace {

/// Counts by rank. Rank -1 is the first.
class Fenwick {
 public:
  explicit Fenwick(Rank ranks) : sums_(static_cast<std::size_t>(ranks) + 3, 0) {}
  void add(Rank rank, std::int64_t count) {
    for (std::size_t i = at(rank); i < sums_.size(); i += i & (~i + 1)) sums_[i] += count;
  }
  /// Of all ranks below.
  std::int64_t below(Rank rank) const {
    std::int64_t sum = 0;
    for (std::size_t i = at(rank) - 1; i > 0; i -= i & (~i + 1)) sum += sums_[i];
    return sum;
  }

 private:
  static std::size_t at(Rank rank) { return static_cast<std::size_t>(rank + 2); }
  std::vector<std::int64_t> sums_;
};

class Poset {
 public:
  Poset(const Document& document, const std::vector<std::optional<Placement>>& placements,
        const std::vector<bool>& dropped)
      : document_(document), graph_(order_graph(document, placements, dropped)), edges_(std::move(graph_.edges)) {}

  std::vector<Stretch> run() {
    merge();
    arrange();
    return cut();
  }

 private:
  /// From nodes to moments: 2 above.
  void merge() {
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
    const Graph graph(boost::edges_are_unsorted_multi_pass, edges_.begin(), edges_.end(), graph_.bounds.size());
    std::vector<std::size_t> part(graph_.bounds.size(), 0);
    const std::size_t parts = boost::strong_components(
        graph, boost::make_iterator_property_map(part.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<Bounds> of_part(parts, {-1, graph_.unbounded});
    const auto tighten = [](Bounds& b, Rank lo, Rank hi) {
      b.lo = std::max(b.lo, lo);
      b.hi = std::min(b.hi, hi);
    };
    for (Node n = 0; n < part.size(); ++n) tighten(of_part[part[n]], graph_.bounds[n].lo, graph_.bounds[n].hi);
    // An edge leads from a part of higher number to one of lower, or stays.
    std::sort(edges_.begin(), edges_.end(),
              [&part](const auto& a, const auto& b) { return part[a.first] < part[b.first]; });
    for (const auto& [a, b] : edges_) tighten(of_part[part[a]], -1, of_part[part[b]].hi);
    for (std::size_t e = edges_.size(); e-- > 0;) {
      tighten(of_part[part[edges_[e].second]], of_part[part[edges_[e].first]].lo, graph_.unbounded);
    }
    number_moments(part, of_part);
  }

  void number_moments(const std::vector<std::size_t>& part, const std::vector<Bounds>& of_part) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> of_rank(static_cast<std::size_t>(graph_.unbounded), none);
    std::vector<std::size_t> moment_of_part(of_part.size(), none);
    std::vector<std::size_t> moment_of(part.size(), none);
    const std::vector<bool> counts = related(document_);
    for (Node n = 0; n < part.size(); ++n) {
      if (!counts[n / 2]) continue;
      const Bounds& b = of_part[part[n]];
      const bool pinned = b.lo >= b.hi;  // both are then the rank of an instant
      std::size_t& moment = pinned ? of_rank[static_cast<std::size_t>(b.hi)] : moment_of_part[part[n]];
      if (moment == none) {
        moment = moments_.size();
        moments_.emplace_back();
        moment_bounds_.push_back(b);
      }
      moment_of[n] = moment;
      moments_[moment].push_back({n / 2, n % 2 == 0 ? End::begin : End::end});
    }
    for (auto& [a, b] : edges_) {
      a = moment_of[a];
      b = moment_of[b];
    }
    std::erase_if(edges_, [](const auto& e) { return e.first == none || e.second == none || e.first == e.second; });
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
  }

  /// Kahn's algorithm: 3 above. Then edges and moments are known by position.
  void arrange() {
    const std::size_t count = moments_.size();
    std::vector<std::size_t> waiting(count, 0);
    std::vector<std::size_t> first(count + 1, 0);
    for (const auto& [a, b] : edges_) {
      ++waiting[b];
      ++first[a + 1];
    }
    for (std::size_t m = 0; m < count; ++m) first[m + 1] += first[m];
    using Key = std::tuple<Rank, Rank, std::size_t>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> ready;
    const auto push = [&](std::size_t m) { ready.emplace(moment_bounds_[m].lo, moment_bounds_[m].hi, m); };
    for (std::size_t m = 0; m < count; ++m) {
      if (waiting[m] == 0) push(m);
    }
    std::vector<std::size_t> position(count, 0);
    while (!ready.empty()) {
      const std::size_t m = std::get<2>(ready.top());
      ready.pop();
      position[m] = order_.size();
      order_.push_back(m);
      for (std::size_t e = first[m]; e < first[m + 1]; ++e) {
        if (--waiting[edges_[e].second] == 0) push(edges_[e].second);
      }
    }
    for (auto& [a, b] : edges_) {
      a = position[a];
      b = position[b];
    }
  }

  const Bounds& bounds(std::size_t position) const { return moment_bounds_[order_[position]]; }
  bool apart(std::size_t earlier, std::size_t later) const { return bounds(earlier).hi <= bounds(later).lo; }

  /// Cuts and what lies between them: 4 and 5 above.
  std::vector<Stretch> cut() {
    const std::size_t n = order_.size();
    // By position: the k from which on, and the last k for which, a moment counts on its side of the cut.
    std::vector<std::size_t> last_before(n, n);   // its first successor's position
    std::vector<std::size_t> first_behind(n, 0);  // behind its last predecessor
    std::vector<bool> follows(n, false);          // an edge leads to the next
    for (const auto& [a, b] : edges_) {
      last_before[a] = std::min(last_before[a], b);
      first_behind[b] = std::max(first_behind[b], a + 1);
      if (b == a + 1) follows[a] = true;
    }
    std::vector<std::vector<std::size_t>> leave_before(n + 1);
    std::vector<std::vector<std::size_t>> enter_behind(n + 1);
    std::vector<std::int64_t> edges_at(n + 2, 0);
    for (std::size_t i = 0; i < n; ++i) {
      leave_before[last_before[i]].push_back(i);
      enter_behind[first_behind[i]].push_back(i);
    }
    for (const auto& [a, b] : edges_) {
      if (apart(a, b) || first_behind[b] > last_before[a]) continue;
      ++edges_at[first_behind[b]];
      --edges_at[last_before[a] + 1];
    }
    Fenwick before(graph_.unbounded + 1);
    Fenwick behind(graph_.unbounded + 1);
    std::int64_t before_count = 0;
    std::int64_t pairs = 0;  // that bounds leave open
    const auto move_before = [&](std::size_t i, std::int64_t sign) {
      pairs += sign * behind.below(bounds(i).hi);
      before.add(bounds(i).hi, sign);
      before_count += sign;
    };
    const auto move_behind = [&](std::size_t i, std::int64_t sign) {
      pairs += sign * (before_count - before.below(bounds(i).lo + 1));
      behind.add(bounds(i).lo, sign);
    };
    for (const std::size_t i : enter_behind[0]) move_behind(i, 1);
    std::vector<Stretch> out;
    std::size_t start = 0;
    std::int64_t edges = edges_at[0];
    for (std::size_t k = 1; k <= n; ++k) {
      move_behind(k - 1, -1);
      for (const std::size_t i : enter_behind[k]) move_behind(i, 1);
      for (const std::size_t i : leave_before[k - 1]) move_before(i, -1);
      move_before(k - 1, 1);
      edges += edges_at[k];
      if (k < n && pairs != edges) continue;
      if (k - start > 1) out.push_back(stretch(start, k, follows));
      start = k;
    }
    return out;
  }

  Stretch stretch(std::size_t begin, std::size_t end, const std::vector<bool>& follows) const {
    Stretch out;
    if (begin > 0) out.after = moments_[order_[begin - 1]];
    if (end < order_.size()) out.before = moments_[order_[end]];
    for (std::size_t i = begin; i < end; ++i) {
      out.moments.push_back(moments_[order_[i]]);
      if (i + 1 < end && !follows[i] && !apart(i, i + 1)) out.open.push_back(i - begin);
    }
    return out;
  }

  const Document& document_;
  OrderGraph graph_;
  std::vector<std::pair<std::size_t, std::size_t>> edges_;  ///< between nodes, then moments, then positions
  std::vector<Moment> moments_;
  std::vector<Bounds> moment_bounds_;
  std::vector<std::size_t> order_;  ///< moments by position
};

}  // namespace

std::vector<Stretch> open_stretches(const Document& document, const std::vector<std::optional<Placement>>& placements,
                                    const std::vector<bool>& dropped) {
  return Poset(document, placements, dropped).run();
}

std::vector<std::size_t> unrelated_intervals(const Document& document) {
  const std::vector<bool> counts = related(document);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!counts[i]) out.push_back(i);
  }
  return out;
}

}  // namespace isnad::tml
