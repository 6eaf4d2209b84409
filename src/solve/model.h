// The network in canonical form, and the systems of constraints made from it.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// What `network` says, whatever the order in which it was built: points and claims ascend
/// by name, the constraints of each claim by content. Everything the solver computes, it
/// computes from this, so that its answer cannot depend on the order of building.
///
/// Clauses are brought into their cheapest form: a disjunction over one point becomes a
/// member, one whose alternatives merge into a single interval becomes edges; what always
/// holds disappears; what never holds becomes a loop at the origin of positive gap.
class Model {
 public:
  explicit Model(const Network& network);

  std::size_t point_count() const { return point_of_.size(); }
  std::size_t claim_count() const { return claim_of_.size(); }
  PointId point(Vertex v) const { return point_of_[v]; }
  ClaimId claim(Rank c) const { return claim_of_[c]; }
  bool hard(Rank c) const { return weight_[c] == 0; }
  /// 0 for hard claims.
  std::int64_t weight(Rank c) const { return weight_[c]; }
  /// The points that the claim speaks of, ascending. Empty where it always holds.
  std::span<const Vertex> scope(Rank c) const;

 private:
  friend class Selector;
  void add(const Clause& clause, Rank claim);
  void add_disjunction(const Alternatives& alternatives, Rank claim);
  void add_domain(Vertex point, const Domain& domain, Rank claim);
  void add_interval(Vertex from, Vertex to, const Interval& interval, Rank claim);

  std::vector<PointId> point_of_;
  std::vector<Vertex> vertex_of_;  ///< by PointId
  std::vector<ClaimId> claim_of_;
  std::vector<std::int64_t> weight_;
  std::deque<Domain> domains_;  ///< members point into it
  System all_;                  ///< each list grouped by claim, claims ascending
  // all_.edges of claim c: edge_first_[c] .. edge_first_[c + 1] - 1; and so on.
  std::vector<std::uint32_t> edge_first_, member_first_, split_first_, scope_first_;
  std::vector<Vertex> scope_;
};

/// A system with points numbered from 0 without gaps, and where each comes from.
struct Selection {
  System system;
  std::vector<Vertex> points;  ///< by point of `system`; points[0] is the origin
};

/// Makes systems of some claims of a model. The cost of a selection is that of its own
/// constraints, not of the model: conflicts are small and asked about often.
class Selector {
 public:
  explicit Selector(const Model& model) : model_(model), local_(model.point_count(), none) {}
  /// `claims` in ascending order. The selection holds until the next one, whose memory it shares.
  Selection& select(std::span<const Rank> claims);

 private:
  Vertex local(Vertex v);
  Edge local(Edge e);

  const Model& model_;
  std::vector<Vertex> local_;
  Selection out_;
};

}  // namespace isnad::solver
