#include "isnad/solve.h"

#include <gtest/gtest.h>

#include "random_network.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

PointId point(Network& n, const std::string& name) { return *n.point(name); }

void claim(Network& n, const std::string& name, std::int64_t weight, const Atom& atom) {
  ASSERT_FALSE(n.add_bounds(*n.add_claim(name, weight), atom));
}

void confirm(const Network& n, const Solution& s) {
  const checker::Report report = test::check(n, s);
  EXPECT_TRUE(report.confirmed()) << testing::PrintToString(report.faults) << to_json(n, s);
}

TEST(Solve, EmptyNetworkIsConsistent) {
  const Solution s = solve(Network{});
  EXPECT_EQ(s.status, Status::consistent);
  EXPECT_EQ(s.windows, (std::vector<Interval>{{0, 0}}));
}

TEST(Solve, PointOfNoClaimIsOpen) {
  Network n;
  point(n, "e");
  const Solution s = solve(n);
  EXPECT_EQ(s.windows[1], Interval{});
  EXPECT_EQ(s.schedule[1], 0);
}

/// x0 before x1 before ... before x0: each cycle is one minimal conflict of all its claims.
TEST(Solve, NegativeCyclesOfEveryLength) {
  for (std::size_t length = 2; length <= 50; ++length) {
    Network n;
    for (std::size_t i = 0; i < length; ++i) point(n, "x" + std::to_string(i));
    for (std::size_t i = 0; i < length; ++i) {
      const PointId from{static_cast<std::uint32_t>(i + 1)};
      const PointId to{static_cast<std::uint32_t>((i + 1) % length + 1)};
      // Every other gap is negative, so that labels fall as well as rise on the way round.
      const Tick gap = i + 1 == length ? (length % 2 == 0 ? 11 : 1) : (i % 2 == 0 ? -10 : 10);
      claim(n, "c" + std::to_string(i), static_cast<std::int64_t>(2 + i % 3), {from, to, gap, std::nullopt});
    }
    const Solution s = solve(n);
    ASSERT_EQ(s.status, Status::inconsistent) << length;
    ASSERT_EQ(s.conflicts.size(), 1U) << length;
    EXPECT_EQ(s.conflicts[0].claims.size(), length);
    EXPECT_EQ(s.repair.weight, 2);
    confirm(n, s);
  }
}

TEST(Solve, ExtremeDatesDoNotOverflow) {
  Network n;
  PointId last = origin;
  for (int i = 0; i < 2000; ++i) {
    const PointId next = point(n, "p" + std::to_string(i));
    claim(n, "c" + std::to_string(i), 1, {last, next, max_tick, max_tick});
    last = next;
  }
  claim(n, "lattice", 1, {last, point(n, "q"), -max_tick, std::nullopt});
  ASSERT_FALSE(n.add_domain(*n.add_claim("first", 1), *n.find_point("q"), *Domain::periodic(max_cycle, {{1, 1}})));
  const Solution s = solve(n);
  EXPECT_EQ(s.status, Status::consistent);
  EXPECT_EQ(s.windows[2000], (Interval{2000 * max_tick, 2000 * max_tick}));
  EXPECT_EQ(s.windows[2001].min, 1999 * max_tick + 1);  // 2^38 is a multiple of 2^31
}

TEST(Solve, LatticesThatMeetOncePerCycle) {
  Network n;
  const PointId e = point(n, "e");
  ASSERT_FALSE(n.add_domain(*n.add_claim("a", 1), e, *Domain::periodic(7, {{3, 3}})));
  ASSERT_FALSE(n.add_domain(*n.add_claim("b", 1), e, *Domain::periodic(11, {{5, 5}})));
  ASSERT_FALSE(n.add_domain(*n.add_claim("c", 1), e, *Domain::periodic(13, {{1, 1}})));
  Tick expected = 1000;
  while (expected % 7 != 3 || expected % 11 != 5 || expected % 13 != 1) ++expected;
  claim(n, "d", 1, {origin, e, 1000, std::nullopt});
  const Solution s = solve(n);
  EXPECT_EQ(s.status, Status::consistent);
  EXPECT_EQ(s.windows[1], (Interval{expected, std::nullopt}));
}

/// Two lattices on two points tied together, no date at all: bounds would rise for ever.
TEST(Solve, LatticesThatNeverMeetTerminate) {
  Network n;
  const PointId e = point(n, "e");
  const PointId f = point(n, "f");
  const PointId far = point(n, "far");
  ASSERT_FALSE(n.add_domain(*n.add_claim("even", 2), e, *Domain::periodic(2, {{0, 0}})));
  ASSERT_FALSE(n.add_domain(*n.add_claim("odd", 3), f, *Domain::periodic(2, {{1, 1}})));
  claim(n, "same", 4, {e, f, 0, 0});
  claim(n, "dated", 5, {origin, far, 28'000'000, 28'000'000});
  claim(n, "after", 5, {far, e, -20'000'000, std::nullopt});
  const Solution s = solve(n);
  ASSERT_EQ(s.conflicts.size(), 1U);
  EXPECT_EQ(s.conflicts[0].claims.size(), 3U);
  EXPECT_EQ(s.repair.weight, 2);
  // The checker unrolls twenty million even days before it gives up: it finds no fault, nor proof.
  EXPECT_TRUE(test::check(n, s).faults.empty());
}

