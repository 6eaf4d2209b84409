#include "solve/session_take_up.h"

#include <algorithm>

#include "solve/session_conflict.h"

namespace isnad::solver {
namespace {

Edge reversed(Edge e) {
  std::swap(e.from, e.to);
  return e;
}

Member mirrored(Member m) {
  std::swap(m.domain, m.mirror);
  return m;
}

/// Puts the part in force and raises what follows, both ways, constraint by constraint. Where
/// it does not settle, the state is as far as it came.
Insertion propagate(SessionState& state, const System& part, Rank claim) {
  using Outcome = Insertion::Outcome;
  state.standing[claim] = state.stance(claim);
  Insertion result;
  for (const Edge& e : part.edges) {
    if (e.from != 0 && e.to != 0) state.components.unite(e.from, e.to);
    result = state.forward.insert(e, state.standing, lattice_jumps);
    if (result.outcome == Outcome::settled) {
      result = state.backward.insert(reversed(e), state.standing, lattice_jumps);
    }
    if (result.outcome != Outcome::settled) return result;
  }
  for (const Member& m : part.members) {
    const Member own = state.own(m);
    result = state.forward.insert(own, state.standing, lattice_jumps);
    if (result.outcome == Outcome::settled) {
      result = state.backward.insert(mirrored(own), state.standing, lattice_jumps);
    }
    if (result.outcome != Outcome::settled) return result;
  }
  return result;
}

void settle_components(SessionState& state, Slicer& slicer, std::span<const Vertex> scope) {
  std::vector<Vertex> settled;
  for (const Vertex v : scope) {
    if (v == 0 || std::binary_search(settled.begin(), settled.end(), v)) continue;
    const std::vector<Vertex> points = settle_component(state, slicer, v);
    settled.insert(settled.end(), points.begin(), points.end());
    std::sort(settled.begin(), settled.end());
  }
}

std::vector<ClaimId> ids_by_name(const SessionState& state, std::vector<Rank> claims) {
  std::sort(claims.begin(), claims.end(), [&](Rank a, Rank b) { return state.claim(a).name < state.claim(b).name; });
  std::vector<ClaimId> out;
  for (const Rank c : claims) out.push_back(ClaimId{c});
  return out;
}

void explain(const SessionState& state, SessionConflicts& conflicts, Core core, Judgement& out) {
  normalise(core);
  Work work(state.options.decide_budget);
  Work further(state.options.conflict_budget);
  const ConflictList list = conflicts.list(conflicts.minimise(core, work), state.options.max_conflicts, further);
  for (const Clash& c : list.conflicts) {
    out.conflicts.push_back({ids_by_name(state, c.soft), ids_by_name(state, c.hard)});
  }
  const auto names = [&](const std::vector<ClaimId>& ids) {
    std::vector<std::string_view> found;
    for (const ClaimId c : ids) found.push_back(state.claim(static_cast<Rank>(index(c))).name);
    return found;
  };
  std::sort(out.conflicts.begin(), out.conflicts.end(), [&](const Conflict& a, const Conflict& b) {
    const auto x = names(a.claims);
    const auto y = names(b.claims);
    return x != y ? x < y : names(a.hard) < names(b.hard);
  });
  out.conflicts_complete = list.complete;
  out.conflicts_minimal = list.conflicts.front().minimal;
  out.status = Status::inconsistent;
}

}  // namespace

std::vector<Vertex> settle_component(SessionState& state, Slicer& slicer, Vertex v) {
  Slicer::Component part = slicer.component(v);
  const std::span points = std::span(part.points).subspan(1);
  if (part.system.splits.empty()) {
    state.forward.settle(points, part.entering, state.standing);
    state.backward.settle(points, part.mirrored_leaving, state.standing);
    return {points.begin(), points.end()};
  }
  Work work(state.options.decide_budget);
  Decider decider;
  System mirror = solver::mirrored(part.system);
  const LeastValues least = decider.least_values(part.system, work);
  const LeastValues greatest = decider.least_values(mirror, work);  // of the negated axis
  state.windows_tight = state.windows_tight && least.tight && greatest.tight;
  for (Vertex i = 1; i < part.points.size(); ++i) {
    const Vertex p = part.points[i];
    if (state.forward.value(p) != least.values[i]) state.forward.assign(p, least.values[i]);
    if (state.backward.value(p) != greatest.values[i]) state.backward.assign(p, greatest.values[i]);
  }
  return {points.begin(), points.end()};
}

Judgement take_up(SessionState& state, Slicer& slicer, const System& part, Rank claim) {
  Judgement out;
  out.claim = ClaimId{claim};
  const auto scope = state.scopes.of(claim);
  const bool disjunctive = !part.splits.empty() || std::any_of(scope.begin(), scope.end(), [&](Vertex v) {
    return v != 0 && state.components.splits(v) > 0;
  });
  SessionConflicts conflicts(state, slicer, part, claim, disjunctive);
  if (!disjunctive) {
    const auto before = state.savepoint();
    Insertion insertion = propagate(state, part, claim);
    if (insertion.outcome == Insertion::Outcome::settled) return out;
    state.roll_back(before);
    state.standing[claim] = Stance::out;
    if (insertion.outcome == Insertion::Outcome::contradiction) {
      explain(state, conflicts, {std::move(insertion.core), {}}, out);
      return out;
    }
  }

  Work work(state.options.decide_budget);
  SessionConflicts::Answer decision = conflicts.decide(work);
  if (decision.verdict == Verdict::feasible) {
    state.take_up(part, claim);
    settle_components(state, slicer, scope);
  } else if (decision.verdict == Verdict::infeasible) {
    explain(state, conflicts, std::move(decision.core), out);
  } else {
    out.status = Status::undecided;
  }
  return out;
}

void retract(SessionState& state, Slicer& slicer, Rank claim) {
  if (state.standing[claim] == Stance::out) return;
  const auto scope = state.scopes.of(claim);
  state.standing[claim] = Stance::out;
  state.retracted.push_back(claim);
  std::vector<std::uint32_t> counted;
  for (const Vertex v : scope) {
    state.splits_at.each(v, [&](std::uint32_t id) {
      if (state.splits[id].claim != claim || std::find(counted.begin(), counted.end(), id) != counted.end())
        return true;
      counted.push_back(id);
      state.components.add_splits(v, -1);
      return true;
    });
  }
  settle_components(state, slicer, scope);
}

}  // namespace isnad::solver
