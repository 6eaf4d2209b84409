#include "solve/repair.h"

#include <algorithm>
#include <iterator>

#include "solve/hitting_set.h"

namespace isnad::solver {
namespace {

std::int64_t total_weight(const Model& model, const std::vector<Rank>& claims) {
  std::int64_t sum = 0;
  for (const Rank c : claims) sum += model.weight(c);
  return sum;
}

/// Adds disjoint minimal conflicts of `kept` to `conflicts` until what is left of it holds
/// (feasible), is undecided, or the hard claims alone contradict (infeasible).
Verdict gather_disjoint(Block& block, std::vector<Rank> kept, std::vector<Clash>& conflicts, Work& work) {
  for (;;) {
    const Decision decision = block.decide_with_hard(kept, work);
    if (decision.verdict != Verdict::infeasible) return decision.verdict;
    conflicts.push_back(block.minimise(decision.core, work));
    const auto& soft = conflicts.back().soft;
    if (soft.empty()) return Verdict::infeasible;
    kept = without(kept, soft);
  }
}

HittingSet cheapest_for_known(const Block& block, const std::vector<Clash>& conflicts, Work& work) {
  std::vector<std::vector<Rank>> sets;
  for (const Clash& c : conflicts) sets.push_back(c.soft);
  return minimum_hitting_set(
      sets, [&block](Rank c) { return block.model().weight(c); }, work);
}

/// From a set that meets the known conflicts to a repair, without asking for the cheapest:
/// gives up the lightest claim of each further contradiction, then takes back what can be
/// taken back, heaviest first. False where even that is undecided.
bool complete_greedily(Block& block, std::vector<Rank>& drop, Work& work) {
  const Model& model = block.model();
  const auto lighter = [&model](Rank a, Rank b) { return model.weight(a) < model.weight(b); };
  for (;;) {
    const Decision decision = block.decide_with_hard(without(block.soft(), drop), work);
    if (decision.verdict == Verdict::feasible) break;
    if (decision.verdict == Verdict::undecided) return false;
    std::vector<Rank> soft;
    std::copy_if(decision.core.claims.begin(), decision.core.claims.end(), std::back_inserter(soft),
                 [&model](Rank c) { return !model.hard(c); });
    if (soft.empty()) return false;
    const Rank lightest = *std::min_element(soft.begin(), soft.end(), lighter);
    drop.insert(std::lower_bound(drop.begin(), drop.end(), lightest), lightest);
  }
  std::vector<Rank> heaviest_first = drop;
  std::stable_sort(heaviest_first.begin(), heaviest_first.end(), [&](Rank a, Rank b) { return lighter(b, a); });
  for (const Rank c : heaviest_first) {
    const Rank one[] = {c};
    const std::vector<Rank> fewer = without(drop, one);
    if (block.decide_with_hard(without(block.soft(), fewer), work).verdict == Verdict::feasible) drop = fewer;
  }
  return true;
}

}  // namespace

BlockRepair cheapest_repair(Block& block, std::uint64_t budget) {
  Work work(budget);
  BlockRepair out;
  Verdict rest = gather_disjoint(block, block.soft(), out.conflicts, work);
  const auto hard_contradict = [&] { return !out.conflicts.empty() && out.conflicts.back().soft.empty(); };

  while (!out.conflicts.empty() && !hard_contradict()) {
    const HittingSet candidate = cheapest_for_known(block, out.conflicts, work);
    out.drop = candidate.elements;
    out.lower_bound = std::max(out.lower_bound, candidate.lower_bound);
    if (!candidate.optimal) break;
    const std::size_t known = out.conflicts.size();
    rest = gather_disjoint(block, without(block.soft(), out.drop), out.conflicts, work);
    if (out.conflicts.size() > known) {
      if (rest == Verdict::undecided) break;
      continue;
    }
    if (rest == Verdict::undecided) break;
    out.weight = candidate.weight;
    return out;
  }
  if (out.conflicts.empty()) {
    out.possible = rest == Verdict::feasible;
    out.optimal = out.possible;
    return out;
  }
  if (hard_contradict()) {
    out.conflicts.erase(out.conflicts.begin(), out.conflicts.end() - 1);
    out.drop.clear();
    out.lower_bound = 0;
    out.possible = false;
    return out;
  }
  Work reserve(budget);
  out.possible = complete_greedily(block, out.drop, reserve);
  if (!out.possible) out.drop.clear();
  out.weight = total_weight(block.model(), out.drop);
  out.optimal = out.possible && out.weight == out.lower_bound;
  return out;
}

}  // namespace isnad::solver
