// Z3 as the judge of the solver. In tests alone: never a dependency of the product.
#pragma once

#include <gtest/gtest.h>
#include <z3++.h>

#include <string>
#include <vector>

#include "isnad/solve.h"

namespace isnad::test {

/// Questions about one network, put to Z3.
class Z3Oracle {
 public:
  Z3Oracle(const solver::Network& network, z3::context& context)
      : network_(network), context_(context), solver_(context, z3::solver::simple()) {
    for (const std::string& name : network.points()) points_.push_back(context_.int_const(name.c_str()));
    for (const solver::ClaimInfo& c : network.claims())
      claims_.push_back(context_.bool_const(("claim " + c.name).c_str()));
    solver_.add(points_[0] == 0);
    for (const solver::Clause& c : network.clauses()) solver_.add(z3::implies(claims_[index(c.claim)], meaning(c)));
  }

  bool satisfiable(const std::vector<bool>& active) { return check(active, context_.bool_val(true)); }

  /// These values are a solution; a point without one may take any.
  bool solved_by(const std::vector<bool>& active, const std::vector<std::optional<solver::Tick>>& values) {
    z3::expr all = context_.bool_val(true);
    for (std::size_t p = 0; p < values.size(); ++p) {
      if (values[p]) all = all && points_[p] == value(*values[p]);
    }
    return check(active, all);
  }

  /// Some solution has point <= limit (or >=).
  bool reaches(const std::vector<bool>& active, std::size_t point, solver::Tick limit, bool below) {
    const z3::expr bound = value(limit);
    return check(active, below ? points_[point] <= bound : points_[point] >= bound);
  }

  /// Least weight to give up; nothing where hard claims contradict.
  std::optional<std::int64_t> cheapest_repair() {
    z3::optimize optimize(context_);
    for (const z3::expr& e : solver_.assertions()) optimize.add(e);
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      if (network_.claims()[c].hard()) {
        optimize.add(claims_[c]);
      } else {
        optimize.add_soft(claims_[c], static_cast<unsigned>(*network_.claims()[c].weight));
      }
    }
    if (optimize.check() != z3::sat) return std::nullopt;
    const z3::model model = optimize.get_model();
    std::int64_t lost = 0;
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      if (!model.eval(claims_[c], true).is_true()) lost += *network_.claims()[c].weight;
    }
    return lost;
  }

 private:
  z3::expr value(solver::Tick t) { return context_.int_val(std::int64_t{t}); }

  z3::expr between(const z3::expr& e, const std::optional<solver::Tick>& min, const std::optional<solver::Tick>& max) {
    z3::expr out = context_.bool_val(true);
    if (min) out = out && e >= value(*min);
    if (max) out = out && e <= value(*max);
    return out;
  }

  z3::expr meaning(const solver::Clause& clause) {
    z3::expr out = context_.bool_val(false);
    if (const auto* m = std::get_if<solver::Membership>(&clause.body)) {
      const z3::expr& point = points_[index(m->point)];
      z3::expr place = point;
      if (m->domain.period() != 0) {
        const z3::expr round = context_.int_const(("round " + std::to_string(rounds_++)).c_str());
        place = point - round * value(m->domain.period());
      }
      for (const solver::Interval& i : m->domain.intervals()) out = out || between(place, i.min, i.max);
      return out;
    }
    for (const solver::Atom& a : std::get<solver::Alternatives>(clause.body)) {
      out = out || between(points_[index(a.to)] - points_[index(a.from)], a.min, a.max);
    }
    return out;
  }

  bool check(const std::vector<bool>& active, const z3::expr& extra) {
    z3::expr_vector assumptions(context_);
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      if (active[c]) assumptions.push_back(claims_[c]);
    }
    solver_.push();
    solver_.add(extra);
    const z3::check_result result = solver_.check(assumptions);
    solver_.pop();
    EXPECT_NE(result, z3::unknown);
    return result == z3::sat;
  }

  const solver::Network& network_;
  z3::context& context_;
  z3::solver solver_;
  std::vector<z3::expr> points_;
  std::vector<z3::expr> claims_;
  int rounds_ = 0;
};

/// Everything that a solution says, question by question: verdict, conflicts, repair, schedule, windows.
inline void compare_with_z3(const solver::Network& network, z3::context& context) {
  const solver::Solution solution = solver::solve(network);
  Z3Oracle oracle(network, context);
  const std::size_t count = network.claims().size();
  const std::vector<bool> all(count, true);
  std::vector<bool> hard(count);
  for (std::size_t c = 0; c < count; ++c) hard[c] = network.claims()[c].hard();

  ASSERT_EQ(solution.status == solver::Status::consistent, oracle.satisfiable(all));
  const auto cost = oracle.cheapest_repair();
  ASSERT_EQ(solution.repair.possible, cost.has_value());
  for (const solver::Conflict& conflict : solution.conflicts) {
    std::vector<bool> members(count, false);
    for (const solver::ClaimId c : conflict.claims) members[index(c)] = true;
    std::vector<bool> soft_only = members;
    for (const solver::ClaimId c : conflict.hard) members[index(c)] = true;
    ASSERT_FALSE(oracle.satisfiable(members));
    for (const solver::ClaimId c : conflict.hard) {
      std::vector<bool> fewer = members;
      fewer[index(c)] = false;
      ASSERT_TRUE(oracle.satisfiable(fewer));
    }
    for (const solver::ClaimId c : conflict.claims) {
      std::vector<bool> fewer = cost ? hard : members;  // all hard claims, where they can hold
      for (std::size_t i = 0; i < count; ++i) fewer[i] = fewer[i] || soft_only[i];
      fewer[index(c)] = false;
      ASSERT_TRUE(oracle.satisfiable(fewer));
    }
  }
  if (!cost) return;
  ASSERT_EQ(solution.repair.weight, *cost);
  ASSERT_TRUE(solution.repair.optimal);
  std::vector<bool> kept = all;
  for (const solver::ClaimId c : solution.repair.drop) kept[index(c)] = false;
  ASSERT_TRUE(oracle.satisfiable(kept));
  ASSERT_TRUE(oracle.solved_by(kept, solution.schedule));
  for (const solver::ClaimId c : solution.repair.drop) {
    std::vector<bool> more = kept;
    more[index(c)] = true;
    ASSERT_FALSE(oracle.satisfiable(more)) << network.claim(c).name << " is given up without need";
  }
  const solver::Tick far = 100'000;  // beyond anything that bounds below 20 and cycles of 12 can fix
  for (std::size_t p = 1; p < network.points().size(); ++p) {
    const solver::Interval& w = solution.windows[p];
    ASSERT_TRUE(oracle.reaches(kept, p, w.min.value_or(-far), true)) << network.points()[p];
    ASSERT_TRUE(oracle.reaches(kept, p, w.max.value_or(far), false)) << network.points()[p];
    if (w.min) {
      ASSERT_FALSE(oracle.reaches(kept, p, *w.min - 1, true)) << network.points()[p];
    }
    if (w.max) {
      ASSERT_FALSE(oracle.reaches(kept, p, *w.max + 1, false)) << network.points()[p];
    }
  }
}

}  // namespace isnad::test
