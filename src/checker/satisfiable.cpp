// Satisfiability by exhaustive search.
#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "isnad/checker.h"

namespace isnad::checker {
namespace {

/// x(to) - x(from) <= length.
struct Edge {
  std::size_t from;
  std::size_t to;
  Time length;
};

void add_bounds(std::vector<Edge>& edges, std::size_t from, std::size_t to, const End& min, const End& max) {
  if (max) edges.push_back({from, to, *max});
  if (min) edges.push_back({to, from, -*min});
}

/// Bellman-Ford from a source before all points; true where a negative cycle exists.
bool negative_cycle(std::size_t points, const std::vector<Edge>& edges) {
  std::vector<Time> distance(points, 0);
  for (std::size_t round = 0; round <= points; ++round) {
    bool changed = false;
    for (const Edge& e : edges) {
      if (distance[e.from] + e.length < distance[e.to]) {
        distance[e.to] = distance[e.from] + e.length;
        changed = true;
      }
    }
    if (!changed) return false;
  }
  return true;
}

/// Shortest distances from the origin along `edges`, or against them: upper bounds of all
/// points, or negated lower bounds. Precondition: no negative cycle.
std::vector<End> distances(std::size_t points, const std::vector<Edge>& edges, bool backwards) {
  std::vector<End> distance{End(0)};
  distance.resize(points);
  for (std::size_t round = 0; round < points; ++round) {
    for (const Edge& e : edges) {
      const std::size_t from = backwards ? e.to : e.from;
      const std::size_t to = backwards ? e.from : e.to;
      if (!distance[from]) continue;
      const Time through = *distance[from] + e.length;
      if (!distance[to] || through < *distance[to]) distance[to] = through;
    }
  }
  return distance;
}

class Search {
 public:
  Search(const Network& network, const std::vector<bool>& active, std::uint64_t budget)
      : points_(network.points), left_(budget) {
    for (const Clause& c : network.clauses) {
      if (!active[c.claim]) continue;
      if (c.any.size() == 1) {
        add_bounds(edges_, c.any[0].from, c.any[0].to, c.any[0].min, c.any[0].max);
      } else if (c.any.empty() && c.windows.size() == 1 && c.period == 0) {
        add_bounds(edges_, 0, c.point, c.windows[0].first, c.windows[0].second);
      } else {
        branching_.push_back(&c);
      }
      note_size(c);
    }
    std::stable_sort(branching_.begin(), branching_.end(), [](const Clause* a, const Clause* b) {
      const auto cost = [](const Clause& c) { return std::pair(c.period != 0, c.any.size() + c.windows.size()); };
      return cost(*a) < cost(*b);
    });
    // In a sparsest solution two neighbours in time stand no further apart than the
    // largest number of any clause, plus one round of all lattices.
    horizon_ = (largest_ + cycle_) * static_cast<Time>(points_ + 1);
  }

  Satisfiable run() {
    const bool found = solve(0);
    return found ? Satisfiable::yes : gave_up_ ? Satisfiable::unknown : Satisfiable::no;
  }

 private:
  void note_size(const Clause& c) {
    const auto note = [this](const End& e) {
      if (e) largest_ = std::max(largest_, std::abs(*e));
    };
    for (const Atom& a : c.any) {
      note(a.min);
      note(a.max);
    }
    if (c.period != 0) cycle_ = std::lcm(cycle_, c.period);
    for (const auto& [min, max] : c.windows) {
      if (c.period == 0) {
        note(min);
        note(max);
      }
    }
  }

  /// Whether some choice for the clauses from number `next` on completes the edges so far.
  bool solve(std::size_t next) {
    if (left_ == 0) {
      gave_up_ = true;
      return false;
    }
    --left_;
    if (negative_cycle(points_, edges_)) return false;
    if (next == branching_.size()) return true;
    const Clause& c = *branching_[next];
    for (const Atom& a : c.any) {
      if (choose(next, a.from, a.to, a.min, a.max)) return true;
    }
    if (c.period != 0) return unroll(next, c);
    for (const auto& [min, max] : c.windows) {
      if (choose(next, 0, c.point, min, max)) return true;
    }
    return false;
  }

  bool choose(std::size_t clause, std::size_t from, std::size_t to, const End& min, const End& max) {
    const std::size_t before = edges_.size();
    add_bounds(edges_, from, to, min, max);
    const bool found = solve(clause + 1);
    edges_.resize(before);
    return found;
  }

  bool unroll(std::size_t next, const Clause& c) {
    const End above = distances(points_, edges_, false)[c.point];
    const End below = distances(points_, edges_, true)[c.point];
    const Time last = above ? *above : below ? -*below + 2 * horizon_ : horizon_;
    const Time first = below ? -*below : above ? *above - 2 * horizon_ : -horizon_;
    for (Time start = first - (first % c.period) - c.period; start <= last; start += c.period) {
      for (const auto& [min, max] : c.windows) {
        if (gave_up_) return false;
        if (start + *max < first || start + *min > last) continue;
        if (choose(next, 0, c.point, start + *min, start + *max)) return true;
      }
    }
    return false;
  }

  std::size_t points_;
  std::uint64_t left_;
  bool gave_up_ = false;
  std::vector<Edge> edges_;
  std::vector<const Clause*> branching_;
  Time largest_ = 0;
  Time cycle_ = 1;
  Time horizon_ = 0;
};

}  // namespace

Satisfiable satisfiable(const Network& network, const std::vector<bool>& active, std::uint64_t budget) {
  return Search(network, active, budget).run();
}

}  // namespace isnad::checker
