// The answer depends on what the network says, and on nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "isnad/solve.h"
#include "random_network.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

using test::Dice;
using test::Shape;

constexpr int rounds = 300;

/// All conflicts: which ones a capped list leaves out may depend on anything.
Solution answer(const Network& network) {
  SolveOptions options;
  options.max_conflicts = 100'000;
  options.conflict_budget = 100'000'000;
  return solve(network, options);
}

Shape usual_shape(Dice& dice) {
  Shape shape;
  shape.points = static_cast<int>(dice.between(1, 6));
  shape.claims = static_cast<int>(dice.between(1, 14));
  shape.clauses_per_claim = static_cast<int>(dice.between(1, 2));
  return shape;
}

/// Everything a solution says, by names.
struct ByName {
  Status status;
  std::map<std::string, Interval> windows;
  std::map<std::string, std::optional<Tick>> schedule;
  std::vector<std::vector<std::string>> conflicts;
  std::vector<std::string> drop;
  std::int64_t weight;
  bool operator==(const ByName&) const = default;
};

template <class Rename>
ByName by_name(const Network& network, const Solution& s, const Rename& rename) {
  const auto names = [&](const std::vector<ClaimId>& ids) {
    std::vector<std::string> out;
    for (const ClaimId c : ids) out.push_back(rename(network.claim(c).name));
    std::sort(out.begin(), out.end());
    return out;
  };
  ByName out{s.status, {}, {}, {}, names(s.repair.drop), s.repair.weight};
  for (std::size_t i = 1; i < network.points().size(); ++i) {
    out.windows[rename(network.points()[i])] = s.windows[i];
    out.schedule[rename(network.points()[i])] = s.schedule[i];
  }
  for (const Conflict& c : s.conflicts) {
    out.conflicts.push_back(names(c.claims));
    out.conflicts.push_back(names(c.hard));
  }
  return out;
}

/// The claims of each conflict, without the hard ones: a set that is unique.
std::vector<std::vector<std::string>> claims_only(const ByName& n) {
  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < n.conflicts.size(); i += 2) out.push_back(n.conflicts[i]);
  std::sort(out.begin(), out.end());
  return out;
}

std::string same(const std::string& name) { return name; }

/// `network` built anew: points, claims and clauses in the given orders, names and dates changed.
struct Rebuild {
  std::vector<std::size_t> points, claims, clauses;
  std::function<std::string(const std::string&)> rename = same;
  Tick shift = 0;

  explicit Rebuild(const Network& n)
      : points(n.points().size() - 1), claims(n.claims().size()), clauses(n.clauses().size()) {
    std::iota(points.begin(), points.end(), std::size_t{1});
    std::iota(claims.begin(), claims.end(), std::size_t{0});
    std::iota(clauses.begin(), clauses.end(), std::size_t{0});
  }

  static void shuffle(std::vector<std::size_t>& order, Dice& dice) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.index(i)]);
  }

  static std::optional<Tick> plus(std::optional<Tick> t, Tick shift) { return t ? std::optional(*t + shift) : t; }

  Atom moved(const Network& old, const Network& fresh, Atom a) const {
    if (a.from == origin && a.to != origin) {
      a.min = plus(a.min, shift);
      a.max = plus(a.max, shift);
    } else if (a.to == origin && a.from != origin) {
      a.min = plus(a.min, -shift);
      a.max = plus(a.max, -shift);
    }
    if (a.from != origin) a.from = *fresh.find_point(rename(old.name(a.from)));
    if (a.to != origin) a.to = *fresh.find_point(rename(old.name(a.to)));
    return a;
  }

  Domain moved(const Domain& d) const {
    std::vector<Interval> out;
    if (d.period() == 0) {
      for (const Interval& i : d.intervals()) out.push_back({plus(i.min, shift), plus(i.max, shift)});
      return *Domain::finite(out);
    }
    for (const Interval& i : d.intervals()) {
      for (Tick t = *i.min; t <= *i.max; ++t) {
        const Tick place = (((t + shift) % d.period()) + d.period()) % d.period();
        out.push_back({place, place});
      }
    }
    return *Domain::periodic(d.period(), out);
  }

  Network build(const Network& old) const {
    Network fresh;
    for (const std::size_t p : points) EXPECT_TRUE(fresh.point(rename(old.points()[p])));
    for (const std::size_t c : claims) {
      const ClaimInfo& info = old.claims()[c];
      EXPECT_TRUE(info.hard() ? fresh.add_hard_claim(rename(info.name))
                              : fresh.add_claim(rename(info.name), *info.weight));
    }
    for (const std::size_t c : clauses) {
      const Clause& clause = old.clauses()[c];
      const ClaimId claim = *fresh.find_claim(rename(old.claim(clause.claim).name));
      if (const auto* m = std::get_if<Membership>(&clause.body)) {
        EXPECT_FALSE(fresh.add_domain(claim, *fresh.find_point(rename(old.name(m->point))), moved(m->domain)));
        continue;
      }
      Alternatives alternatives;
      for (const Atom& a : std::get<Alternatives>(clause.body)) alternatives.push_back(moved(old, fresh, a));
      EXPECT_FALSE(fresh.add_clause(claim, alternatives));
    }
    return fresh;
  }
};

