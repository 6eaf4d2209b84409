#include "solve/incremental_bounds.h"

#include "solve/bounds_propagation.h"

namespace isnad::solver {

IncrementalBounds::IncrementalBounds(std::size_t points, std::span<const Edge> edges)
    : added_(points), members_(points), value_(points, floating_anchor), latest_(points, none), waiting_(points, 0) {
  value_[0] = 0;
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<ArcData> data;
  ends.reserve(edges.size());
  data.reserve(edges.size());
  for (const Edge& e : edges) {
    ends.emplace_back(e.from, e.to);
    data.push_back({e.gap, e.claim});
  }
  loaded_ = std::make_shared<const Loaded>(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), data.begin(),
                                           static_cast<std::uint32_t>(points));
}

void IncrementalBounds::add_point() {
  added_.add_point();
  members_.add_point();
  value_.push_back(floating_anchor);
  latest_.push_back(none);
  waiting_.push_back(0);
}

Insertion IncrementalBounds::insert(const Edge& edge, const InForce& in_force, std::size_t most_jumps) {
  const Arc arc{edge.to, edge.gap, edge.claim};
  append(edge);
  begin(edge.from, arc, most_jumps);
  if (relax(edge.from, arc, in_force)) drain(in_force);
  return finish();
}

Insertion IncrementalBounds::insert(const Member& member, const InForce& in_force, std::size_t most_jumps) {
  append(member);
  begin(none, {}, most_jumps);
  enqueue(member.point);
  if (jump(member.point, in_force)) drain(in_force);
  return finish();
}

Insertion IncrementalBounds::settle_all(const InForce& in_force, std::size_t most_jumps) {
  begin(none, {}, most_jumps);
  // The origin first: most points then start from a date, not from the anchor.
  enqueue(0);
  drain(in_force);
  for (Vertex v = 1; v < point_count(); ++v) settle_floating(v, in_force);
  drain(in_force);
  return finish();
}

void IncrementalBounds::settle(std::span<const Vertex> points, std::span<const Edge> entering,
                               const InForce& in_force) {
  begin(none, {}, std::numeric_limits<std::size_t>::max());
  for (const Vertex v : points) assign(v, floating_anchor);
  for (const Edge& e : entering) relax(0, {e.to, e.gap, e.claim}, in_force);
  drain(in_force);
  for (const Vertex v : points) settle_floating(v, in_force);
  drain(in_force);
  finish();
}

void IncrementalBounds::settle_floating(Vertex v, const InForce& in_force) {
  if (now_.result.outcome != Insertion::Outcome::settled || !is_floating(value_[v])) return;
  enqueue(v);
  jump(v, in_force);
}

void IncrementalBounds::begin(Vertex from, const Arc& arc, std::size_t most_jumps) {
  now_ = {from, arc, log_.size(), most_jumps, {}};
}

Insertion IncrementalBounds::finish() {
  for (const Vertex v : queue_) waiting_[v] = 0;
  queue_.clear();
  return std::move(now_.result);
}

Tick IncrementalBounds::before(const Raise& r) const {
  return r.previous == none ? floating_anchor : log_[r.previous].value;
}

void IncrementalBounds::push(Vertex v, Tick value, std::uint32_t parent, Rank claim, bool pure) {
  log_.push_back({value, v, parent, latest_[v], claim, pure});
  latest_[v] = static_cast<std::uint32_t>(log_.size() - 1);
  value_[v] = value;
}

bool IncrementalBounds::pure(Vertex v) const {
  return latest_[v] != none && latest_[v] >= now_.first_raise && log_[latest_[v]].pure;
}

void IncrementalBounds::enqueue(Vertex v) {
  if (waiting_[v]) return;
  waiting_[v] = 1;
  queue_.push_back(v);
}

