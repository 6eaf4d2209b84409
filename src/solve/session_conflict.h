// What a claim contradicts in a session.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "solve/case_split.h"
#include "solve/conflict_listing.h"
#include "solve/session_slice.h"

namespace isnad::solver {

/// The minimal conflicts between one claim, which does not stand, and those that do. What
/// stands is consistent, so the claim is in every one of them.
class SessionConflicts {
 public:
  /// `added`: the constraints of `claim`. `disjunctive`: some split holds where they lie, or is
  /// among them, so that the session's values there are no fixed point of propagation.
  SessionConflicts(SessionState& state, Slicer& slicer, const System& added, Rank claim, bool disjunctive)
      : state_(state), slicer_(slicer), added_(added), claim_(claim), disjunctive_(disjunctive) {}

  struct Answer {
    Verdict verdict = Verdict::undecided;
    Core core;  ///< only where infeasible
  };
  /// The claim beside all that stand.
  Answer decide(Work& work) { return decide(InForce(state_.standing).with(claim_), work); }

  /// A minimal conflict among `core`, which contradict: by deletion as Block::minimise does it.
  Clash minimise(const Core& core, Work& work);

  /// Beginning from `first`, until there are `limit` of them or `work` ends: by the hitting-set
  /// tree of list_conflicts.
  ConflictList list(Clash first, std::size_t limit, Work& work);

 private:
  void divide(const Core& core, std::vector<Rank>& soft, std::vector<Rank>& hard) const;
  Answer decide(const InForce& in_force, Work& work);
  Answer decide_without(const std::vector<Rank>& left_out, Work& work);
  Answer try_insertion(const InForce& in_force, Work& work);

  SessionState& state_;  ///< the same after each call as before
  Slicer& slicer_;
  const System& added_;
  Rank claim_;
  bool disjunctive_;
  std::optional<System> whole_;  ///< all around the claim, once it was asked for
  Decider decider_;
};

}  // namespace isnad::solver
