#include "solve/repair.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "solve/hitting_set.h"

namespace isnad::solver {
namespace {

/// Most blocks are settled before; pairs are sought where conflicts keep coming.
constexpr int tries_before_pairs = 12;

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

}  // namespace

std::int64_t RepairSearch::weight_of(const std::vector<Rank>& claims) const {
  std::int64_t sum = 0;
  for (const Rank c : claims) sum += block_.model().weight(c);
  return sum;
}

std::function<std::int64_t(Rank)> RepairSearch::weights() const {
  return [this](Rank c) { return block_.model().weight(c); };
}

std::uint64_t RepairSearch::members() const {
  std::uint64_t sum = 0;
  for (const Clash& c : out_.conflicts) sum += c.soft.size();
  return sum;
}

std::vector<std::vector<Rank>> RepairSearch::sets() const {
  std::vector<std::vector<Rank>> out;
  for (const Clash& c : out_.conflicts) out.push_back(c.soft);
  return out;
}

/// The pairs of claims over the same points that contradict. One event dated by many sources has so many that they
/// would hardly all be met one by one, and the cheapest set for half of them is far harder to find than for all.
void RepairSearch::gather_pairs(Work& work) {
  const Model& model = block_.model();
  std::map<std::vector<Vertex>, std::vector<Rank>> by_scope;
  for (const Rank c : block_.soft()) {
    const auto scope = model.scope(c);
    by_scope[{scope.begin(), scope.end()}].push_back(c);
  }
  std::set<std::vector<Rank>> known;
  for (const Clash& c : out_.conflicts) known.insert(c.soft);
  for (const auto& [scope, claims] : by_scope) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
      for (std::size_t j = i + 1; j < claims.size(); ++j) {
        const std::vector<Rank> pair{claims[i], claims[j]};
        const Decision decision = block_.decide_with_hard(pair, work);
        if (decision.verdict == Verdict::undecided) return;
        if (decision.verdict == Verdict::feasible || known.contains(pair)) continue;
        Clash clash = block_.minimise(decision.core, work);
        if (known.insert(clash.soft).second) out_.conflicts.push_back(std::move(clash));
      }
    }
  }
}

/// The first conflicts. False where they settle the block, or cannot be found.
bool RepairSearch::begin(Work& work, bool& settled) {
  if (!out_.conflicts.empty()) return true;
  const Verdict rest = gather_disjoint(block_, block_.soft(), out_.conflicts, work);
  if (rest == Verdict::infeasible) {
    settled = true;
    give_up();
    return false;
  }
  if (!out_.conflicts.empty()) return true;
  settled = rest == Verdict::feasible;
  out_.possible = out_.optimal = settled;
  return false;
}

/// The last conflict is of hard claims alone: what was found before says nothing.
void RepairSearch::give_up() {
  BlockRepair hopeless;
  hopeless.optimal = true;
  hopeless.conflicts.push_back(std::move(out_.conflicts.back()));
  out_ = std::move(hopeless);
}

RepairSearch::Outcome RepairSearch::try_drop(std::vector<Rank> drop, Work& work) {
  const std::size_t known = out_.conflicts.size();
  const Verdict rest = gather_disjoint(block_, without(block_.soft(), drop), out_.conflicts, work);
  if (rest == Verdict::undecided) return Outcome::undecided;
  if (rest == Verdict::infeasible) {
    give_up();
    return Outcome::hopeless;
  }
  if (out_.conflicts.size() > known) return Outcome::conflicts;
  keep(std::move(drop));
  return Outcome::repairs;
}

void RepairSearch::keep(std::vector<Rank> drop) {
  const std::int64_t weight = weight_of(drop);
  if (out_.possible && out_.weight <= weight) return;
  out_.possible = true;
  out_.drop = std::move(drop);
  out_.weight = weight;
}

bool RepairSearch::proven() {
  out_.optimal = out_.possible && out_.weight == out_.lower_bound;
  return out_.optimal;
}

