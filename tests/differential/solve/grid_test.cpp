// All networks of up to four claims out of a family with holes, lattices and disjunctions
// over two points: against the set of all pairs of values on a grid, claim by claim.
#include <gtest/gtest.h>

#include <bitset>

#include "oracle.h"

namespace isnad::solver {
namespace {

// The largest bound is 3 and the lattices together repeat after 6: solutions, where there
// are any, exist within 3 * (3 + 6) of 0, and finite ends of windows lie there too.
constexpr Tick radius = 45;
constexpr Tick surely_open = 30;
constexpr std::size_t side = 2 * radius + 1;
using Grid = std::bitset<side * side>;

struct Candidate {
  std::string text;
  std::function<std::optional<Error>(Network&, ClaimId)> add;
  std::function<bool(Tick, Tick)> holds;
};

constexpr PointId a{1};
constexpr PointId b{2};

Candidate distance(Tick least, Tick most) {
  return {"b-a in " + std::to_string(least) + ".." + std::to_string(most),
          [=](Network& n, ClaimId c) {
            return n.add_bounds(c, {a, b, least, most});
          },
          [=](Tick x, Tick y) { return least <= y - x && y - x <= most; }};
}

Candidate order(PointId first, PointId second, Tick gap) {
  return {"order " + std::to_string(index(first)) + " " + std::to_string(gap),
          [=](Network& n, ClaimId c) {
            return n.add_bounds(c, {first, second, gap, std::nullopt});
          },
          [=](Tick x, Tick y) { return first == a ? y - x >= gap : x - y >= gap; }};
}

Candidate within(PointId p, const std::vector<Interval>& windows) {
  return {"union of " + std::to_string(index(p)),
          [=](Network& n, ClaimId c) { return n.add_domain(c, p, *Domain::finite(windows)); },
          [=](Tick x, Tick y) {
            return std::any_of(windows.begin(), windows.end(),
                               [t = p == a ? x : y](const Interval& i) { return i.contains(t); });
          }};
}

Candidate every(PointId p, Tick period, Tick first, Tick last) {
  return {"lattice of " + std::to_string(index(p)) + " " + std::to_string(period),
          [=](Network& n, ClaimId c) {
            return n.add_domain(c, p, *Domain::periodic(period, {{first, last}}));
          },
          [=](Tick x, Tick y) {
            const Tick r = (((p == a ? x : y) % period) + period) % period;
            return first <= r && r <= last;
          }};
}

Candidate either(const Atom& one, const Atom& other) {
  const auto satisfied = [](const Atom& atom, Tick x, Tick y) {
    const auto value = [=](PointId p) { return p == a ? x : p == b ? y : 0; };
    return Interval{atom.min, atom.max}.contains(value(atom.to) - value(atom.from));
  };
  return {"either",
          [=](Network& n, ClaimId c) {
            return n.add_clause(c, {one, other});
          },
          [=](Tick x, Tick y) { return satisfied(one, x, y) || satisfied(other, x, y); }};
}

std::vector<Candidate> family() {
  return {distance(0, 0),
          distance(1, 1),
          distance(-2, -1),
          order(a, b, 1),
          order(b, a, 0),
          order(b, a, 2),
          within(a, {{0, 0}}),
          within(a, {{std::nullopt, 1}}),
          within(a, {{-1, std::nullopt}}),
          within(b, {{2, 2}}),
          within(a, {{-2, -2}, {1, 1}}),
          within(a, {{std::nullopt, -2}, {0, 0}, {3, std::nullopt}}),
          within(b, {{-3, -2}, {0, 0}, {3, 3}}),
          within(b, {{std::nullopt, -1}, {2, 3}}),
          every(a, 2, 0, 0),
          every(a, 2, 1, 1),
          every(b, 2, 0, 0),
          every(b, 3, 1, 1),
          every(b, 3, 0, 1),
          every(a, 6, 5, 5),
          either({a, b, 1, 1}, {a, b, 3, 3}),
          either({a, b, std::nullopt, -2}, {a, b, 2, std::nullopt}),
          either({origin, a, 2, 2}, {origin, b, -1, 0}),
          either({a, b, -1, -1}, {origin, b, 3, std::nullopt}),
          either({origin, a, std::nullopt, -3}, {b, a, 3, std::nullopt})};
}

struct Compared {
  std::vector<Candidate> candidates = family();
  std::vector<Grid> grids;

