#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "isnad/calendar.h"

namespace isnad {
namespace {

TEST(Civil, KnownDays) {
  EXPECT_EQ(day_from_civil({1970, 1, 1}), Day{0});
  EXPECT_EQ(day_from_civil({2000, 3, 1}), Day{11017});  // 30 years * 365 + 7 leap days + 31 + 29
  EXPECT_EQ(civil_from_day(Day{-1}), (CivilDate{1969, 12, 31}));
}

TEST(Civil, NoSuchDay) {
  EXPECT_FALSE(day_from_civil({2024, 11, 31}));
  EXPECT_FALSE(day_from_civil({2023, 2, 29}));
  EXPECT_FALSE(day_from_civil({1900, 2, 29}));
  EXPECT_TRUE(day_from_civil({2000, 2, 29}));
  EXPECT_FALSE(day_from_civil({2024, 0, 1}));
  EXPECT_FALSE(day_from_civil({2024, 13, 1}));
  EXPECT_FALSE(day_from_civil({1399, 1, 1}));
  EXPECT_FALSE(day_from_civil({10000, 1, 1}));
}

TEST(Civil, DaysOutsideTheCalendarAreClamped) {
  EXPECT_EQ(civil_from_day(Day{-100000000}), (CivilDate{1400, 1, 1}));
  EXPECT_EQ(civil_from_day(Day{100000000}), (CivilDate{9999, 12, 31}));
}

TEST(Civil, Weekdays) {
  EXPECT_EQ(weekday_of(Day{0}), Weekday::thursday);
  EXPECT_EQ(weekday_of(Day{-1}), Weekday::wednesday);
  EXPECT_EQ(weekday_of(*day_from_civil({2024, 12, 8})), Weekday::sunday);
  EXPECT_EQ(weekday_of(*day_from_civil({2011, 1, 14})), Weekday::friday);
}

TEST(Civil, MonthsLater) {
  const Day january_31 = *day_from_civil({2024, 1, 31});
  EXPECT_EQ(add_months(january_31, 1), day_from_civil({2024, 2, 29}));
  EXPECT_EQ(add_months(january_31, -2), day_from_civil({2023, 11, 30}));
  EXPECT_EQ(add_months(january_31, 12), day_from_civil({2025, 1, 31}));
  EXPECT_EQ(add_months(january_31, -13), day_from_civil({2022, 12, 31}));
}

TEST(Hijri, PublishedPairs) {
  // Pairs as printed side by side by newspapers and the Umm al-Qura tables.
  const auto has = [](CivilDate hijri, CivilDate civil) {
    const std::vector<Day> days = days_from_hijri(hijri);
    const Day day = *day_from_civil(civil);
    return std::find(days.begin(), days.end(), day) != days.end();
  };
  EXPECT_TRUE(has({1446, 6, 7}, {2024, 12, 8}));
  EXPECT_TRUE(has({1445, 9, 1}, {2024, 3, 11}));
  EXPECT_TRUE(has({1444, 12, 10}, {2023, 6, 28}));
  EXPECT_TRUE(has({1445, 10, 1}, {2024, 4, 10}));
  EXPECT_TRUE(has({1435, 11, 26}, {2014, 9, 21}));
}

TEST(Hijri, CalendarsDifferLittle) {
  for (std::int32_t month = 1; month <= 12; ++month) {
    const std::vector<Day> days = days_from_hijri({1440, month, 15});
    ASSERT_FALSE(days.empty());
    EXPECT_LE(std::abs(days.back() - days.front()), 2);
  }
}

TEST(Hijri, NoSuchDay) {
  EXPECT_TRUE(days_from_hijri({1440, 13, 1}).empty());
  EXPECT_TRUE(days_from_hijri({1440, 1, 31}).empty());
  EXPECT_TRUE(days_from_hijri({0, 1, 1}).empty());
  EXPECT_TRUE(days_from_hijri({2000000000, 1, 1}).empty());
}

}  // namespace
}  // namespace isnad
