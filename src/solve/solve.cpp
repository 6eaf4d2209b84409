// The way through the solver: canonical model, blocks, repair and conflicts of each block,
// then windows and schedule of each component.
#include "isnad/solve.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "solve/blocks.h"
#include "solve/bounds_propagation.h"
#include "solve/case_split.h"
#include "solve/conflict_listing.h"
#include "solve/model.h"
#include "solve/repair.h"
#include "solve/schedule.h"

namespace isnad::solver {
namespace {

class Solving {
 public:
  Solving(const Network& network, const SolveOptions& options)
      : options_(options), model_(network), engines_(model_), dropped_(model_.claim_count(), 0) {
    unrepaired_.assign(model_.claim_count(), 0);
    solution_.windows.resize(model_.point_count());
    solution_.schedule.assign(model_.point_count(), Tick{0});
  }

  Solution run() {
    const Decomposition parts = decompose(model_);
    // Hard blocks come last, so that a solve that is stopped has done the others.
    std::vector<std::pair<const std::vector<Rank>*, BlockRepair>> hard;
    for (const auto& claims : parts.blocks) {
      Block block(model_, engines_, claims);
      RepairSearch search(block, {});
      if (search.run(std::min(options_.decide_budget, first_share), &options_.stop)) {
        enter(block, claims, search.take());
      } else {
        hard.emplace_back(&claims, search.take());
      }
    }
    for (auto& [claims, known] : hard) {
      Block block(model_, engines_, *claims);
      RepairSearch search(block, std::move(known));
      const std::uint64_t budget = budget_for(*claims);
      if (!search.run(budget, &options_.stop)) search.complete(budget);
      enter(block, *claims, search.take());
    }
    for (const auto& claims : parts.components) place_component(claims);
    finish();
    return std::move(solution_);
  }

 private:
  /// Steps of decide_budget after which a block is hard: some tens of milliseconds.
  static constexpr std::uint64_t first_share = 10'000'000;

  std::uint64_t budget_for(const std::vector<Rank>& claims) const {
    return options_.decide_budget + options_.decide_budget_per_claim * claims.size();
  }

  /// What was found of one block goes into the whole, with its conflicts.
  void enter(Block& block, const std::vector<Rank>& claims, BlockRepair repair) {
    for (const Rank c : repair.drop) dropped_[c] = 1;
    if (!repair.possible) {
      for (const Rank c : claims) unrepaired_[c] = 1;
    }
    Repair& total = solution_.repair;
    total.weight += repair.weight;
    total.lower_bound += repair.lower_bound;
    total.optimal = total.optimal && repair.optimal;
    total.possible = total.possible && repair.possible;
    if (repair.conflicts.empty()) {
      undecided_ = undecided_ || !repair.possible;
      return;
    }
    finish_minimising(block, repair.conflicts, first_share);
    const bool hard_only = repair.conflicts.front().soft.empty();
    ConflictList list{std::move(repair.conflicts), true};
    if (!hard_only) {
      Work work(options_.conflict_budget, &options_.stop);
      list = list_conflicts(block, std::move(list.conflicts), options_.max_conflicts, work);
    }
    solution_.conflicts_complete = solution_.conflicts_complete && list.complete;
    clashes_.insert(clashes_.end(), list.conflicts.begin(), list.conflicts.end());
  }

  void place_component(const std::vector<Rank>& claims) {
    std::vector<Rank> kept;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(kept), [this](Rank c) { return !dropped_[c]; });
    const bool unrepaired = std::any_of(claims.begin(), claims.end(), [this](Rank c) { return unrepaired_[c] != 0; });
    if (unrepaired) {
      for (const Rank c : claims) {
        for (const Vertex v : model_.scope(c)) leave_open(v);
      }
      return;
    }
    Selection& part = engines_.selector.select(kept);
    // Not stopped but where it may take exponential time: a schedule was as good as found when the blocks were
    // repaired.
    Work deciding(budget_for(kept));
    Work work(budget_for(kept), part.system.splits.empty() ? nullptr : &options_.stop);
    const Decision decision = engines_.decider.decide(part.system, deciding);
    const LeastValues least = part.system.splits.empty() && decision.verdict == Verdict::feasible
                                  ? LeastValues{decision.least, true}
                                  : engines_.decider.least_values(part.system, work);
    System reversed = mirrored(part.system);
    const LeastValues greatest = engines_.decider.least_values(reversed, work);  // of the negated axis
    solution_.windows_tight = solution_.windows_tight && least.tight && greatest.tight;
    std::vector<Tick> values;
    if (decision.verdict == Verdict::feasible) values = schedule(part.system, decision);
    for (Vertex v = 1; v < part.points.size(); ++v) {
      const std::size_t point = index(model_.point(part.points[v]));
      Interval& window = solution_.windows[point];
      if (!is_floating(least.values[v])) window.min = least.values[v];
      if (!is_floating(greatest.values[v])) window.max = -greatest.values[v];
      if (values.empty()) {
        solution_.schedule[point].reset();
      } else {
        solution_.schedule[point] = values[v];
      }
    }
  }

  void leave_open(Vertex v) {
    if (v == 0) return;
    solution_.windows[index(model_.point(v))] = {};
    solution_.schedule[index(model_.point(v))].reset();
  }

  void finish() {
    solution_.windows[index(origin)] = {0, 0};
    solution_.schedule[index(origin)] = 0;
    const auto ids = [this](const std::vector<Rank>& ranks) {
      std::vector<ClaimId> out;
      for (const Rank c : ranks) out.push_back(model_.claim(c));
      return out;
    };
    std::sort(clashes_.begin(), clashes_.end(),
              [](const Clash& a, const Clash& b) { return std::tie(a.soft, a.hard) < std::tie(b.soft, b.hard); });
    for (const Clash& c : clashes_) solution_.conflicts.push_back({ids(c.soft), ids(c.hard)});
    for (Rank c = 0; c < model_.claim_count(); ++c) {
      if (dropped_[c]) solution_.repair.drop.push_back(model_.claim(c));
    }
    if (!solution_.conflicts.empty()) {
      solution_.status = Status::inconsistent;
    } else if (undecided_) {
      solution_.status = Status::undecided;
    }
  }

  const SolveOptions& options_;
  Model model_;
  Engines engines_;
  Solution solution_;
  std::vector<Clash> clashes_;
  std::vector<char> dropped_;
  std::vector<char> unrepaired_;
  bool undecided_ = false;
};

}  // namespace

Solution solve(const Network& network, const SolveOptions& options) { return Solving(network, options).run(); }

}  // namespace isnad::solver
