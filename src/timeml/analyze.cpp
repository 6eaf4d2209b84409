// A document decided: the solver's answer, told by links.
#include <algorithm>
#include <map>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

/// The links of a conflict one behind the other, as a reader would follow the cycle: from the first of the document,
/// each next one shares the interval at which the last one ends, where there is such. O(n log n).
std::vector<std::size_t> chained(const Document& document, std::vector<std::size_t> links) {
  std::sort(links.begin(), links.end());
  std::multimap<std::size_t, std::size_t> by_interval;
  for (const std::size_t l : links) {
    by_interval.emplace(document.links[l].source, l);
    by_interval.emplace(document.links[l].target, l);
  }
  std::vector<std::size_t> out;
  std::vector<std::size_t> rest(links.rbegin(), links.rend());
  std::map<std::size_t, bool> used;
  std::optional<std::size_t> next;
  std::size_t at = 0;  // the interval that the chain has come to
  const auto unused_at = [&](std::size_t interval) -> std::optional<std::size_t> {
    const auto [begin, end] = by_interval.equal_range(interval);
    for (auto i = begin; i != end; ++i) {
      if (!used[i->second]) return i->second;
    }
    return std::nullopt;
  };
  while (out.size() < links.size()) {
    const bool fresh = !next;
    while (fresh && used[rest.back()]) rest.pop_back();
    const std::size_t link = next.value_or(rest.back());
    const Link& l = document.links[link];
    used[link] = true;
    out.push_back(link);
    at = fresh || l.source == at ? l.target : l.source;
    const std::size_t other = at == l.target ? l.source : l.target;
    next = unused_at(at);
    if (!next) {
      next = unused_at(other);
      if (next) at = other;
    }
  }
  return out;
}

Cycle cycle_of(const Document& document, const std::vector<Fact>& facts, const solver::Conflict& conflict) {
  Cycle out;
  for (const solver::ClaimId c : conflict.claims) out.links.push_back(facts[index(c)].of);
  out.links = chained(document, std::move(out.links));
  for (const solver::ClaimId c : conflict.hard) {
    if (facts[index(c)].kind != Fact::Kind::order) out.values.push_back(facts[index(c)].of);
  }
  std::sort(out.values.begin(), out.values.end());
  out.values.erase(std::unique(out.values.begin(), out.values.end()), out.values.end());
  return out;
}

}  // namespace

Result<Analysis> analyze(Document document, const solver::SolveOptions& options) {
  Result<Network> network = network_of(document);
  if (!network) return network.error();
  Analysis out{std::move(document), *std::move(network), {}, {}, {}, {}, {}};
  out.solution = solver::solve(out.network.network, options);
  for (const solver::Conflict& c : out.solution.conflicts) {
    out.cycles.push_back(cycle_of(out.document, out.network.facts, c));
  }
  std::vector<bool> dropped(out.document.links.size(), false);
  for (const solver::ClaimId c : out.solution.repair.drop) {
    const std::size_t link = out.network.facts[index(c)].of;
    dropped[link] = true;
    out.give_up.push_back(link);
  }
  std::sort(out.give_up.begin(), out.give_up.end());
  if (out.solution.repair.possible) out.stretches = open_stretches(out.document, out.network.placements, dropped);
  out.unrelated = unrelated_intervals(out.document);
  return out;
}

}  // namespace isnad::tml
