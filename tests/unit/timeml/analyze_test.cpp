// Whole documents: verdict, cycles, repair, what stays open. Expectations follow from the stories told in the links.
#include "isnad/timeml.h"

#include <gtest/gtest.h>

#include "solver_check.h"
#include "timeml_text.h"

namespace isnad::tml {
namespace {

using test::TimemlText;

Analysis analysis_of(const TimemlText& text) {
  auto document = parse(text.xml());
  EXPECT_TRUE(document) << document.error().message;
  auto analysis = analyze(*std::move(document));
  EXPECT_TRUE(analysis);
  const checker::Report report = test::check(analysis->network.network, analysis->solution);
  EXPECT_TRUE(report.confirmed()) << testing::PrintToString(report.faults);
  return *std::move(analysis);
}

using Names = std::vector<std::string>;

Names link_names(const Analysis& a, const std::vector<std::size_t>& links) {
  Names out;
  for (const std::size_t l : links) out.push_back(a.document.links[l].id);
  return out;
}

std::string name(const Analysis& a, const Moment& m) {
  std::string out;
  for (const Point& p : m) {
    out += (out.empty() ? "" : "=") + a.document.intervals[p.interval].id + (p.end == End::begin ? "-" : "+");
  }
  return out;
}

/// "after < first ? second < third > before": "?" where neighbours are unordered.
std::string shown(const Analysis& a, const Stretch& s) {
  std::string out = s.after ? name(a, *s.after) + " | " : "| ";
  for (std::size_t i = 0; i < s.moments.size(); ++i) {
    if (i > 0) out += std::find(s.open.begin(), s.open.end(), i - 1) != s.open.end() ? " ? " : " < ";
    out += name(a, s.moments[i]);
  }
  return out + (s.before ? " | " + name(a, *s.before) : " |");
}

Names stretches(const Analysis& a) {
  Names out;
  for (const Stretch& s : a.stretches) out.push_back(shown(a, s));
  return out;
}

TEST(Analyze, ACycleOfThreeIsNamedInOrder) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .link("l1", "e1", "BEFORE", "e2")
                                     .link("l2", "e1", "AFTER", "e3")
                                     .link("l3", "e2", "BEFORE", "e3"));
  EXPECT_EQ(a.solution.status, solver::Status::inconsistent);
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_EQ(link_names(a, a.cycles[0].links), (Names{"l1", "l3", "l2"}));
  EXPECT_TRUE(a.cycles[0].values.empty());
  EXPECT_EQ(a.give_up.size(), 1U);
}

TEST(Analyze, TheLinkOfTwoCyclesIsTheRepair) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .event("e4")
                                     .link("l1", "e1", "BEFORE", "e2")
                                     .link("l2", "e2", "BEFORE", "e3")
                                     .link("l3", "e3", "BEFORE", "e1")
                                     .link("l4", "e2", "INCLUDES", "e4")
                                     .link("l5", "e4", "BEFORE", "e1"));
  EXPECT_EQ(a.cycles.size(), 2U);
  EXPECT_EQ(link_names(a, a.give_up), Names{"l1"});
}

TEST(Analyze, ARelationToItself) {
  EXPECT_EQ(analysis_of(TimemlText().event("e1").link("l1", "e1", "SIMULTANEOUS", "e1")).cycles.size(), 0U);
  const Analysis a = analysis_of(TimemlText().event("e1").link("l1", "e1", "BEFORE", "e1"));
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_EQ(link_names(a, a.cycles[0].links), Names{"l1"});
}

TEST(Analyze, AMomentMeetsItselfButDoesNotPrecedeItself) {
  // e1 meets e2 meets e1: both are the same moment.
  EXPECT_EQ(
      analysis_of(
          TimemlText().event("e1").event("e2").link("l1", "e1", "IBEFORE", "e2").link("l2", "e2", "IBEFORE", "e1"))
          .solution.status,
      solver::Status::consistent);
  EXPECT_EQ(analysis_of(
                TimemlText().event("e1").event("e2").link("l1", "e1", "IBEFORE", "e2").link("l2", "e2", "BEFORE", "e1"))
                .solution.status,
            solver::Status::inconsistent);
}

