#include "solve/bounds_propagation.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace isnad::solver {

void BoundsPropagation::reset() {
  const auto n = static_cast<Vertex>(system_->point_count);
  members_first_.clear();
  if (!system_->members.empty()) {
    members_first_.assign(n + 1, 0);
    members_.resize(system_->members.size());
    for (const Member& m : system_->members) ++members_first_[m.point + 1];
    for (Vertex v = 0; v < n; ++v) members_first_[v + 1] += members_first_[v];
    member_at_.assign(members_first_.begin(), members_first_.end() - 1);
    for (std::uint32_t i = 0; i < system_->members.size(); ++i) members_[member_at_[system_->members[i].point]++] = i;
  }
  if (system_->cycle != 1) ceiling_ = highest_least_value();
  verdict_ = Verdict::feasible;
  core_.claims.clear();
  core_.decisions.clear();
  least_.assign(n, floating_anchor);
  least_[0] = 0;
  latest_.resize(n);
  rises_.assign(n, 0);
  waiting_.assign(n, 0);
  log_.clear();
  queue_.reset(n);
  for (Vertex v = 0; v < n; ++v) {
    latest_[v] = v;
    log_.push_back({v, least_[v], none, Cause::anchor, none});
  }
}

Verdict BoundsPropagation::run(const System& system, const Outgoing& outgoing, Work& work) {
  system_ = &system;
  outgoing_ = &outgoing;
  work_ = &work;
  reset();
  // The origin first: most points then start from a date, not from the anchor.
  enqueue(0);
  drain();
  for (Vertex v = 1; v < system.point_count && open(); ++v) {
    if (is_floating(least_[v])) jump_holes(v);
    enqueue(v);
  }
  drain();
  return verdict_;
}

void BoundsPropagation::enqueue(Vertex v) {
  if (waiting_[v]) return;
  waiting_[v] = 1;
  queue_.push(v);
}

void BoundsPropagation::drain() {
  while (open() && !queue_.empty()) {
    const Vertex u = queue_.pop();
    waiting_[u] = 0;
    const std::uint32_t begin = outgoing_->first[u];
    const std::uint32_t end = outgoing_->first[u + 1];
    if (!work_->spend(end - begin + 1)) {
      verdict_ = Verdict::undecided;
      return;
    }
    for (std::uint32_t i = begin; i < end && open(); ++i) {
      const std::uint32_t id = outgoing_->order[i];
      const Edge& e = system_->edges[id];
      const Tick value = least_[u] + e.gap;
      if (value <= least_[e.to]) continue;
      if (e.to == 0) {  // the origin is fixed: u lies later than it may
        fail(latest_[u], none, &e, nullptr);
        return;
      }
      raise({e.to, value, latest_[u], Cause::edge, id});
      if (open()) jump_holes(e.to);
      enqueue(e.to);
    }
  }
}

/// Raises `v` to the least value not below its bound that lies in all its domains.
void BoundsPropagation::jump_holes(Vertex v) {
  if (members_first_.empty()) return;
  const std::uint32_t begin = members_first_[v];
  const std::uint32_t end = members_first_[v + 1];
  for (std::uint32_t i = begin, settled = 0; open() && settled < end - begin; i = i + 1 == end ? begin : i + 1) {
    const Member& m = system_->members[members_[i]];
    const auto next = m.domain->next(least_[v]);
    if (!next) {
      fail(latest_[v], none, nullptr, &m);
    } else if (*next == least_[v]) {
      ++settled;
    } else if (!work_->spend(1)) {
      verdict_ = Verdict::undecided;
    } else {
      assert(is_floating(least_[v]) == is_floating(*next));  // a least member is among the edges too
      settled = 1;
      raise({v, *next, latest_[v], Cause::member, members_[i]});
    }
  }
}

void BoundsPropagation::raise(const Raise& r) {
  latest_[r.point] = static_cast<std::uint32_t>(log_.size());
  log_.push_back(r);
  least_[r.point] = r.value;
  if (system_->cycle == 1) return;  // finite unions end by themselves
  const std::uint32_t count = ++rises_[r.point];
  // At powers of two only, so that looking back costs no more than going on.
  if (count >= 2 && (count & (count - 1)) == 0) detect_endless_rise(latest_[r.point]);
  if (open() && height(r.value) > ceiling_) fail(latest_[r.point], none, nullptr, nullptr);
}

void BoundsPropagation::detect_endless_rise(std::uint32_t last) {
  const Raise& top = log_[last];
  if (top.cause == Cause::member && !is_lattice(top.constraint)) return;
  for (std::uint32_t at = top.parent; at != none; at = log_[at].parent) {
    const Raise& r = log_[at];
    if (r.point == top.point && (top.value - r.value) % system_->cycle == 0) {
      fail(last, at, nullptr, nullptr);
      return;
    }
    if (r.cause == Cause::anchor || (r.cause == Cause::member && !is_lattice(r.constraint))) return;
  }
}

/// Infeasible by the raises from `last` back to (not including) `first`, with the edge
/// or member that they run into.
void BoundsPropagation::fail(std::uint32_t last, std::uint32_t first, const Edge* edge, const Member* member) {
  verdict_ = Verdict::infeasible;
  const auto add = [this](const Edge& e) {
    core_.claims.push_back(e.claim);
    if (e.decision != none) core_.decisions.push_back(e.decision);
  };
  if (edge != nullptr) add(*edge);
  if (member != nullptr) core_.claims.push_back(member->claim);
  for (std::uint32_t at = last; at != first && at != none; at = log_[at].parent) {
    const Raise& r = log_[at];
    if (r.cause == Cause::edge) add(system_->edges[r.constraint]);
    if (r.cause == Cause::member) core_.claims.push_back(system_->members[r.constraint].claim);
  }
  normalise(core_);
}

/// No least solution rises higher than this. Above the last end of any finite domain
/// only edges and lattices bind; were there a stretch without any point in it longer
/// than the longest gap and one common cycle, all points above could move down by a
/// cycle. So the points lie that close together.
Tick BoundsPropagation::highest_least_value() const {
  Tick longest_gap = 0;
  Tick last_end = 0;
  for (const Edge& e : system_->edges) longest_gap = std::max(longest_gap, std::abs(e.gap));
  for (const Member& m : system_->members) {
    if (m.domain->period() != 0) continue;
    for (const Interval& i : m.domain->intervals()) {
      if (i.min) last_end = std::max(last_end, std::abs(*i.min));
      if (i.max) last_end = std::max(last_end, std::abs(*i.max));
    }
  }
  return last_end + (static_cast<Tick>(system_->point_count) + 1) * (longest_gap + system_->cycle);
}

}  // namespace isnad::solver
