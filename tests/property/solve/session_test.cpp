// A session says what solving everything at once would say, whatever came, went and was undone before.
#include "isnad/solve_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "random_network.h"
#include "solve/session_state.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

using test::Dice;
using test::Shape;

/// Claims by name, with their clauses over points by name.
class Claims {
 public:
  struct Clause {
    Alternatives alternatives;  ///< points as in `points`
    std::optional<Membership> member;
  };
  struct Claim {
    ClaimInfo info;
    std::vector<Clause> clauses;
  };

  void add(const Network& from, const std::string& prefix) {
    for (const ClaimInfo& c : from.claims()) {
      claims_[prefix + c.name].info = {prefix + c.name, c.weight};
    }
    for (const solver::Clause& clause : from.clauses()) {
      Clause own;
      if (const auto* m = std::get_if<Membership>(&clause.body)) {
        own.member = Membership{number(from.name(m->point)), m->domain};
      } else {
        own.alternatives = std::get<Alternatives>(clause.body);
        for (Atom& a : own.alternatives) {
          a.from = number(from.name(a.from));
          a.to = number(from.name(a.to));
        }
      }
      claims_[prefix + from.claim(clause.claim).name].clauses.push_back(own);
    }
  }

  /// A network of these claims alone, built in this order.
  Network network(const std::vector<std::string>& names) const {
    Network out;
    const auto point = [&](PointId p) { return *out.point(points_[index(p)]); };
    for (const std::string& name : names) {
      const Claim& c = claims_.at(name);
      const ClaimId id = c.info.hard() ? *out.add_hard_claim(name) : *out.add_claim(name, *c.info.weight);
      for (const Clause& clause : c.clauses) {
        if (clause.member) {
          EXPECT_FALSE(out.add_domain(id, point(clause.member->point), clause.member->domain));
          continue;
        }
        Alternatives alternatives = clause.alternatives;
        for (Atom& a : alternatives) {
          a.from = point(a.from);
          a.to = point(a.to);
        }
        EXPECT_FALSE(out.add_clause(id, alternatives));
      }
    }
    return out;
  }

  const ClaimInfo& info(const std::string& name) const { return claims_.at(name).info; }

 private:
  PointId number(const std::string& name) {
    const auto it = std::find(points_.begin(), points_.end(), name);
    if (it == points_.end()) points_.push_back(name);
    const auto at = std::find(points_.begin(), points_.end(), name) - points_.begin();
    return PointId{static_cast<std::uint32_t>(at)};
  }

  std::vector<std::string> points_{"origin"};
  std::map<std::string, Claim> claims_;
};

SolveOptions everything() {
  SolveOptions options;
  options.max_conflicts = 100'000;
  options.conflict_budget = 100'000'000;
  return options;
}

using Names = std::vector<std::string>;

template <class NameOf>
Names names_of(const std::vector<ClaimId>& ids, const NameOf& name_of) {
  Names out;
  for (const ClaimId c : ids) out.push_back(name_of(c));
  std::sort(out.begin(), out.end());
  return out;
}

/// A session and beside it, naively, the names of the claims that stand.
class Pair {
 public:
  Pair(Dice& dice, const Shape& shape) : dice_(dice), shape_(shape) {
    const Network first = test::random_network(dice, shape);
    claims_.add(first, "");
    for (const ClaimInfo& c : first.claims()) standing_.insert(c.name);
    Network base = network({});
    const Solution solution = solve(base, everything());
    possible_ = solution.repair.possible;
    for (const ClaimId c : solution.repair.drop) standing_.erase(base.claim(c).name);
    SessionOptions options;
    options.conflict_budget = 100'000'000;
    options.max_conflicts = 100'000;
    auto loaded = Session::load(std::move(base), solution, options);
    EXPECT_EQ(static_cast<bool>(loaded), possible_);
    if (loaded) session_.emplace(std::move(*loaded));
  }

  bool possible() const { return possible_; }

