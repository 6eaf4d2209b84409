#include "solve/hitting_set.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_network.h"

namespace isnad::solver {
namespace {

TEST(HittingSet, AgreesWithAllSubsets) {
  const auto seed = test::seed_or(401);
  test::Dice dice(seed);
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const auto elements = static_cast<std::size_t>(dice.between(1, 10));
    std::vector<std::int64_t> weights;
    for (std::size_t e = 0; e < elements; ++e) weights.push_back(dice.between(1, 9));
    std::vector<std::vector<Rank>> sets;
    for (auto n = dice.between(1, 12); n > 0; --n) {
      std::vector<Rank> s;
      while (s.empty()) {
        for (std::size_t e = 0; e < elements; ++e) {
          if (dice.percent(30)) s.push_back(static_cast<Rank>(e));
        }
      }
      sets.push_back(s);
    }
    std::int64_t cheapest = 1000;
    for (unsigned subset = 0; subset < 1U << elements; ++subset) {
      const bool hits = std::all_of(sets.begin(), sets.end(), [subset](const auto& s) {
        return std::any_of(s.begin(), s.end(), [subset](Rank e) { return (subset >> e & 1U) != 0; });
      });
      std::int64_t sum = 0;
      for (std::size_t e = 0; e < elements; ++e) sum += (subset >> e & 1U) != 0 ? weights[e] : 0;
      if (hits) cheapest = std::min(cheapest, sum);
    }
    Work work(1'000'000);
    const auto weight = [&weights](Rank e) { return weights[e]; };
    const HittingSet exact = minimum_hitting_set(sets, weight, 0, 1000, work);
    ASSERT_TRUE(exact.optimal);
    ASSERT_EQ(exact.weight, cheapest);
    const HittingSet none = minimum_hitting_set(sets, weight, 0, cheapest, work);
    ASSERT_TRUE(none.optimal && none.elements.empty());
    ASSERT_EQ(none.lower_bound, cheapest);
    for (const std::uint64_t steps : {0U, 10U, 100U, 1000U}) {
      Work little(steps);
      const HittingSet cut = minimum_hitting_set(sets, weight, 0, 1000, little);
      ASSERT_LE(cut.lower_bound, cheapest) << steps;
      ASSERT_GE(cut.weight, cheapest) << steps;
      ASSERT_EQ(cut.optimal, cut.weight == cut.lower_bound) << steps;
    }
    const HittingSet quick = greedy_hitting_set(sets, weight);
    for (const HittingSet& found : {exact, quick}) {
      std::int64_t sum = 0;
      for (const Rank e : found.elements) sum += weights[e];
      ASSERT_EQ(sum, found.weight);
      for (const auto& s : sets) {
        ASSERT_TRUE(std::any_of(s.begin(), s.end(), [&](Rank e) {
          return std::binary_search(found.elements.begin(), found.elements.end(), e);
        }));
      }
      for (const Rank e : found.elements) {  // each meets some set alone
        ASSERT_TRUE(std::any_of(sets.begin(), sets.end(), [&](const auto& s) {
          const auto met = [&](Rank r) { return std::binary_search(found.elements.begin(), found.elements.end(), r); };
          return std::binary_search(s.begin(), s.end(), e) && std::count_if(s.begin(), s.end(), met) == 1;
        }));
      }
    }
  }
}

}  // namespace
}  // namespace isnad::solver
