#include "isnad/solve_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "solve/session_state.h"

namespace isnad::solver {
namespace {

using testing::ElementsAre;

/// A network to be built from names.
struct Builder {
  Network network;
  PointId point(const std::string& name) { return *network.point(name); }
  Builder& claim(const std::string& name, std::int64_t weight, const std::string& from, const std::string& to,
                 std::optional<Tick> min, std::optional<Tick> max) {
    EXPECT_FALSE(network.add_bounds(*network.add_claim(name, weight), {point(from), point(to), min, max}));
    return *this;
  }
  Builder& hard(const std::string& name, const std::string& from, const std::string& to, std::optional<Tick> min,
                std::optional<Tick> max) {
    EXPECT_FALSE(network.add_bounds(*network.add_hard_claim(name), {point(from), point(to), min, max}));
    return *this;
  }
  Builder& domain(const std::string& name, std::int64_t weight, const std::string& at, const Domain& domain) {
    EXPECT_FALSE(network.add_domain(*network.add_claim(name, weight), point(at), domain));
    return *this;
  }
};

Session load(const Builder& known) {
  auto session = Session::load(known.network, solve(known.network));
  EXPECT_TRUE(session) << session.error().message;
  return std::move(*session);
}

Addition add(Session& session, const Builder& document) {
  auto addition = session.add(document.network);
  EXPECT_TRUE(addition) << addition.error().message;
  return std::move(*addition);
}

Interval window(const Session& s, const std::string& name) { return s.window(*s.find_point(name)); }

std::vector<std::string> names(const Session& s, const std::vector<ClaimId>& claims) {
  std::vector<std::string> out;
  for (const ClaimId c : claims) out.push_back(s.claim(c).name);
  return out;
}

/// Aleppo fell on day 27 to 29; Damascus at least seven days later, and before day 40.
Builder two_cities() {
  Builder b;
  b.claim("aleppo", 3, "origin", "a", 27, 29).claim("week", 2, "a", "d", 7, {}).claim("late", 2, "origin", "d", {}, 40);
  return b;
}

TEST(Session, LoadsTheWindowsOfTheSolution) {
  const Session s = load(two_cities());
  EXPECT_EQ(window(s, "a"), (Interval{27, 29}));
  EXPECT_EQ(window(s, "d"), (Interval{34, 40}));
  EXPECT_EQ(s.window(origin), (Interval{0, 0}));
}

TEST(Session, AClaimThatAgreesNarrowsWhatFollowsFromIt) {
  Session s = load(two_cities());
  // d = 35 leaves a at most 28.
  const Addition r = add(s, Builder().claim("n", 1, "origin", "d", 35, 35));
  EXPECT_EQ(r.status, Status::consistent);
  ASSERT_EQ(r.claims.size(), 1U);
  EXPECT_TRUE(s.stands(r.claims[0].claim));
  EXPECT_THAT(r.windows, ElementsAre(WindowChange{*s.find_point("a"), {27, 29}, {27, 28}},
                                     WindowChange{*s.find_point("d"), {34, 40}, {35, 35}}));
  EXPECT_EQ(window(s, "a"), (Interval{27, 28}));
}

TEST(Session, AClaimThatContradictsIsSetAsideAndNamesWhy) {
  Session s = load(two_cities());
  const Addition r = add(s, Builder().claim("n", 1, "origin", "d", 33, 33).claim("m", 1, "origin", "d", 36, 36));
  EXPECT_EQ(r.status, Status::inconsistent);
  ASSERT_EQ(r.claims.size(), 2U);
  EXPECT_EQ(r.claims[0].status, Status::inconsistent);
  // "m" comes before "n" by name, so it stands when "n" is judged.
  ASSERT_EQ(r.claims[0].conflicts.size(), 2U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("aleppo", "n", "week"));
  EXPECT_THAT(names(s, r.claims[0].conflicts[1].claims), ElementsAre("m", "n"));
  EXPECT_TRUE(r.claims[0].conflicts_complete);
  EXPECT_FALSE(s.stands(r.claims[0].claim));
  EXPECT_TRUE(s.stands(r.claims[1].claim));
  EXPECT_EQ(window(s, "d"), (Interval{36, 36}));
}

TEST(Session, HardClaimsStandBesideTheConflict) {
  Builder b;
  b.hard("order", "a", "b", 0, {}).claim("early", 1, "origin", "b", {}, 5);
  Session s = load(b);
  const Addition r = add(s, Builder().claim("n", 1, "origin", "a", 6, 6));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("early", "n"));
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].hard), ElementsAre("order"));
}

TEST(Session, WhatTheRepairGaveUpDoesNotStand) {
  Builder b;
  b.claim("light", 1, "origin", "a", 1, 1).claim("heavy", 2, "origin", "a", 2, 2);
  Session s = load(b);
  EXPECT_FALSE(s.stands(*s.find_claim("light")));
  EXPECT_EQ(window(s, "a"), (Interval{2, 2}));
  EXPECT_EQ(add(s, Builder().claim("n", 1, "origin", "a", 2, 3)).status, Status::consistent);
}