  void add() {
    Shape shape = shape_;
    shape.claims = static_cast<int>(dice_.between(1, 4));
    shape.points += static_cast<int>(dice_.between(0, 2));
    shape.hard_percent = dice_.percent(50) ? 0 : shape.hard_percent;
    const std::string prefix = "d" + std::to_string(documents_++) + "_";
    const Network drawn = test::random_network(dice_, shape);
    claims_.add(drawn, prefix);
    Names names;
    for (const ClaimInfo& c : drawn.claims()) names.push_back(prefix + c.name);
    for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[dice_.index(i)]);
    const Network document = claims_.network(names);
    const auto before = windows();
    const auto addition = session_->add(document);
    ASSERT_TRUE(addition) << addition.error().message;
    judge(document, *addition);
    compare_windows();
    compare_changes(before, *addition);
  }

  void retract() {
    const auto claim = static_cast<std::uint32_t>(dice_.index(session_->claim_count()));
    standing_.erase(session_->claim(ClaimId{claim}).name);
    session_->retract(ClaimId{claim});
    compare_windows();
  }

  void mark() { marks_.push_back({session_->mark(), standing_, session_->state()}); }

  void roll_back() {
    if (marks_.empty()) return;
    const std::size_t to = dice_.index(marks_.size());
    session_->roll_back(marks_[to].mark);
    marks_.resize(to + 1, marks_[to]);
    standing_ = marks_[to].standing;
    ASSERT_TRUE(session_->state() == marks_[to].state);
    compare_windows();
  }

  void keep() {
    session_->keep();
    marks_.clear();
    compare_windows();
  }

 private:
  struct Marked {
    Session::Mark mark;
    std::set<std::string> standing;
    SessionState state;
  };

  Network network(const Names& more) const {
    Names names(standing_.begin(), standing_.end());
    names.insert(names.end(), more.begin(), more.end());
    return claims_.network(names);
  }

  std::map<std::string, Interval> windows() const {
    std::map<std::string, Interval> out;
    for (std::uint32_t p = 0; p < session_->point_count(); ++p) {
      out[session_->name(PointId{p})] = session_->window(PointId{p});
    }
    return out;
  }

  void compare_windows() const {
    const Network all = network({});
    const Solution solution = solve(all, everything());
    ASSERT_EQ(solution.status, Status::consistent) << to_json(all);
    for (const auto& [name, window] : windows()) {
      const auto p = all.find_point(name);
      ASSERT_EQ(window, p ? solution.windows[index(*p)] : Interval{}) << name << " in " << to_json(all);
    }
    for (std::uint32_t c = 0; c < session_->claim_count(); ++c) {
      ASSERT_EQ(session_->stands(ClaimId{c}), standing_.count(session_->claim(ClaimId{c}).name) == 1);
    }
  }

  /// Each change is one, and there is no other.
  void compare_changes(const std::map<std::string, Interval>& before, const Addition& addition) const {
    std::map<std::string, WindowChange> told;
    for (const WindowChange& c : addition.windows) told.emplace(session_->name(c.point), c);
    ASSERT_EQ(told.size(), addition.windows.size());
    for (const auto& [name, window] : windows()) {
      const auto old = before.find(name);
      const Interval was = old == before.end() ? Interval{} : old->second;
      const auto change = told.find(name);
      ASSERT_EQ(change != told.end(), was != window) << name;
      if (change == told.end()) continue;
      ASSERT_EQ(change->second.before, was);
      ASSERT_EQ(change->second.after, window);
    }
  }

  /// Claim by claim, in the order of judgement, against solving all at once.
  void judge(const Network& document, const Addition& addition) {
    std::vector<std::size_t> order(addition.claims.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const ClaimInfo& x = document.claims()[a];
      const ClaimInfo& y = document.claims()[b];
      const auto rank = [](const ClaimInfo& c) { return c.hard() ? 0 : max_weight + 1 - *c.weight; };
      return rank(x) != rank(y) ? rank(x) < rank(y) : x.name < y.name;
    });
    bool all_stand = true;
    for (const std::size_t i : order) {
      const Judgement& judged = addition.claims[i];
      const std::string& name = document.claims()[i].name;
      ASSERT_EQ(session_->claim(judged.claim).name, name);
      const Network with = network({name});
      const Solution solution = solve(with, everything());
      ASSERT_EQ(judged.status, solution.status) << name << " in " << to_json(with);
      if (judged.status == Status::consistent) {
        standing_.insert(name);
        continue;
      }
      all_stand = false;
      ASSERT_TRUE(judged.conflicts_complete);
      std::set<Names> expected;
      for (const Conflict& c : solution.conflicts) {
        expected.insert(names_of(c.claims, [&](ClaimId id) { return with.claim(id).name; }));
      }
      std::set<Names> found;
      for (const Conflict& c : judged.conflicts) {
        found.insert(names_of(c.claims, [&](ClaimId id) { return session_->claim(id).name; }));
        check_minimal(with, c);
      }
      ASSERT_EQ(found.size(), judged.conflicts.size());
      ASSERT_EQ(found, expected) << name << " in " << to_json(with);
    }
    ASSERT_EQ(addition.status, all_stand ? Status::consistent : Status::inconsistent);
  }

  /// By the independent checker.
  void check_minimal(const Network& with, const Conflict& conflict) {
    const checker::Network plain = test::plain(with);
    std::vector<bool> own(with.claims().size(), false);
    std::vector<bool> and_hard(with.claims().size(), false);
    for (std::size_t c = 0; c < and_hard.size(); ++c) and_hard[c] = with.claims()[c].hard();
    const auto each = [&](const std::vector<ClaimId>& ids, const auto& visit) {
      for (const ClaimId id : ids) visit(index(*with.find_claim(session_->claim(id).name)));
    };
    const auto on = [&](std::size_t c) { own[c] = and_hard[c] = true; };
    each(conflict.claims, on);
    each(conflict.hard, on);
    const auto expect = [&](const std::vector<bool>& active, checker::Satisfiable wanted) {
      const auto found = checker::satisfiable(plain, active, 100'000);
      ASSERT_TRUE(found == wanted || found == checker::Satisfiable::unknown) << to_json(with);
    };
    expect(own, checker::Satisfiable::no);
    each(conflict.claims, [&](std::size_t c) {
      auto fewer = and_hard;
      fewer[c] = false;
      expect(fewer, checker::Satisfiable::yes);
    });
    each(conflict.hard, [&](std::size_t c) {
      auto fewer = own;
      fewer[c] = false;
      expect(fewer, checker::Satisfiable::yes);
    });
  }

  Dice& dice_;
  Shape shape_;
  Claims claims_;
  std::set<std::string> standing_;
  std::optional<Session> session_;
  std::vector<Marked> marks_;
  int documents_ = 0;
  bool possible_ = true;
};

