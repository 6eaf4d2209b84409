#include "solve/bounds_propagation.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace isnad::solver {

void BoundsPropagation::load(const System& system, const Outgoing& outgoing, const std::vector<char>* active) {
  system_ = &system;
  outgoing_ = &outgoing;
  active_ = active;
  const auto n = static_cast<Vertex>(system.point_count);
  members_first_.clear();
  if (!system.members.empty()) {
    // first[v] is moved from the end of v's stretch to its begin while the stretch is filled from behind.
    members_first_.assign(n + 1, 0);
    members_.resize(system.members.size());
    for (const Member& m : system.members) ++members_first_[m.point];
    for (Vertex v = 1; v <= n; ++v) members_first_[v] += members_first_[v - 1];
    for (auto i = static_cast<std::uint32_t>(members_.size()); i-- > 0;) {
      members_[--members_first_[system.members[i].point]] = i;
    }
  }
  if (system.cycle != 1) ceiling_ = highest_least_value();
  verdict_ = Verdict::feasible;
  least_.assign(n, floating_anchor);
  least_[0] = 0;
  latest_.resize(n);
  rises_.assign(n, 0);
  waiting_.assign(n, 0);
  touched_.clear();
  log_.clear();
  queue_.reset(n);
  for (Vertex v = 0; v < n; ++v) {
    latest_[v] = v;
    log_.push_back({v, least_[v], none, Cause::anchor, none});
  }
}

Verdict BoundsPropagation::run(Work& work) {
  work_ = &work;
  // The origin first: most points then start from a date, not from the anchor.
  enqueue(0);
  drain();
  for (Vertex v = 1; v < system_->point_count && open(); ++v) {
    if (is_floating(least_[v])) jump_holes(v);
    enqueue(v);
  }
  drain();
  return verdict_;
}

void BoundsPropagation::keep_as_base() {
  const std::size_t n = system_->point_count;
  base_length_ = log_.size();
  base_.resize(n);
  for (Vertex v = 0; v < n; ++v) base_[v] = {least_[v], latest_[v]};
  for (const Vertex v : touched_) rises_[v] = 0;
  touched_.clear();
}

void BoundsPropagation::back_to_base() {
  for (const Vertex v : touched_) {
    least_[v] = base_[v].least;
    latest_[v] = base_[v].latest;
    rises_[v] = 0;
  }
  touched_.clear();
  while (!queue_.empty()) waiting_[queue_.pop()] = 0;
  log_.resize(base_length_, {});
  verdict_ = Verdict::feasible;
}

Verdict BoundsPropagation::add(const std::vector<std::uint32_t>& edges, const std::vector<std::uint32_t>& members,
                               Work& work) {
  work_ = &work;
  if (!work.spend(edges.size() + members.size())) verdict_ = Verdict::undecided;
  // First what follows from the origin, then from dates, then the rest: as in run().
  for (const std::uint32_t e : edges) {
    if (open() && system_->edges[e].from == 0) relax(e);
  }
  const auto add_rest = [&](bool from_dates) {
    for (const std::uint32_t m : members) {
      const Vertex v = system_->members[m].point;
      if (!open() || is_floating(least_[v]) == from_dates) continue;
      const Tick before = least_[v];
      jump_holes(v);
      if (least_[v] != before) enqueue(v);
    }
    for (const std::uint32_t e : edges) {
      const Vertex v = system_->edges[e].from;
      if (open() && v != 0 && is_floating(least_[v]) != from_dates) relax(e);
    }
    drain();
  };
  add_rest(true);
  add_rest(false);
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
    for (std::uint32_t i = begin; i < end && open(); ++i) relax(outgoing_->order[i]);
  }
}

void BoundsPropagation::relax(std::uint32_t edge) {
  const Edge& e = system_->edges[edge];
  const Tick value = least_[e.from] + e.gap;
  if (value <= least_[e.to] || !active(e.claim)) return;
  if (e.to == 0) {  // the origin is fixed: the other point lies later than it may
    fail(latest_[e.from], none, &e, nullptr);
    return;
  }
  raise({e.to, value, latest_[e.from], Cause::edge, edge});
  if (open()) jump_holes(e.to);
  enqueue(e.to);
}

/// Raises `v` to the least value not below its bound that lies in all its domains.
void BoundsPropagation::jump_holes(Vertex v) {
  if (members_first_.empty()) return;
  const std::uint32_t begin = members_first_[v];
  const std::uint32_t end = members_first_[v + 1];
  for (std::uint32_t i = begin, settled = 0; open() && settled < end - begin; i = i + 1 == end ? begin : i + 1) {
    const Member& m = system_->members[members_[i]];
    const auto next = active(m.claim) ? m.domain->next(least_[v]) : least_[v];
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
  if (active_ == nullptr && system_->cycle == 1) return;  // no cycle of edges, no lattice: it ends by itself
  const std::uint32_t count = ++rises_[r.point];
  if (count == 1) touched_.push_back(r.point);
  // At powers of two only, so that looking back costs no more than going on.
  if (count >= 2 && (count & (count - 1)) == 0) detect_endless_rise(latest_[r.point]);
  if (open() && system_->cycle != 1 && height(r.value) > ceiling_) fail(latest_[r.point], none, nullptr, nullptr);
}

void BoundsPropagation::detect_endless_rise(std::uint32_t last) {
  const Raise& top = log_[last];
  bool lattice = false;
  for (std::uint32_t at = last; at != none; at = log_[at].parent) {
    const Raise& r = log_[at];
    // The raises from here to the last, applied again, give as much again: edges alone wherever
    // the point stands, lattices where it stands at the same place of their common cycle.
    if (at != last && r.point == top.point && (!lattice || (top.value - r.value) % system_->cycle == 0)) {
      fail(last, at, nullptr, nullptr);
      return;
    }
    if (r.cause == Cause::anchor || (r.cause == Cause::member && !is_lattice(r.constraint))) return;
    lattice = lattice || r.cause == Cause::member;
  }
}

/// Infeasible by the raises from `last` back to (not including) `first`, with the edge
/// or member that they run into.
void BoundsPropagation::fail(std::uint32_t last, std::uint32_t first, const Edge* edge, const Member* member) {
  verdict_ = Verdict::infeasible;
  core_.claims.clear();
  core_.decisions.clear();
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
