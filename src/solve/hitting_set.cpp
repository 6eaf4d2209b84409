#include "solve/hitting_set.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

#include "solve/cover_bound.h"

namespace isnad::solver {
namespace {

struct Choice {
  std::vector<Element> elements;
  std::int64_t weight = 0;
};

bool has(const Set& s, Element e) { return std::binary_search(s.begin(), s.end(), e); }

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
      std::vector<Rows> parts = split(rows);
      if (parts.size() > 1) {
        auto rest = by_parts(parts, limit - forced.weight, depth);
        if (!rest) return best;
        append(forced, *rest);
        return forced;
      }
      const std::int64_t lower = bound_.improve(rows, limit - forced.weight, depth == 0 ? 400 : 40, work_);
      if (lower >= limit - forced.weight) return best;
      if (depth == 0 && !best) {
        Choice quick = greedy(rows, [this](Element e) { return std::max<std::int64_t>(bound_.cost(e), 0); });
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

  /// Repeatedly the element with the least `cost` per set that it newly meets; then without those that turn out not to
  /// be needed, heaviest first.
  template <class Cost>
  Choice greedy(const Rows& rows, const Cost& cost) const {
    std::vector<std::int64_t> covers(weight_.size(), 0);
    std::vector<std::vector<std::uint32_t>> met(weight_.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      for (const Element e : rows[i].elements) {
        ++covers[e];
        met[e].push_back(i);
      }
    }
    std::vector<char> done(rows.size(), 0);
    std::vector<Element> chosen;
    for (std::size_t unmet = rows.size(); unmet > 0;) {
      Element best = 0;
      for (Element e = 1; e < covers.size(); ++e) {
        if (covers[e] > 0 && (covers[best] == 0 || cheaper(e, best, cost, covers))) best = e;
      }
      chosen.push_back(best);
      for (const std::uint32_t i : met[best]) {
        if (done[i]) continue;
        done[i] = 1;
        --unmet;
        for (const Element e : rows[i].elements) --covers[e];
      }
    }
    return without_needless(rows, std::move(chosen), met);
  }

  /// A lower bound of the linear relaxation: see CoverBound.
  std::int64_t lower_bound(Rows& rows, std::int64_t limit) { return bound_.improve(rows, limit, 400, work_); }

 private:
  /// Comparing sets with one another is what a node of the search costs.
  static std::uint64_t cost_of_reducing(const Rows& rows) {
    std::uint64_t members = 1;
    for (const Row& r : rows) members += r.elements.size();
    return 8 * members + rows.size() * rows.size() / 2;
  }

  static void append(Choice& to, const Choice& more) {
    to.elements.insert(to.elements.end(), more.elements.begin(), more.elements.end());
    to.weight += more.weight;
  }

  /// Less cost per set met; then less weight; then the earlier name. Costs are scaled weights below 2^61 / number of
  /// elements; sets are compared in 128 bits.
  template <class Cost>
  bool cheaper(Element a, Element b, const Cost& cost, const std::vector<std::int64_t>& covers) const {
    __extension__ using Wide = __int128;
    const Wide x = static_cast<Wide>(cost(a)) * covers[b];
    const Wide y = static_cast<Wide>(cost(b)) * covers[a];
    if (x != y) return x < y;
    if (weight_[a] != weight_[b]) return weight_[a] < weight_[b];
    return a < b;
  }

  Choice without_needless(const Rows& rows, std::vector<Element> chosen,
                          const std::vector<std::vector<std::uint32_t>>& met) const {
    std::vector<std::uint32_t> times(rows.size(), 0);
    for (const Element e : chosen) {
      for (const std::uint32_t i : met[e]) ++times[i];
    }
    std::sort(chosen.begin(), chosen.end(),
              [this](Element a, Element b) { return weight_[a] != weight_[b] ? weight_[a] > weight_[b] : a > b; });
    Choice out;
    for (const Element e : chosen) {
      if (std::all_of(met[e].begin(), met[e].end(), [&](std::uint32_t i) { return times[i] > 1; })) {
        for (const std::uint32_t i : met[e]) --times[i];
        continue;
      }
      out.elements.push_back(e);
      out.weight += weight_[e];
    }
    return out;
  }

  void take(Element e, Rows& rows, Choice& forced) const {
    forced.elements.push_back(e);
    forced.weight += weight_[e];
    std::erase_if(rows, [e](const Row& r) { return has(r.elements, e); });
  }

  /// Takes what must be taken and removes what need not be looked at, until nothing
  /// changes. False where some set cannot be met.
  bool reduce(Rows& rows, Choice& forced) {
    for (bool changed = true; changed;) {
      changed = false;
      drop_supersets(rows);
      if (!rows.empty() && rows.front().elements.empty()) return false;
      changed = drop_dominated(rows);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].elements.size() != 1) continue;
        take(rows[i].elements.front(), rows, forced);
        changed = true;
        break;
      }
    }
    return true;
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
    for (const Element e : needed) take(e, rows, forced);
    return changed || !needed.empty();
  }

  /// Leaves the minimal sets, ordered by size and content.
  static void drop_supersets(Rows& rows) {
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
      if (a.elements.size() != b.elements.size()) return a.elements.size() < b.elements.size();
      return a.elements < b.elements;
    });
    std::vector<std::uint64_t> signs;  // a bit for each element, modulo 64: a subset has no bit that its superset lacks
    Rows kept;
    for (Row& r : rows) {
      std::uint64_t sign = 0;
      for (const Element e : r.elements) sign |= std::uint64_t{1} << (e % 64);
      bool implied = false;
      for (std::size_t i = 0; i < kept.size() && !implied; ++i) {
        implied = (signs[i] & ~sign) == 0 &&
                  std::includes(r.elements.begin(), r.elements.end(), kept[i].elements.begin(), kept[i].elements.end());
      }
      if (implied) continue;
      kept.push_back(std::move(r));
      signs.push_back(sign);
    }
    rows = std::move(kept);
  }

  /// Removes elements beside which another, no heavier, meets at least the same sets.
  bool drop_dominated(Rows& rows) {
    std::vector<Element> all;
    if (met_.size() < weight_.size()) met_.resize(weight_.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      for (const Element e : rows[i].elements) {
        if (met_[e].empty()) all.push_back(e);
        met_[e].push_back(i);
      }
    }
    const auto dominates = [&](Element a, Element b) {
      const auto& x = met_[a];
      const auto& y = met_[b];
      if (weight_[a] > weight_[b] || x.size() < y.size() || !std::includes(x.begin(), x.end(), y.begin(), y.end())) {
        return false;
      }
      return weight_[a] < weight_[b] || x.size() > y.size() || a < b;
    };
    std::vector<Element> dominated;
    for (const Element e : all) {
      const Set& candidates = rows[met_[e].front()].elements;  // a dominating element meets this set too
      if (std::any_of(candidates.begin(), candidates.end(),
                      [&](Element other) { return other != e && dominates(other, e); })) {
        dominated.push_back(e);
      }
    }
    for (const Element e : dominated) {
      for (const std::uint32_t i : met_[e]) std::erase(rows[i].elements, e);
    }
    for (const Element e : all) met_[e].clear();
    return !dominated.empty();
  }

  /// Sets that share no element, directly or through others, part by part.
  static std::vector<Rows> split(const Rows& rows) {
    std::vector<std::size_t> parent(rows.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto find = [&parent](std::size_t i) {
      for (; parent[i] != i; i = parent[i]) parent[i] = parent[parent[i]];
      return i;
    };
    std::map<Element, std::size_t> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const Element e : rows[i].elements) {
        const auto [it, fresh] = seen.emplace(e, i);
        if (!fresh) parent[std::max(find(it->second), find(i))] = std::min(find(it->second), find(i));
      }
    }
    std::map<std::size_t, Rows> parts;
    for (std::size_t i = 0; i < rows.size(); ++i) parts[find(i)].push_back(rows[i]);
    std::vector<Rows> out;
    for (auto& [first, part] : parts) out.push_back(std::move(part));
    return out;
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
      __extension__ using Wide = __int128;
      const Wide x = static_cast<Wide>(std::max<std::int64_t>(bound_.cost(a), 0)) * covers_[b];
      const Wide y = static_cast<Wide>(std::max<std::int64_t>(bound_.cost(b), 0)) * covers_[a];
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
  std::vector<std::vector<std::uint32_t>> met_;  ///< sets by element, while in drop_dominated
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
  Choice choice = search.greedy(dense.rows, [&dense](Element e) { return dense.weights[e]; });
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
  Work unused(0);
  const Search search(dense.weights, unused);
  return dense.in_ranks(search.greedy(dense.rows, [&dense](Element e) { return dense.weights[e]; }), 0);
}

}  // namespace isnad::solver
