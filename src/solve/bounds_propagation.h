// Earliest times of all points under edges and unary domains with holes.
#pragma once

#include <vector>

#include "solve/fifo.h"
#include "solve/system.h"

namespace isnad::solver {

/// Points without any lower bound start at this anchor, far below all dates: "floating".
/// What follows from dates lies within 2^60 on either side of 0 (see solve.h, limits).
inline constexpr Tick floating_anchor = -(Tick{1} << 61);
constexpr bool is_floating(Tick t) { return t < -(Tick{1} << 60); }

/// Raises the bounds of all points to their least solution. Keeps its memory from one system to the next.
///
/// Difference constraints and unary domains are closed under the pointwise minimum of two
/// solutions, so there is a least solution, and raising lower bounds - along an edge, or
/// over a hole of a domain to its next member - reaches it: Kumar, "On the tractability of
/// restricted disjunctive temporal problems", ICAPS 2005; Comin and Rizzi, "On restricted
/// disjunctive temporal problems: faster algorithms and tractability frontier", TIME 2018.
/// A finite union is left behind after as many jumps as it has holes. A lattice has no
/// last hole: where two lattices never meet, bounds would rise for ever. It is recognised
/// when a point is raised, through itself, to the same place of the common cycle, with only
/// edges and lattices in between: the same chain then applies again, without end.
///
/// Cost: O(V E) for edges, again for each hole jumped; with lattices up to the number of
/// their windows within one common cycle. Undecided when `work` ends.
///
/// A least solution may be kept as the base to which constraints are added and taken away again,
/// at the cost of the bounds that rise. The same watch then finds cycles of edges that raise one
/// another for ever; there is one on the way of some point that has been raised as often as there
/// are points, and a point is looked at each time its number of raises doubles. So bounds stay
/// within 2 * max_points * max_tick = 2^60 of where they started.
class BoundsPropagation {
 public:
  /// All points of `system` at their anchors. Only constraints of claims that are `active`, by rank,
  /// are looked at; all, where it is not given: then the edges alone have to be consistent, as
  /// NegativeCycle finds out sooner. The arguments are used until the next load.
  void load(const System& system, const Outgoing& outgoing, const std::vector<char>* active = nullptr);
  /// From the anchors to the least solution. Ignores splits.
  Verdict run(Work& work);

  /// What was found last, which was feasible, becomes the base.
  void keep_as_base();
  /// From the base to the least solution with these edges and members, whose claims have become active.
  Verdict add(const std::vector<std::uint32_t>& edges, const std::vector<std::uint32_t>& members, Work& work);
  /// Undoes everything since the base. O(points raised).
  void back_to_base();

  /// After feasible: the least solution of edges and members, point by point; floating where
  /// the point has no lower bound.
  const std::vector<Tick>& least() const { return least_; }
  /// After infeasible.
  const Core& core() const { return core_; }

 private:
  enum class Cause : std::uint8_t { anchor, edge, member };
  /// One raise of one lower bound, with what raised it: the log of these is the proof.
  struct Raise {
    Vertex point;
    Tick value;
    std::uint32_t parent;  ///< the raise it follows from; none for an anchor
    Cause cause;
    std::uint32_t constraint;  ///< index of the edge or the member
  };

  bool active(Rank claim) const { return active_ == nullptr || (*active_)[claim] != 0; }
  void relax(std::uint32_t edge);
  bool open() const { return verdict_ == Verdict::feasible; }
  void enqueue(Vertex v);
  void drain();
  void jump_holes(Vertex v);
  void raise(const Raise& r);
  void detect_endless_rise(std::uint32_t last);
  void fail(std::uint32_t last, std::uint32_t first, const Edge* edge, const Member* member);
  Tick highest_least_value() const;
  /// Height above where this point's kind starts: the anchor, or the origin.
  static Tick height(Tick value) { return is_floating(value) ? value - floating_anchor : value; }
  bool is_lattice(std::uint32_t member) const { return system_->members[member].domain->period() != 0; }

  const System* system_ = nullptr;
  const Outgoing* outgoing_ = nullptr;
  const std::vector<char>* active_ = nullptr;
  Work* work_ = nullptr;
  Verdict verdict_ = Verdict::feasible;
  Core core_;
  std::vector<Tick> least_;
  std::vector<std::uint32_t> members_first_, members_, member_at_;
  std::vector<Raise> log_;
  std::vector<std::uint32_t> latest_;  ///< the raise that holds now, by point
  std::vector<std::uint32_t> rises_;   ///< since the base, by point
  std::size_t base_length_ = 0;        ///< of the log
  struct Kept {
    Tick least;
    std::uint32_t latest;
  };
  std::vector<Kept> base_;       ///< by point
  std::vector<Vertex> touched_;  ///< points raised since the base
  std::vector<char> waiting_;
  Fifo queue_;
  Tick ceiling_ = 0;
};

}  // namespace isnad::solver
