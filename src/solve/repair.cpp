#include "solve/repair.h"

#include <algorithm>
#include <functional>
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

std::vector<std::vector<Rank>> soft_sets(const std::vector<Clash>& conflicts) {
  std::vector<std::vector<Rank>> sets;
  for (const Clash& c : conflicts) sets.push_back(c.soft);
  return sets;
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

/// The loop over hitting sets: out.drop meets all conflicts known.
class Search {
 public:
  Search(Block& block, std::uint64_t budget, Work& work, BlockRepair& out)
      : block_(block), work_(work), choosing_(budget / 10), out_(out) {}

  /// True where out.drop is a cheapest repair.
  bool run() {
    for (;;) {
      // Quick sets bring in most conflicts; the cheapest set is sought only when they bring no more.
      for (;;) {
        take(greedy_hitting_set(soft_sets(out_.conflicts), weight()));
        const Outcome outcome = try_drop();
        if (outcome == Outcome::undecided) return false;
        if (outcome == Outcome::repairs) break;
      }
      if (out_.weight == out_.lower_bound) return true;
      const HittingSet exact = minimum_hitting_set(soft_sets(out_.conflicts), weight(), out_.lower_bound, choosing_);
      out_.lower_bound = std::max(out_.lower_bound, exact.lower_bound);
      if (out_.weight == out_.lower_bound) return true;
      if (!exact.optimal) return false;
      take(exact);
      const Outcome outcome = try_drop();
      if (outcome != Outcome::conflicts) return outcome == Outcome::repairs;
    }
  }

 private:
  enum class Outcome : std::uint8_t { repairs, conflicts, undecided };

  std::function<std::int64_t(Rank)> weight() const {
    return [this](Rank c) { return block_.model().weight(c); };
  }

  void take(const HittingSet& set) {
    out_.drop = set.elements;
    out_.weight = set.weight;
    out_.lower_bound = std::max(out_.lower_bound, set.lower_bound);
  }

  Outcome try_drop() {
    const std::size_t known = out_.conflicts.size();
    const Verdict rest = gather_disjoint(block_, without(block_.soft(), out_.drop), out_.conflicts, work_);
    if (rest == Verdict::undecided) return Outcome::undecided;
    return out_.conflicts.size() > known ? Outcome::conflicts : Outcome::repairs;
  }

  Block& block_;
  Work& work_;
  Work choosing_;  ///< for exact hitting sets: a hard one must not use up what finding conflicts needs
  BlockRepair& out_;
};

}  // namespace

BlockRepair cheapest_repair(Block& block, std::uint64_t budget) {
  Work work(budget);
  BlockRepair out;
  const Verdict rest = gather_disjoint(block, block.soft(), out.conflicts, work);
  if (out.conflicts.empty()) {
    out.possible = rest == Verdict::feasible;
    out.optimal = out.possible;
    return out;
  }
  if (rest == Verdict::infeasible) {  // the hard claims alone; what was found before says nothing
    out.conflicts.erase(out.conflicts.begin(), out.conflicts.end() - 1);
    out.possible = false;
    return out;
  }
  if (Search(block, budget, work, out).run()) return out;

  Work reserve(budget);
  out.possible = complete_greedily(block, out.drop, reserve);
  if (!out.possible) out.drop.clear();
  out.weight = total_weight(block.model(), out.drop);
  out.optimal = out.possible && out.weight == out.lower_bound;
  return out;
}

}  // namespace isnad::solver
