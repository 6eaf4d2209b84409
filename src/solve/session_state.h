// What a session consists of.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "isnad/solve_session.h"
#include "solve/incremental_bounds.h"
#include "solve/incremental_components.h"

namespace isnad::solver {

/// The points of a claim's constraints, by claim, as a log.
struct Scopes {
  std::vector<std::uint32_t> first{0};
  std::vector<Vertex> points;
  std::size_t size() const { return first.size() - 1; }
  std::span<const Vertex> of(Rank c) const { return std::span(points).subspan(first[c], first[c + 1] - first[c]); }
  void append(std::span<const Vertex> scope) {
    points.insert(points.end(), scope.begin(), scope.end());
    first.push_back(static_cast<std::uint32_t>(points.size()));
  }
  void cut(std::size_t claims) {
    first.resize(claims + 1);
    points.resize(first.back());
  }
  bool operator==(const Scopes&) const = default;
};

/// In a session, a Vertex is the index of a PointId and a Rank that of a ClaimId.
struct SessionState {
  SessionOptions options;

  // Names and weights: those of the loaded network, then those that documents brought.
  Network base;
  std::vector<std::string> added_points;
  std::vector<ClaimInfo> added_claims;
  std::map<std::string, PointId, std::less<>> added_point_by_name;
  std::map<std::string, ClaimId, std::less<>> added_claim_by_name;
  Tick cycle = 1;  ///< common multiple of all periods ever met

  // Constraints. Those of claims that do not stand count for nothing.
  Standing standing;
  Scopes scopes;
  std::deque<Domain> domains;  ///< members point into it
  std::vector<Split> splits;
  PointLists<std::uint32_t> splits_at;  ///< indices into splits, at each point but the origin
  std::vector<Rank> retracted;          ///< in order, since the last keep()

  // What follows from them.
  IncrementalBounds forward;   ///< least values
  IncrementalBounds backward;  ///< least values of the mirrored constraints: greatest ones, negated
  IncrementalComponents components;
  bool windows_tight = true;

  /// The sizes of all of it: the way back.
  struct Savepoint {
    IncrementalBounds::Mark forward, backward;
    std::size_t components = 0, points = 0, claims = 0, domains = 0, splits = 0, split_places = 0, retracted = 0;
    Tick cycle = 1;
    bool windows_tight = true;
  };
  std::vector<Savepoint> marks;

  std::size_t point_count() const { return forward.point_count(); }
  std::size_t claim_count() const { return standing.size(); }
  const ClaimInfo& claim(Rank c) const {
    const auto& loaded = base.claims();
    return c < loaded.size() ? loaded[c] : added_claims[c - loaded.size()];
  }
  bool hard(Rank c) const { return claim(c).hard(); }
  /// What it is where it stands.
  Stance stance(Rank c) const { return hard(c) ? Stance::hard : Stance::soft; }
  const std::string& point_name(Vertex v) const {
    const auto& loaded = base.points();
    return v < loaded.size() ? loaded[v] : added_points[v - loaded.size()];
  }
  std::optional<PointId> find_point(std::string_view name) const;
  std::optional<ClaimId> find_claim(std::string_view name) const;
  Interval window(Vertex v) const;

  Vertex add_point(const std::string& name);
  /// A claim that does not stand; `scope`: the points that its constraints speak of.
  Rank add_claim(const ClaimInfo& info, std::span<const Vertex> scope);
  /// Puts the claim in force by the constraints `part`, and draws no conclusions.
  void take_up(const System& part, Rank claim);
  void add_split(const Split& split);
  /// The same member over domains that the session owns.
  Member own(const Member& member);

  Savepoint savepoint() const;
  void roll_back(const Savepoint& to);

  /// The parts that can change, all of them.
  bool operator==(const SessionState& other) const;
};

}  // namespace isnad::solver
