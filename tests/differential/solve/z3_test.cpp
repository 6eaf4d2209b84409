// Ten thousand random small networks against Z3: verdict, cost of the repair, windows at both ends, the schedule, and
// that each conflict is one and is minimal.
#include <gtest/gtest.h>

#include "random_network.h"
#include "z3_oracle.h"

namespace isnad::solver {
namespace {

constexpr int rounds = 2500;  // of each of the four shapes

/// One test a shape, so that a failure names what it is about.
void run(std::uint64_t usual_seed, const test::Shape& widest) {
  const auto seed = test::seed_or(usual_seed);
  test::Dice dice(seed);
  z3::context context;  // making one costs more than most of these questions
  for (int round = 0; round < rounds; ++round) {
    test::Shape shape = widest;
    shape.points = static_cast<int>(dice.between(1, widest.points));
    shape.claims = static_cast<int>(dice.between(1, widest.claims));
    const Network network = test::random_network(dice, shape);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round) + " " + to_json(network));
    test::compare_with_z3(network, context);
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
