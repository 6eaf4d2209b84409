// isnad/solve.h - which claims about time cannot all be true, and which to give up.
//
// A solver for Simple Disjunctive Temporal Problems, usable alone. It knows points in
// time, claims about them and weights; nothing of language, news or calendars.
//
//   solver::Network network;
//   const auto fall = *network.point("fall");
//   const auto told = *network.add_claim("c1", 3);
//   if (auto error = network.add_bounds(told, {solver::origin, fall, 0, 1439})) ...
//   const solver::Solution solution = solver::solve(network);
//
// Everything is an integer. The unit of a Tick is the caller's, one for the whole
// network; isnad counts minutes since 1970-01-01T00:00.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "isnad/core.h"
#include "isnad/name_table.h"

namespace isnad::solver {

/// A moment on the network's axis, or a distance between two of them.
using Tick = std::int64_t;

/// Index of a point within its network: dense, from 0, in order of addition.
enum class PointId : std::uint32_t {};
/// Index of a claim within its network: dense, from 0, in order of addition.
enum class ClaimId : std::uint32_t {};
constexpr std::size_t index(PointId p) { return static_cast<std::size_t>(p); }
constexpr std::size_t index(ClaimId c) { return static_cast<std::size_t>(c); }

/// The fixed point of every network: named "origin", always at 0.
inline constexpr PointId origin{0};

// -------------------------------------------------------------------- limits
// Chosen so that no sum the solver forms leaves int64: a path visits a point once,
// hence stays within max_points * max_tick < 2^59; bounds that chase one another round
// a contradiction are caught within twice that, 2^60; the solver's own anchors for points
// without any date lie within 2^61, and a difference of two such within 2^62.

inline constexpr Tick max_tick = Tick{1} << 38;            ///< any bound, either sign: half a million years of minutes
inline constexpr std::size_t max_points = (1U << 21) - 1;  ///< with the origin
inline constexpr std::int64_t max_weight = std::int64_t{1} << 38;
inline constexpr std::size_t max_claims = 1U << 22;
/// Least common multiple of all periods of a network: four thousand years of minutes,
/// ten times the Gregorian cycle of 146,097 days.
inline constexpr Tick max_cycle = Tick{1} << 31;

// ------------------------------------------------------------------- domains

/// A closed stretch [min, max]; a missing side is open.
struct Interval {
  std::optional<Tick> min;
  std::optional<Tick> max;
  constexpr bool operator==(const Interval&) const = default;
  constexpr bool contains(Tick t) const { return (!min || *min <= t) && (!max || t <= *max); }
};

/// The times one point may take: a finite union of closed intervals, or a lattice,
/// that is windows that repeat for ever with a period: every Sunday is
/// periodic(10080, {{4320, 5759}}) in minutes since a Thursday, every midnight
/// periodic(1440, {{0, 0}}). "27 November of some year" is a lattice of 400 windows
/// with the Gregorian period of 146,097 days. A lattice within a stretch of time is a
/// claim with two clauses: the lattice and the stretch.
class Domain {
 public:
  /// Union of `intervals`, in any order; overlapping and adjacent ones are merged.
  /// Error bad_network: no interval, min > max, or an end beyond max_tick.
  static Result<Domain> finite(std::vector<Interval> intervals);

  /// The windows [min, max] + k * period for every integer k. Windows are given within
  /// one period, 0 <= min <= max < period, both ends present; adjacent ones are merged,
  /// also across the end of the period.
  /// Error bad_network: no window, a window outside the period, period < 1 or > max_cycle.
  static Result<Domain> periodic(Tick period, std::vector<Interval> windows);

  /// Length of the period; 0 for a finite union.
  Tick period() const { return period_; }
  /// Disjoint, not adjacent, ascending. For a lattice: first ends within one period; the
  /// last window may reach past it, up to but not touching the first window's repetition.
  const std::vector<Interval>& intervals() const { return intervals_; }

