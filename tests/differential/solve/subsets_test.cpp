// Random networks of all kinds against the independent checker's search, put to every subset of the claims: the minimal
// conflicts are all there, and no others.
#include <gtest/gtest.h>

#include "oracle.h"
#include "random_network.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

constexpr int rounds = 10'000;

TEST(Subsets, AllMinimalConflictsAreListed) {
  const auto seed = test::seed_or(221);
  test::Dice dice(seed);
  std::size_t several = 0;
  for (int round = 0; round < rounds; ++round) {
    test::Shape shape;
    shape.points = static_cast<int>(dice.between(1, 4));
    shape.claims = static_cast<int>(dice.between(1, 7));
    shape.clauses_per_claim = 2;
    shape.hard_percent = 0;
    const Network network = test::random_network(dice, shape);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round) + " " + to_json(network));
    const checker::Network plain = test::plain(network);
    const std::size_t count = network.claims().size();
    std::vector<bool> holds;
    for (test::Subset s = 0; s < test::Subset{1} << count; ++s) {
      std::vector<bool> active(count, false);
      for (std::size_t c = 0; c < count; ++c) active[c] = (s >> c & 1U) != 0;
      const auto found = checker::satisfiable(plain, active, 1'000'000);
      ASSERT_NE(found, checker::Satisfiable::unknown);
      holds.push_back(found == checker::Satisfiable::yes);
    }
    SolveOptions options;
    options.max_conflicts = 1000;
    options.conflict_budget = 100'000'000;
    const Solution solution = solve(network, options);
    test::expect_verdicts(network, solution, holds);
    several += solution.conflicts.size() > 1 ? 1U : 0U;
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(several, std::size_t{rounds} / 10);
}

}  // namespace
}  // namespace isnad::solver