TEST(Analyze, ValuesOfTheCalendarTakePart) {
  const Analysis a = analysis_of(TimemlText()
                                     .timex("t1", "2024-12-08")
                                     .timex("t2", "2024-12-07")
                                     .event("e1")
                                     .event("e2")
                                     .link("l1", "e1", "IS_INCLUDED", "t1")
                                     .link("l2", "e2", "IS_INCLUDED", "t2")
                                     .link("l3", "e1", "BEFORE", "e2"));
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_EQ(a.cycles[0].links.size(), 3U);
  EXPECT_EQ(a.cycles[0].values, (std::vector<std::size_t>{0, 1}));
}

struct Days {
  std::string relation;
  std::string first, second;
  bool possible;
};

class LinksBetweenDates : public testing::TestWithParam<Days> {};

TEST_P(LinksBetweenDates, AreTakenToTheMinute) {
  const auto& [relation, first, second, possible] = GetParam();
  const Analysis a = analysis_of(TimemlText().timex("t1", first).timex("t2", second).link("l1", "t1", relation, "t2"));
  EXPECT_EQ(a.solution.status == solver::Status::consistent, possible) << first << ' ' << relation << ' ' << second;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LinksBetweenDates,
    testing::Values(Days{"BEFORE", "2024-12-07", "2024-12-08", true}, Days{"IBEFORE", "2024-12-07", "2024-12-08", true},
                    Days{"AFTER", "2024-12-07", "2024-12-08", false}, Days{"IAFTER", "2024-12-07", "2024-12-08", false},
                    Days{"SIMULTANEOUS", "2024-12-07", "2024-12-08", false},
                    Days{"OVERLAP", "2024-12-07", "2024-12-08", true},  // they may share midnight
                    Days{"OVERLAP", "2024-12-07", "2024-12-09", false},
                    Days{"BEFORE", "2024-12-07", "2024-12-07", false},
                    Days{"SIMULTANEOUS", "2024-12-07", "2024-12-07", true},
                    Days{"IDENTITY", "2024-12", "2024-12-07", false}, Days{"INCLUDES", "2024-12", "2024-12-07", true},
                    Days{"INCLUDES", "2024-12-07", "2024-12", false},
                    // Annotators use it for the first of a month too: the month begins within its first minute.
                    Days{"INCLUDES", "2024-12", "2024-12-01", true}, Days{"BEGUN_BY", "2024-12", "2024-12-01", true},
                    Days{"BEGINS", "2024-12-01", "2024-12", true}, Days{"BEGINS", "2024-12-02", "2024-12", false},
                    Days{"ENDS", "2024-12-31", "2024", true}, Days{"ENDS", "2024-12-30", "2024", false},
                    Days{"DURING", "2024-12-07", "2024", true}, Days{"DURING", "2024", "2024-12-07", false},
                    Days{"BEFORE", "2024-12-07T08:30", "2024-12-07T08:31", true},
                    Days{"AFTER", "2024-12-07T08:30", "2024-12-07T08:31", false},
                    // The one begins before, the other ends after the stroke of 08:31.
                    Days{"BEGINS", "2024-12-07T08:30", "2024-12-07T08:31", false},
                    Days{"ENDS", "2024-12-07T08:31", "2024-12-07T08:30", false},
                    Days{"IBEFORE", "2024-12-07T08:30", "2024-12-07T08:31", true},
                    Days{"BEFORE", "PAST_REF", "2024", true}, Days{"AFTER", "PAST_REF", "2024", true}));