  bool contains(Tick t) const;
  /// Least member >= t, or nothing. O(log intervals).
  std::optional<Tick> next(Tick t) const;
  /// Least and greatest member; a side open below or above has none, nor has a lattice.
  Interval hull() const;
  /// The domain of -x where this is the domain of x.
  Domain mirrored() const;

  bool operator==(const Domain&) const = default;

 private:
  Domain() = default;
  Tick period_ = 0;
  std::vector<Interval> intervals_;
};

// ------------------------------------------------------------------- network

/// min <= to - from <= max; a missing side is open.
struct Atom {
  PointId from{};
  PointId to{};
  std::optional<Tick> min;
  std::optional<Tick> max;
  bool operator==(const Atom&) const = default;
};

/// At least one of these holds. Never empty.
using Alternatives = std::vector<Atom>;

/// `point` lies in `domain`: the efficient form of a disjunction over one point.
struct Membership {
  PointId point{};
  Domain domain;
};

struct Clause {
  ClaimId claim{};
  std::variant<Alternatives, Membership> body;
};

/// A group of clauses that stand or fall together. A hard claim is never given up.
struct ClaimInfo {
  std::string name;
  std::optional<std::int64_t> weight;  ///< 1 .. max_weight; nothing: hard
  bool hard() const { return !weight.has_value(); }
};

/// A constraint network: points, claims, clauses. Built by appending; a failed call
/// leaves it unchanged. All errors are of code bad_network.
class Network {
 public:
  Network();

  /// The point of this name; added where it is new. "origin" is the origin.
  /// Error: the name is empty, or there are max_points.
  Result<PointId> point(std::string_view name);
  std::optional<PointId> find_point(std::string_view name) const;

  /// A new claim that may be given up at the cost of `weight`.
  /// Error: name empty or taken, weight outside 1 .. max_weight, or there are max_claims.
  Result<ClaimId> add_claim(std::string_view name, std::int64_t weight);
  /// A new claim that always stands.
  Result<ClaimId> add_hard_claim(std::string_view name);
  std::optional<ClaimId> find_claim(std::string_view name) const;

  /// Adds the clause that one of `alternatives` holds.
  /// Error: none given, min > max, a bound beyond max_tick, an unknown point or claim.
  [[nodiscard]] std::optional<Error> add_clause(ClaimId claim, Alternatives alternatives);
  /// Adds the clause of a single atom.
  [[nodiscard]] std::optional<Error> add_bounds(ClaimId claim, Atom atom);
  /// Adds the clause that `point` lies in `domain`.
  /// Error: an unknown claim, an unknown point or the origin, or the periods of the
  /// network would repeat together only after more than max_cycle.
  [[nodiscard]] std::optional<Error> add_domain(ClaimId claim, PointId point, Domain domain);

  const std::vector<std::string>& points() const { return points_; }
  const std::vector<ClaimInfo>& claims() const { return claims_; }
  const std::vector<Clause>& clauses() const { return clauses_; }
  const std::string& name(PointId p) const { return points_[solver::index(p)]; }
  const ClaimInfo& claim(ClaimId c) const { return claims_[solver::index(c)]; }
  /// Least common multiple of all periods; 1 where there is no lattice.
  Tick cycle() const { return cycle_; }

 private:
  Result<ClaimId> add(ClaimInfo claim);

