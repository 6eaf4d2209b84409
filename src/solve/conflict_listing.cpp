#include "solve/conflict_listing.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

namespace isnad::solver {
namespace {

bool disjoint(const std::vector<Rank>& a, const std::vector<Rank>& b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return false;
    if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return true;
}

}  // namespace

ConflictList list_conflicts(Block& block, std::vector<Clash> known, std::size_t limit, Work& work) {
  ConflictList out;
  out.conflicts = std::move(known);
  std::deque<std::vector<Rank>> nodes{{}};
  std::set<std::vector<Rank>> met{{}};

  while (out.complete && !nodes.empty()) {
    const std::vector<Rank> left_out = std::move(nodes.front());
    nodes.pop_front();
    if (!work.spend(out.conflicts.size() + 1)) {
      out.complete = false;
      break;
    }
    auto label = std::find_if(out.conflicts.begin(), out.conflicts.end(),
                              [&](const Clash& c) { return disjoint(c.soft, left_out); });
    if (label == out.conflicts.end()) {
      const Decision decision = block.decide_with_hard(without(block.soft(), left_out), work);
      if (decision.verdict == Verdict::feasible) continue;
      if (decision.verdict == Verdict::undecided || out.conflicts.size() >= limit) {
        out.complete = false;
        break;
      }
      out.conflicts.push_back(block.minimise(decision.core, work));
      label = out.conflicts.end() - 1;
    }
    for (const Rank c : label->soft) {
      std::vector<Rank> child = left_out;
      child.insert(std::lower_bound(child.begin(), child.end(), c), c);
      if (met.insert(child).second) nodes.push_back(std::move(child));
    }
  }

  for (const Clash& c : out.conflicts) out.complete = out.complete && c.minimal;
  std::sort(out.conflicts.begin(), out.conflicts.end(),
            [](const Clash& a, const Clash& b) { return std::tie(a.soft, a.hard) < std::tie(b.soft, b.hard); });
  if (out.conflicts.size() > limit) {
    out.conflicts.resize(limit);
    out.complete = false;
  }
  return out;
}

}  // namespace isnad::solver
