// The least solution under edges and domains, kept while constraints are added.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "solve/point_lists.h"
#include "solve/system.h"

namespace isnad::solver {

/// By claim: whether it stands, and whether it always does. A byte each, for it is asked of
/// every edge that is passed.
enum class Stance : std::uint8_t { out, soft, hard };
using Standing = std::vector<Stance>;

/// Which claims take part in a propagation.
class InForce {
 public:
  /// All that stand.
  InForce(const Standing& standing) : standing_(standing) {}  // NOLINT(google-explicit-constructor)
  /// All that stand but few.
  InForce& without(std::span<const Rank> few) {
    without_ = few;
    return *this;
  }
  /// None of those that may be given up; also no hard ones.
  InForce& no_soft() { return leave_out(Stance::soft); }
  InForce& no_hard() { return leave_out(Stance::hard); }
  /// Few others, whether they stand or not.
  InForce& with(std::span<const Rank> few) {
    with_ = few;
    return *this;
  }
  /// And this one.
  InForce& with(Rank one) {
    one_ = one;
    return *this;
  }

  bool operator()(Rank c) const {
    if ((kinds_ >> static_cast<unsigned>(standing_[c]) & 1U) != 0) return !among(without_, c);
    return c == one_ || among(with_, c);
  }

 private:
  InForce& leave_out(Stance kind) {
    kinds_ &= ~(1U << static_cast<unsigned>(kind));
    return *this;
  }
  static bool among(std::span<const Rank> few, Rank c) {
    for (const Rank r : few) {
      if (r == c) return true;
    }
    return false;
  }

  const Standing& standing_;
  unsigned kinds_ = 1U << static_cast<unsigned>(Stance::soft) | 1U << static_cast<unsigned>(Stance::hard);
  std::span<const Rank> with_, without_;
  Rank one_ = none;
};

/// Raises over lattices in one insertion after which the exact engine is asked whether there is
/// an end to them. A weekday that must fall on a date of some year needs some hundred at most.
inline constexpr std::size_t lattice_jumps = 1000;

/// How an insertion ended. After all but `settled` the values are to be rolled back.
struct Insertion {
  enum class Outcome : std::uint8_t {
    settled,
    contradiction,
    unsettled  ///< lattices raise one another without an end in sight
  };
  Outcome outcome = Outcome::settled;
  std::vector<Rank> core;  ///< of a contradiction: claims that contradict one another, with repetitions
};

/// Least values of all points as a fixed point that rises, in one direction of the axis; the
/// other direction is the same object over mirrored constraints. Points without a lower bound
/// are floating (see bounds_propagation.h).
///
/// What is loaded lies in a compressed sparse row; what is added, in an append log. Every raise
/// is logged with the raise that it follows from: the log is both the proof of each value and
/// the way back.
class IncrementalBounds {
 public:
  IncrementalBounds() = default;
  /// All values still floating: see settle_all(). Edges in any order.
  IncrementalBounds(std::size_t points, std::span<const Edge> edges);

  Tick value(Vertex v) const { return value_[v]; }
  std::size_t point_count() const { return value_.size(); }

  void add_point();
  /// Adds the constraint without drawing conclusions.
  void append(const Edge& edge) { added_.append(edge.from, {edge.to, edge.gap, edge.claim}); }
  void append(const Member& member) { members_.append(member.point, member); }

  /// Adds the constraint and raises what follows from it.
  ///
  /// First in, first out from the raised point. Edges that are consistent have no cycle of
  /// positive gap, so a new one can only run through the new edge: it is there where the
  /// edge's start is raised by what followed from the edge alone. A raise over a hole ends such
  /// a chain, and a union of intervals has finitely many; chains over lattices are cut off
  /// after `most_jumps`. O(V E) at worst for each hole jumped; as a rule, the points that
  /// rise and their edges.
  Insertion insert(const Edge& edge, const InForce& in_force, std::size_t most_jumps);
  Insertion insert(const Member& member, const InForce& in_force, std::size_t most_jumps);

  /// From scratch. Precondition: the edges are consistent (negative_cycle).
  Insertion settle_all(const InForce& in_force, std::size_t most_jumps);
  /// From scratch for `points`, which hang together with no other but the origin; `entering`
  /// are the edges from the origin into them. Precondition: what stands is consistent.
  void settle(std::span<const Vertex> points, std::span<const Edge> entering, const InForce& in_force);
  /// Sets a value found by other means.
  void assign(Vertex v, Tick value) { push(v, value, none, none, false); }

