#include "solve/cover_bound.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_network.h"
#include "solve/cover_reduction.h"
#include "solve/greedy_cover.h"

namespace isnad::solver {
namespace {

struct Problem {
  Rows rows;
  std::vector<std::int64_t> weights;

  explicit Problem(test::Dice& dice) {
    const auto elements = static_cast<std::size_t>(dice.between(1, 9));
    for (std::size_t e = 0; e < elements; ++e) weights.push_back(dice.between(1, dice.percent(20) ? max_weight : 9));
    for (auto n = dice.between(1, 12); n > 0; --n) {
      Row row;
      while (row.elements.empty()) {
        for (Element e = 0; e < elements; ++e) {
          if (dice.percent(35)) row.elements.push_back(e);
        }
      }
      rows.push_back(row);
    }
  }

  bool hits(unsigned subset) const {
    return std::all_of(rows.begin(), rows.end(), [subset](const Row& r) {
      return std::any_of(r.elements.begin(), r.elements.end(), [subset](Element e) { return (subset >> e & 1U) != 0; });
    });
  }
  std::int64_t weight(unsigned subset) const {
    std::int64_t sum = 0;
    for (std::size_t e = 0; e < weights.size(); ++e) sum += (subset >> e & 1U) != 0 ? weights[e] : 0;
    return sum;
  }
  unsigned subsets() const { return 1U << weights.size(); }
  std::int64_t cheapest() const {
    std::int64_t best = weight(subsets() - 1);
    for (unsigned s = 0; s < subsets(); ++s) {
      if (hits(s)) best = std::min(best, weight(s));
    }
    return best;
  }
};

/// Over all subsets of the elements: the bound holds, and what it says of single elements does.
TEST(CoverBound, HoldsForAllSubsets) {
  const auto seed = test::seed_or(601);
  test::Dice dice(seed);
  std::size_t decided = 0;
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Problem p(dice);
    const std::int64_t cheapest = p.cheapest();
    CoverBound bound(p.weights);
    Work work(1'000'000);
    const std::int64_t limit = cheapest + 1;
    for (const int steps : {0, 1, 10, 300}) {
      ASSERT_LE(bound.improve(p.rows, limit, steps, work), cheapest) << steps;
      for (unsigned s = 0; s < p.subsets(); ++s) {
        if (!p.hits(s) || p.weight(s) >= limit) continue;
        for (const Row& r : p.rows) {
          for (const Element e : r.elements) {
            const bool taken = (s >> e & 1U) != 0;
            ASSERT_FALSE(taken && bound.excluded(e, limit));
            ASSERT_FALSE(!taken && bound.needed(e, limit));
            decided += bound.excluded(e, limit) || bound.needed(e, limit) ? 1U : 0U;
          }
        }
      }
    }
  }
  EXPECT_GT(decided, 1000U);  // else there was nothing to be wrong about
}

/// A triangle of pairs: two have to go, the linear relaxation pays for one and a half.
TEST(CoverBound, ReachesTheLinearRelaxation) {
  Rows rows{{{0, 1}}, {{1, 2}}, {{0, 2}}};
  CoverBound bound({2, 2, 2});
  Work work(1'000'000);
  EXPECT_EQ(bound.improve(rows, 100, 300, work), 3);
}

TEST(CoverReduction, KeepsTheCheapest) {
  const auto seed = test::seed_or(602);
  test::Dice dice(seed);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Problem p(dice);
    const std::int64_t cheapest = p.cheapest();
    drop_supersets(p.rows);
    ASSERT_EQ(p.cheapest(), cheapest);
    while (drop_dominated(p.rows, p.weights)) ASSERT_EQ(p.cheapest(), cheapest);
    Problem rest = p;
    std::int64_t taken = 0;
    for (const Element v : dominating_neighbours(p.rows, p.weights)) {
      taken += p.weights[v];
      std::erase_if(rest.rows, [v](const Row& r) { return has(r.elements, v); });
    }
    ASSERT_EQ(rest.cheapest() + taken, cheapest);
    std::int64_t sum = 0;
    std::size_t rows = 0;
    for (const Rows& part : split_cover(p.rows)) {
      Problem alone = p;
      alone.rows = part;
      sum += alone.cheapest();
      rows += part.size();
    }
    ASSERT_EQ(sum, cheapest);
    ASSERT_EQ(rows, p.rows.size());
  }
}

/// Of claims that contradict one another two by two, all but the heaviest go; of equal ones, the last is kept.
TEST(CoverReduction, LeavesTheHeaviestOfAClique) {
  const std::vector<std::int64_t> weights{3, 1, 5, 5, 2};
  Rows rows;
  for (Element a = 0; a < 5; ++a) {
    for (Element b = a + 1; b < 5; ++b) rows.push_back({{a, b}});
  }
  EXPECT_EQ(dominating_neighbours(rows, weights), (Set{0, 1, 2, 4}));
  rows.push_back({{0, 3, 4}});  // now 3 is in more than pairs, and does not decide for 2; 2 decides for none
  EXPECT_EQ(dominating_neighbours(rows, weights), (Set{0, 1, 3, 4}));
}

TEST(GreedyCover, MeetsEverySetWithoutNeedlessElements) {
  const auto seed = test::seed_or(603);
  test::Dice dice(seed);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Problem p(dice);
    const Choice choice = greedy_cover(p.rows, p.weights, p.weights);
    unsigned subset = 0;
    for (const Element e : choice.elements) subset |= 1U << e;
    ASSERT_TRUE(p.hits(subset));
    ASSERT_EQ(p.weight(subset), choice.weight);
    for (const Element e : choice.elements) ASSERT_FALSE(p.hits(subset & ~(1U << e)));
  }
}

}  // namespace
}  // namespace isnad::solver
