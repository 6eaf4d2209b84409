// Random constraint networks for tests, small enough for oracles.
#pragma once

#include <cstdlib>
#include <random>
#include <string>

#include "isnad/solve.h"

namespace isnad::test {

/// The seed of a random test: ISNAD_SEED, or `usual`. Tests print it when they fail.
inline std::uint64_t seed_or(std::uint64_t usual) {
  const char* given = std::getenv("ISNAD_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : usual;
}

/// Not std::uniform_int_distribution, whose values differ between standard libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto range = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(engine_() % range);
  }
  bool percent(int chance) { return between(0, 99) < chance; }
  std::size_t index(std::size_t count) {
    return static_cast<std::size_t>(between(0, static_cast<std::int64_t>(count) - 1));
  }

 private:
  std::mt19937_64 engine_;
};

struct Shape {
  int points = 4;
  int claims = 6;
  int clauses_per_claim = 1;
  solver::Tick reach = 8;  ///< dates lie within -reach .. reach, distances within half of it
  int hard_percent = 15;
  int lattice_percent = 10;
  int union_percent = 20;
  int split_percent = 10;
  int open_percent = 40;  ///< of ends
};

inline solver::Interval random_interval(Dice& dice, solver::Tick reach, int open_percent) {
  solver::Interval i;
  i.min = dice.between(-reach, reach);
  i.max = *i.min + dice.between(0, 2);
  if (dice.percent(open_percent)) (dice.percent(50) ? i.min : i.max).reset();
  return i;
}

/// Points p0.., claims c0... Weights 1 to 9.
inline solver::Network random_network(Dice& dice, const Shape& shape) {
  solver::Network network;
  std::vector<solver::PointId> points{solver::origin};
  for (int i = 0; i < shape.points; ++i) points.push_back(*network.point("p" + std::to_string(i)));
  const auto any_event = [&] { return points[1 + dice.index(points.size() - 1)]; };
  const auto relation = [&](solver::Tick reach) {
    solver::Atom a;
    a.to = any_event();
    do a.from = points[dice.index(points.size())];
    while (a.from == a.to && !dice.percent(5));
    const solver::Interval i =
        random_interval(dice, a.from == solver::origin ? shape.reach : reach, shape.open_percent);
    a.min = i.min;
    a.max = i.max;
    if (dice.percent(30)) {
      std::swap(a.from, a.to);
    }
    return a;
  };
  bool fine = true;
  for (int c = 0; c < shape.claims; ++c) {
    const std::string name = "c" + std::to_string(c);
    const solver::ClaimId claim =
        dice.percent(shape.hard_percent) ? *network.add_hard_claim(name) : *network.add_claim(name, dice.between(1, 9));
    const auto clauses = dice.between(1, shape.clauses_per_claim);
    for (std::int64_t k = 0; k < clauses; ++k) {
      const int kind = static_cast<int>(dice.between(0, 99));
      if (kind < shape.lattice_percent) {
        const solver::Tick periods[] = {2, 3, 4, 6};
        const solver::Tick period = periods[dice.index(4)];
        std::vector<solver::Interval> windows;
        for (auto n = dice.between(1, 2); n > 0; --n) {
          const solver::Tick min = dice.between(0, period - 1);
          windows.push_back({min, dice.between(min, std::min(min + 1, period - 1))});
        }
        fine = fine && !network.add_domain(claim, any_event(), *solver::Domain::periodic(period, windows));
      } else if (kind < shape.lattice_percent + shape.union_percent) {
        std::vector<solver::Interval> windows;
        for (auto n = dice.between(1, 4); n > 0; --n) {
          windows.push_back(random_interval(dice, shape.reach, shape.open_percent / 4));
        }
        fine = fine && !network.add_domain(claim, any_event(), *solver::Domain::finite(windows));
      } else if (kind < shape.lattice_percent + shape.union_percent + shape.split_percent) {
        solver::Alternatives alternatives;
        for (auto n = dice.between(2, 3); n > 0; --n) alternatives.push_back(relation(shape.reach / 2));
        fine = fine && !network.add_clause(claim, alternatives);
      } else {
        fine = fine && !network.add_bounds(claim, relation(shape.reach / 2));
      }
    }
  }
  assert(fine);
  return network;
}

}  // namespace isnad::test