TEST(SolveInvariance, OrderOfBuildingDoesNotMatter) {
  const auto seed = test::seed_or(101);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network network = test::random_network(dice, usual_shape(dice));
    Rebuild rebuild(network);
    Rebuild::shuffle(rebuild.points, dice);
    Rebuild::shuffle(rebuild.claims, dice);
    Rebuild::shuffle(rebuild.clauses, dice);
    const Network shuffled = rebuild.build(network);
    ASSERT_EQ(by_name(network, answer(network), same), by_name(shuffled, answer(shuffled), same)) << to_json(network);
  }
}

/// Names decide between repairs of equal weight, and in which order things are listed; with
/// new names, what is unique must stay.
TEST(SolveInvariance, NamesDoNotMatter) {
  const auto seed = test::seed_or(102);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network network = test::random_network(dice, usual_shape(dice));
    Rebuild rebuild(network);
    rebuild.rename = [](const std::string& name) { return std::string(name.rbegin(), name.rend()); };
    const Network renamed = rebuild.build(network);
    const ByName a = by_name(network, answer(network), same);
    const ByName b = by_name(renamed, answer(renamed), [](std::string n) { return std::string(n.rbegin(), n.rend()); });
    ASSERT_EQ(a.status, b.status);
    ASSERT_EQ(a.weight, b.weight) << to_json(network);
    if (a.drop == b.drop) {
      ASSERT_EQ(a.windows, b.windows) << to_json(network);
    }
    ASSERT_EQ(claims_only(a), claims_only(b)) << to_json(network);
  }
}

TEST(SolveInvariance, ShiftOfAllDatesShiftsTheAnswer) {
  const auto seed = test::seed_or(103);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network network = test::random_network(dice, usual_shape(dice));
    Rebuild rebuild(network);
    rebuild.shift = dice.percent(50) ? dice.between(-50, 50) : dice.between(-(max_tick / 2), max_tick / 2);
    const Network shifted = rebuild.build(network);
    ByName a = by_name(network, answer(network), same);
    const ByName b = by_name(shifted, answer(shifted), same);
    for (auto& [name, window] : a.windows) {
      window.min = Rebuild::plus(window.min, rebuild.shift);
      window.max = Rebuild::plus(window.max, rebuild.shift);
    }
    // What is not unique may differ: which hard claims explain a conflict, which of two
    // repairs of equal weight is taken; and points without any date stay where they are.
    ASSERT_EQ(a.status, b.status);
    ASSERT_EQ(a.weight, b.weight) << to_json(network) << " by " << rebuild.shift;
    ASSERT_EQ(claims_only(a), claims_only(b)) << to_json(network) << " by " << rebuild.shift;
    if (a.drop == b.drop) {
      ASSERT_EQ(a.windows, b.windows) << to_json(network) << " by " << rebuild.shift;
    }
  }
}

