// What a claim contradicts in a session.
#pragma once

#include <span>
#include <vector>

#include "solve/conflict_listing.h"
#include "solve/session_slice.h"

namespace isnad::solver {

/// The minimal conflicts between one claim, which does not stand, and those that do. What
/// stands is consistent, so the claim is in every one of them.
class SessionConflicts {
 public:
  /// `added`: the constraints of `claim`.
  SessionConflicts(const SessionState& state, Slicer& slicer, const System& added, Rank claim)
      : state_(state), slicer_(slicer), added_(added), claim_(claim) {}

  /// The claim beside all that stand.
  Decision decide(Work& work) { return solver::decide(slicer_.around(added_, {.soft = true, .hard = true}), work); }

  /// A minimal conflict among `core`, which contradict: by deletion as Block::minimise does it,
  /// but for the decisions, which are over what lies around the claim.
  Clash minimise(const Core& core, Work& work);

  /// Beginning from `first`, until there are `limit` of them or `work` ends: by the hitting-set
  /// tree of list_conflicts.
  ConflictList list(Clash first, std::size_t limit, Work& work);

 private:
  void divide(const Core& core, std::vector<Rank>& soft, std::vector<Rank>& hard) const;
  Decision decide(const Choice& choice, Work& work) { return solver::decide(slicer_.around(added_, choice), work); }

  const SessionState& state_;
  Slicer& slicer_;
  const System& added_;
  Rank claim_;
};

}  // namespace isnad::solver
