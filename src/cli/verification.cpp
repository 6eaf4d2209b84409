#include "cli/verification.h"

#include <algorithm>
#include <utility>

#include "cli/standard_streams.h"
#include "report/escape.h"

namespace isnad::cli {
namespace {

checker::Clause plain(const solver::Clause& clause) {
  checker::Clause out;
  out.claim = solver::index(clause.claim);
  if (const auto* alternatives = std::get_if<solver::Alternatives>(&clause.body)) {
    for (const solver::Atom& atom : *alternatives) {
      out.any.push_back({solver::index(atom.from), solver::index(atom.to), atom.min, atom.max});
    }
    return out;
  }
  const auto& membership = std::get<solver::Membership>(clause.body);
  out.point = solver::index(membership.point);
  out.period = membership.domain.period();
  for (const solver::Interval& i : membership.domain.intervals()) out.windows.emplace_back(i.min, i.max);
  return out;
}

std::vector<std::size_t> numbers(const std::vector<solver::ClaimId>& claims) {
  std::vector<std::size_t> out;
  for (const solver::ClaimId c : claims) out.push_back(solver::index(c));
  return out;
}

}  // namespace

checker::Report verify(const solver::Network& network, const solver::Solution& solution) {
  checker::Network plain_network;
  plain_network.points = network.points().size();
  for (const solver::ClaimInfo& claim : network.claims()) {
    plain_network.claims.push_back({claim.hard(), claim.weight.value_or(0)});
  }
  for (const solver::Clause& clause : network.clauses()) plain_network.clauses.push_back(plain(clause));

  checker::Answer answer;
  answer.consistent = solution.status == solver::Status::consistent;
  for (const solver::Interval& window : solution.windows) answer.windows.emplace_back(window.min, window.max);
  answer.schedule = solution.schedule;
  for (const solver::Conflict& conflict : solution.conflicts) {
    answer.conflicts.push_back({numbers(conflict.claims), numbers(conflict.hard)});
  }
  answer.drop = numbers(solution.repair.drop);
  answer.weight = solution.repair.weight;
  answer.repair_possible = solution.repair.possible;
  return checker::check(plain_network, answer);
}

void report_verification(Session& session, const checker::Report& report, const std::string& path) {
  const std::string prefix = path.empty() ? std::string() : printable(path) + ": ";
  for (const std::string& fault : report.faults) {
    write_error(prefix + session.text("verify.fault", {{"fault", fault}}) + "\n");
  }
  if (!report.faults.empty()) session.raise(Exit::internal);
  if (session.options.quiet || !report.faults.empty()) return;
  write_error(prefix +
              (report.unproven == 0
                   ? session.text("verify.confirmed")
                   : session.text("verify.unproven", {{"n", static_cast<std::int64_t>(report.unproven)}})) +
              "\n");
}

void raise_for(Session& session, solver::Status verdict) {
  const std::string& fail_on = session.options.fail_on;
  if (verdict == solver::Status::inconsistent && !fail_on.empty() && fail_on != "never") {
    session.raise(Exit::findings);
  }
}

}  // namespace isnad::cli
