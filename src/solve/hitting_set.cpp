#include "solve/hitting_set.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

namespace isnad::solver {
namespace {

using Element = std::uint32_t;  // dense, in order of rank
using Set = std::vector<Element>;
using Sets = std::vector<Set>;

struct Choice {
  std::vector<Element> elements;
  std::int64_t weight = 0;
};

bool has(const Set& s, Element e) { return std::binary_search(s.begin(), s.end(), e); }

class Search {
 public:
  Search(std::vector<std::int64_t> weights, Work& work) : weight_(std::move(weights)), work_(work) {}

  /// The cheapest hitting set of weight below `limit`; nothing where there is none, or
  /// where the work ended before one was found.
  std::optional<Choice> best_below(Sets sets, std::int64_t limit) {
    if (!work_.spend(cost_of_reducing(sets))) return std::nullopt;
    Choice forced;
    if (!reduce(sets, forced)) return std::nullopt;
    if (forced.weight + share_bound(sets) >= limit) return std::nullopt;
    if (sets.empty()) return forced;
    std::vector<Sets> parts = split(sets);
    auto rest =
        parts.size() == 1 ? branch(parts.front(), limit - forced.weight) : by_parts(parts, limit - forced.weight);
    if (!rest) return std::nullopt;
    append(forced, *rest);
    return forced;
  }

  /// Repeatedly the element with the least weight per set that it newly meets.
  Choice greedy(Sets sets) const {
    Choice out;
    while (!sets.empty()) {
      const auto covers = coverage(sets);
      Element best = sets.front().front();
      for (Element e = 0; e < covers.size(); ++e) {
        if (covers[e] > 0 && cheaper(e, best, covers)) best = e;
      }
      out.elements.push_back(best);
      out.weight += weight_[best];
      std::erase_if(sets, [best](const Set& s) { return has(s, best); });
    }
    return out;
  }

  /// Each set in turn takes what its cheapest element has left to give, from all its
  /// elements: no element pays more than its weight, so the sum is a lower bound. (A
  /// feasible solution of the dual of the linear relaxation.)
  std::int64_t share_bound(const Sets& sets) const {
    std::vector<std::int64_t> left = weight_;
    std::int64_t sum = 0;
    for (const Set& s : sets) {
      std::int64_t share = left[s.front()];
      for (const Element e : s) share = std::min(share, left[e]);
      for (const Element e : s) left[e] -= share;
      sum += share;
    }
    return sum;
  }

 private:
  /// Comparing sets with one another is what a node of the search costs.
  static std::uint64_t cost_of_reducing(const Sets& sets) {
    std::uint64_t members = 1;
    for (const Set& s : sets) members += s.size();
    return 8 * members + sets.size() * sets.size() / 2;
  }

  static void append(Choice& to, const Choice& more) {
    to.elements.insert(to.elements.end(), more.elements.begin(), more.elements.end());
    to.weight += more.weight;
  }

  std::vector<std::int64_t> coverage(const Sets& sets) const {
    std::vector<std::int64_t> covers(weight_.size(), 0);
    for (const Set& s : sets) {
      for (const Element e : s) ++covers[e];
    }
    return covers;
  }

  /// Less weight per set met; then less weight; then the earlier name. Products stay below
  /// 2^62: weights are at most 2^40, conflicts far fewer than 2^22.
  bool cheaper(Element a, Element b, const std::vector<std::int64_t>& covers) const {
    const std::int64_t x = weight_[a] * covers[b];
    const std::int64_t y = weight_[b] * covers[a];
    if (x != y) return x < y;
    if (weight_[a] != weight_[b]) return weight_[a] < weight_[b];
    return a < b;
  }

