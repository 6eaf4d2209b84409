#include <gtest/gtest.h>

#include "isnad/calendar.h"

namespace isnad {
namespace {

Instant at(CivilDate date, int hour = 0, int minute = 0) {
  return start_of(*day_from_civil(date)) + Minutes{hour * 60 + minute};
}

TEST(Edtf, WritesTheCoarsestExactValue) {
  EXPECT_EQ(edtf(window_of(*day_from_civil({2024, 12, 8}))), "2024-12-08");
  EXPECT_EQ(edtf(Window{at({2024, 12, 8}, 17), at({2024, 12, 8}, 23, 59)}), "2024-12-08");
  EXPECT_EQ(edtf(Window{at({2024, 2, 1}), at({2024, 2, 29})}), "2024-02");
  EXPECT_EQ(edtf(Window{at({2023, 2, 1}), at({2023, 3, 1})}), "2023-02-01/2023-03-01");
  EXPECT_EQ(edtf(Window{at({2024, 1, 1}), at({2024, 12, 31})}), "2024");
  EXPECT_EQ(edtf(Window{at({2024, 11, 21}), at({2024, 11, 30})}), "2024-11-21/2024-11-30");
  EXPECT_EQ(edtf(Window{at({2020, 1, 1}), at({2022, 12, 31})}), "2020/2022");
  EXPECT_EQ(edtf(Window{at({2022, 9, 1}), at({2022, 11, 30})}), "2022-09/2022-11");
  EXPECT_EQ(edtf(Window{at({2022, 9, 1}), at({2022, 11, 29})}), "2022-09-01/2022-11-29");
  EXPECT_EQ(edtf(Window{{}, at({2024, 12, 7}, 23, 59)}), "../2024-12-07");
  EXPECT_EQ(edtf(Window{at({2025, 1, 28}), {}}), "2025-01-28/..");
}

TEST(Edtf, WritesDomains) {
  const Window a = window_of(*day_from_civil({2024, 12, 7}));
  const Window b = window_of(*day_from_civil({2024, 12, 8}));
  EXPECT_EQ(edtf(TimeDomain::of({b, a})), "[2024-12-07,2024-12-08]");
  EXPECT_EQ(edtf(TimeDomain::of({a})), "2024-12-07");
  EXPECT_EQ(edtf(TimeDomain{{a}, Minutes{10080}}), "");
  EXPECT_EQ(edtf(TimeDomain{}), "");
  const Instant morning = start_of({0}) + Minutes{9 * 60}, evening = start_of({0}) + Minutes{21 * 60};
  EXPECT_EQ(edtf(TimeDomain::of({{morning, morning}, {evening, evening}})), "1970-01-01");
}

TEST(Edtf, ReadsWhatItWrites) {
  for (const char* text :
       {"2024", "2024-12", "2024-12-08", "2024-11-21/2024-11-30", "2020/2022", "2022-09/2022-11", "../2024-12-07",
        "2025-01-28/..", "[2024-12-07,2024-12-08]", "[2024-11,2024-12-05..2024-12-07]"}) {
    const auto domain = parse_edtf(text);
    ASSERT_TRUE(domain) << text;
    EXPECT_EQ(edtf(*domain), text);
  }
}

TEST(Edtf, ReadsHours) {
  const auto hour = parse_edtf("2024-12-08T04");
  ASSERT_TRUE(hour);
  EXPECT_EQ(hour->windows.front(), (Window{at({2024, 12, 8}, 4), at({2024, 12, 8}, 4, 59)}));
  const auto dawn = parse_edtf("2024-12-08T03/2024-12-08T07");
  ASSERT_TRUE(dawn);
  EXPECT_EQ(dawn->windows.front(), (Window{at({2024, 12, 8}, 3), at({2024, 12, 8}, 6, 59)}));
  const auto evening = parse_edtf("2024-12-08T17/2024-12-08T24");
  ASSERT_TRUE(evening);
  EXPECT_EQ(evening->windows.front(), (Window{at({2024, 12, 8}, 17), end_of(*day_from_civil({2024, 12, 8}))}));
  const auto minute = parse_edtf("2024-12-08T04:17");
  ASSERT_TRUE(minute);
  EXPECT_EQ(minute->windows.front(), (Window{at({2024, 12, 8}, 4, 17), at({2024, 12, 8}, 4, 17)}));
}

TEST(Edtf, RefusesWhatItIsNot) {
  for (const char* text : {"", "..", "/", "[", "[]", "24", "2024-13", "2024-11-31", "2024-12-8", "2024-12-08T25",
                           "2024-12-08T24:01", "2024T10", "2024-12-08/2024-12-07", "2024-12-08 ", "20x4", "[2024,]"}) {
    EXPECT_FALSE(parse_edtf(text)) << text;
  }
}

TEST(Iso, TimesAndDays) {
  EXPECT_EQ(rfc3339(at({2024, 12, 8}, 6, 30)), "2024-12-08T06:30");
  EXPECT_EQ(rfc3339(Instant{-1}), "1969-12-31T23:59");
  EXPECT_EQ(parse_iso_day("2024-12-09"), day_from_civil({2024, 12, 9}));
  EXPECT_EQ(parse_iso_day("2024-12-09T10:00:00Z"), day_from_civil({2024, 12, 9}));
  EXPECT_FALSE(parse_iso_day("2024-12-0"));
  EXPECT_FALSE(parse_iso_day("2024-11-31"));
  EXPECT_FALSE(parse_iso_day("2024-12-099"));
}

}  // namespace
}  // namespace isnad
