#include "solve/block_system.h"

#include <utility>

namespace isnad::solver {
namespace {

/// Where the constraints of each claim begin among `constraints`, which are grouped by claim.
template <class Constraint>
void find_groups(const std::vector<Constraint>& constraints, std::span<const Rank> claims,
                 std::vector<std::uint32_t>& first) {
  first.clear();
  std::uint32_t at = 0;
  for (const Rank c : claims) {
    first.push_back(at);
    while (at < constraints.size() && constraints[at].claim == c) ++at;
  }
  first.push_back(at);
}

}  // namespace

Verdict BlockSystem::load(const Model& model, System& system, std::span<const Rank> claims, Work& work) {
  for (const Rank c : claims_) active_[c] = 0;
  claims_.assign(claims.begin(), claims.end());
  std::swap(system_, system);
  outgoing_.build(system_);
  find_groups(system_.edges, claims, edge_first_);
  find_groups(system_.members, claims, member_first_);
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    position_[claims[i]] = i;
    active_[claims[i]] = model.hard(claims[i]) ? 1 : 0;
  }
  bounds_.load(system_, outgoing_, &active_);
  base_ = bounds_.run(work);
  if (base_ == Verdict::feasible) bounds_.keep_as_base();
  return base_;
}

Verdict BlockSystem::decide(std::span<const Rank> soft, Work& work) {
  if (base_ != Verdict::feasible) return base_;
  bounds_.back_to_base();
  edges_.clear();
  members_.clear();
  for (const Rank c : soft) {
    active_[c] = 1;
    const std::uint32_t at = position_[c];
    for (std::uint32_t i = edge_first_[at]; i < edge_first_[at + 1]; ++i) edges_.push_back(i);
    for (std::uint32_t i = member_first_[at]; i < member_first_[at + 1]; ++i) members_.push_back(i);
  }
  const Verdict verdict = bounds_.add(edges_, members_, work);
  for (const Rank c : soft) active_[c] = 0;
  return verdict;
}

}  // namespace isnad::solver