TEST(Analyze, WhatHappenedTodayMayPrecedeTheDocumentOfToday) {
  TimemlText text;
  text.timex("t0", "2024-12-09", "type=\"DATE\" functionInDocument=\"CREATION_TIME\"").timex("t1", "2024-12-09");
  text.event("e1").link("l1", "e1", "IS_INCLUDED", "t1").link("l2", "e1", "BEFORE", "t0");
  EXPECT_EQ(analysis_of(text).solution.status, solver::Status::consistent);
  EXPECT_EQ(
      analysis_of(TimemlText(text).timex("t2", "2024-12-08").link("l3", "t0", "IS_INCLUDED", "t2")).solution.status,
      solver::Status::inconsistent);
}

TEST(Analyze, NowIsWhenTheDocumentWasMade) {
  TimemlText text;
  text.timex("t0", "2024-12-09", "type=\"DATE\" functionInDocument=\"CREATION_TIME\"").timex("t1", "PRESENT_REF");
  text.event("e1").link("l1", "e1", "INCLUDES", "t1");
  EXPECT_EQ(analysis_of(text).solution.status, solver::Status::consistent);
  const Analysis a = analysis_of(TimemlText(text).link("l2", "e1", "BEFORE", "t0"));
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_EQ(a.cycles[0].links.size(), 2U);
  EXPECT_EQ(a.cycles[0].values, std::vector<std::size_t>{1});
}

TEST(Analyze, DurationsLieBetweenTheirEndPoints) {
  TimemlText text;
  text.timex("t1", "2023").timex("t2", "2024");
  text.timex("t3", "P1Y", "type=\"DURATION\" beginPoint=\"t1\" endPoint=\"t2\"").event("e1");
  text.link("l1", "e1", "DURING", "t3");
  EXPECT_EQ(analysis_of(text).solution.status, solver::Status::consistent);
  const Analysis a = analysis_of(TimemlText(text).timex("t4", "2025").link("l2", "e1", "AFTER", "t4"));
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_EQ(a.cycles[0].values, (std::vector<std::size_t>{1, 2, 4}));  // t2, t3 that ends in it, t4
}

TEST(Analyze, ValuesAloneMayContradict) {
  TimemlText text;
  text.timex("t1", "2022").timex("t2", "2024");
  text.timex("t3", "P1Y", "type=\"DURATION\" beginPoint=\"t2\" endPoint=\"t1\"");
  const Analysis a = analysis_of(text);
  EXPECT_EQ(a.solution.status, solver::Status::inconsistent);
  EXPECT_FALSE(a.solution.repair.possible);
  ASSERT_EQ(a.cycles.size(), 1U);
  EXPECT_TRUE(a.cycles[0].links.empty());
  EXPECT_EQ(a.cycles[0].values, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_TRUE(a.stretches.empty());
}

TEST(Analyze, StrictnessAddsUpToNothing) {
  // A thousand strict links between two moments of one minute: there is always room between them.
  TimemlText text;
  text.timex("t1", "2024-12-07T08:30", "type=\"TIME\"");
  std::string last = "t1";
  for (int i = 0; i < 1000; ++i) {
    const std::string next = "e" + std::to_string(i);
    text.event(next).link("l" + std::to_string(i), last, "INCLUDES", next);
    last = next;
  }
  EXPECT_EQ(analysis_of(text).solution.status, solver::Status::consistent);
}

// ------------------------------------------------------------ what stays open

TEST(Stretches, AKnownOrderHasNone) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .link("l1", "e1", "BEFORE", "e2")
                                     .link("l2", "e2", "BEFORE", "e3"));
  EXPECT_EQ(stretches(a), Names{});
  EXPECT_TRUE(a.unrelated.empty());
}

TEST(Stretches, TwoEventsBeforeAThird) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .link("l1", "e1", "BEFORE", "e3")
                                     .link("l2", "e2", "BEFORE", "e3"));
  EXPECT_EQ(stretches(a), Names{"| e1- < e1+ ? e2- < e2+ | e3-"});  // of all that are possible, nearest to the text
}

