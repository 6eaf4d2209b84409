// The cheapest claims of a block to give up.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "solve/minimal_conflict.h"

namespace isnad::solver {

struct BlockRepair {
  std::vector<Rank> drop;  ///< ascending; empty where the block is consistent
  std::int64_t weight = 0;
  std::int64_t lower_bound = 0;
  bool optimal = false;
  bool possible = false;         ///< false: no repair exists, or none was found in time
  std::vector<Clash> conflicts;  ///< those met on the way; empty where consistent or undecided
};

/// Looks for the least total weight of soft claims without which a block is consistent.
///
/// Implicit hitting sets: a repair meets every conflict. So conflicts are gathered, disjoint
/// ones first; a set that meets those known is tried; where it leaves a contradiction, that
/// gives further conflicts, and where it leaves none, it is a repair. Sets are made greedily
/// at first, which brings in most conflicts; then the cheapest is sought below the best
/// repair. Where there is none, or the cheapest is a repair, that repair is the cheapest,
/// for none is cheaper even for the conflicts known. Reiter, "A theory of diagnosis from
/// first principles", AI 32 (1987); Davies and Bacchus, "Solving MAXSAT by solving a
/// sequence of simpler SAT instances", CP 2011.
///
/// Among repairs of equal weight: the choice depends on weights and on the order of the
/// claims' names only.
class RepairSearch {
 public:
  /// Goes on from what is `known` of the block: nothing, or what an earlier search took.
  RepairSearch(Block& block, BlockRepair known) : block_(block), out_(std::move(known)) {}

  /// True where all is settled: the cheapest repair is found, or there is none. False where `steps`
  /// ended or `stop` said so; then there may be a repair or not.
  bool run(std::uint64_t steps, const std::function<bool()>* stop);

  /// Where run() settled nothing: makes sure of a repair that gives up no claim without need, if that is
  /// possible within `steps`.
  void complete(std::uint64_t steps);

  BlockRepair take() { return std::move(out_); }

 private:
  enum class Outcome : std::uint8_t { repairs, conflicts, undecided, hopeless };
  bool begin(Work& work, bool& settled);
  Outcome repair_greedily(Work& work);
  void drop_lightest(std::uint64_t steps);
  Outcome try_drop(std::vector<Rank> drop, Work& work);
  void keep(std::vector<Rank> drop);
  void give_up();
  void gather_pairs(Work& work);
  bool proven();
  std::vector<std::vector<Rank>> sets() const;
  std::uint64_t members() const;  ///< of all conflicts known
  std::function<std::int64_t(Rank)> weights() const;
  std::int64_t weight_of(const std::vector<Rank>& claims) const;

  Block& block_;
  BlockRepair out_;
  int tries_ = 0;
};

}  // namespace isnad::solver