/// Quick sets, until one leaves no contradiction: they bring in most conflicts.
RepairSearch::Outcome RepairSearch::repair_greedily(Work& work) {
  for (;;) {
    if (++tries_ == tries_before_pairs) gather_pairs(work);
    work.spend(4 * members());
    const Outcome outcome = try_drop(greedy_hitting_set(sets(), weights()).elements, work);
    if (outcome != Outcome::conflicts) return outcome;
  }
}

bool RepairSearch::run(std::uint64_t steps, const std::function<bool()>* stop) {
  Work work(steps, stop);
  Work choosing(steps, stop);  // a hard choice must not use up what finding conflicts needs
  bool settled = false;
  if (!begin(work, settled)) return settled;
  for (;;) {
    Outcome outcome = repair_greedily(work);
    if (outcome != Outcome::repairs) return outcome == Outcome::hopeless;
    if (proven()) return true;
    const HittingSet cheapest = minimum_hitting_set(sets(), weights(), out_.lower_bound, out_.weight, choosing);
    out_.lower_bound = std::max(out_.lower_bound, cheapest.lower_bound);
    if (proven()) return true;
    if (!cheapest.optimal) return false;
    outcome = try_drop(cheapest.elements, work);
    if (outcome == Outcome::undecided || outcome == Outcome::hopeless) return outcome == Outcome::hopeless;
    if (proven()) return true;
  }
}

void RepairSearch::complete(std::uint64_t steps) {
  if (out_.possible) return;
  Work work(steps / 2);
  bool settled = false;
  if (!begin(work, settled)) return;
  const Outcome outcome = repair_greedily(work);
  if (outcome == Outcome::hopeless) return;
  if (outcome == Outcome::undecided) drop_lightest(steps / 2);
  Work bounding(steps / 100);
  const std::int64_t limit = out_.possible ? out_.weight : std::numeric_limits<std::int64_t>::max();
  const HittingSet cheapest = minimum_hitting_set(sets(), weights(), out_.lower_bound, limit, bounding);
  out_.lower_bound = std::max(out_.lower_bound, cheapest.lower_bound);
  proven();
}

/// Gives up the lightest claim of each further contradiction, then takes back what can be taken back, heaviest first.
void RepairSearch::drop_lightest(std::uint64_t steps) {
  Work work(steps);
  const Model& model = block_.model();
  const auto lighter = [&model](Rank a, Rank b) { return model.weight(a) < model.weight(b); };
  std::vector<Rank> drop = greedy_hitting_set(sets(), weights()).elements;
  for (;;) {
    const Decision decision = block_.decide_with_hard(without(block_.soft(), drop), work);
    if (decision.verdict == Verdict::feasible) break;
    if (decision.verdict == Verdict::undecided) return;
    std::vector<Rank> soft;
    std::copy_if(decision.core.claims.begin(), decision.core.claims.end(), std::back_inserter(soft),
                 [&model](Rank c) { return !model.hard(c); });
    if (soft.empty()) {
      out_.conflicts.push_back(block_.minimise(decision.core, work));
      give_up();
      return;
    }
    const Rank lightest = *std::min_element(soft.begin(), soft.end(), lighter);
    drop.insert(std::lower_bound(drop.begin(), drop.end(), lightest), lightest);
  }
  std::vector<Rank> heaviest_first = drop;
  std::stable_sort(heaviest_first.begin(), heaviest_first.end(), [&](Rank a, Rank b) { return lighter(b, a); });
  for (const Rank c : heaviest_first) {
    const Rank one[] = {c};
    std::vector<Rank> fewer = without(drop, one);
    if (block_.decide_with_hard(without(block_.soft(), fewer), work).verdict == Verdict::feasible) {
      drop = std::move(fewer);
    }
  }
  keep(std::move(drop));
}

}  // namespace isnad::solver