TEST(Solve, ScheduleOfUndatedPointsStaysBelowTheirBounds) {
  Network n;
  const PointId e = point(n, "e");
  const PointId f = point(n, "f");
  claim(n, "before", 1, {e, f, 3, std::nullopt});
  claim(n, "latest", 1, {origin, f, std::nullopt, -50});
  ASSERT_FALSE(n.add_domain(*n.add_claim("hole", 1), e, *Domain::finite({{std::nullopt, -100}, {0, 0}})));
  const Solution s = solve(n);
  EXPECT_EQ(s.windows[1], (Interval{std::nullopt, -100}));
  EXPECT_EQ(s.windows[2], (Interval{std::nullopt, -50}));
  confirm(n, s);
}

TEST(Solve, BudgetThatEndsLeavesAnHonestAnswer) {
  Network n;
  for (int i = 0; i < 8; ++i) {
    const PointId e = point(n, "e" + std::to_string(i));
    for (int k = 0; k < 5; ++k) claim(n, "c" + std::to_string(i * 5 + k), 1 + k, {origin, e, k, k});
  }
  for (int i = 1; i < 8; ++i) {
    claim(n, "r" + std::to_string(i), 20,
          {PointId{static_cast<std::uint32_t>(i)}, PointId{static_cast<std::uint32_t>(i + 1)}, 0, 0});
  }
  const Solution exact = solve(n);
  EXPECT_TRUE(exact.repair.optimal);
  EXPECT_EQ(exact.repair.weight, 8 * (1 + 2 + 3 + 4));  // the heaviest date of all stays
  for (const std::uint64_t budget : {0U, 10U, 100U, 1000U, 3000U, 10000U}) {
    SolveOptions options;
    options.decide_budget = budget;
    options.decide_budget_per_claim = 0;
    options.conflict_budget = budget;
    const Solution s = solve(n, options);
    EXPECT_NE(s.status, Status::consistent) << budget;
    EXPECT_LE(s.repair.lower_bound, exact.repair.weight);
    if (s.repair.possible) {
      EXPECT_GE(s.repair.weight, exact.repair.weight) << budget;
      EXPECT_EQ(s.repair.optimal, s.repair.weight == exact.repair.weight && s.repair.lower_bound == s.repair.weight);
    } else {
      EXPECT_FALSE(s.repair.optimal);
    }
    EXPECT_EQ(solve(n, options).repair, s.repair);
  }
}

/// However early it is stopped: a repair without needless claims, a true bound, tight windows; never a wrong verdict.
TEST(Solve, StoppedSolvesRepairAllTheSame) {
  const auto seed = test::seed_or(501);
  test::Dice dice(seed);
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    test::Shape shape;
    shape.points = 6;
    shape.claims = 30;
    shape.split_percent = round % 2 == 0 ? 0 : 10;
    const Network n = test::random_network(dice, shape);
    const Solution exact = solve(n);
    for (const int answers : {0, 1, 2, 5, 20}) {
      int asked = 0;
      SolveOptions options;
      options.stop = [&asked, answers] { return ++asked > answers; };
      const Solution s = solve(n, options);
      EXPECT_EQ(s.status, exact.status);
      EXPECT_EQ(s.repair.possible, exact.repair.possible);
      EXPECT_GE(s.repair.weight, exact.repair.weight);
      EXPECT_LE(s.repair.lower_bound, exact.repair.weight);
      EXPECT_TRUE(!s.repair.optimal || s.repair.weight == exact.repair.weight);
      confirm(n, s);
    }
  }
}

/// An event that a hundred sources date to a hundred days: 4950 conflicts, and the heaviest claim stays.
TEST(Solve, OneEventOfManyDatesIsRepairedExactly) {
  Network n;
  const PointId e = point(n, "e");
  std::int64_t sum = 0;
  for (int k = 0; k < 100; ++k) {
    claim(n, "c" + std::to_string(k), 1 + k % 7, {origin, e, k, k});
    sum += 1 + k % 7;
  }
  const Solution s = solve(n);
  EXPECT_TRUE(s.repair.optimal);
  EXPECT_EQ(s.repair.weight, sum - 7);
  EXPECT_FALSE(s.conflicts_complete);
}

TEST(Solve, ConflictsAreCapped) {
  Network n;
  const PointId e = point(n, "e");
  for (int k = 0; k < 20; ++k) claim(n, "c" + std::to_string(k), 1, {origin, e, k, k});
  SolveOptions options;
  options.max_conflicts = 10;
  const Solution s = solve(n, options);
  EXPECT_EQ(s.conflicts.size(), 10U);
  EXPECT_FALSE(s.conflicts_complete);
  EXPECT_EQ(s.repair.weight, 19);
}

}  // namespace
}  // namespace isnad::solver