  Compared() {
    for (const Candidate& c : candidates) {
      Grid g;
      for (Tick x = -radius; x <= radius; ++x) {
        for (Tick y = -radius; y <= radius; ++y) g[cell(x, y)] = c.holds(x, y);
      }
      grids.push_back(g);
    }
  }

  static std::size_t cell(Tick x, Tick y) {
    return static_cast<std::size_t>(x + radius) * side + static_cast<std::size_t>(y + radius);
  }

  Grid common(const std::vector<std::size_t>& chosen, test::Subset active) const {
    Grid g;
    g.set();
    for (std::size_t c = 0; c < chosen.size(); ++c) {
      if ((active >> c & 1U) != 0) g &= grids[chosen[c]];
    }
    return g;
  }

  void compare(const std::vector<std::size_t>& chosen) const {
    Network network;
    ASSERT_TRUE(network.point("a") && network.point("b"));
    const std::int64_t weights[] = {3, 2, 4, 1};
    std::string what;
    for (std::size_t c = 0; c < chosen.size(); ++c) {
      const ClaimId id = *network.add_claim("c" + std::to_string(c), weights[c]);
      ASSERT_FALSE(candidates[chosen[c]].add(network, id));
      what += candidates[chosen[c]].text + "; ";
    }
    SCOPED_TRACE(what);
    const auto all = static_cast<test::Subset>((1U << chosen.size()) - 1);
    std::vector<bool> holds;
    for (test::Subset s = 0; s <= all; ++s) holds.push_back(common(chosen, s).any());
    const Solution solution = solve(network);
    test::expect_verdicts(network, solution, holds);
    windows(network, solution, common(chosen, all & ~test::subset_of(solution.repair.drop)));
  }

  static void windows(const Network& network, const Solution& solution, const Grid& kept) {
    Tick least[] = {radius, radius};
    Tick most[] = {-radius, -radius};
    for (std::size_t i = kept._Find_first(); i < kept.size(); i = kept._Find_next(i)) {
      const Tick value[] = {static_cast<Tick>(i / side) - radius, static_cast<Tick>(i % side) - radius};
      for (std::size_t p = 0; p < 2; ++p) {
        least[p] = std::min(least[p], value[p]);
        most[p] = std::max(most[p], value[p]);
      }
    }
    for (std::size_t p = 0; p < 2; ++p) {
      Interval expected;
      if (least[p] > -surely_open) expected.min = least[p];
      if (most[p] < surely_open) expected.max = most[p];
      EXPECT_EQ(solution.windows[p + 1], expected)
          << "point " << p << " at " << least[p] << ".." << most[p] << to_json(network, solution);
    }
    ASSERT_TRUE(solution.schedule[1] && solution.schedule[2]);
    EXPECT_TRUE(kept[cell(*solution.schedule[1], *solution.schedule[2])]) << to_json(network, solution);
  }
};

TEST(Grid, AgreesOnAllSmallNetworksOfTheFamily) {
  const Compared compared;
  std::size_t count = 0;
  std::vector<std::size_t> chosen;
  const auto extend = [&](const auto& self, std::size_t next) -> void {
    if (!chosen.empty()) {
      compared.compare(chosen);
      ++count;
    }
    if (chosen.size() == 4 || testing::Test::HasFailure()) return;
    for (std::size_t i = next; i < compared.candidates.size(); ++i) {
      chosen.push_back(i);
      self(self, i + 1);
      chosen.pop_back();
    }
  };
  extend(extend, 0);
  EXPECT_EQ(count, 25U + 300U + 2300U + 12650U);
}

}  // namespace
}  // namespace isnad::solver
