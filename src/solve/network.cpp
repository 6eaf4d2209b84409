// Building a constraint network: everything the solver relies on is checked here.
#include <numeric>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

Error bad(std::string message) { return {ErrorCode::bad_network, std::move(message), {}, {}, {}, {}}; }

bool within_limits(const std::optional<Tick>& end) { return !end || (-max_tick <= *end && *end <= max_tick); }

}  // namespace

Network::Network() : points_{"origin"} { point_by_name_.add("origin", 0); }

Result<PointId> Network::point(std::string_view name) {
  if (const auto known = find_point(name)) return *known;
  if (name.empty()) return bad("a point needs a name");
  if (points_.size() >= max_points) return bad("the network has too many points");
  const PointId id{static_cast<std::uint32_t>(points_.size())};
  points_.emplace_back(name);
  point_by_name_.add(name, static_cast<std::uint32_t>(solver::index(id)));
  return id;
}

std::optional<PointId> Network::find_point(std::string_view name) const {
  const auto found = point_by_name_.find(name, [this](std::uint32_t p) { return std::string_view(points_[p]); });
  if (found == NameTable::absent) return std::nullopt;
  return PointId{found};
}

std::optional<ClaimId> Network::find_claim(std::string_view name) const {
  const auto found = claim_by_name_.find(name, [this](std::uint32_t c) { return std::string_view(claims_[c].name); });
  if (found == NameTable::absent) return std::nullopt;
  return ClaimId{found};
}

Result<ClaimId> Network::add_claim(std::string_view name, std::int64_t weight) {
  if (weight < 1 || weight > max_weight) return bad("the weight of a claim must be at least 1 and at most 2^38");
  return add({std::string(name), weight});
}

Result<ClaimId> Network::add_hard_claim(std::string_view name) { return add({std::string(name), std::nullopt}); }

Result<ClaimId> Network::add(ClaimInfo claim) {
  if (claim.name.empty()) return bad("a claim needs a name");
  if (find_claim(claim.name)) return bad("there are two claims named '" + claim.name + "'");
  if (claims_.size() >= max_claims) return bad("the network has too many claims");
  const ClaimId id{static_cast<std::uint32_t>(claims_.size())};
  claim_by_name_.add(claim.name, static_cast<std::uint32_t>(solver::index(id)));
  claims_.push_back(std::move(claim));
  return id;
}

std::optional<Error> Network::add_clause(ClaimId claim, Alternatives alternatives) {
  if (solver::index(claim) >= claims_.size()) return bad("a clause of an unknown claim");
  if (alternatives.empty()) return bad("a clause needs at least one alternative");
  for (const Atom& a : alternatives) {
    if (solver::index(a.from) >= points_.size() || solver::index(a.to) >= points_.size()) {
      return bad("a clause over an unknown point");
    }
    if (!within_limits(a.min) || !within_limits(a.max)) return bad("a bound lies beyond the largest time allowed");
    if (a.min && a.max && *a.max < *a.min) return bad("the lower bound exceeds the upper");
  }
  clauses_.push_back({claim, std::move(alternatives)});
  return std::nullopt;
}

std::optional<Error> Network::add_bounds(ClaimId claim, Atom atom) { return add_clause(claim, Alternatives{atom}); }

std::optional<Error> Network::add_domain(ClaimId claim, PointId point, Domain domain) {
  if (solver::index(claim) >= claims_.size()) return bad("a clause of an unknown claim");
  if (solver::index(point) >= points_.size()) return bad("a clause over an unknown point");
  if (point == origin) return bad("the origin is fixed and takes no domain");
  if (domain.period() != 0) {
    // Both factors are at most 2^31, so the product stays within int64.
    const Tick cycle = cycle_ / std::gcd(cycle_, domain.period()) * domain.period();
    if (cycle > max_cycle) return bad("the periods of the network repeat together only after more than 2^31");
    cycle_ = cycle;
  }
  clauses_.push_back({claim, Membership{point, std::move(domain)}});
  return std::nullopt;
}

}  // namespace isnad::solver
