// All tiny networks against Floyd and Warshall's shortest paths of every subset of their claims.
#include <gtest/gtest.h>

#include <array>

#include "oracle.h"
#include "tiny_networks.h"

namespace isnad::solver {
namespace {

constexpr std::size_t most_points = 4;
constexpr Tick far = 1000;  // beyond the sum of all bounds

using Matrix = std::array<std::array<Tick, most_points>, most_points>;

/// Shortest distances; d[i][i] < 0 for some i where there is a negative cycle.
Matrix distances(std::size_t points, const std::vector<test::Bound>& bounds, test::Subset active) {
  Matrix d{};
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < points; ++j) d[i][j] = i == j ? 0 : far;
  }
  for (std::size_t c = 0; c < bounds.size(); ++c) {
    const test::Bound& b = bounds[c];
    if ((active >> c & 1U) == 0) continue;
    if (b.most) d[b.from][b.to] = std::min(d[b.from][b.to], *b.most);
    if (b.least) d[b.to][b.from] = std::min(d[b.to][b.from], -*b.least);
  }
  for (std::size_t k = 0; k < points; ++k) {
    for (std::size_t i = 0; i < points; ++i) {
      for (std::size_t j = 0; j < points; ++j) {
        if (d[i][k] < far && d[k][j] < far) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
      }
    }
  }
  return d;
}

void compare(std::size_t points, const std::vector<test::Bound>& bounds) {
  const auto all = static_cast<test::Subset>((1U << bounds.size()) - 1);
  std::vector<bool> holds;
  for (test::Subset s = 0; s <= all; ++s) {
    const Matrix d = distances(points, bounds, s);
    bool sound = true;
    for (std::size_t p = 0; p < points; ++p) sound = sound && d[p][p] >= 0;
    holds.push_back(sound);
  }
  const Network network = test::network_of(points, bounds);
  const Solution solution = solve(network);
  test::expect_verdicts(network, solution, holds);

  const Matrix kept = distances(points, bounds, all & ~test::subset_of(solution.repair.drop));
  for (std::size_t p = 0; p < points; ++p) {
    const Interval& w = solution.windows[p];
    EXPECT_EQ(w.max.value_or(far), kept[0][p]) << "of point " << p;
    EXPECT_EQ(w.min ? -*w.min : far, kept[p][0]) << "of point " << p;
    for (std::size_t q = 0; q < points; ++q) {
      if (kept[p][q] < far) {
        EXPECT_LE(*solution.schedule[q] - *solution.schedule[p], kept[p][q]);
      }
    }
  }
  if (testing::Test::HasFailure()) ADD_FAILURE() << to_json(network);
}

std::size_t compare_all(std::size_t points, const std::vector<test::Bound>& bounds, std::size_t most) {
  return test::for_all_subsets(bounds, most,
                               [points](const std::vector<test::Bound>& chosen) { compare(points, chosen); });
}

TEST(FloydWarshall, ThreePointsUpToFourBounds) {
  EXPECT_EQ(compare_all(3, test::all_upper_bounds(3), 4), 30U + 435U + 4060U + 27405U);
}

TEST(FloydWarshall, FourPointsUpToFourBounds) {
  EXPECT_EQ(compare_all(4, test::all_upper_bounds(4), 4), 60U + 1770U + 34220U + 487635U);
}

TEST(FloydWarshall, FourPointsUpToThreeWindows) {
  EXPECT_EQ(compare_all(4, test::all_windows(4), 3), 90U + 4005U + 117480U);
}

}  // namespace
}  // namespace isnad::solver
