// All tiny networks against Z3, which is slower than shortest paths and knows nothing of them.
#include <gtest/gtest.h>

#include "tiny_networks.h"
#include "z3_oracle.h"

namespace isnad::solver {
namespace {

/// All networks of up to `most` of the bounds; their number.
std::size_t compare_all(std::size_t points, const std::vector<test::Bound>& bounds, std::size_t most) {
  z3::context context;
  return test::for_all_subsets(bounds, most, [&](const std::vector<test::Bound>& chosen) {
    const Network network = test::network_of(points, chosen);
    SCOPED_TRACE(to_json(network));
    test::compare_with_z3(network, context);
  });
}

TEST(ExhaustiveZ3, ThreePointsUpToThreeBounds) {
  EXPECT_EQ(compare_all(3, test::all_upper_bounds(3), 3), 30U + 435U + 4060U);
}

TEST(ExhaustiveZ3, FourPointsUpToTwoBounds) { EXPECT_EQ(compare_all(4, test::all_upper_bounds(4), 2), 60U + 1770U); }

TEST(ExhaustiveZ3, FourPointsUpToTwoWindows) { EXPECT_EQ(compare_all(4, test::all_windows(4), 2), 90U + 4005U); }

}  // namespace
}  // namespace isnad::solver
