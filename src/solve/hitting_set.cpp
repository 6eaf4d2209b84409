#include "solve/hitting_set.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

#include "solve/cover_bound.h"
#include "solve/cover_reduction.h"
#include "solve/greedy_cover.h"

namespace isnad::solver {
namespace {

class Search {
 public:
  Search(std::vector<std::int64_t> weights, Work& work)
      : weight_(std::move(weights)), bound_(weight_), covers_(weight_.size(), 0), work_(work) {}

  /// The cheapest hitting set of weight below `limit`; nothing where there is none, or
  /// where the work ended before one was found.
  std::optional<Choice> best_below(Rows rows, std::int64_t limit, int depth) {
    Choice forced;
    std::optional<Choice> best;
    for (;;) {
      if (!work_.spend(cost_of_reducing(rows)) || !reduce(rows, forced)) return best;
      if (forced.weight >= limit) return best;
      if (rows.empty()) return forced;
      std::vector<Rows> parts = split_cover(rows);
      if (parts.size() > 1) {
        auto rest = by_parts(parts, limit - forced.weight, depth);
        if (!rest) return best;
        append(forced, *rest);
        return forced;
      }
      const std::int64_t lower = bound_.improve(rows, limit - forced.weight, depth == 0 ? 400 : 40, work_);
      if (lower >= limit - forced.weight) return best;
      if (depth == 0 && !best) {
        Choice quick = greedy_cover(rows, weight_, bound_.costs());
        append(quick, forced);
        if (quick.weight < limit) {
          limit = quick.weight;
          best = std::move(quick);
        }
      }
      if (!fix(rows, limit - forced.weight, forced)) break;
    }
    if (auto rest = branch(rows, limit - forced.weight, depth)) {
      append(forced, *rest);
      best = std::move(forced);
    }
    return best;
  }

  /// A lower bound of the linear relaxation: see CoverBound.
  std::int64_t lower_bound(Rows& rows, std::int64_t limit) { return bound_.improve(rows, limit, 400, work_); }

 private:
  /// What a node of the search costs at least; comparing sets with smaller ones may cost more.
  static std::uint64_t cost_of_reducing(const Rows& rows) {
    std::uint64_t members = 1;
    for (const Row& r : rows) members += r.elements.size();
    return 16 * members;
  }

  static void append(Choice& to, const Choice& more) {
    to.elements.insert(to.elements.end(), more.elements.begin(), more.elements.end());
    to.weight += more.weight;
  }

  /// `elements` ascend.
  void take(const Set& elements, Rows& rows, Choice& forced) const {
    for (const Element e : elements) {
      forced.elements.push_back(e);
      forced.weight += weight_[e];
    }
    std::erase_if(rows, [&](const Row& r) {
      return std::any_of(r.elements.begin(), r.elements.end(), [&](Element e) { return has(elements, e); });
    });
  }

  /// Takes what must be taken and removes what need not be looked at, until nothing
  /// changes. False where some set cannot be met.
  bool reduce(Rows& rows, Choice& forced) {
    for (;;) {
      drop_supersets(rows);
      if (!rows.empty() && rows.front().elements.empty()) return false;
      if (drop_dominated(rows, weight_)) continue;
      Set taken = dominating_neighbours(rows, weight_);
      if (taken.empty()) {
        for (const Row& r : rows) {
          if (r.elements.size() == 1) taken.push_back(r.elements.front());  // ascending, as the rows do
        }
      }
      if (taken.empty()) return true;
      take(taken, rows, forced);
    }
  }

  /// What the costs at the bound decide: elements that no hitting set below `limit` has go, those that each has are
  /// taken. True where there were any. (Reduced-cost fixing.)
  bool fix(Rows& rows, std::int64_t limit, Choice& forced) {
    Set needed;
    bool changed = false;
    for (Row& r : rows) {
      for (const Element e : r.elements) {
        if (bound_.needed(e, limit) && std::find(needed.begin(), needed.end(), e) == needed.end()) needed.push_back(e);
      }
      changed = std::erase_if(r.elements, [&](Element e) { return bound_.excluded(e, limit); }) > 0 || changed;
    }
    std::sort(needed.begin(), needed.end());
    take(needed, rows, forced);
    return changed || !needed.empty();
  }

