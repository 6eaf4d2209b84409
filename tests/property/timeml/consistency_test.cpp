// What is true of some timeline is consistent; what is made false of it is found.
#include <gtest/gtest.h>

#include <algorithm>

#include "random_document.h"
#include "solver_check.h"

namespace isnad::tml {
namespace {

using test::Dice;
using test::Span;

constexpr int rounds = 300;

TEST(Consistency, WhatIsTrueOfATimelineIsConsistent) {
  const auto seed = test::seed_or(401);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    std::vector<Span> spans;
    Document document = test::random_document(dice, static_cast<int>(dice.between(1, 12)), dice.between(1, 12), spans);
    test::add_true_links(dice, document, spans, static_cast<int>(dice.between(0, 40)));
    const auto analysis = analyze(document);
    ASSERT_TRUE(analysis);
    ASSERT_EQ(analysis->solution.status, solver::Status::consistent);
    ASSERT_TRUE(analysis->give_up.empty());
  }
}

TEST(Consistency, TheClosureOfATimelineAndOneFlippedLink) {
  const auto seed = test::seed_or(402);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    // Events one behind the other, every pair linked: the transitive closure. One link is turned round.
    const auto count = static_cast<std::size_t>(dice.between(3, 7));
    Document document;
    for (std::size_t i = 0; i < count; ++i) {
      Interval event;
      event.id = "e" + std::to_string(i);
      document.intervals.push_back(event);
    }
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        document.links.push_back({"l" + std::to_string(i) + "-" + std::to_string(j), i, j, Relation::before, {1, 1}});
      }
    }
    const auto whole = analyze(document);
    ASSERT_TRUE(whole);
    ASSERT_EQ(whole->solution.status, solver::Status::consistent);
    ASSERT_TRUE(whole->stretches.empty());

    const std::size_t flipped = dice.index(document.links.size());
    document.links[flipped].relation = Relation::after;
    solver::SolveOptions all;
    all.max_conflicts = 1000;
    all.conflict_budget = 100'000'000;
    const auto analysis = analyze(document, all);
    ASSERT_TRUE(analysis);
    const std::size_t i = document.links[flipped].source;
    const std::size_t j = document.links[flipped].target;
    // j before i now closes a cycle with every way from i to j over some of the events between them. With none between
    // them, their order is merely another one.
    const std::size_t ways = (std::size_t{1} << (j - i - 1)) - 1;
    if (ways == 0) {
      ASSERT_EQ(analysis->solution.status, solver::Status::consistent);
      continue;
    }
    ASSERT_EQ(analysis->solution.status, solver::Status::inconsistent);
    for (const Cycle& cycle : analysis->cycles) {
      ASSERT_NE(std::find(cycle.links.begin(), cycle.links.end(), flipped), cycle.links.end());
    }
    ASSERT_EQ(analysis->give_up.size(), 1U);
    ASSERT_TRUE(ways == 1 || analysis->give_up.front() == flipped);  // of a single cycle, any link will do
    ASSERT_TRUE(analysis->solution.conflicts_complete);
    ASSERT_EQ(analysis->cycles.size(), ways);
  }
}

/// Every pair of a random timeline linked by each relation that holds of it; then one link turned into its inverse.
TEST(Consistency, AllThatIsTrueOfATimelineAndOneFlippedLink) {
  const auto seed = test::seed_or(404);
  Dice dice(seed);
  std::size_t inconsistent = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    std::vector<Span> spans;
    Document document = test::random_document(dice, static_cast<int>(dice.between(3, 7)), dice.between(3, 12), spans);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      for (std::size_t j = i + 1; j < spans.size(); ++j) {
        for (int r = 0; r < test::relations; ++r) {
          const auto relation = static_cast<Relation>(r);
          if (!test::holds(relation, spans[i], spans[j])) continue;
          document.links.push_back({"l" + std::to_string(document.links.size()), i, j, relation, {1, 1}});
        }
      }
    }
    const auto whole = analyze(document);
    ASSERT_TRUE(whole);
    ASSERT_EQ(whole->solution.status, solver::Status::consistent);
    if (document.links.empty()) continue;

    Link& flipped = document.links[dice.index(document.links.size())];
    const auto index = static_cast<std::size_t>(&flipped - document.links.data());
    flipped.relation = inverse(flipped.relation);
    const bool still_true = test::holds(flipped.relation, spans[flipped.source], spans[flipped.target]);
    const auto analysis = analyze(document);
    ASSERT_TRUE(analysis);
    ASSERT_TRUE(!still_true || analysis->cycles.empty());
    for (const Cycle& cycle : analysis->cycles) {
      ASSERT_NE(std::find(cycle.links.begin(), cycle.links.end(), index), cycle.links.end());
    }
    ASSERT_EQ(analysis->give_up.size(), analysis->cycles.empty() ? 0U : 1U);
    inconsistent += analysis->cycles.empty() ? 0U : 1U;
  }
  EXPECT_GT(inconsistent, std::size_t{rounds} / 3);
}

/// Any links at all: the checker confirms what the solver says of them, and each cycle is one.
TEST(Consistency, AnyLinksAreJudgedRightly) {
  const auto seed = test::seed_or(403);
  Dice dice(seed);
  std::size_t inconsistent = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    std::vector<Span> spans;
    Document document = test::random_document(dice, static_cast<int>(dice.between(2, 7)), 5, spans);
    test::add_true_links(dice, document, spans, static_cast<int>(dice.between(0, 8)));
    for (auto n = dice.between(1, 4); n > 0; --n) {
      document.links.push_back({"w" + std::to_string(n),
                                dice.index(spans.size()),
                                dice.index(spans.size()),
                                static_cast<Relation>(dice.between(0, test::relations - 1)),
                                {1, 1}});
    }
    const auto analysis = analyze(document);
    ASSERT_TRUE(analysis);
    const checker::Report report = test::check(analysis->network.network, analysis->solution);
    ASSERT_TRUE(report.confirmed()) << testing::PrintToString(report.faults);
    inconsistent += analysis->cycles.empty() ? 0U : 1U;
    ASSERT_LE(analysis->give_up.size(), 4U);  // no more than the links that may be wrong
  }
  EXPECT_GT(inconsistent, std::size_t{rounds} / 10);
}

}  // namespace
}  // namespace isnad::tml
