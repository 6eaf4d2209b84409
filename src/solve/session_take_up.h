// One claim more, or one less, in a session.
#pragma once

#include "solve/session_slice.h"

namespace isnad::solver {

/// Judges the claim `claim` of the constraints `part` by what stands, and puts them in force
/// where they agree with it.
Judgement take_up(SessionState& state, Slicer& slicer, const System& part, Rank claim);

/// Puts the claim out of force and widens the windows of what hung together with it.
void retract(SessionState& state, Slicer& slicer, Rank claim);

/// Computes the values of all that hangs together with `v` anew, and returns these points.
/// Precondition: it is consistent.
std::vector<Vertex> settle_component(SessionState& state, Slicer& slicer, Vertex v);

/// A system with its points renamed and all its constraints those of `claim`.
template <class Rename>
System renamed(System system, Rank claim, const Rename& rename) {
  const auto rename_edge = [&](Edge& e) {
    e.from = rename(e.from);
    e.to = rename(e.to);
    e.claim = claim;
  };
  for (Edge& e : system.edges) rename_edge(e);
  for (Member& m : system.members) {
    m.point = rename(m.point);
    m.claim = claim;
  }
  for (Split& s : system.splits) {
    s.claim = claim;
    for (auto& alternative : s.alternatives) {
      for (Edge& e : alternative) rename_edge(e);
    }
  }
  return system;
}

}  // namespace isnad::solver