  std::optional<Choice> by_parts(std::vector<Rows>& parts, std::int64_t limit, int depth) {
    std::vector<std::int64_t> lower;
    for (Rows& p : parts) lower.push_back(bound_.improve(p, limit, 20, work_));
    std::int64_t pending = std::accumulate(lower.begin(), lower.end(), std::int64_t{0});
    Choice out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      pending -= lower[i];
      const auto part = best_below(std::move(parts[i]), limit - out.weight - pending, depth);
      if (!part) return std::nullopt;
      append(out, *part);
    }
    return out;
  }

  /// With and without one element. Precondition: `rows` is reduced, priced and not empty.
  std::optional<Choice> branch(const Rows& rows, std::int64_t limit, int depth) {
    for (const Row& r : rows) {
      for (const Element e : r.elements) covers_[e] = 0;
    }
    for (const Row& r : rows) {
      for (const Element e : r.elements) ++covers_[e];
    }
    // The one that meets most sets of those that the bound would take, or nearly.
    Element chosen = rows.front().elements.front();
    const auto better = [this](Element a, Element b) {
      const std::int64_t x = std::max<std::int64_t>(bound_.cost(a), 0) * covers_[b];  // below 2^60
      const std::int64_t y = std::max<std::int64_t>(bound_.cost(b), 0) * covers_[a];
      if (x != y) return x < y;
      if (covers_[a] != covers_[b]) return covers_[a] > covers_[b];
      return a < b;
    };
    for (const Row& r : rows) {
      for (const Element e : r.elements) {
        if (better(e, chosen)) chosen = e;
      }
    }
    std::optional<Choice> best;
    if (weight_[chosen] < limit) {
      Rows unmet;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(unmet),
                   [chosen](const Row& r) { return !has(r.elements, chosen); });
      if (auto found = best_below(std::move(unmet), limit - weight_[chosen], depth + 1)) {
        found->elements.push_back(chosen);
        found->weight += weight_[chosen];
        limit = found->weight;
        best = std::move(found);
      }
    }
    Rows rest = rows;
    for (Row& r : rest) std::erase(r.elements, chosen);
    if (auto found = best_below(std::move(rest), limit, depth + 1)) best = std::move(found);
    return best;
  }

  std::vector<std::int64_t> weight_;
  CoverBound bound_;
  std::vector<std::int64_t> covers_;
  Work& work_;
};

/// Sets over dense elements, and the ranks that these stand for.
struct Dense {
  std::vector<Rank> ranks;
  std::vector<std::int64_t> weights;
  Rows rows;

  Dense(const std::vector<std::vector<Rank>>& from, const std::function<std::int64_t(Rank)>& weight) {
    for (const auto& s : from) ranks.insert(ranks.end(), s.begin(), s.end());
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    for (const Rank r : ranks) weights.push_back(weight(r));
    for (const auto& s : from) {
      Set d;
      for (const Rank r : s) {
        d.push_back(static_cast<Element>(std::lower_bound(ranks.begin(), ranks.end(), r) - ranks.begin()));
      }
      rows.push_back({std::move(d), 0});
    }
  }

  HittingSet in_ranks(const Choice& choice, std::int64_t lower_bound) const {
    HittingSet out;
    for (const Element e : choice.elements) out.elements.push_back(ranks[e]);
    std::sort(out.elements.begin(), out.elements.end());
    out.weight = choice.weight;
    out.lower_bound = lower_bound;
    out.optimal = lower_bound == choice.weight;
    return out;
  }
};

}  // namespace

HittingSet minimum_hitting_set(const std::vector<std::vector<Rank>>& sets,
                               const std::function<std::int64_t(Rank)>& weight, std::int64_t known_bound,
                               std::int64_t limit, Work& work) {
  Dense dense(sets, weight);
  Search search(dense.weights, work);
  Choice choice = greedy_cover(dense.rows, dense.weights, dense.weights);
  if (choice.weight >= limit) choice = {{}, limit};
  std::int64_t bound = std::max(known_bound, search.lower_bound(dense.rows, choice.weight));
  if (bound < choice.weight) {
    if (auto better = search.best_below(dense.rows, choice.weight, 0)) choice = std::move(*better);
    if (!work.exhausted()) bound = choice.weight;
  }
  return dense.in_ranks(choice, std::min(bound, choice.weight));
}

HittingSet greedy_hitting_set(const std::vector<std::vector<Rank>>& sets,
                              const std::function<std::int64_t(Rank)>& weight) {
  const Dense dense(sets, weight);
  return dense.in_ranks(greedy_cover(dense.rows, dense.weights, dense.weights), 0);
}

}  // namespace isnad::solver
