// Parts of what stands in a session, as systems for the exact engine.
#pragma once

#include <span>
#include <vector>

#include "solve/session_state.h"

namespace isnad::solver {

/// Cuts systems out of a session. The cost of a cut is that of what it holds.
class Slicer {
 public:
  explicit Slicer(const SessionState& state) : state_(state) {}

  /// `added`, constraints of one claim that does not stand, with all those in force that can take
  /// part in a contradiction with it.
  ///
  /// What stands is consistent. So every contradiction is a chain of raises that runs through an
  /// added constraint: it reaches its start backwards along edges, and from its end it goes on
  /// forwards, to the origin, to the end of a domain, or round to itself; the origin itself it does
  /// not pass, being fixed. What lies on no such way is left out, and does not matter. A split may
  /// lead the chain on from any of its points in either direction.
  ///
  /// Its solutions are not those of the whole: only whether there are any is the same.
  System around(const System& added, const InForce& in_force);
  /// Nothing where that has more than `most_edges` edges.
  std::optional<System> around_within(const System& added, const InForce& in_force, std::uint64_t most_edges);

  struct Component {
    System system;
    std::vector<Vertex> points;  ///< by point of `system`; points[0] is the origin
    // Between points of the session, from the origin:
    std::vector<Edge> entering;          ///< edges from the origin
    std::vector<Edge> mirrored_leaving;  ///< edges to the origin, mirrored
  };
  /// All that hangs together with `v` otherwise than by the origin.
  Component component(Vertex v);

 private:
  enum Way : char { touched = 1, forwards = 2, backwards = 4 };

  void begin();
  void end();
  Vertex local(Vertex v);
  void emit(Vertex from, Vertex to, Tick gap, Rank claim);
  void emit(const Member& member);
  void emit(const Split& split);
  void go(Vertex v, Way way);
  void visit_point(Vertex v, const InForce& in_force);

  const SessionState& state_;
  std::vector<Vertex> local_;      ///< by point
  std::vector<char> ways_;         ///< by point, Way
  std::vector<char> split_taken_;  ///< by split
  std::vector<std::uint32_t> splits_taken_;
  std::vector<std::pair<Vertex, Way>> open_;
  std::vector<Vertex> points_;
  System out_;
};

}  // namespace isnad::solver