TEST(Session, NewPointsBeginOpen) {
  Session s = load(two_cities());
  const Addition r = add(s, Builder().claim("n", 1, "d", "new", 1, 1).claim("o", 1, "x", "y", 0, {}));
  EXPECT_EQ(r.status, Status::consistent);
  EXPECT_EQ(window(s, "new"), (Interval{35, 41}));
  EXPECT_EQ(window(s, "x"), Interval{});
  EXPECT_THAT(r.windows, ElementsAre(WindowChange{*s.find_point("new"), {}, {35, 41}}));
}

/// x0 before x1 before ... before x0, each a document: only the last closes the circle, which has no date at all.
TEST(Session, CyclesOfOrderAloneOfEveryLength) {
  for (int length = 2; length <= 50; ++length) {
    Session s = load(Builder());
    for (int i = 0; i < length; ++i) {
      const auto x = [&](int n) { return "x" + std::to_string(n % length); };
      const Addition r = add(s, Builder().claim("c" + std::to_string(i), 1, x(i), x(i + 1), 1, {}));
      ASSERT_EQ(r.status, i + 1 < length ? Status::consistent : Status::inconsistent);
      if (i + 1 < length) continue;
      ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
      EXPECT_EQ(r.claims[0].conflicts[0].claims.size(), static_cast<std::size_t>(length));
    }
  }
}

/// A cycle that gains one minute a turn is seen in its first turn, not after running up to a far bound.
TEST(Session, ACycleIsNotRunUpToItsBound) {
  Builder b;
  for (int i = 0; i < 1000; ++i) {
    b.claim("c" + std::to_string(i), 1, "x" + std::to_string(i), "x" + std::to_string(i + 1), 0, {});
  }
  b.claim("from", 1, "origin", "x0", 0, {}).claim("to", 1, "origin", "x0", {}, max_tick);
  Session s = load(b);
  const std::size_t before = s.state().forward.mark().raises;
  const Addition r = add(s, Builder().claim("n", 1, "x1000", "x0", 1, {}));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_EQ(r.claims[0].conflicts[0].claims.size(), 1001U);
  EXPECT_EQ(s.state().forward.mark().raises, before);
}

TEST(Session, HolesAreJumpedAndNamed) {
  Builder b;
  b.domain("either", 1, "a", *Domain::finite({{7, 7}, {12, 13}}));
  Session s = load(b);
  const auto start = s.mark();
  EXPECT_EQ(add(s, Builder().claim("n", 1, "origin", "a", 8, {})).status, Status::consistent);
  EXPECT_EQ(window(s, "a"), (Interval{12, 13}));
  s.roll_back(start);
  EXPECT_EQ(window(s, "a"), (Interval{7, 13}));
  const Addition r = add(s, Builder().claim("n", 1, "origin", "a", 8, 11));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("either", "n"));
}

/// "A Monday" and "a Tuesday", one day after the other, of no week in particular; and two Tuesdays a day apart.
TEST(Session, LatticesWithoutAnyDate) {
  const auto weekday = [](Tick day) { return *Domain::periodic(7, {{day, day}}); };
  Builder b;
  b.domain("monday", 1, "a", weekday(1)).domain("tuesday", 1, "b", weekday(2));
  Session s = load(b);
  const auto start = s.mark();
  EXPECT_EQ(add(s, Builder().claim("next", 1, "a", "b", 1, 1)).status, Status::consistent);
  EXPECT_EQ(window(s, "a"), Interval{});
  s.roll_back(start);
  const Addition r = add(s, Builder().claim("after_two", 1, "a", "b", 2, 2));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("after_two", "monday", "tuesday"));
}

/// "A day or a week later": neither distance alone, so the windows need both cases.
TEST(Session, DisjunctionsBetweenPointsAreSplit) {
  Builder later;
  EXPECT_FALSE(later.network.add_clause(
      *later.network.add_claim("either", 1),
      {{later.point("a"), later.point("d"), 1, 1}, {later.point("a"), later.point("d"), 7, 7}}));
  Session s = load(Builder().claim("a", 1, "origin", "a", 10, 11).claim("d", 1, "origin", "d", 13, 30));
  const auto start = s.mark();
  EXPECT_EQ(add(s, later).status, Status::consistent);
  EXPECT_EQ(window(s, "d"), (Interval{17, 18}));  // a day later is before 13
  const Addition r = add(s, Builder().claim("n", 1, "origin", "d", 12, 14));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  // With all of them d is at 17 or 18; without "d" it may be at 12, a day after 11.
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("a", "d", "either", "n"));
  s.retract(*s.find_claim("either"));
  EXPECT_EQ(window(s, "d"), (Interval{13, 30}));
  s.roll_back(start);
  EXPECT_EQ(add(s, Builder().claim("n", 1, "origin", "d", 12, 14)).status, Status::consistent);
}

