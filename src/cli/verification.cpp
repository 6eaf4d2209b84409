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

namespace {

/// The known claims and then those of the document, over the points of the session.
checker::Network together(const solver::Network& known, const solver::Network& document,
                          const solver::Session& session) {
  checker::Network out;
  out.points = session.point_count();
  for (std::uint32_t c = 0; c < session.claim_count(); ++c) {
    const solver::ClaimInfo& claim = session.claim(solver::ClaimId{c});
    out.claims.push_back({claim.hard(), claim.weight.value_or(0)});
  }
  for (const solver::Clause& clause : known.clauses()) out.clauses.push_back(plain(clause));
  const auto point = [&](std::size_t p) { return solver::index(*session.find_point(document.points()[p])); };
  for (const solver::Clause& clause : document.clauses()) {
    checker::Clause own = plain(clause);
    own.claim += known.claims().size();
    own.point = point(own.point);
    for (checker::Atom& atom : own.any) {
      atom.from = point(atom.from);
      atom.to = point(atom.to);
    }
    out.clauses.push_back(std::move(own));
  }
  return out;
}

}  // namespace

checker::Report verify(const solver::Network& known, const solver::Network& document, const solver::Session& session,
                       const solver::Addition& addition) {
  constexpr std::uint64_t budget = 100'000;
  const checker::Network network = together(known, document, session);
  checker::Report report;
  const auto expect = [&](const std::vector<bool>& active, checker::Satisfiable wanted, const std::string& otherwise) {
    const checker::Satisfiable found = checker::satisfiable(network, active, budget);
    if (found == checker::Satisfiable::unknown) {
      ++report.unproven;
    } else if (found != wanted) {
      report.faults.push_back(otherwise);
    }
  };
  std::vector<bool> standing, hard;
  for (std::uint32_t c = 0; c < session.claim_count(); ++c) {
    standing.push_back(session.stands(solver::ClaimId{c}));
    hard.push_back(standing.back() && session.claim(solver::ClaimId{c}).hard());
  }
  expect(standing, checker::Satisfiable::yes, "the claims that stand contradict one another");
  for (const solver::Judgement& judged : addition.claims) {
    const std::string& name = session.claim(judged.claim).name;
    for (const solver::Conflict& conflict : judged.conflicts) {
      std::vector<bool> own(standing.size(), false);
      std::vector<bool> beside_hard = hard;
      for (const auto* claims : {&conflict.claims, &conflict.hard}) {
        for (const solver::ClaimId c : *claims) own[solver::index(c)] = beside_hard[solver::index(c)] = true;
      }
      expect(own, checker::Satisfiable::no, "a conflict of " + name + " is none");
      const auto needed = [&](std::vector<bool> active, solver::ClaimId c) {
        active[solver::index(c)] = false;
        expect(active, checker::Satisfiable::yes, "a conflict of " + name + " does not need " + session.claim(c).name);
      };
      if (!judged.conflicts_minimal) continue;
      for (const solver::ClaimId c : conflict.claims) needed(beside_hard, c);
      for (const solver::ClaimId c : conflict.hard) needed(own, c);
    }
  }
  return report;
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
