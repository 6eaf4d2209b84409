#include "solve/minimal_conflict.h"

#include <algorithm>
#include <iterator>

namespace isnad::solver {

std::vector<Rank> without(std::span<const Rank> from, std::span<const Rank> taken) {
  std::vector<Rank> out;
  std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(), std::back_inserter(out));
  return out;
}

Block::Block(const Model& model, Engines& engines, std::span<const Rank> claims)
    : model_(model), engines_(engines), claims_(claims.begin(), claims.end()) {
  divide(claims_, soft_, hard_);
}

void Block::divide(const std::vector<Rank>& claims, std::vector<Rank>& soft, std::vector<Rank>& hard) const {
  soft.clear();
  hard.clear();
  for (const Rank c : claims) (model_.hard(c) ? hard : soft).push_back(c);
}

Decision Block::decide_only(std::span<const Rank> soft, std::span<const Rank> hard, Work& work) {
  std::vector<Rank> claims;
  claims.reserve(soft.size() + hard.size());
  std::merge(soft.begin(), soft.end(), hard.begin(), hard.end(), std::back_inserter(claims));
  return engines_.decider.decide(engines_.selector.select(claims).system, work);
}

/// Most blocks hold: then all there is to do is one decision of the whole.
Decision Block::decide_first(std::span<const Rank> kept, Work& work) {
  System& whole = engines_.selector.select(claims_).system;
  if (!whole.splits.empty()) {
    state_ = State::split;
    return decide_only(kept, hard_, work);
  }
  Decision decision;
  const bool all = kept.size() == soft_.size();
  if (all) decision = engines_.decider.decide(whole, work);
  if (all && decision.verdict != Verdict::infeasible) return decision;
  if (engines_.block.load(model_, whole, claims_, work) == Verdict::undecided) {
    decision.verdict = Verdict::undecided;
    return decision;
  }
  state_ = State::loaded;
  return all ? decision : decide_with_hard(kept, work);
}

Decision Block::decide_with_hard(std::span<const Rank> kept, Work& work) {
  if (state_ == State::fresh) return decide_first(kept, work);
  if (state_ == State::split) return decide_only(kept, hard_, work);
  Decision decision;
  decision.verdict = engines_.block.decide(kept, work);
  if (decision.verdict == Verdict::infeasible) decision.core = engines_.block.core();
  return decision;
}

Clash Block::minimise(const Core& core, Work& work) {
  Clash out;
  divide(core.claims, out.soft, out.hard);

  std::vector<Rank> order = out.soft;
  std::stable_sort(order.begin(), order.end(), [this](Rank a, Rank b) { return model_.weight(a) < model_.weight(b); });
  for (const Rank c : order) {
    if (!std::binary_search(out.soft.begin(), out.soft.end(), c)) continue;
    const Rank one[] = {c};
    const std::vector<Rank> rest = without(out.soft, one);
    const Decision decision = decide_with_hard(rest, work);
    if (decision.verdict == Verdict::infeasible) divide(decision.core.claims, out.soft, out.hard);
    if (decision.verdict == Verdict::undecided) out.minimal = false;
  }

  order = out.hard;
  for (const Rank h : order) {
    if (!std::binary_search(out.hard.begin(), out.hard.end(), h)) continue;
    const Rank one[] = {h};
    const Decision decision = decide_only(out.soft, without(out.hard, one), work);
    if (decision.verdict == Verdict::infeasible) {
      std::vector<Rank> same_soft;  // the soft claims are all needed: the core has them all
      divide(decision.core.claims, same_soft, out.hard);
      out.soft = std::move(same_soft);
    }
    if (decision.verdict == Verdict::undecided) out.minimal = false;
  }
  return out;
}

}  // namespace isnad::solver
