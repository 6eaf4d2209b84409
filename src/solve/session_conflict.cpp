#include "solve/session_conflict.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

namespace isnad::solver {
namespace {

void erase(std::vector<Rank>& from, Rank c) { from.erase(std::remove(from.begin(), from.end(), c), from.end()); }

bool contains(const std::vector<Rank>& sorted, Rank c) { return std::binary_search(sorted.begin(), sorted.end(), c); }

System leaving_out(const System& all, const std::vector<Rank>& claims) {
  const auto left_out = [&claims](const auto& constraint) { return contains(claims, constraint.claim); };
  System out = all;
  std::erase_if(out.edges, left_out);
  std::erase_if(out.members, left_out);
  std::erase_if(out.splits, left_out);
  return out;
}

}  // namespace

/// The claim itself is in neither list: it always takes part.
void SessionConflicts::divide(const Core& core, std::vector<Rank>& soft, std::vector<Rank>& hard) const {
  soft.clear();
  hard.clear();
  for (const Rank c : core.claims) {
    if (c != claim_) (state_.hard(c) ? hard : soft).push_back(c);
  }
}

Clash SessionConflicts::minimise(const Core& core, Work& work) {
  Clash out;
  divide(core, out.soft, out.hard);

  std::vector<Rank> order = out.soft;
  std::sort(order.begin(), order.end(), [this](Rank a, Rank b) {
    const ClaimInfo& x = state_.claim(a);
    const ClaimInfo& y = state_.claim(b);
    return std::tie(x.weight, x.name) < std::tie(y.weight, y.name);
  });
  for (const Rank c : order) {
    if (!contains(out.soft, c)) continue;
    std::vector<Rank> rest = out.soft;
    erase(rest, c);
    const Decision decision = decide({.hard = true, .with = rest}, work);
    if (decision.verdict == Verdict::infeasible) divide(decision.core, out.soft, out.hard);
    if (decision.verdict == Verdict::undecided) out.minimal = false;
  }

  order = out.hard;
  for (const Rank h : order) {
    if (!contains(out.hard, h)) continue;
    std::vector<Rank> rest = out.soft;
    rest.insert(rest.end(), out.hard.begin(), out.hard.end());
    erase(rest, h);
    const Decision decision = decide({.with = rest}, work);
    if (decision.verdict == Verdict::infeasible) divide(decision.core, out.soft, out.hard);
    if (decision.verdict == Verdict::undecided) out.minimal = false;
  }

  auto& own = state_.hard(claim_) ? out.hard : out.soft;
  own.insert(std::lower_bound(own.begin(), own.end(), claim_), claim_);
  return out;
}

ConflictList SessionConflicts::list(Clash first, std::size_t limit, Work& work) {
  ConflictList out;
  out.conflicts.push_back(std::move(first));
  std::deque<std::vector<Rank>> nodes{{}};
  std::set<std::vector<Rank>> met{{}};
  const System all = slicer_.around(added_, {.soft = true, .hard = true});
  while (!nodes.empty()) {
    const std::vector<Rank> left_out = std::move(nodes.front());
    nodes.pop_front();
    const auto meets = [&left_out](const Clash& c) {
      return std::none_of(c.soft.begin(), c.soft.end(), [&](Rank r) { return contains(left_out, r); });
    };
    auto label = std::find_if(out.conflicts.begin(), out.conflicts.end(), meets);
    if (label == out.conflicts.end()) {
      if (!work.spend(all.edges.size())) {
        out.complete = false;
        break;
      }
      const Decision decision = solver::decide(leaving_out(all, left_out), work);
      if (decision.verdict == Verdict::feasible) continue;
      if (decision.verdict == Verdict::undecided || out.conflicts.size() >= limit) {
        out.complete = false;
        break;
      }
      out.conflicts.push_back(minimise(decision.core, work));
      label = out.conflicts.end() - 1;
    }
    for (const Rank c : label->soft) {
      if (c == claim_) continue;  // without it there is none
      std::vector<Rank> child = left_out;
      child.insert(std::lower_bound(child.begin(), child.end(), c), c);
      if (met.insert(child).second) nodes.push_back(std::move(child));
    }
  }
  for (const Clash& c : out.conflicts) out.complete = out.complete && c.minimal;
  return out;
}

}  // namespace isnad::solver
