// The network of a document, whose ticks are integers, against Z3 on the axis of real numbers, where "before" is < and
// a minute has no end: verdict, cost of the repair, and that each cycle is one. Shares with the program only what a
// relation says of ends, which its unit test checks against Allen.
#include <gtest/gtest.h>
#include <z3++.h>

#include "random_document.h"

namespace isnad::tml {
namespace {

using test::Dice;

constexpr int rounds = 600;

class RealTime {
 public:
  RealTime(const Document& document, z3::context& context)
      : document_(document), context_(context), solver_(context, z3::solver::simple()) {
    for (const Interval& i : document.intervals) {
      begins_.push_back(context.real_const(("begin " + i.id).c_str()));
      ends_.push_back(context.real_const(("end " + i.id).c_str()));
      solver_.add(begins_.back() <= ends_.back());
    }
    for (std::size_t i = 0; i < document.intervals.size(); ++i) place(i);
    for (const Link& link : document.links) {
      links_.push_back(context.bool_const(("link " + link.id).c_str()));
      solver_.add(z3::implies(links_.back(), meaning(link)));
    }
  }

  bool satisfiable(const std::vector<bool>& active) {
    z3::expr_vector assumptions(context_);
    for (std::size_t l = 0; l < links_.size(); ++l) {
      if (active[l]) assumptions.push_back(links_[l]);
    }
    return solver_.check(assumptions) == z3::sat;
  }

  std::size_t cheapest_repair() {
    z3::optimize optimize(context_);
    for (const z3::expr& e : solver_.assertions()) optimize.add(e);
    for (const z3::expr& link : links_) optimize.add_soft(link, 1U);
    EXPECT_EQ(optimize.check(), z3::sat);
    const z3::model model = optimize.get_model();
    std::size_t lost = 0;
    for (const z3::expr& link : links_) lost += model.eval(link, true).is_true() ? 0U : 1U;
    return lost;
  }

 private:
  z3::expr at(Instant t) { return context_.real_val(std::to_string(t.value).c_str()); }

  /// In minutes: begins in the first of them, ends in the last, or both anywhere within.
  void place(std::size_t i) {
    const auto placed = placement(document_.intervals[i]);
    if (!placed) return;
    const Instant first = *placed->window.earliest;
    const Instant behind = *placed->window.latest + Minutes{1};
    solver_.add(begins_[i] >= at(first) && begins_[i] < at(placed->fills ? first + Minutes{1} : behind));
    solver_.add(ends_[i] <= at(behind) && ends_[i] > at(placed->fills ? *placed->window.latest : first));
  }

  z3::expr meaning(const Link& link) {
    z3::expr all = context_.bool_val(true);
    for (const EndOrder& o : end_orders(link.relation)) {
      const auto end = [&](Side side, End e) {
        return (e == End::begin ? begins_ : ends_)[side == Side::source ? link.source : link.target];
      };
      const z3::expr a = end(o.first_side, o.first);
      const z3::expr b = end(o.second_side, o.second);
      all = all && (o.order == Order::before ? a < b : o.order == Order::same ? a == b : a <= b);
    }
    return all;
  }

  const Document& document_;
  z3::context& context_;
  z3::solver solver_;
  std::vector<z3::expr> begins_, ends_, links_;
};

/// Values that meet at midnights and minutes: where exactness matters.
std::string any_value(Dice& dice) {
  const std::string values[] = {"2024",
                                "2024-12",
                                "2024-12-01",
                                "2024-12-02",
                                "2024-12-31",
                                "2025",
                                "2024-12-01T00:00",
                                "2024-12-01T00:01",
                                "2024-12-01T23",
                                "2024-12-01T23:59",
                                "2024-W49",
                                "202",
                                "2024-12-XX",
                                "PRESENT_REF"};
  return values[dice.index(std::size(values))];
}

TEST(RealTime, TicksAreExact) {
  const auto seed = test::seed_or(421);
  Dice dice(seed);
  z3::context context;
  std::size_t inconsistent = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Document document;
    const auto count = dice.between(2, 7);
    for (std::int64_t i = 0; i < count; ++i) {
      Interval interval;
      interval.id = "i" + std::to_string(i);
      if (dice.percent(50)) {
        interval.kind = IntervalKind::timex;
        interval.type = "DATE";
        interval.value = any_value(dice);
      }
      document.intervals.push_back(interval);
    }
    for (auto n = dice.between(1, 9); n > 0; --n) {
      const auto relation = static_cast<Relation>(dice.between(0, test::relations - 1));
      document.links.push_back({"l" + std::to_string(n),
                                dice.index(document.intervals.size()),
                                dice.index(document.intervals.size()),
                                relation,
                                {1, 1}});
    }
    const auto analysis = analyze(document);
    ASSERT_TRUE(analysis);
    RealTime oracle(document, context);
    const std::vector<bool> all(document.links.size(), true);
    const bool possible = oracle.satisfiable(all);
    ASSERT_EQ(analysis->solution.status == solver::Status::consistent, possible);
    ASSERT_EQ(analysis->give_up.size(), possible ? 0U : oracle.cheapest_repair());
    for (const Cycle& cycle : analysis->cycles) {
      std::vector<bool> members(document.links.size(), false);
      for (const std::size_t l : cycle.links) members[l] = true;
      ASSERT_FALSE(oracle.satisfiable(members));
      for (const std::size_t l : cycle.links) {
        std::vector<bool> fewer = members;
        fewer[l] = false;
        ASSERT_TRUE(oracle.satisfiable(fewer));
      }
    }
    inconsistent += possible ? 0U : 1U;
  }
  EXPECT_GT(inconsistent, std::size_t{rounds} / 10);
  EXPECT_LT(inconsistent, std::size_t{rounds} * 9 / 10);
}

}  // namespace
}  // namespace isnad::tml
