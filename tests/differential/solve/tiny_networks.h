// All networks of a few points and claims with bounds from -2 to 2.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "isnad/solve.h"

namespace isnad::test {

/// least <= x(to) - x(from) <= most; point 0 is the origin.
struct Bound {
  std::size_t from, to;
  std::optional<solver::Tick> least, most;
};

/// x(to) - x(from) <= c for every ordered pair and c from -2 to 2: 5 n (n - 1) of them.
inline std::vector<Bound> all_upper_bounds(std::size_t points) {
  std::vector<Bound> out;
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < points; ++j) {
      for (solver::Tick c = -2; i != j && c <= 2; ++c) out.push_back({i, j, std::nullopt, c});
    }
  }
  return out;
}

/// a <= x(to) - x(from) <= b for every unordered pair and -2 <= a <= b <= 2: 15 n (n - 1) / 2 of them.
inline std::vector<Bound> all_windows(std::size_t points) {
  std::vector<Bound> out;
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = i + 1; j < points; ++j) {
      for (solver::Tick a = -2; a <= 2; ++a) {
        for (solver::Tick b = a; b <= 2; ++b) out.push_back({i, j, a, b});
      }
    }
  }
  return out;
}

/// Points p1.., claims c0.. of weights 3, 2, 4, 1.
inline solver::Network network_of(std::size_t points, const std::vector<Bound>& bounds) {
  solver::Network network;
  const std::int64_t weights[] = {3, 2, 4, 1};
  for (std::size_t p = 1; p < points; ++p) EXPECT_TRUE(network.point("p" + std::to_string(p)));
  for (std::size_t c = 0; c < bounds.size(); ++c) {
    const Bound& b = bounds[c];
    EXPECT_FALSE(network.add_bounds(*network.add_claim("c" + std::to_string(c), weights[c % 4]),
                                    {solver::PointId{static_cast<std::uint32_t>(b.from)},
                                     solver::PointId{static_cast<std::uint32_t>(b.to)}, b.least, b.most}));
  }
  return network;
}

/// Calls `action` with every set of 1 to `most` bounds, until a test fails; how many sets there were.
template <class Action>
std::size_t for_all_subsets(const std::vector<Bound>& bounds, std::size_t most, const Action& action) {
  std::size_t count = 0;
  std::vector<Bound> chosen;
  const auto extend = [&](const auto& self, std::size_t next) -> void {
    if (!chosen.empty()) {
      action(chosen);
      ++count;
    }
    if (chosen.size() == most || testing::Test::HasFailure()) return;
    for (std::size_t i = next; i < bounds.size(); ++i) {
      chosen.push_back(bounds[i]);
      self(self, i + 1);
      chosen.pop_back();
    }
  };
  extend(extend, 0);
  return count;
}

}  // namespace isnad::test
