// The constraints of one block, decided for one set of claims after the other.
#pragma once

#include <span>
#include <vector>

#include "solve/bounds_propagation.h"
#include "solve/model.h"

namespace isnad::solver {

/// A block of which the hard claims always hold: their least solution is found once, and each set of soft claims is
/// judged by the bounds that it raises. A small set costs what lies around it, not what the block costs; most sets
/// asked about are conflicts less one claim.
class BlockSystem {
 public:
  explicit BlockSystem(const Model& model) : active_(model.claim_count(), 0), position_(model.claim_count(), 0) {}

  /// Takes over the constraints of `claims` (all of the block, ascending) from `system`, as Selector made it.
  /// Precondition: it has no splits. The verdict of the hard claims alone; where it is undecided, nothing can be asked.
  Verdict load(const Model& model, System& system, std::span<const Rank> claims, Work& work);

  /// Judges `soft` beside the hard claims.
  Verdict decide(std::span<const Rank> soft, Work& work);
  /// After infeasible.
  const Core& core() const { return bounds_.core(); }

 private:
  System system_;
  Outgoing outgoing_;
  BoundsPropagation bounds_;
  Verdict base_ = Verdict::feasible;     ///< of the hard claims alone
  std::vector<char> active_;             ///< by rank
  std::vector<std::uint32_t> position_;  ///< by rank: place among the claims of the block
  std::vector<Rank> claims_;
  std::vector<std::uint32_t> edge_first_, member_first_;  ///< by position, and one more
  std::vector<std::uint32_t> edges_, members_;            ///< of the claims being judged
};

}  // namespace isnad::solver
