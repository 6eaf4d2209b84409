// TIMEX3 values on the calendar.
#include <gtest/gtest.h>

#include "isnad/calendar.h"
#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

Interval timex(const std::string& value, const std::string& type = "DATE") {
  Interval out;
  out.kind = IntervalKind::timex;
  out.value = value;
  out.type = type;
  return out;
}

Instant at(std::int32_t year, std::int32_t month, std::int32_t day, std::int64_t hour = 0, std::int64_t minute = 0) {
  return start_of(*day_from_civil({year, month, day})) + Minutes{hour * 60 + minute};
}

/// From the first minute up to, but without, `behind`.
Placement from(Instant first, Instant behind, bool fills) { return {{first, behind - Minutes{1}}, fills}; }

TEST(Placement, DaysMonthsAndYearsAreFilled) {
  EXPECT_EQ(placement(timex("2024-12-07")), from(at(2024, 12, 7), at(2024, 12, 8), true));
  EXPECT_EQ(placement(timex("2024-02")), from(at(2024, 2, 1), at(2024, 3, 1), true));
  EXPECT_EQ(placement(timex("1999")), from(at(1999, 1, 1), at(2000, 1, 1), true));
}

TEST(Placement, ClockTimesLieWithin) {
  EXPECT_EQ(placement(timex("2024-12-07T08:30", "TIME")), from(at(2024, 12, 7, 8, 30), at(2024, 12, 7, 8, 31), false));
  EXPECT_EQ(placement(timex("2024-12-07T08:30:15", "TIME")),
            from(at(2024, 12, 7, 8, 30), at(2024, 12, 7, 8, 31), false));
  EXPECT_EQ(placement(timex("2024-12-07T08", "TIME")), from(at(2024, 12, 7, 8), at(2024, 12, 7, 9), false));
}

TEST(Placement, AClockWithAZoneMayBeReadAnywhereOnEarth) {
  const auto expected = from(at(2024, 12, 6, 6, 30), at(2024, 12, 8, 10, 31), false);  // 26 hours each way
  EXPECT_EQ(placement(timex("2024-12-07T08:30Z", "TIME")), expected);
  EXPECT_EQ(placement(timex("2024-12-07T08:30:00+02:00", "TIME")), expected);
  EXPECT_EQ(placement(timex("2024-12-07T08:30-0500", "TIME")), expected);
}

TEST(Placement, PartsOfTheDayLieWithin) {
  EXPECT_EQ(placement(timex("2024-12-07TMO", "TIME")), from(at(2024, 12, 7), at(2024, 12, 8), false));
  EXPECT_EQ(placement(timex("2024-12-07TNI", "TIME")), from(at(2024, 12, 7), at(2024, 12, 8, 12), false));
  EXPECT_EQ(placement(timex("2024-12-07TXX:XX", "TIME")), from(at(2024, 12, 7), at(2024, 12, 8), false));
}

TEST(Placement, WhatIsPartlyKnownLiesWithinTheRest) {
  EXPECT_EQ(placement(timex("2024-12-XX")), from(at(2024, 12, 1), at(2025, 1, 1), false));
  EXPECT_EQ(placement(timex("2024-XX-XX")), from(at(2024, 1, 1), at(2025, 1, 1), false));
}

TEST(Placement, WeeksDecadesAndCenturiesLieWithin) {
  // 1 January 2024 was a Monday: week 1 is 1 to 7 January; the Sunday before is allowed.
  EXPECT_EQ(placement(timex("2024-W01")), from(at(2023, 12, 31), at(2024, 1, 8), false));
  // 1 January 2021 was a Friday of week 53 of 2020; week 1 began on Monday 4 January.
  EXPECT_EQ(placement(timex("2021-W01")), from(at(2021, 1, 3), at(2021, 1, 11), false));
  EXPECT_EQ(placement(timex("2024-W01-WE")), from(at(2023, 12, 31), at(2024, 1, 8), false));
  EXPECT_EQ(placement(timex("199")), from(at(1990, 1, 1), at(2000, 1, 1), false));
  EXPECT_EQ(placement(timex("19")), from(at(1900, 1, 1), at(2000, 1, 1), false));
}

TEST(Placement, ADocumentIsMadeAtSomeMomentOfItsDay) {
  Interval created = timex("2024-12-09");
  created.function = "CREATION_TIME";
  EXPECT_EQ(placement(created), from(at(2024, 12, 9), at(2024, 12, 10), false));
  created.function = "NONE";
  EXPECT_EQ(placement(created), from(at(2024, 12, 9), at(2024, 12, 10), true));
}

TEST(Placement, ModifiersLoosenOrLetFloat) {
  Interval modified = timex("1999");
  for (const char* mod : {"START", "MID", "END"}) {
    modified.mod = mod;
    EXPECT_EQ(placement(modified), from(at(1999, 1, 1), at(2000, 1, 1), false)) << mod;
  }
  for (const char* mod : {"APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "MORE_THAN", "anything"}) {
    modified.mod = mod;
    EXPECT_EQ(placement(modified), std::nullopt) << mod;
  }
}

TEST(Placement, TheRestFloats) {
  for (const char* value : {"",
                            "PRESENT_REF",
                            "PAST_REF",
                            "FUTURE_REF",
                            "XXXX-12-07",
                            "XXXX",
                            "2024-Q4",
                            "2024-H1",
                            "2024-SU",
                            "FY1999",
                            "2024-13",
                            "2024-11-31",
                            "2024-12-07T25:00",
                            "2024-12-07T24:00",
                            "2024-12T08",
                            "T08:30",
                            "1",
                            "0999",
                            "12345",
                            "2024-W00",
                            "2024-W54",
                            "2024-WXX",
                            "2024-12-07/2024-12-09",
                            "..",
                            "/",
                            "T",
                            "-",
                            "-XX",
                            "P2D",
                            "7 December"}) {
    EXPECT_EQ(placement(timex(value)), std::nullopt) << value;
  }
  EXPECT_EQ(placement(timex("2024", "DURATION")), std::nullopt);
  EXPECT_EQ(placement(timex("2024", "SET")), std::nullopt);
  Interval event = timex("2024");
  event.kind = IntervalKind::event;
  EXPECT_EQ(placement(event), std::nullopt);
}

}  // namespace
}  // namespace isnad::tml