TEST(Stretches, OverlapLeavesBothEndsOpenButNotTheMiddle) {
  const Analysis a = analysis_of(TimemlText().event("e1").event("e2").link("l1", "e1", "OVERLAP", "e2"));
  EXPECT_EQ(stretches(a), (Names{"| e1- ? e2- | e1+", "e2- | e1+ ? e2+ |"}));
}

TEST(Stretches, EndsThatCoincideAreOneMoment) {
  const Analysis a = analysis_of(TimemlText().event("e1").event("e2").link("l1", "e1", "BEGINS", "e2"));
  EXPECT_EQ(stretches(a), Names{});
  const Analysis b = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .link("l1", "e1", "IBEFORE", "e2")
                                     .link("l2", "e3", "DURING", "e2"));
  EXPECT_EQ(stretches(b), Names{});
}

TEST(Stretches, TheCalendarOrders) {
  const Analysis a = analysis_of(TimemlText()
                                     .timex("t1", "2024-12-07")
                                     .timex("t2", "2024-12-08")
                                     .event("e1")
                                     .event("e2")
                                     .link("l1", "e1", "IS_INCLUDED", "t1")
                                     .link("l2", "e2", "IS_INCLUDED", "t2"));
  EXPECT_EQ(stretches(a), Names{});
  const Analysis b = analysis_of(TimemlText()
                                     .timex("t1", "2024-12-07")
                                     .timex("t2", "2024-12")
                                     .event("e1")
                                     .event("e2")
                                     .link("l1", "e1", "IS_INCLUDED", "t1")
                                     .link("l2", "e2", "IS_INCLUDED", "t2"));
  ASSERT_EQ(b.stretches.size(), 1U);  // e2 against the seventh and what is in it
  EXPECT_EQ(b.stretches[0].moments.size(), 6U);
  EXPECT_EQ(name(b, *b.stretches[0].after), "t2-");
  EXPECT_EQ(name(b, *b.stretches[0].before), "t2+");
}

TEST(Stretches, WhatOneInstantPinsIsOneMoment) {
  const Analysis a = analysis_of(TimemlText()
                                     .timex("t1", "2024-12")
                                     .timex("t2", "2024-12-01")
                                     .timex("t3", "2024-11")
                                     .event("e1")
                                     .link("l1", "t1", "INCLUDES", "e1")
                                     .link("l2", "t2", "OVERLAP", "e1")
                                     .link("l3", "t3", "BEFORE", "e1")
                                     .event("e2")
                                     .link("l4", "t1", "INCLUDES", "e2"));
  // December and its first day begin as November ends; the events, and how the day ends among them, stay open.
  ASSERT_EQ(a.stretches.size(), 1U);
  EXPECT_EQ(name(a, *a.stretches[0].after), "t1-=t2-=t3+");
  EXPECT_EQ(a.stretches[0].moments.size(), 5U);
  EXPECT_EQ(name(a, *a.stretches[0].before), "t1+");
}

TEST(Stretches, WhatNoLinkRelatesIsLeftOut) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .timex("t1", "2024")
                                     .link("l1", "e1", "BEFORE", "e2")
                                     .link("l2", "e2", "VAGUE", "e3"));
  EXPECT_EQ(stretches(a), Names{});
  EXPECT_EQ(a.unrelated, (std::vector<std::size_t>{2, 3}));
}

TEST(Stretches, AreThoseAfterTheRepair) {
  const Analysis a = analysis_of(TimemlText()
                                     .event("e1")
                                     .event("e2")
                                     .event("e3")
                                     .link("l1", "e1", "BEFORE", "e2")
                                     .link("l2", "e2", "BEFORE", "e3")
                                     .link("l3", "e1", "BEFORE", "e3")
                                     .link("l4", "e2", "BEFORE", "e1")
                                     .link("l5", "e3", "BEFORE", "e1"));
  EXPECT_EQ(a.give_up.size(), 2U);
  EXPECT_EQ(stretches(a), Names{});
}

}  // namespace
}  // namespace isnad::tml
