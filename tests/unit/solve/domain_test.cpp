#include <gtest/gtest.h>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

TEST(Domain, MergesOverlappingAndAdjacentIntervals) {
  const Domain d = *Domain::finite({{7, 9}, {1, 2}, {3, 4}, {8, 12}, {20, std::nullopt}, {30, 40}});
  EXPECT_EQ(d.intervals(), (std::vector<Interval>{{1, 4}, {7, 12}, {20, std::nullopt}}));
  EXPECT_EQ(d.hull(), (Interval{1, std::nullopt}));
}

TEST(Domain, NextJumpsHoles) {
  const Domain d = *Domain::finite({{std::nullopt, 0}, {5, 6}, {9, 9}});
  EXPECT_EQ(d.next(-100), -100);
  EXPECT_EQ(d.next(0), 0);
  EXPECT_EQ(d.next(1), 5);
  EXPECT_EQ(d.next(7), 9);
  EXPECT_EQ(d.next(10), std::nullopt);
}

TEST(Domain, LatticeRepeatsInBothDirections) {
  const Domain sunday = *Domain::periodic(7, {{3, 3}});
  EXPECT_EQ(sunday.next(-4), -4);
  EXPECT_EQ(sunday.next(-3), 3);
  EXPECT_EQ(sunday.next(4), 10);
  EXPECT_TRUE(sunday.contains(703));
  EXPECT_FALSE(sunday.contains(704));
  EXPECT_EQ(sunday.hull(), Interval{});
}

TEST(Domain, LatticeJoinsWindowsAcrossTheEndOfThePeriod) {
  const Domain night = *Domain::periodic(24, {{22, 23}, {0, 4}, {12, 12}});
  EXPECT_EQ(night.intervals(), (std::vector<Interval>{{12, 12}, {22, 28}}));
  for (Tick t = -60; t <= 60; ++t) {
    const Tick hour = ((t % 24) + 24) % 24;
    EXPECT_EQ(night.contains(t), hour >= 22 || hour <= 4 || hour == 12) << t;
  }
}

TEST(Domain, MirrorHoldsTheNegatedTimes) {
  const Domain domains[] = {*Domain::finite({{std::nullopt, -4}, {0, 2}, {5, 5}}), *Domain::finite({{3, std::nullopt}}),
                            *Domain::periodic(24, {{22, 23}, {0, 4}, {12, 12}}), *Domain::periodic(7, {{0, 0}, {2, 3}}),
                            *Domain::periodic(5, {{0, 4}})};
  for (const Domain& d : domains) {
    const Domain mirror = d.mirrored();
    for (Tick t = -60; t <= 60; ++t) EXPECT_EQ(mirror.contains(-t), d.contains(t)) << t;
    EXPECT_EQ(mirror.mirrored(), d);
  }
}

TEST(Domain, NextAgreesWithContains) {
  const Domain d = *Domain::periodic(11, {{0, 1}, {4, 4}, {8, 10}});
  for (Tick t = -40; t <= 40; ++t) {
    Tick expected = t;
    while (!d.contains(expected)) ++expected;
    EXPECT_EQ(d.next(t), expected) << t;
  }
}

TEST(Domain, RefusesWhatMeansNothing) {
  EXPECT_FALSE(Domain::finite({}));
  EXPECT_FALSE(Domain::finite({{3, 2}}));
  EXPECT_FALSE(Domain::finite({{0, max_tick + 1}}));
  EXPECT_FALSE(Domain::periodic(0, {{0, 0}}));
  EXPECT_FALSE(Domain::periodic(-7, {{0, 0}}));
  EXPECT_FALSE(Domain::periodic(max_cycle + 1, {{0, 0}}));
  EXPECT_FALSE(Domain::periodic(7, {}));
  EXPECT_FALSE(Domain::periodic(7, {{3, 7}}));
  EXPECT_FALSE(Domain::periodic(7, {{-1, 3}}));
  EXPECT_FALSE(Domain::periodic(7, {{3, std::nullopt}}));
}

}  // namespace
}  // namespace isnad::solver
