// All networks of up to four claims x - y <= c over three points, c from -2 to 2: against
// Floyd and Warshall's shortest paths of every subset.
#include <gtest/gtest.h>

#include <array>

#include "oracle.h"

namespace isnad::solver {
namespace {

constexpr std::size_t points = 3;
constexpr Tick far = 1000;  // beyond the sum of all bounds

struct Bound {  // x(to) - x(from) <= most
  std::size_t from, to;
  Tick most;
};

using Matrix = std::array<std::array<Tick, points>, points>;

/// Shortest distances; d[i][i] < 0 for some i where there is a negative cycle.
Matrix distances(const std::vector<Bound>& claims, test::Subset active) {
  Matrix d;
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < points; ++j) d[i][j] = i == j ? 0 : far;
  }
  for (std::size_t c = 0; c < claims.size(); ++c) {
    const Bound& b = claims[c];
    if ((active >> c & 1U) != 0) d[b.from][b.to] = std::min(d[b.from][b.to], b.most);
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

void compare(const std::vector<Bound>& claims) {
  Network network;
  ASSERT_TRUE(network.point("a") && network.point("b"));
  const std::int64_t weights[] = {3, 2, 4, 1};
  std::string what;
  for (std::size_t c = 0; c < claims.size(); ++c) {
    const Bound& b = claims[c];
    const ClaimId id = *network.add_claim("c" + std::to_string(c), weights[c]);
    ASSERT_FALSE(network.add_bounds(id, {PointId{static_cast<std::uint32_t>(b.from)},
                                         PointId{static_cast<std::uint32_t>(b.to)}, std::nullopt, b.most}));
    what += " x" + std::to_string(b.to) + "-x" + std::to_string(b.from) + "<=" + std::to_string(b.most);
  }
  SCOPED_TRACE(what);
  const auto all = static_cast<test::Subset>((1U << claims.size()) - 1);
  std::vector<bool> holds;
  for (test::Subset s = 0; s <= all; ++s) {
    const Matrix d = distances(claims, s);
    holds.push_back(d[0][0] >= 0 && d[1][1] >= 0 && d[2][2] >= 0);
  }
  const Solution solution = solve(network);
  test::expect_verdicts(network, solution, holds);

  const Matrix kept = distances(claims, all & ~test::subset_of(solution.repair.drop));
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
}

TEST(FloydWarshall, AgreesOnAllTinyNetworks) {
  std::vector<Bound> every;
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < points; ++j) {
      for (Tick c = -2; i != j && c <= 2; ++c) every.push_back({i, j, c});
    }
  }
  std::size_t count = 0;
  std::vector<Bound> chosen;
  const auto extend = [&](const auto& self, std::size_t next) -> void {
    if (!chosen.empty()) {
      compare(chosen);
      ++count;
    }
    if (chosen.size() == 4 || testing::Test::HasFailure()) return;
    for (std::size_t i = next; i < every.size(); ++i) {
      chosen.push_back(every[i]);
      self(self, i + 1);
      chosen.pop_back();
    }
  };
  extend(extend, 0);
  EXPECT_EQ(count, 30U + 435U + 4060U + 27405U);
}

}  // namespace
}  // namespace isnad::solver
