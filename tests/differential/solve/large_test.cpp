// A network of a million claims whose answer is known because it was built around it.
#include <gtest/gtest.h>

#include <algorithm>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

constexpr std::int64_t events = 200'000;
constexpr Tick day = 1440;

/// Event i happens on day i. Two sources say so (weights 3 and 2), it does not precede event i - 1 (5), nor follow it
/// by more than two days (5), and it is past at the day of reading (4). Every thousandth time the second source is
/// three days late, which contradicts the first source and both neighbours.
bool late(std::int64_t event) { return event % 1000 == 500; }

Network million() {
  Network network;
  PointId before = origin;
  bool sound = true;
  const auto claim = [&](const std::string& name, std::int64_t weight, const Atom& atom) {
    sound = sound && !network.add_bounds(*network.add_claim(name, weight), atom);
  };
  for (std::int64_t i = 0; i < events; ++i) {
    const std::string name = std::to_string(i);
    const PointId event = *network.point("e" + name);
    const Tick second = i * day + (late(i) ? 3 * day : 0);
    claim("a" + name, 3, {origin, event, i * day, i * day + day - 1});
    claim("b" + name, 2, {origin, event, second, second + day - 1});
    claim("past" + name, 4, {origin, event, std::nullopt, (events + 10) * day});
    claim("order" + name, 5, {before, event, 0, std::nullopt});
    claim("soon" + name, 5, {before, event, std::nullopt, 2 * day});
    before = event;
  }
  EXPECT_TRUE(sound);
  return network;
}

TEST(Large, AMillionClaims) {
  const Network network = million();
  ASSERT_EQ(network.claims().size(), 1'000'000U);
  const Solution solution = solve(network);
  EXPECT_EQ(solution.status, Status::inconsistent);
  EXPECT_TRUE(solution.repair.possible);
  EXPECT_TRUE(solution.repair.optimal);
  EXPECT_EQ(solution.repair.weight, 2 * (events / 1000));
  for (const ClaimId c : solution.repair.drop) EXPECT_TRUE(network.claim(c).name.starts_with("b"));
  for (const Conflict& conflict : solution.conflicts) {
    const bool has_late = std::any_of(conflict.claims.begin(), conflict.claims.end(), [&network](ClaimId c) {
      const std::string& name = network.claim(c).name;
      return name.starts_with("b") && late(std::stoll(name.substr(1)));
    });
    ASSERT_TRUE(has_late);
  }
  // Orders and distances of whole days tighten nothing.
  ASSERT_TRUE(solution.windows_tight);
  for (std::int64_t i = 0; i < events; ++i) {
    const Interval window = solution.windows[static_cast<std::size_t>(i) + 1];
    ASSERT_EQ(window, (Interval{i * day, i * day + day - 1})) << i;
    ASSERT_TRUE(window.contains(*solution.schedule[static_cast<std::size_t>(i) + 1])) << i;
  }
}

}  // namespace
}  // namespace isnad::solver
