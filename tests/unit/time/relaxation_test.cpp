#include <gtest/gtest.h>

#include "isnad/time.h"

namespace isnad {
namespace {

constexpr std::int64_t day = minutes_per_day;

OffsetBounds bounds(std::int64_t lo, std::int64_t hi) { return {Minutes{lo}, Minutes{hi}}; }

TEST(Relaxation, Yesterday) {
  Meaning m;
  m.kind = Meaning::Kind::offset;
  m.quantity = {1, TimeUnit::day, false};
  m.direction = Direction::past;
  const Relaxation r = relaxation(m, false);
  EXPECT_EQ(r.from_publication, bounds(-day, -1));
  EXPECT_FALSE(r.domain);
  EXPECT_FALSE(r.publication);
}

TEST(Relaxation, TodayMondayFixesTheDayOfPublicationToMondays) {
  Meaning m;
  m.kind = Meaning::Kind::current;
  m.quantity = {std::nullopt, TimeUnit::day, false};
  m.fields.weekday = Weekday::monday;
  const Relaxation r = relaxation(m, false);
  EXPECT_EQ(r.from_publication, bounds(0, day - 1));
  ASSERT_TRUE(r.publication);
  EXPECT_EQ(r.publication->period, Minutes{7 * day});
  EXPECT_TRUE(r.publication->contains(start_of(*day_from_civil({2024, 12, 9}))));
  EXPECT_FALSE(r.publication->contains(start_of(*day_from_civil({2024, 12, 10}))));
}

TEST(Relaxation, YesterdaySundayWasWrittenOnAMonday) {
  Meaning m;
  m.kind = Meaning::Kind::offset;
  m.quantity = {1, TimeUnit::day, false};
  m.direction = Direction::past;
  m.fields.weekday = Weekday::sunday;
  m.fields.part = DayPart::dawn;
  const Relaxation r = relaxation(m, false);
  EXPECT_EQ(r.from_publication, bounds(-day + 3 * 60, -day + 7 * 60 - 1));
  ASSERT_TRUE(r.publication);
  EXPECT_TRUE(r.publication->contains(start_of(*day_from_civil({2024, 12, 9}))));
  EXPECT_FALSE(r.publication->contains(start_of(*day_from_civil({2024, 12, 8}))));
}

TEST(Relaxation, BareWeekday) {
  Meaning m;
  m.fields.weekday = Weekday::sunday;
  const Relaxation r = relaxation(m, false);
  EXPECT_EQ(r.from_publication, bounds(-6 * day, day - 1));
  ASSERT_TRUE(r.domain);
  EXPECT_TRUE(r.domain->contains(start_of(*day_from_civil({2024, 12, 8}))));
  EXPECT_FALSE(r.domain->contains(start_of(*day_from_civil({2024, 12, 9}))));
  EXPECT_EQ(relaxation(m, true).from_publication, bounds(0, 7 * day - 1));
}

TEST(Relaxation, DateOfSomeYear) {
  Meaning m;
  m.fields.day = 27;
  m.fields.month = 11;
  const Relaxation r = relaxation(m, false);
  EXPECT_EQ(r.from_publication, bounds(-366 * day, day - 1));
  ASSERT_TRUE(r.domain);
  EXPECT_EQ(r.domain->windows.size(), 201U);  // 1900 .. 2100
  m.fields.weekday = Weekday::wednesday;      // of 2024 it is, of 2023 it is not
  const Relaxation narrower = relaxation(m, false);
  EXPECT_TRUE(narrower.domain->contains(start_of(*day_from_civil({2024, 11, 27}))));
  EXPECT_FALSE(narrower.domain->contains(start_of(*day_from_civil({2023, 11, 27}))));
}

TEST(Relaxation, FullDateStandsAlone) {
  Meaning m;
  m.fields.day = 27;
  m.fields.month = 11;
  m.fields.year = 2024;
  const Relaxation r = relaxation(m, false);
  EXPECT_FALSE(r.from_publication);
  EXPECT_EQ(edtf(*r.domain), "2024-11-27");
}

TEST(Relaxation, TheNextDayCountsFromTheMentionBefore) {
  Meaning m;
  m.kind = Meaning::Kind::current;
  m.quantity = {std::nullopt, TimeUnit::day, false};
  m.direction = Direction::future;
  m.anchor = Anchor::previous;
  const Relaxation r = relaxation(m, false);
  EXPECT_FALSE(r.from_publication);
  EXPECT_EQ(r.from_previous, bounds(day, 2 * day - 1));
}

}  // namespace
}  // namespace isnad
