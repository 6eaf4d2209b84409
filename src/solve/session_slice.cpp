#include "solve/session_slice.h"

#include <algorithm>
#include <numeric>

namespace isnad::solver {

bool Slicer::takes_part(Rank c) const {
  const Stance stance = state_.standing[c];
  if (stance == Stance::out) return false;
  if (stance == Stance::hard ? choice_.hard : choice_.soft) return true;
  return std::find(choice_.with.begin(), choice_.with.end(), c) != choice_.with.end();
}

void Slicer::begin() {
  local_.resize(state_.point_count(), none);
  ways_.resize(state_.point_count(), 0);
  split_taken_.resize(state_.splits.size(), 0);
  out_ = {};
  points_.clear();
  local(0);
}

void Slicer::end() {
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
void Slicer::visit_point(Vertex v) {
  if ((ways_[v] & touched) != 0) return;
  ways_[v] = static_cast<char>(ways_[v] | touched);
  state_.forward.each_member(v, state_.standing, [&](const Member& m) {
    if (!takes_part(m.claim)) return;
    emit(m);
    // Where the domain has a least member, that is among the edges: no point floats that has one.
    if (const auto min = m.domain->hull().min) emit(0, v, *min, m.claim);
  });
  state_.splits_at.each(v, [&](std::uint32_t id) {
    const Split& split = state_.splits[id];
    if (split_taken_[id] || !takes_part(split.claim)) return true;
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

System Slicer::around(const System& added, const Choice& choice) {
  begin();
  choice_ = choice;
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
  while (!open_.empty()) {
    const auto [v, way] = open_.back();
    open_.pop_back();
    visit_point(v);
    if (way == forwards) {
      state_.forward.each_edge(v, state_.standing, [&](Vertex to, Tick gap, Rank c) {
        if (!takes_part(c)) return;
        emit(v, to, gap, c);
        go(to, forwards);
      });
    } else {
      state_.backward.each_edge(v, state_.standing, [&](Vertex from, Tick gap, Rank c) {
        if (!takes_part(c)) return;
        emit(from, v, gap, c);
        go(from, backwards);
      });
    }
  }
  end();
  return std::move(out_);
}

Slicer::Component Slicer::component(Vertex v) {
  begin();
  choice_ = {.soft = true, .hard = true};
  Component out;
  go(v, forwards);
  while (!open_.empty()) {
    const Vertex at = open_.back().first;
    open_.pop_back();
    visit_point(at);
    state_.forward.each_edge(at, state_.standing, [&](Vertex to, Tick gap, Rank c) {
      if (to == 0) out.mirrored_leaving.push_back({0, at, gap, c, none});
      emit(at, to, gap, c);
      go(to, forwards);
    });
    state_.backward.each_edge(at, state_.standing, [&](Vertex from, Tick gap, Rank c) {
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
