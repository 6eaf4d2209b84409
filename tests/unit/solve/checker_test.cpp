// The checker must notice every kind of wrong answer: a checker that always nods proves nothing.
#include "isnad/checker.h"

#include <gtest/gtest.h>

namespace isnad::checker {
namespace {

/// e on day 6 (claim 0, weight 5), on day 7 (claim 1, weight 7), not before 0 (claim 2, hard).
Network clash() {
  Network n;
  n.points = 2;
  n.claims = {{false, 5}, {false, 7}, {true, 0}};
  n.clauses = {{0, {{0, 1, 6, 6}}, 0, 0, {}}, {1, {{0, 1, 7, 7}}, 0, 0, {}}, {2, {{0, 1, 0, std::nullopt}}, 0, 0, {}}};
  return n;
}

Answer right() {
  Answer a;
  a.consistent = false;
  a.windows = {{0, 0}, {7, 7}};
  a.schedule = {0, 7};
  a.conflicts = {{{0, 1}, {}}};
  a.drop = {0};
  a.weight = 5;
  return a;
}

TEST(Checker, ConfirmsARightAnswer) { EXPECT_TRUE(check(clash(), right()).confirmed()); }

TEST(Checker, FindsEveryFault) {
  const auto faulty = [](const auto& change) {
    Answer a = right();
    change(a);
    return !check(clash(), a).faults.empty();
  };
  EXPECT_TRUE(faulty([](Answer& a) { a.consistent = true; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.schedule[1] = 6; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.schedule[1].reset(); }));
  EXPECT_TRUE(faulty([](Answer& a) { a.windows[1] = {8, 9}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.conflicts[0].claims = {0}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.conflicts[0].hard = {2}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.conflicts[0].claims = {0, 1, 2}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.conflicts.clear(); }));
  EXPECT_TRUE(faulty([](Answer& a) { a.drop = {0, 1}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.drop = {}; }));
  EXPECT_TRUE(faulty([](Answer& a) { a.weight = 6; }));
  EXPECT_TRUE(faulty([](Answer& a) {
    a.drop = {0, 1};
    a.weight = 12;
  }));
}

TEST(Checker, UnrollsLattices) {
  Network n;
  n.points = 3;
  n.claims = {{false, 1}, {false, 1}, {false, 1}};
  n.clauses = {{0, {}, 1, 7, {{3, 3}}}, {1, {}, 2, 7, {{5, 5}}}, {2, {{1, 2, 9, 9}}, 0, 0, {}}};
  EXPECT_EQ(satisfiable(n, {true, true, true}, 100'000), Satisfiable::yes);  // 9 = 5 - 3 mod 7
  n.clauses[2].any[0] = {1, 2, 8, 8};
  EXPECT_EQ(satisfiable(n, {true, true, true}, 100'000), Satisfiable::no);
  EXPECT_EQ(satisfiable(n, {true, true, true}, 1), Satisfiable::unknown);
}

}  // namespace
}  // namespace isnad::checker
