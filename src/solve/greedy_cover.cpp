#include "solve/greedy_cover.h"

#include <algorithm>
#include <utility>

namespace isnad::solver {
namespace {

using RowsByElement = std::vector<std::vector<std::uint32_t>>;

Choice without_needless(const Rows& rows, const std::vector<std::int64_t>& weights, std::vector<Element> chosen,
                        const RowsByElement& met) {
  std::vector<std::uint32_t> times(rows.size(), 0);
  for (const Element e : chosen) {
    for (const std::uint32_t i : met[e]) ++times[i];
  }
  std::sort(chosen.begin(), chosen.end(),
            [&](Element a, Element b) { return weights[a] != weights[b] ? weights[a] > weights[b] : a > b; });
  Choice out;
  for (const Element e : chosen) {
    if (std::all_of(met[e].begin(), met[e].end(), [&](std::uint32_t i) { return times[i] > 1; })) {
      for (const std::uint32_t i : met[e]) --times[i];
      continue;
    }
    out.elements.push_back(e);
    out.weight += weights[e];
  }
  return out;
}

}  // namespace

Choice greedy_cover(const Rows& rows, const std::vector<std::int64_t>& weights,
                    const std::vector<std::int64_t>& costs) {
  std::vector<std::int64_t> covers(weights.size(), 0);
  RowsByElement met(weights.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const Element e : rows[i].elements) {
      ++covers[e];
      met[e].push_back(i);
    }
  }
  const auto cheaper = [&](Element a, Element b) {
    const std::int64_t x = costs[a] * covers[b];  // below 2^60
    const std::int64_t y = costs[b] * covers[a];
    if (x != y) return x < y;
    if (weights[a] != weights[b]) return weights[a] < weights[b];
    return a < b;
  };
  std::vector<char> done(rows.size(), 0);
  std::vector<Element> chosen;
  for (std::size_t unmet = rows.size(); unmet > 0;) {
    Element best = 0;
    for (Element e = 1; e < covers.size(); ++e) {
      if (covers[e] > 0 && (covers[best] == 0 || cheaper(e, best))) best = e;
    }
    chosen.push_back(best);
    for (const std::uint32_t i : met[best]) {
      if (done[i]) continue;
      done[i] = 1;
      --unmet;
      for (const Element e : rows[i].elements) --covers[e];
    }
  }
  return without_needless(rows, weights, std::move(chosen), met);
}

}  // namespace isnad::solver