/// Each network solved as it grows is solved as if it had been built at once; and what a
/// network says stays when claims about other points join it.
TEST(SolveInvariance, AnswerOfAPartStandsInTheWhole) {
  const auto seed = test::seed_or(104);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network first = test::random_network(dice, usual_shape(dice));
    const Network second = test::random_network(dice, usual_shape(dice));
    Network both = first;
    for (std::size_t i = 1; i < second.points().size(); ++i) ASSERT_TRUE(both.point("q" + second.points()[i]));
    for (const ClaimInfo& c : second.claims()) {
      ASSERT_TRUE(c.hard() ? both.add_hard_claim("d" + c.name) : both.add_claim("d" + c.name, *c.weight));
    }
    const auto moved = [&](PointId p) { return p == origin ? p : *both.find_point("q" + second.name(p)); };
    for (const Clause& clause : second.clauses()) {
      const ClaimId claim = *both.find_claim("d" + second.claim(clause.claim).name);
      if (const auto* m = std::get_if<Membership>(&clause.body)) {
        ASSERT_FALSE(both.add_domain(claim, moved(m->point), m->domain));
        continue;
      }
      Alternatives alternatives = std::get<Alternatives>(clause.body);
      for (Atom& a : alternatives) {
        a.from = moved(a.from);
        a.to = moved(a.to);
      }
      ASSERT_FALSE(both.add_clause(claim, alternatives));
    }
    const ByName a = by_name(first, answer(first), same);
    const ByName b = by_name(second, answer(second), same);
    const ByName whole = by_name(both, answer(both), same);
    ASSERT_EQ(whole.weight, a.weight + b.weight);
    ASSERT_EQ(whole.conflicts.size(), a.conflicts.size() + b.conflicts.size());
    for (const auto& [name, window] : a.windows) ASSERT_EQ(whole.windows.at(name), window) << name;
    for (const auto& [name, window] : b.windows) ASSERT_EQ(whole.windows.at("q" + name), window) << name;
  }
}

/// Hard claims that always hold tie all points into one block: the answer of the whole is that of its parts.
TEST(SolveInvariance, SplitEqualsUnsplit) {
  const auto seed = test::seed_or(107);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Shape shape = usual_shape(dice);
    shape.points = static_cast<int>(dice.between(2, 8));  // with so few claims, mostly in several parts
    const Network network = test::random_network(dice, shape);
    Network tied = network;
    for (std::size_t p = 2; p < network.points().size(); ++p) {
      const ClaimId tie = *tied.add_hard_claim("tie" + std::to_string(p));
      const PointId here{static_cast<std::uint32_t>(p)};
      const PointId before{static_cast<std::uint32_t>(p - 1)};
      ASSERT_FALSE(tied.add_bounds(tie, {before, here, -max_tick, max_tick}));
    }
    const ByName a = by_name(network, answer(network), same);
    const ByName b = by_name(tied, answer(tied), same);
    ASSERT_EQ(a.status, b.status);
    if (!answer(network).repair.possible) continue;  // what stands beside a block without repair is another matter
    ASSERT_EQ(a.weight, b.weight) << to_json(network);
    ASSERT_EQ(claims_only(a), claims_only(b)) << to_json(network);
    if (a.drop != b.drop) continue;
    for (const auto& [name, window] : a.windows) {
      // The ties give a bound, far away, to what had none.
      const Interval& found = b.windows.at(name);
      const auto agrees = [](std::optional<Tick> free, std::optional<Tick> bounded) {
        return free == bounded || (!free && std::abs(*bounded) > max_tick / 2);
      };
      ASSERT_TRUE(agrees(window.min, found.min) && agrees(window.max, found.max)) << name << to_json(network);
    }
  }
}

TEST(SolveInvariance, NetworksSurviveJson) {
  const auto seed = test::seed_or(105);
  Dice dice(seed);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network network = test::random_network(dice, usual_shape(dice));
    const std::string json = to_json(network);
    const auto read = parse_network(json);
    ASSERT_TRUE(read) << read.error().message << json;
    ASSERT_EQ(to_json(*read), json);
    ASSERT_EQ(to_json(*read, answer(*read)), to_json(network, answer(network)));
  }
}

TEST(SolveInvariance, CheckerConfirmsEveryAnswer) {
  const auto seed = test::seed_or(106);
  Dice dice(seed);
  std::size_t unproven = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const Network network = test::random_network(dice, usual_shape(dice));
    const checker::Report report = test::check(network, answer(network));
    ASSERT_TRUE(report.faults.empty()) << report.faults.front() << '\n' << to_json(network);
    unproven += report.unproven;
  }
  EXPECT_LT(unproven, 20U);
}

}  // namespace
}  // namespace isnad::solver
