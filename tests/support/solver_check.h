// Hands a network and its solution to the independent checker.
#pragma once

#include "isnad/checker.h"
#include "isnad/solve.h"

namespace isnad::test {

inline checker::Network plain(const solver::Network& network) {
  checker::Network out;
  out.points = network.points().size();
  for (const solver::ClaimInfo& c : network.claims()) out.claims.push_back({c.hard(), c.weight.value_or(0)});
  for (const solver::Clause& c : network.clauses()) {
    checker::Clause clause;
    clause.claim = index(c.claim);
    if (const auto* member = std::get_if<solver::Membership>(&c.body)) {
      clause.point = index(member->point);
      clause.period = member->domain.period();
      for (const solver::Interval& i : member->domain.intervals()) {
        if (clause.period != 0 && *i.max >= clause.period) {
          clause.windows.push_back({0, *i.max - clause.period});
          clause.windows.push_back({i.min, clause.period - 1});
        } else {
          clause.windows.push_back({i.min, i.max});
        }
      }
    } else {
      for (const solver::Atom& a : std::get<solver::Alternatives>(c.body)) {
        clause.any.push_back({index(a.from), index(a.to), a.min, a.max});
      }
    }
    out.clauses.push_back(clause);
  }
  return out;
}

inline checker::Answer plain(const solver::Solution& solution) {
  const auto numbers = [](const std::vector<solver::ClaimId>& ids) {
    std::vector<std::size_t> out;
    for (const solver::ClaimId c : ids) out.push_back(index(c));
    return out;
  };
  checker::Answer out;
  out.consistent = solution.status == solver::Status::consistent;
  for (const solver::Interval& w : solution.windows) out.windows.push_back({w.min, w.max});
  out.schedule = solution.schedule;
  for (const solver::Conflict& c : solution.conflicts) out.conflicts.push_back({numbers(c.claims), numbers(c.hard)});
  out.drop = numbers(solution.repair.drop);
  out.weight = solution.repair.weight;
  out.repair_possible = solution.repair.possible;
  return out;
}

inline checker::Report check(const solver::Network& network, const solver::Solution& solution) {
  return checker::check(plain(network), plain(solution));
}

}  // namespace isnad::test
