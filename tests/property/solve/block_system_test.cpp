// Sets of claims judged by what they raise above the hard ones are judged as if each were a network of its own.
#include "solve/block_system.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_network.h"
#include "solve/case_split.h"

namespace isnad::solver {
namespace {

TEST(BlockSystem, AgreesWithDecisionsFromTheStart) {
  const auto seed = test::seed_or(107);
  test::Dice dice(seed);
  std::size_t infeasible = 0;
  std::size_t feasible = 0;
  for (int round = 0; round < 1500; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    test::Shape shape;
    shape.points = static_cast<int>(dice.between(1, 8));
    shape.claims = static_cast<int>(dice.between(1, 20));
    shape.split_percent = 0;
    shape.hard_percent = static_cast<int>(dice.between(0, 40));
    shape.lattice_percent = dice.percent(50) ? 0 : 25;
    const Network network = test::random_network(dice, shape);
    const Model model(network);
    Selector selector(model);
    Decider decider;
    BlockSystem block(model);
    std::vector<Rank> all;
    for (Rank c = 0; c < model.claim_count(); ++c) all.push_back(c);
    Selection& whole = selector.select(all);
    if (!whole.system.splits.empty()) continue;  // a union over a pair of points may come out as one
    Work work(10'000'000);
    const Verdict hard = block.load(model, whole.system, all, work);
    const auto judged = [&](const std::vector<Rank>& claims) {
      return decider.decide(selector.select(claims).system, work).verdict;
    };
    for (int question = 0; question < 12; ++question) {
      std::vector<Rank> soft;
      std::vector<Rank> claims;
      const int share = static_cast<int>(dice.between(0, 100));
      for (const Rank c : all) {
        const bool chosen = dice.percent(share);
        if (!model.hard(c) && chosen) soft.push_back(c);
        if (model.hard(c) || chosen) claims.push_back(c);
      }
      const Verdict verdict = block.decide(soft, work);
      ASSERT_EQ(verdict, judged(claims)) << to_json(network);
      (verdict == Verdict::feasible ? feasible : infeasible) += 1;
      if (verdict != Verdict::infeasible || hard == Verdict::infeasible) continue;
      const std::vector<Rank> core = block.core().claims;
      ASSERT_TRUE(std::includes(claims.begin(), claims.end(), core.begin(), core.end()));
      ASSERT_EQ(judged(core), Verdict::infeasible) << to_json(network);
    }
  }
  EXPECT_GT(feasible, 1000U);
  EXPECT_GT(infeasible, 1000U);
}

}  // namespace
}  // namespace isnad::solver