TEST(Session, RollBackRestoresExactly) {
  Session s = load(two_cities());
  add(s, Builder().claim("first", 1, "origin", "d", {}, 39));
  const auto mark = s.mark();
  const SessionState before = s.state();
  for (int turn = 0; turn < 2; ++turn) {
    Builder more;
    more.claim("x", 1, "d", "new", 1, 2).domain("y", 1, "new", *Domain::periodic(7, {{3, 3}}));
    more.claim("z", 1, "origin", "a", 50, 50);
    EXPECT_EQ(add(s, more).status, Status::inconsistent);
    s.retract(*s.find_claim("aleppo"));
    EXPECT_FALSE(s.state() == before);
    s.roll_back(mark);
    EXPECT_TRUE(s.state() == before);
    EXPECT_FALSE(s.find_point("new"));
    EXPECT_FALSE(s.find_claim("x"));
  }
}

TEST(Session, KeptClaimsAreTheBaseOfWhatFollows) {
  Session s = load(two_cities());
  add(s, Builder().claim("n", 1, "origin", "d", 35, 35));
  s.keep();
  const Addition r = add(s, Builder().claim("m", 1, "origin", "a", 29, 29));
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("m", "n", "week"));
}

TEST(Session, RetractingWidensAgain) {
  Session s = load(two_cities());
  s.retract(*s.find_claim("week"));
  EXPECT_EQ(window(s, "d"), (Interval{{}, 40}));
  EXPECT_EQ(window(s, "a"), (Interval{27, 29}));
  s.retract(*s.find_claim("week"));
  EXPECT_EQ(add(s, Builder().claim("n", 1, "origin", "d", 1, 1)).status, Status::consistent);
}

TEST(Session, TheHeavierOfTwoContraryClaimsStands) {
  Session s = load(Builder());
  const Addition r = add(s, Builder().claim("light", 1, "origin", "a", 1, 1).claim("heavy", 2, "origin", "a", 2, 2));
  EXPECT_EQ(r.claims[0].status, Status::inconsistent);
  EXPECT_EQ(r.claims[1].status, Status::consistent);
}

TEST(Session, AClaimImpossibleInItself) {
  Session s = load(two_cities());
  Builder b;
  const ClaimId c = *b.network.add_claim("n", 1);
  EXPECT_FALSE(b.network.add_bounds(c, {b.point("a"), b.point("a"), 1, 2}));
  const Addition r = add(s, b);
  ASSERT_EQ(r.claims[0].conflicts.size(), 1U);
  EXPECT_THAT(names(s, r.claims[0].conflicts[0].claims), ElementsAre("n"));
}

TEST(Session, ExtremeDatesDoNotOverflow) {
  Builder b;
  const auto x = [](int n) { return "x" + std::to_string(n); };
  for (int i = 0; i < 500; ++i) b.claim("c" + std::to_string(i), 1, x(i), x(i + 1), max_tick, max_tick);
  Session s = load(b);
  EXPECT_EQ(window(s, x(500)), Interval{});
  EXPECT_EQ(add(s, Builder().claim("n", 1, "origin", x(0), -max_tick, -max_tick)).status, Status::consistent);
  EXPECT_EQ(window(s, x(500)), (Interval{499 * max_tick, 499 * max_tick}));
  EXPECT_EQ(add(s, Builder().claim("m", 1, "origin", x(500), {}, max_tick)).status, Status::inconsistent);
}

TEST(Session, ErrorsLeaveItUnchanged) {
  Session s = load(two_cities());
  const SessionState before = s.state();
  const auto taken = s.add(Builder().claim("week", 1, "new", "a", 0, 0).network);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, ErrorCode::bad_network);
  EXPECT_THAT(taken.error().message, testing::HasSubstr("'week'"));
  EXPECT_TRUE(s.state() == before);
  // 2^31 - 1 is prime: with any other period the common one is too long.
  EXPECT_TRUE(s.add(Builder().domain("p", 1, "a", *Domain::periodic(max_cycle - 1, {{0, max_cycle - 2}})).network));
  const SessionState with_period = s.state();
  EXPECT_FALSE(s.add(Builder().domain("q", 1, "new", *Domain::periodic(7, {{0, 0}})).network));
  EXPECT_TRUE(s.state() == with_period);
}

TEST(Session, ABaseThatContradictsIsNamed) {
  Builder b;
  b.hard("one", "origin", "a", 1, 1).hard("two", "origin", "a", 2, 2).claim("other", 1, "origin", "b", 0, 0);
  const auto session = Session::load(b.network, solve(b.network));
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::bad_network);
  EXPECT_THAT(session.error().message, testing::HasSubstr("'one', 'two'"));
}

TEST(Session, WritesJson) {
  Session s = load(two_cities());
  const Addition r = add(s, Builder().claim("n", 1, "origin", "d", 33, 33).claim("m", 1, "origin", "d", {}, 39));
  EXPECT_EQ(
      to_json(s, r),
      R"({"status":"inconsistent","claims":[{"id":"n","status":"inconsistent","conflicts":[["aleppo","n","week"]],)"
      R"("conflict_rules":[[]],"conflicts_complete":true},{"id":"m","status":"consistent"}],)"
      R"("windows":{"d":[34,39]}})");
}

}  // namespace
}  // namespace isnad::solver