void random_histories(std::uint64_t usual_seed, int rounds, const std::function<Shape(Dice&)>& draw) {
  const auto seed = test::seed_or(usual_seed);
  Dice dice(seed);
  int possible = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Pair pair(dice, draw(dice));
    if (!pair.possible()) continue;
    ++possible;
    pair.mark();
    for (auto steps = dice.between(3, 12); steps > 0 && !testing::Test::HasFatalFailure(); --steps) {
      const auto what = dice.between(0, 99);
      if (what < 50) {
        pair.add();
      } else if (what < 65) {
        pair.retract();
      } else if (what < 80) {
        pair.mark();
      } else if (what < 95) {
        pair.roll_back();
      } else {
        pair.keep();
      }
    }
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GT(possible, rounds / 4);
}

Shape shape(Dice& dice) {
  Shape s;
  s.points = static_cast<int>(dice.between(1, 6));
  s.claims = static_cast<int>(dice.between(1, 10));
  s.clauses_per_claim = static_cast<int>(dice.between(1, 2));
  return s;
}

TEST(SolveSession, SaysWhatSolvingAtOnceSays) { random_histories(201, 150, shape); }

TEST(SolveSession, WithoutDisjunctionsBetweenPoints) {
  random_histories(202, 200, [](Dice& dice) {
    Shape s = shape(dice);
    s.split_percent = 0;
    s.claims = static_cast<int>(dice.between(4, 14));
    return s;
  });
}

TEST(SolveSession, EdgesAlone) {
  random_histories(203, 200, [](Dice& dice) {
    Shape s = shape(dice);
    s.split_percent = s.union_percent = s.lattice_percent = 0;
    s.points = static_cast<int>(dice.between(4, 10));
    s.claims = static_cast<int>(dice.between(6, 20));
    s.open_percent = 70;
    return s;
  });
}

TEST(SolveSession, ManyLattices) {
  random_histories(204, 100, [](Dice& dice) {
    Shape s = shape(dice);
    s.lattice_percent = 50;
    s.union_percent = 10;
    s.split_percent = dice.percent(30) ? 10 : 0;
    return s;
  });
}

TEST(SolveSession, ManyDisjunctions) {
  random_histories(205, 80, [](Dice& dice) {
    Shape s = shape(dice);
    s.split_percent = 40;
    return s;
  });
}

TEST(SolveSession, FarDates) {
  random_histories(206, 60, [](Dice& dice) {
    Shape s = shape(dice);
    s.reach = max_tick / 4;
    s.lattice_percent = 0;
    return s;
  });
}

}  // namespace
}  // namespace isnad::solver