  /// Takes what must be taken and removes what need not be looked at, until nothing
  /// changes. False where some set cannot be met.
  bool reduce(Sets& sets, Choice& forced) const {
    for (bool changed = true; changed;) {
      changed = false;
      drop_supersets(sets);
      if (!sets.empty() && sets.front().empty()) return false;
      changed = drop_dominated(sets);
      for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].size() != 1) continue;
        const Element only = sets[i].front();
        forced.elements.push_back(only);
        forced.weight += weight_[only];
        std::erase_if(sets, [only](const Set& s) { return has(s, only); });
        changed = true;
        break;
      }
    }
    return true;
  }

  /// Leaves the minimal sets, ordered by size and content.
  static void drop_supersets(Sets& sets) {
    std::sort(sets.begin(), sets.end(), [](const Set& a, const Set& b) {
      if (a.size() != b.size()) return a.size() < b.size();
      return a < b;
    });
    Sets kept;
    for (Set& s : sets) {
      const bool implied = std::any_of(kept.begin(), kept.end(), [&s](const Set& k) {
        return std::includes(s.begin(), s.end(), k.begin(), k.end());
      });
      if (!implied) kept.push_back(std::move(s));
    }
    sets = std::move(kept);
  }

  /// Removes elements beside which another, no heavier, meets at least the same sets.
  bool drop_dominated(Sets& sets) const {
    std::map<Element, std::vector<std::size_t>> met;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (const Element e : sets[i]) met[e].push_back(i);
    }
    const auto dominates = [&](Element a, Element b) {
      const auto& x = met[a];
      const auto& y = met[b];
      if (weight_[a] > weight_[b] || !std::includes(x.begin(), x.end(), y.begin(), y.end())) return false;
      return weight_[a] < weight_[b] || x.size() > y.size() || a < b;
    };
    std::vector<Element> dominated;
    for (const auto& [e, in] : met) {
      const Set& candidates = sets[in.front()];  // a dominating element meets this set too
      const Element self = e;
      if (std::any_of(candidates.begin(), candidates.end(),
                      [&](Element other) { return other != self && dominates(other, self); })) {
        dominated.push_back(e);
      }
    }
    if (dominated.empty()) return false;
    for (Set& s : sets) std::erase_if(s, [&](Element e) { return has(dominated, e); });
    return true;
  }

  /// Sets that share no element, directly or through others, part by part.
  std::vector<Sets> split(const Sets& sets) const {
    std::vector<std::size_t> parent(sets.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto find = [&parent](std::size_t i) {
      for (; parent[i] != i; i = parent[i]) parent[i] = parent[parent[i]];
      return i;
    };
    std::map<Element, std::size_t> seen;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (const Element e : sets[i]) {
        const auto [it, fresh] = seen.emplace(e, i);
        if (!fresh) parent[std::max(find(it->second), find(i))] = std::min(find(it->second), find(i));
      }
    }
    std::map<std::size_t, Sets> parts;
    for (std::size_t i = 0; i < sets.size(); ++i) parts[find(i)].push_back(sets[i]);
    std::vector<Sets> out;
    for (auto& [first, part] : parts) out.push_back(std::move(part));
    return out;
  }

  std::optional<Choice> by_parts(const std::vector<Sets>& parts, std::int64_t limit) {
    std::vector<std::int64_t> bound;
    for (const Sets& p : parts) bound.push_back(share_bound(p));
    std::int64_t pending = std::accumulate(bound.begin(), bound.end(), std::int64_t{0});
    Choice out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      pending -= bound[i];
      const auto part = best_below(parts[i], limit - out.weight - pending);
      if (!part) return std::nullopt;
      append(out, *part);
    }
    return out;
  }

  /// Takes, one after the other, each element of a smallest set, the ones tried before
  /// being ruled out. Precondition: `sets` is reduced and not empty.
  std::optional<Choice> branch(const Sets& sets, std::int64_t limit) {
    std::optional<Choice> best;
    const auto covers = coverage(sets);
    Set order = sets.front();  // reduce leaves the smallest in front
    std::sort(order.begin(), order.end(), [&](Element a, Element b) { return cheaper(a, b, covers); });
    Sets rest = sets;
    for (const Element e : order) {
      if (weight_[e] < limit) {
        Sets unmet;
        std::copy_if(rest.begin(), rest.end(), std::back_inserter(unmet), [e](const Set& s) { return !has(s, e); });
        if (auto found = best_below(std::move(unmet), limit - weight_[e])) {
          found->elements.push_back(e);
          found->weight += weight_[e];
          limit = found->weight;
          best = std::move(found);
        }
      }
      for (Set& s : rest) std::erase(s, e);
    }
    return best;
  }

  std::vector<std::int64_t> weight_;
  Work& work_;
};

/// Sets over dense elements, and the ranks that these stand for.
struct Dense {
  std::vector<Rank> ranks;
  std::vector<std::int64_t> weights;
  Sets sets;

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
      sets.push_back(std::move(d));
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
                               const std::function<std::int64_t(Rank)>& weight, std::int64_t known_bound, Work& work) {
  const Dense dense(sets, weight);
  Search search(dense.weights, work);
  Choice choice = search.greedy(dense.sets);
  std::int64_t bound = std::max(known_bound, search.share_bound(dense.sets));
  if (bound < choice.weight) {
    if (auto better = search.best_below(dense.sets, choice.weight)) choice = std::move(*better);
    if (!work.exhausted()) bound = choice.weight;
  }
  return dense.in_ranks(choice, bound);
}

HittingSet greedy_hitting_set(const std::vector<std::vector<Rank>>& sets,
                              const std::function<std::int64_t(Rank)>& weight) {
  const Dense dense(sets, weight);
  Work unused(0);
  const Search search(dense.weights, unused);
  return dense.in_ranks(search.greedy(dense.sets), search.share_bound(dense.sets));
}

}  // namespace isnad::solver
