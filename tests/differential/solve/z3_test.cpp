// Random small networks against Z3: verdict, cost of the repair, windows at both ends,
// and that each conflict is one and is minimal.
#include <gtest/gtest.h>
#include <z3++.h>

#include "isnad/solve.h"
#include "random_network.h"

namespace isnad::solver {
namespace {

constexpr int rounds = 2000;

class Oracle {
 public:
  Oracle(const Network& network, z3::context& context) : network_(network), context_(context), solver_(context) {
    for (const std::string& name : network.points()) points_.push_back(context_.int_const(name.c_str()));
    for (const ClaimInfo& c : network.claims()) claims_.push_back(context_.bool_const(("claim " + c.name).c_str()));
    solver_.add(points_[0] == 0);
    for (const Clause& c : network.clauses()) solver_.add(z3::implies(claims_[index(c.claim)], meaning(c)));
  }

  bool satisfiable(const std::vector<bool>& active) { return check(active, context_.bool_val(true)); }

  /// Some solution has point <= limit (or >=).
  bool reaches(const std::vector<bool>& active, std::size_t point, Tick limit, bool below) {
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
  z3::expr value(Tick t) { return context_.int_val(std::int64_t{t}); }

  z3::expr between(const z3::expr& e, const std::optional<Tick>& min, const std::optional<Tick>& max) {
    z3::expr out = context_.bool_val(true);
    if (min) out = out && e >= value(*min);
    if (max) out = out && e <= value(*max);
    return out;
  }

  z3::expr meaning(const Clause& clause) {
    z3::expr out = context_.bool_val(false);
    if (const auto* m = std::get_if<Membership>(&clause.body)) {
      const z3::expr& point = points_[index(m->point)];
      z3::expr place = point;
      if (m->domain.period() != 0) {
        const z3::expr round = context_.int_const(("round " + std::to_string(rounds_++)).c_str());
        place = point - round * value(m->domain.period());
      }
      for (const Interval& i : m->domain.intervals()) out = out || between(place, i.min, i.max);
      return out;
    }
    for (const Atom& a : std::get<Alternatives>(clause.body)) {
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

  const Network& network_;
  z3::context& context_;
  z3::solver solver_;
  std::vector<z3::expr> points_;
  std::vector<z3::expr> claims_;
  int rounds_ = 0;
};

void compare(const Network& network, z3::context& context) {
  const Solution solution = solve(network);
  Oracle oracle(network, context);
  const std::size_t count = network.claims().size();
  const std::vector<bool> all(count, true);
  std::vector<bool> hard(count);
  for (std::size_t c = 0; c < count; ++c) hard[c] = network.claims()[c].hard();

  ASSERT_EQ(solution.status == Status::consistent, oracle.satisfiable(all));
  const auto cost = oracle.cheapest_repair();
  ASSERT_EQ(solution.repair.possible, cost.has_value());
  for (const Conflict& conflict : solution.conflicts) {
    std::vector<bool> members(count, false);
    for (const ClaimId c : conflict.claims) members[index(c)] = true;
    std::vector<bool> soft_only = members;
    for (const ClaimId c : conflict.hard) members[index(c)] = true;
    ASSERT_FALSE(oracle.satisfiable(members));
    for (const ClaimId c : conflict.hard) {
      std::vector<bool> fewer = members;
      fewer[index(c)] = false;
      ASSERT_TRUE(oracle.satisfiable(fewer));
    }
    for (const ClaimId c : conflict.claims) {
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
  for (const ClaimId c : solution.repair.drop) kept[index(c)] = false;
  ASSERT_TRUE(oracle.satisfiable(kept));
  const Tick far = 100'000;  // beyond anything that bounds below 20 and cycles of 12 can fix
  for (std::size_t p = 1; p < network.points().size(); ++p) {
    const Interval& w = solution.windows[p];
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

/// One test a shape, so that a failure names what it is about.
void run(std::uint64_t usual_seed, const test::Shape& widest) {
  const auto seed = test::seed_or(usual_seed);
  test::Dice dice(seed);
  z3::context context;  // making one costs more than most of these questions
  for (int round = 0; round < rounds / 4; ++round) {
    test::Shape shape = widest;
    shape.points = static_cast<int>(dice.between(1, widest.points));
    shape.claims = static_cast<int>(dice.between(1, widest.claims));
    const Network network = test::random_network(dice, shape);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round) + " " + to_json(network));
    compare(network, context);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Z3, AgreesOnPlainNetworks) {
  test::Shape shape;
  shape.points = 6;
  shape.claims = 14;
  shape.lattice_percent = shape.union_percent = shape.split_percent = 0;
  run(201, shape);
}

TEST(Z3, AgreesOnUnions) {
  test::Shape shape;
  shape.points = 5;
  shape.claims = 12;
  shape.union_percent = 45;
  shape.lattice_percent = shape.split_percent = 0;
  run(202, shape);
}

TEST(Z3, AgreesOnLattices) {
  test::Shape shape;
  shape.points = 4;
  shape.claims = 9;
  shape.lattice_percent = 40;
  shape.split_percent = 0;
  run(203, shape);
}

TEST(Z3, AgreesOnEverything) {
  test::Shape shape;
  shape.points = 5;
  shape.claims = 10;
  shape.clauses_per_claim = 2;
  shape.split_percent = 25;
  run(204, shape);
}

}  // namespace
}  // namespace isnad::solver