/// False where the insertion is over.
bool IncrementalBounds::relax(Vertex from, const Arc& arc, const InForce& in_force) {
  const Tick value = value_[from] + arc.gap;
  if (value <= value_[arc.to]) return true;
  const bool by_itself = (from == now_.from && arc == now_.arc) || pure(from);
  if (arc.to == 0) return fail(latest_[from], arc.claim, false);  // the origin is fixed
  if (by_itself && arc.to == now_.from) return fail(latest_[from], arc.claim, true);
  push(arc.to, value, latest_[from], arc.claim, by_itself);
  enqueue(arc.to);
  return jump(arc.to, in_force);
}

/// Raises `v` to the least value not below its own that lies in all its domains.
bool IncrementalBounds::jump(Vertex v, const InForce& in_force) {
  for (bool moved = true; moved;) {
    moved = false;
    const bool fine = members_.each(v, [&](const Member& m) {
      if (!in_force(m.claim)) return true;
      const auto next = m.domain->next(value_[v]);
      if (!next) return fail(latest_[v], m.claim, false);
      if (*next == value_[v]) return true;
      if (m.domain->period() != 0 && now_.lattice_jumps_left-- == 0) {
        now_.result.outcome = Insertion::Outcome::unsettled;
        return false;
      }
      push(v, *next, latest_[v], m.claim, false);
      moved = true;
      return true;
    });
    if (!fine) return false;
  }
  return true;
}

bool IncrementalBounds::drain(const InForce& in_force) {
  if (now_.result.outcome != Insertion::Outcome::settled) return false;
  for (std::size_t at = 0; at < queue_.size(); ++at) {
    const Vertex v = queue_[at];
    waiting_[v] = 0;
    if (!scan(v, in_force, [&](const Arc& arc) { return relax(v, arc, in_force); })) return false;
  }
  queue_.clear();
  return true;
}

/// The raises from `last` back, with the claim that they run into; of a cycle, only those
/// that the inserted edge brought about. Always false.
bool IncrementalBounds::fail(std::uint32_t last, Rank claim, bool cycle) {
  now_.result.outcome = Insertion::Outcome::contradiction;
  auto& core = now_.result.core;
  core.push_back(claim);
  for (std::uint32_t at = last; at != none; at = log_[at].parent) {
    if (cycle && (at < now_.first_raise || !log_[at].pure)) break;
    if (log_[at].claim != none) core.push_back(log_[at].claim);
  }
  return false;
}

void IncrementalBounds::roll_back(const Mark& mark) {
  for (; log_.size() > mark.raises; log_.pop_back()) {
    const Raise& r = log_.back();
    value_[r.point] = before(r);
    latest_[r.point] = r.previous;
  }
  added_.cut(mark.edges, mark.points);
  members_.cut(mark.members, mark.points);
  value_.resize(mark.points);
  latest_.resize(mark.points);
  waiting_.resize(mark.points);
}

void IncrementalBounds::tidy() {
  if (log_.size() <= 2 * tidied_ + point_count()) return;
  std::vector<char> needed(log_.size(), 0);
  for (const std::uint32_t at : latest_) {
    if (at != none) needed[at] = 1;
  }
  for (std::size_t at = log_.size(); at-- > 0;) {  // parents are older
    if (needed[at] && log_[at].parent != none) needed[log_[at].parent] = 1;
  }
  std::vector<std::uint32_t> moved(log_.size(), none);
  std::uint32_t kept = 0;
  for (std::size_t at = 0; at < log_.size(); ++at) {
    if (!needed[at]) continue;
    Raise r = log_[at];
    if (r.parent != none) r.parent = moved[r.parent];
    r.previous = none;  // there is no way back behind this
    moved[at] = kept;
    log_[kept++] = r;
  }
  log_.resize(kept, Raise{});
  log_.shrink_to_fit();
  for (std::uint32_t& at : latest_) {
    if (at != none) at = moved[at];
  }
  tidied_ = kept;
}

}  // namespace isnad::solver