  std::vector<std::string> points_;
  std::vector<ClaimInfo> claims_;
  std::vector<Clause> clauses_;
  NameTable point_by_name_;
  NameTable claim_by_name_;
  Tick cycle_ = 1;
};

// ------------------------------------------------------------------ solution

enum class Status : std::uint8_t {
  consistent,    ///< all claims can hold together
  inconsistent,  ///< there is at least one conflict
  undecided      ///< no conflict found, and the work budget ended before a schedule was (see SolveOptions)
};

/// Claims that cannot all hold, given the hard claims; every proper subset of `claims`
/// can, beside all hard claims of their block of the network. `hard` are the hard claims that take part:
/// none of them can be left out of this contradiction. Both ascend by name.
struct Conflict {
  std::vector<ClaimId> claims;  ///< empty where hard claims contradict one another
  std::vector<ClaimId> hard;
  bool operator==(const Conflict&) const = default;
};

/// The claims to give up so that the rest can hold, block by block of the network.
struct Repair {
  std::vector<ClaimId> drop;     ///< ascends by name; each, put back, contradicts the rest
  std::int64_t weight = 0;       ///< sum over `drop`
  bool optimal = true;           ///< no repair is cheaper
  std::int64_t lower_bound = 0;  ///< no repair is cheaper than this; = weight where optimal
  /// False where some block has no repair, its hard claims contradicting one another (a
  /// conflict without claims names them), or none was found within the work budget;
  /// `drop` then repairs the other blocks.
  bool possible = true;
  bool operator==(const Repair&) const = default;
};

struct Solution {
  Status status = Status::consistent;
  /// Of each point, by PointId: least and greatest value over all schedules of the claims
  /// that the repair keeps; an open side is unbounded. Open on both sides for points tied to
  /// a block without a repair, and for points of which no claim speaks.
  std::vector<Interval> windows;
  /// False where the work budget ended before every window was tight; the windows are
  /// then still correct, but may be too wide.
  bool windows_tight = true;
  /// One value a point that together satisfy every kept clause; nothing where there is none.
  std::vector<std::optional<Tick>> schedule;
  /// Minimal conflicts, in order of their claims' names.
  std::vector<Conflict> conflicts;
  bool conflicts_complete = true;  ///< false: there may be more than these
  Repair repair;
};

/// What a solve may cost. Work is counted in steps of propagation, per block of the
/// network, never by the clock: the same network gives the same answer everywhere.
struct SolveOptions {
  std::uint64_t decide_budget = 200'000'000;      ///< steps to decide and repair a block
  std::uint64_t decide_budget_per_claim = 2'000;  ///< and as many more for each claim in it: large blocks that are easy
  std::uint64_t conflict_budget = 6'000;          ///< steps to list the minimal conflicts of a block
  std::size_t max_conflicts = 64;                 ///< minimal conflicts listed per block
  /// Asked now and then, where given: once it says true, and from then on always, the solve
  /// ends soon with the best it has, as if the budgets had run out. A clock belongs here,
  /// in the program and not in the library; the answer is then no longer the same everywhere.
  std::function<bool()> stop;
};

/// Decides the network, lists its minimal conflicts, finds the cheapest repair and the
/// tight windows after it. The answer depends only on what the network says, not on the
/// order in which it was built. Ties between repairs of equal weight: see repair.cpp.
///
/// Polynomial where every disjunction is over one point, but for the repair, which is
/// NP-hard; exponential in the number of violated disjunctions between two points.
Solution solve(const Network& network, const SolveOptions& options = {});

// ---------------------------------------------------------------------- JSON

/// Reads a network:
///   {"points":["e1"], "claims":[{"id":"c1","weight":3},{"id":"h1","hard":true}],
///    "clauses":[{"claim":"c1","any":[{"from":"origin","to":"e1","min":0,"max":1439}]},
///               {"claim":"c1","point":"e1","windows":[[0,1439],[2880,null]]},
///               {"claim":"c1","point":"e1","period":10080,"windows":[[4320,5759]]}]}
/// `path` is only for the Error, which names line and column of the first fault.
/// Errors: bad_json, bad_network. Depth of nesting is bounded.
Result<Network> parse_network(std::string_view json, const std::string& path = {});

/// The network in the form that parse_network reads, in order of addition.
std::string to_json(const Network& network);

/// The solution as `isnad solve` prints it: one object, one line, keys in fixed order.
///   {"status":"inconsistent","windows":{"e1":[0,null]},"schedule":{"e1":0},
///    "conflicts":[["c1","c2"]],"conflict_rules":[["h1"]],"conflicts_complete":true,
///    "repair":{"drop":["c2"],"weight":1,"optimal":true,"lower_bound":1,"possible":true}}
/// conflict_rules holds, conflict by conflict, the hard claims that take part. A point
/// without a schedule is absent from "schedule". "windows_tight" appears where it is false.
std::string to_json(const Network& network, const Solution& solution);

}  // namespace isnad::solver
