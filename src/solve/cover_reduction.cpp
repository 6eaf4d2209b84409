#include "solve/cover_reduction.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace isnad::solver {

void drop_supersets(Rows& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    if (a.elements.size() != b.elements.size()) return a.elements.size() < b.elements.size();
    return a.elements < b.elements;
  });
  std::vector<std::uint64_t> signs;  // a bit for each element, modulo 64: a subset has no bit that its superset lacks
  Rows kept;
  std::size_t smaller = 0;  // how many of those kept have fewer elements
  for (Row& r : rows) {
    if (!kept.empty() && kept.back().elements == r.elements) continue;
    std::uint64_t sign = 0;
    for (const Element e : r.elements) sign |= std::uint64_t{1} << (e % 64);
    while (smaller < kept.size() && kept[smaller].elements.size() < r.elements.size()) ++smaller;
    bool implied = false;
    for (std::size_t i = 0; i < smaller && !implied; ++i) {
      implied = (signs[i] & ~sign) == 0 &&
                std::includes(r.elements.begin(), r.elements.end(), kept[i].elements.begin(), kept[i].elements.end());
    }
    if (implied) continue;
    kept.push_back(std::move(r));
    signs.push_back(sign);
  }
  rows = std::move(kept);
}

bool drop_dominated(Rows& rows, const std::vector<std::int64_t>& weight) {
  std::vector<Element> all;
  std::vector<std::vector<std::uint32_t>> met(weight.size());  // sets by element
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const Element e : rows[i].elements) {
      if (met[e].empty()) all.push_back(e);
      met[e].push_back(i);
    }
  }
  const auto dominates = [&](Element a, Element b) {
    const auto& x = met[a];
    const auto& y = met[b];
    if (weight[a] > weight[b] || x.size() < y.size() || !std::includes(x.begin(), x.end(), y.begin(), y.end())) {
      return false;
    }
    return weight[a] < weight[b] || x.size() > y.size() || a < b;
  };
  std::vector<Element> dominated;
  for (const Element e : all) {
    const Set& candidates = rows[met[e].front()].elements;  // a dominating element meets this set too
    if (std::any_of(candidates.begin(), candidates.end(),
                    [&](Element other) { return other != e && dominates(other, e); })) {
      dominated.push_back(e);
    }
  }
  for (const Element e : dominated) {
    for (const std::uint32_t i : met[e]) std::erase(rows[i].elements, e);
  }
  return !dominated.empty();
}

Set dominating_neighbours(const Rows& rows, const std::vector<std::int64_t>& weights) {
  std::vector<Set> neighbours(weights.size());
  std::vector<char> other_rows(weights.size(), 0);
  Set paired;
  for (const Row& r : rows) {
    if (r.elements.size() != 2) {
      for (const Element e : r.elements) other_rows[e] = 1;
      continue;
    }
    for (const int side : {0, 1}) {
      Set& list = neighbours[r.elements[static_cast<std::size_t>(side)]];
      if (list.empty()) paired.push_back(r.elements[static_cast<std::size_t>(side)]);
      list.push_back(r.elements[static_cast<std::size_t>(1 - side)]);
    }
  }
  std::sort(paired.begin(), paired.end(),
            [&](Element a, Element b) { return weights[a] != weights[b] ? weights[a] < weights[b] : a < b; });
  Set taken;
  std::vector<char> gone(weights.size(), 0);
  std::vector<Element> near(weights.size(), none);  // whose neighbour each was last seen to be
  for (const Element v : paired) {
    near[v] = v;
    for (const Element n : neighbours[v]) near[n] = v;
    const auto dominated = [&](Element u) {
      return !gone[u] && !other_rows[u] && weights[v] <= weights[u] &&
             std::all_of(neighbours[u].begin(), neighbours[u].end(),
                         [&](Element n) { return gone[n] != 0 || near[n] == v; });
    };
    if (!std::any_of(neighbours[v].begin(), neighbours[v].end(), dominated)) continue;
    gone[v] = 1;  // and with it the pairs that it meets
    taken.push_back(v);
  }
  std::sort(taken.begin(), taken.end());
  return taken;
}

std::vector<Rows> split_cover(const Rows& rows) {
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

}  // namespace isnad::solver
