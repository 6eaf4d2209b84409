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

/// Whether `added` settles in one direction beside what is in force; nothing is left of the try.
Insertion try_in(IncrementalBounds& bounds, const System& added, const InForce& in_force, std::size_t& raises) {
  const auto before = bounds.mark();
  Insertion out;
  for (const Edge& e : added.edges) {
    out = bounds.insert(e, in_force, lattice_jumps);
    if (out.outcome != Insertion::Outcome::settled) break;
  }
  for (const Member& m : added.members) {
    if (out.outcome != Insertion::Outcome::settled) break;
    out = bounds.insert(m, in_force, lattice_jumps);
  }
  raises += bounds.mark().raises - before.raises;
  bounds.roll_back(before);
  return out;
}

}  // namespace

/// By insertion beside fewer claims than stand, upwards and downwards. What stands lets the values
/// be as high as they are, so it is a solution where it settles. Where it does not, that may be the
/// doing of claims that are not in force: it counts only where none of them is in the core.
/// Upwards, claims that bind behind the added constraints are seen to be missing, downwards those before.
SessionConflicts::Answer SessionConflicts::try_insertion(const InForce& in_force, Work& work) {
  std::size_t raises = 0;
  Answer out;
  for (const bool up : {true, false}) {
    Insertion tried = up ? try_in(state_.forward, added_, in_force, raises)
                         : try_in(state_.backward, mirrored(added_), in_force, raises);
    if (tried.outcome == Insertion::Outcome::settled) out.verdict = Verdict::feasible;
    if (tried.outcome == Insertion::Outcome::contradiction &&
        std::all_of(tried.core.begin(), tried.core.end(), in_force)) {
      out.verdict = Verdict::infeasible;
      out.core = {std::move(tried.core), {}};
      normalise(out.core);
    }
    if (out.verdict != Verdict::undecided) break;
  }
  work.spend(raises + 1);
  return out;
}

SessionConflicts::Answer SessionConflicts::decide(const InForce& in_force, Work& work) {
  if (!disjunctive_) {
    Answer quick = try_insertion(in_force, work);
    if (quick.verdict != Verdict::undecided) return quick;
  }
  System part = slicer_.around(added_, in_force);
  Decision decision = decider_.decide(part, work);
  return {decision.verdict, std::move(decision.core)};
}

/// Undecided also where it would cost more than `work` has left.
SessionConflicts::Answer SessionConflicts::decide_without(const std::vector<Rank>& left_out, Work& work) {
  const InForce in_force = InForce(state_.standing).without(left_out).with(claim_);
  if (!disjunctive_) {
    Answer quick = try_insertion(in_force, work);
    if (quick.verdict != Verdict::undecided) return quick;
  }
  if (!whole_) {
    whole_ = slicer_.around_within(added_, InForce(state_.standing).with(claim_), state_.options.conflict_budget);
    if (!whole_) {
      work.spend(std::numeric_limits<std::uint64_t>::max());
      return {};
    }
  }
  if (!work.spend(whole_->edges.size())) return {};
  System rest = leaving_out(*whole_, left_out);
  Decision decision = decider_.decide(rest, work);
  return {decision.verdict, std::move(decision.core)};
}

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
    const Answer decision = decide(InForce(state_.standing).no_soft().with(rest).with(claim_), work);
    if (decision.verdict == Verdict::infeasible) divide(decision.core, out.soft, out.hard);
    if (decision.verdict == Verdict::undecided) out.minimal = false;
  }

  order = out.hard;
  for (const Rank h : order) {
    if (!contains(out.hard, h)) continue;
    std::vector<Rank> rest = out.soft;
    rest.insert(rest.end(), out.hard.begin(), out.hard.end());
    erase(rest, h);
    const Answer decision = decide(InForce(state_.standing).no_soft().no_hard().with(rest).with(claim_), work);
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
  if (!out.conflicts.front().minimal || limit <= 1) {
    out.complete = false;
    return out;
  }
  std::deque<std::vector<Rank>> nodes{{}};
  std::set<std::vector<Rank>> met{{}};
  while (!nodes.empty()) {
    const std::vector<Rank> left_out = std::move(nodes.front());
    nodes.pop_front();
    if (!work.spend(1)) {
      out.complete = false;
      break;
    }
    const auto meets = [&left_out](const Clash& c) {
      return std::none_of(c.soft.begin(), c.soft.end(), [&](Rank r) { return contains(left_out, r); });
    };
    auto label = std::find_if(out.conflicts.begin(), out.conflicts.end(), meets);
    if (label == out.conflicts.end()) {
      const Answer decision = decide_without(left_out, work);
      if (decision.verdict == Verdict::feasible) continue;
      if (decision.verdict == Verdict::undecided || out.conflicts.size() >= limit) {
        out.complete = false;
        break;
      }
      Clash found = minimise(decision.core, work);
      if (!found.minimal) {
        out.complete = false;
        break;
      }
      out.conflicts.push_back(std::move(found));
      label = out.conflicts.end() - 1;
    }
    for (const Rank c : label->soft) {
      if (c == claim_) continue;  // without it there is none
      std::vector<Rank> child = left_out;
      child.insert(std::lower_bound(child.begin(), child.end(), c), c);
      if (met.insert(child).second) nodes.push_back(std::move(child));
    }
  }
  return out;
}

}  // namespace isnad::solver
