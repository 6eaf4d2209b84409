#include "solve/session_slice.h"

#include <numeric>

namespace isnad::solver {

void Slicer::begin() {
  local_.resize(state_.point_count(), none);
  ways_.resize(state_.point_count(), 0);
  split_taken_.resize(state_.splits.size(), 0);
  out_ = {};
  points_.clear();
  local(0);
}

void Slicer::end() {
  open_.clear();
  for (const Vertex v : points_) {
    local_[v] = none;
    ways_[v] = 0;
  }
  for (const std::uint32_t s : splits_taken_) split_taken_[s] = 0;
  splits_taken_.clear();
  out_.point_count = points_.size();
}

Vertex Slicer::local(Vertex v) {
  if (local_[v] == none) {
    local_[v] = static_cast<Vertex>(points_.size());
    points_.push_back(v);
  }
  return local_[v];
}

void Slicer::emit(Vertex from, Vertex to, Tick gap, Rank claim) {
  const Vertex f = local(from);  // before the other: the order of evaluation must not matter
  out_.edges.push_back({f, local(to), gap, claim, none});
}

void Slicer::emit(const Member& member) {
  if (member.domain->period() != 0) out_.cycle = std::lcm(out_.cycle, member.domain->period());
  Member m = member;
  m.point = local(m.point);
  out_.members.push_back(m);
}

void Slicer::emit(const Split& split) {
  Split s = split;
  for (auto& alternative : s.alternatives) {
    for (Edge& e : alternative) {
      e.from = local(e.from);
      e.to = local(e.to);
    }
  }
  out_.splits.push_back(std::move(s));
}

/// Will go on from `v` that way.
void Slicer::go(Vertex v, Way way) {
  if (v == 0) return;
  local(v);
  if ((ways_[v] & way) != 0) return;
  ways_[v] = static_cast<char>(ways_[v] | way);
  open_.emplace_back(v, way);
}

/// The domains and splits of `v`: once for each point.
void Slicer::visit_point(Vertex v, const InForce& in_force) {
  if ((ways_[v] & touched) != 0) return;
  ways_[v] = static_cast<char>(ways_[v] | touched);
  state_.forward.each_member(v, in_force, [&](const Member& m) {
    emit(m);
    // Where the domain has a least member, that is among the edges: no point floats that has one.
    if (const auto min = m.domain->hull().min) emit(0, v, *min, m.claim);
  });
  state_.splits_at.each(v, [&](std::uint32_t id) {
    const Split& split = state_.splits[id];
    if (split_taken_[id] || !in_force(split.claim)) return true;
    split_taken_[id] = 1;
    splits_taken_.push_back(id);
    emit(split);
    for (const auto& alternative : split.alternatives) {
      for (const Edge& e : alternative) {
        for (const Vertex end : {e.from, e.to}) {
          go(end, forwards);
          go(end, backwards);
        }
      }
    }
    return true;
  });
}

System Slicer::around(const System& added, const InForce& in_force) {
  return *around_within(added, in_force, std::numeric_limits<std::uint64_t>::max());
}

std::optional<System> Slicer::around_within(const System& added, const InForce& in_force, std::uint64_t most_edges) {
  begin();
  const auto both_ways = [this](Vertex v) {
    go(v, forwards);
    go(v, backwards);
  };
  for (const Edge& e : added.edges) {
    emit(e.from, e.to, e.gap, e.claim);
    both_ways(e.from);
    both_ways(e.to);
  }
  for (const Member& m : added.members) {
    emit(m);
    both_ways(m.point);
  }
  for (const Split& s : added.splits) {
    emit(s);
    for (const auto& alternative : s.alternatives) {
      for (const Edge& e : alternative) {
        both_ways(e.from);
        both_ways(e.to);
      }
    }
  }
  while (!open_.empty() && out_.edges.size() <= most_edges) {
    const Vertex v = open_.back().first;
    const Way way = open_.back().second;
    open_.pop_back();
    visit_point(v, in_force);
    if (way == forwards) {
      state_.forward.each_edge(v, in_force, [&](Vertex to, Tick gap, Rank c) {
        emit(v, to, gap, c);
        go(to, forwards);
      });
    } else {
      state_.backward.each_edge(v, in_force, [&](Vertex from, Tick gap, Rank c) {
        emit(from, v, gap, c);
        go(from, backwards);
      });
    }
  }
  const bool within = open_.empty();
  end();
  if (!within) return std::nullopt;
  return std::move(out_);
}

Slicer::Component Slicer::component(Vertex v) {
  begin();
  const InForce in_force(state_.standing);
  Component out;
  go(v, forwards);
  while (!open_.empty()) {
    const Vertex at = open_.back().first;
    open_.pop_back();
    visit_point(at, in_force);
    state_.forward.each_edge(at, in_force, [&](Vertex to, Tick gap, Rank c) {
      if (to == 0) out.mirrored_leaving.push_back({0, at, gap, c, none});
      emit(at, to, gap, c);
      go(to, forwards);
    });
    state_.backward.each_edge(at, in_force, [&](Vertex from, Tick gap, Rank c) {
      if (from == 0) {
        out.entering.push_back({0, at, gap, c, none});
        emit(0, at, gap, c);
      }
      go(from, forwards);
    });
  }
  out.points = points_;
  end();
  out.system = std::move(out_);
  return out;
}

}  // namespace isnad::solver