  /// Calls visit(to, gap, claim) for each edge from `v` in force.
  template <class Visit>
  void each_edge(Vertex v, const InForce& in_force, const Visit& visit) const {
    scan(v, in_force, [&](const Arc& a) {
      visit(a.to, a.gap, a.claim);
      return true;
    });
  }
  /// Calls visit(member) for each domain of `v` in force.
  template <class Visit>
  void each_member(Vertex v, const InForce& in_force, const Visit& visit) const {
    members_.each(v, [&](const Member& m) {
      if (in_force(m.claim)) visit(m);
      return true;
    });
  }

  struct Mark {
    std::size_t raises, edges, members, points;
    bool operator==(const Mark&) const = default;
  };
  Mark mark() const { return {log_.size(), added_.size(), members_.size(), value_.size()}; }
  void roll_back(const Mark& mark);
  /// Calls visit(point, value before) for the points changed since the mark, in any order.
  template <class Visit>
  void each_change(const Mark& mark, const Visit& visit) const {
    for (std::size_t i = mark.raises; i < log_.size(); ++i) {
      const Raise& r = log_[i];
      if (r.previous == none || r.previous < mark.raises) visit(r.point, before(r));
    }
  }
  /// Drops raises that prove no present value; marks become invalid. O(raises + points), done
  /// only when as many were added since it was done last.
  void tidy();

  /// The same values for the same reasons over the same additions. What was loaded is not compared.
  bool operator==(const IncrementalBounds& other) const {
    return value_ == other.value_ && latest_ == other.latest_ && log_ == other.log_ && added_ == other.added_ &&
           members_ == other.members_;
  }

 private:
  struct Arc {
    Vertex to = 0;
    Tick gap = 0;
    Rank claim = 0;
    bool operator==(const Arc&) const = default;
  };
  struct ArcData {
    Tick gap = 0;
    Rank claim = 0;
  };
  using Loaded = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, ArcData, boost::no_property,
                                                    std::uint32_t, std::uint32_t>;
  /// One raise of one value.
  struct Raise {
    Tick value;
    Vertex point;
    std::uint32_t parent;    ///< the raise it follows from, which is older; none: nothing
    std::uint32_t previous;  ///< the raise of this point that held before
    Rank claim;              ///< whose edge or domain raised it; none: nobody's
    bool pure;               ///< follows from the edge being inserted by edges alone
    bool operator==(const Raise&) const = default;
  };
  /// The edge being inserted.
  struct Inserting {
    Vertex from = none;
    Arc arc;
    std::size_t first_raise = 0;
    std::size_t lattice_jumps_left = 0;
    Insertion result;
  };

  /// Visits the arcs of `v` in force until visit(arc) is false; false where it was.
  template <class Visit>
  bool scan(Vertex v, const InForce& in_force, const Visit& visit) const {
    if (loaded_ && v < boost::num_vertices(*loaded_)) {
      const auto [begin, end] = boost::out_edges(v, *loaded_);
      for (auto e = begin; e != end; ++e) {
        const ArcData& data = (*loaded_)[*e];
        if (in_force(data.claim) && !visit(Arc{boost::target(*e, *loaded_), data.gap, data.claim})) return false;
      }
    }
    return added_.each(v, [&](const Arc& a) { return !in_force(a.claim) || visit(a); });
  }
  Tick before(const Raise& r) const;
  void push(Vertex v, Tick value, std::uint32_t parent, Rank claim, bool pure);
  void begin(Vertex from, const Arc& arc, std::size_t most_jumps);
  void settle_floating(Vertex v, const InForce& in_force);
  bool pure(Vertex v) const;
  void enqueue(Vertex v);
  bool relax(Vertex from, const Arc& arc, const InForce& in_force);
  bool jump(Vertex v, const InForce& in_force);
  bool drain(const InForce& in_force);
  bool fail(std::uint32_t last, Rank claim, bool cycle);
  Insertion finish();

  std::shared_ptr<const Loaded> loaded_;
  PointLists<Arc> added_;
  PointLists<Member> members_;
  std::vector<Tick> value_;
  std::vector<std::uint32_t> latest_;  ///< the raise that holds now, by point
  std::vector<Raise> log_;
  std::size_t tidied_ = 0;  ///< raises left by the last tidying

  // Of the insertion going on.
  std::vector<Vertex> queue_;
  std::vector<char> waiting_;
  Inserting now_;
};

}  // namespace isnad::solver
