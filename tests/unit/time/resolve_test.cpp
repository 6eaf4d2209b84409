// Meanings, dated: values reasoned by hand. 9 December 2024 was a Monday.
#include <gtest/gtest.h>

#include "isnad/time.h"

namespace isnad {
namespace {

Day on(std::int32_t y, std::int32_t m, std::int32_t d) { return *day_from_civil({y, m, d}); }

const Reference monday{on(2024, 12, 9), {}, false};

Meaning day_month(std::int32_t day, std::int32_t month) {
  Meaning m;
  m.fields.day = day;
  m.fields.month = month;
  return m;
}

Meaning weekday(Weekday w, Direction direction = Direction::unsaid) {
  Meaning m;
  m.fields.weekday = w;
  m.direction = direction;
  return m;
}

Meaning offset(std::int32_t count, TimeUnit unit, Direction direction) {
  Meaning m;
  m.kind = Meaning::Kind::offset;
  m.quantity = {count, unit, false};
  m.direction = direction;
  return m;
}

Meaning current(TimeUnit unit, Direction direction = Direction::unsaid) {
  Meaning m;
  m.kind = Meaning::Kind::current;
  m.quantity = {std::nullopt, unit, false};
  m.direction = direction;
  return m;
}

std::string when(const Resolution& r) { return r.domain ? edtf(*r.domain) : "-"; }

TEST(Resolve, BareWeekdayIsTheNearestUpToTheDay) {
  EXPECT_EQ(resolve(weekday(Weekday::sunday), monday).value, "2024-12-08");
  EXPECT_EQ(resolve(weekday(Weekday::monday), monday).value, "2024-12-09");
  EXPECT_EQ(resolve(weekday(Weekday::tuesday), monday).value, "2024-12-03");
  Reference ahead = monday;
  ahead.future = true;
  EXPECT_EQ(resolve(weekday(Weekday::tuesday), ahead).value, "2024-12-10");
  EXPECT_EQ(resolve(weekday(Weekday::monday), ahead).value, "2024-12-09");
}

TEST(Resolve, SaidDirectionIsStrict) {
  EXPECT_EQ(resolve(weekday(Weekday::monday, Direction::past), monday).value, "2024-12-02");
  EXPECT_EQ(resolve(weekday(Weekday::monday, Direction::future), monday).value, "2024-12-16");
  EXPECT_EQ(resolve(weekday(Weekday::thursday, Direction::present), monday).value, "2024-12-12");
}

TEST(Resolve, DateWithoutYear) {
  EXPECT_EQ(resolve(day_month(27, 11), monday).value, "2024-11-27");
  EXPECT_EQ(resolve(day_month(9, 12), monday).value, "2024-12-09");
  EXPECT_EQ(resolve(day_month(10, 12), monday).value, "2023-12-10");
  Reference ahead = monday;
  ahead.future = true;
  EXPECT_EQ(resolve(day_month(10, 12), ahead).value, "2024-12-10");
  EXPECT_EQ(resolve(day_month(8, 12), ahead).value, "2024-12-08");  // planned, and gone by
  EXPECT_EQ(resolve(day_month(8, 5), ahead).value, "2025-05-08");
  Meaning last = day_month(9, 12);
  last.direction = Direction::past;
  EXPECT_EQ(resolve(last, monday).value, "2023-12-09");
  EXPECT_EQ(resolve(day_month(29, 2), Reference{on(2103, 1, 1), {}, false}).value, "2096-02-29");
}

TEST(Resolve, MonthWithoutYearMayBeTheCurrentOne) {
  Meaning december;
  december.fields.month = 12;
  EXPECT_EQ(resolve(december, monday).value, "2024-12");
  december.direction = Direction::past;
  EXPECT_EQ(resolve(december, monday).value, "2023-12");
  december.direction = Direction::future;
  EXPECT_EQ(resolve(december, monday).value, "2025-12");
}

TEST(Resolve, PartsOfPeriods) {
  Meaning m;
  m.fields.month = 11;
  m.period = PeriodPart::end;
  Resolution r = resolve(m, monday);
  EXPECT_EQ(r.value, "2024-11");
  EXPECT_EQ(r.mod, "END");
  EXPECT_EQ(when(r), "2024-11-21/2024-11-30");
  m = current(TimeUnit::year);
  m.period = PeriodPart::begin;
  EXPECT_EQ(when(resolve(m, monday)), "2024-01/2024-04");
  m.period = PeriodPart::middle;
  EXPECT_EQ(when(resolve(m, monday)), "2024-05/2024-08");
}

TEST(Resolve, HoursOfAPart) {
  Meaning m = weekday(Weekday::sunday);
  m.fields.part = DayPart::night;
  const Resolution r = resolve(m, monday);
  EXPECT_EQ(r.value, "2024-12-08TNI");
  const Window night{start_of(on(2024, 12, 8)) + Minutes{19 * 60}, start_of(on(2024, 12, 9)) + Minutes{5 * 60 - 1}};
  EXPECT_EQ(r.domain->windows.front(), night);
}

TEST(Resolve, Offsets) {
  EXPECT_EQ(resolve(offset(2, TimeUnit::day, Direction::past), monday).value, "2024-12-07");
  EXPECT_EQ(resolve(offset(1, TimeUnit::week, Direction::future), monday).value, "2024-12-16");
  EXPECT_EQ(when(resolve(offset(1, TimeUnit::week, Direction::past), monday)), "2024-11-29/2024-12-05");
  EXPECT_EQ(resolve(offset(3, TimeUnit::month, Direction::past), monday).value, "2024-09");
  EXPECT_EQ(resolve(offset(13, TimeUnit::year, Direction::past), monday).value, "2011");
  EXPECT_EQ(resolve(offset(1000, TimeUnit::year, Direction::past), monday).value, "1024");
  EXPECT_FALSE(resolve(offset(1000, TimeUnit::year, Direction::past), monday).domain);
}

TEST(Resolve, UnitsAroundTheDay) {
  EXPECT_EQ(resolve(current(TimeUnit::week, Direction::past), monday).value, "2024-W49");
  EXPECT_EQ(resolve(current(TimeUnit::month, Direction::future), monday).value, "2025-01");
  EXPECT_EQ(resolve(current(TimeUnit::year), monday).value, "2024");
  // From the 31st a month back is the month before, not the same one.
  EXPECT_EQ(resolve(current(TimeUnit::month, Direction::past), Reference{on(2024, 3, 31), {}, false}).value, "2024-02");
  Meaning fifteenth = current(TimeUnit::month);
  fifteenth.fields.day = 15;
  EXPECT_EQ(resolve(fifteenth, monday).value, "2024-12-15");
}

TEST(Resolve, CountsFromTheMentionBefore) {
  Meaning next = current(TimeUnit::day, Direction::future);
  next.anchor = Anchor::previous;
  Reference r = monday;
  EXPECT_FALSE(resolve(next, r).domain);  // no mention: nothing is known, though the publication day is
  r.previous = TimeDomain::of({window_of(on(2024, 12, 7))});
  EXPECT_EQ(resolve(next, r).value, "2024-12-08");
  Meaning later = offset(2, TimeUnit::day, Direction::future);
  later.anchor = Anchor::previous;
  EXPECT_EQ(resolve(later, r).value, "2024-12-09");
  EXPECT_EQ(resolve(later, monday).value, "2024-12-11");
}

TEST(Resolve, WrongWeekdayKeepsTheDateAndOffersOthers) {
  Meaning m = day_month(8, 12);
  m.fields.year = 2024;
  m.fields.weekday = Weekday::saturday;
  const Resolution r = resolve(m, Reference{});
  EXPECT_EQ(when(r), "2024-12-08");
  ASSERT_TRUE(r.mismatch);
  EXPECT_EQ(r.mismatch->kind, Mismatch::Kind::weekday);
  EXPECT_EQ(r.mismatch->said, Weekday::saturday);
  EXPECT_EQ(r.mismatch->actual, Weekday::sunday);
  // 7 December 2024 was a Saturday; no month or year beside has a Saturday on the 8th.
  EXPECT_EQ(r.mismatch->instead, std::vector<Day>{on(2024, 12, 7)});
  m.fields.weekday = Weekday::sunday;
  EXPECT_FALSE(resolve(m, Reference{}).mismatch);
}

TEST(Resolve, DeicticWeekdayAgainstThePublicationDay) {
  Meaning m = offset(1, TimeUnit::day, Direction::past);
  m.fields.weekday = Weekday::thursday;
  const Resolution r = resolve(m, monday);
  ASSERT_TRUE(r.mismatch);
  EXPECT_EQ(r.mismatch->kind, Mismatch::Kind::deictic_weekday);
  EXPECT_EQ(when(r), "2024-12-08");
  m.fields.weekday = Weekday::sunday;
  EXPECT_FALSE(resolve(m, monday).mismatch);
  // Written on Sunday, published on Monday.
  m.fields.weekday = Weekday::saturday;
  const Resolution written_before = resolve(m, monday);
  ASSERT_TRUE(written_before.mismatch);
  EXPECT_EQ(written_before.mismatch->said, Weekday::saturday);
  EXPECT_EQ(written_before.mismatch->actual, Weekday::sunday);
  EXPECT_EQ(when(written_before), "2024-12-07");
}

TEST(Resolve, NoSuchDayLeavesTheMonth) {
  Meaning m = day_month(31, 11);
  const Resolution r = resolve(m, monday);
  ASSERT_TRUE(r.mismatch);
  EXPECT_EQ(r.mismatch->kind, Mismatch::Kind::no_such_day);
  EXPECT_EQ(when(r), "2024-11");
}

TEST(Resolve, RangesAcrossTheTurnOfTheYear) {
  Meaning range;
  range.kind = Meaning::Kind::range;
  range.parts = {day_month(28, 12), day_month(3, 1)};
  EXPECT_EQ(when(resolve(range, Reference{on(2025, 1, 10), {}, false})), "2024-12-28/2025-01-03");
  range.parts.back().fields.year = 2012;
  EXPECT_EQ(when(resolve(range, Reference{})), "2011-12-28/2012-01-03");
  range.parts = {weekday(Weekday::saturday), weekday(Weekday::monday)};
  EXPECT_EQ(when(resolve(range, monday)), "2024-12-07/2024-12-09");
}

TEST(Resolve, AlternativesAreNoStretch) {
  Meaning either;
  either.kind = Meaning::Kind::alternatives;
  Meaning seventh;
  seventh.fields.day = 7;
  either.parts = {seventh, day_month(8, 12)};
  EXPECT_EQ(when(resolve(either, monday)), "[2024-12-07,2024-12-08]");
}

TEST(Resolve, SpansEndOrBeginWithTheDay) {
  Meaning span = offset(2, TimeUnit::week, Direction::past);
  span.kind = Meaning::Kind::span;
  const Resolution r = resolve(span, Reference{on(2024, 12, 27), {}, false});
  EXPECT_EQ(r.value, "P2W");
  EXPECT_EQ(when(r), "2024-12-13/2024-12-27");
}

TEST(Resolve, TodayMayBeDatedByTheTextItself) {
  Meaning today = current(TimeUnit::day);
  today.fields.year = 2024;
  today.fields.month = 12;
  today.fields.day = 8;
  EXPECT_EQ(when(resolve(today, Reference{})), "2024-12-08");
  // Without the year it is that of the publication day, or of the turn of the year beside it.
  today.fields.year = std::nullopt;
  today.fields.month = 12;
  today.fields.day = 31;
  EXPECT_EQ(when(resolve(today, Reference{on(2025, 1, 1), {}, false})), "2024-12-31");
}

TEST(Resolve, ClockTimes) {
  Meaning m = day_month(20, 7);
  m.fields.year = 2020;
  m.fields.hour = 1;
  m.fields.minute = 58;
  EXPECT_EQ(resolve(m, Reference{}).value, "2020-07-20T01:58");
  EXPECT_EQ(resolve(m, Reference{}).domain->windows.front().earliest, start_of(on(2020, 7, 20)) + Minutes{118});
  m.fields.zone = 240;
  EXPECT_EQ(resolve(m, Reference{}).value, "2020-07-20T01:58+04:00");
  m.fields.twelve_hour = true;  // 1:58 or 13:58
  EXPECT_EQ(resolve(m, Reference{}).domain->windows.size(), 2U);
}

TEST(Resolve, HijriMonthWithoutYear) {
  Meaning m;
  m.fields.calendar = Calendar::hijri;
  m.fields.month = 9;  // Ramadan 1445: 11 March .. 9 April 2024
  m.direction = Direction::past;
  const Resolution r = resolve(m, monday);
  ASSERT_TRUE(r.domain);
  EXPECT_TRUE(r.domain->contains(start_of(on(2024, 3, 20))));
  EXPECT_FALSE(r.domain->contains(start_of(on(2024, 4, 20))));
}

TEST(Resolve, SchoolYearsReachIntoTheYearBefore) {
  Meaning year = current(TimeUnit::year, Direction::future);
  year.quantity.approximate = true;
  const Resolution r = resolve(year, Reference{on(2017, 4, 17), {}, false});
  ASSERT_TRUE(r.domain);
  EXPECT_TRUE(r.domain->contains(start_of(on(2017, 9, 15))));  // where it begins
  EXPECT_TRUE(r.domain->contains(start_of(on(2018, 6, 15))));
  EXPECT_FALSE(r.domain->contains(start_of(on(2017, 5, 1))));
}

TEST(Resolve, WeekendsAreOfTheirWeekByAnyCustom) {
  Meaning weekend = current(TimeUnit::week, Direction::past);
  weekend.period = PeriodPart::weekend;
  const Resolution last = resolve(weekend, monday);
  EXPECT_EQ(last.value, "2024-W49-WE");
  ASSERT_TRUE(last.domain);
  for (const std::int32_t day : {5, 6, 7, 8})  // Thursday to Sunday
    EXPECT_TRUE(last.domain->contains(start_of(on(2024, 12, day)))) << day;
  EXPECT_FALSE(last.domain->contains(start_of(on(2024, 12, 3))));
  EXPECT_FALSE(last.domain->contains(start_of(on(2024, 12, 9))));
}

TEST(Resolve, PartsOfCenturiesAndWhatLiesBeforeTheCalendar) {
  Meaning half;
  half.fields.century = 19;
  half.fields.half = 2;
  EXPECT_EQ(resolve(half, monday).value, "18");
  EXPECT_EQ(when(resolve(half, monday)), "1850/1899");
  Meaning early;
  early.fields.century = 9;
  EXPECT_EQ(resolve(early, monday).value, "08");
  EXPECT_FALSE(resolve(early, monday).domain);
  Meaning millennium;
  millennium.fields.millennium = 3;
  EXPECT_EQ(when(resolve(millennium, monday)), "2000/2999");
}

TEST(Resolve, AboutAYear) {
  Meaning year;
  year.fields.year = 1870;
  year.quantity.approximate = true;
  const Resolution r = resolve(year, monday);
  EXPECT_EQ(r.value, "1870");
  EXPECT_EQ(r.mod, "APPROX");
  ASSERT_TRUE(r.domain);
  EXPECT_TRUE(r.domain->contains(start_of(on(1868, 6, 1))));
  EXPECT_FALSE(r.domain->contains(start_of(on(1860, 6, 1))));
}

TEST(Edtf, OfWhatCountsWeeksOrMoreIsApproximate) {
  const auto edtf_of = [](const Meaning& meaning) {
    Timex timex;
    timex.meaning = meaning;
    const Resolution r = resolve(meaning, monday);
    timex.value = r.value, timex.domain = r.domain;
    return edtf(timex);
  };
  EXPECT_EQ(edtf_of(offset(2, TimeUnit::day, Direction::past)), "2024-12-07");
  EXPECT_EQ(edtf_of(offset(1, TimeUnit::week, Direction::past)), "2024-12-02~");
  EXPECT_EQ(edtf_of(offset(3, TimeUnit::month, Direction::past)), "2024-09~");
  EXPECT_EQ(edtf_of(day_month(7, 12)), "2024-12-07");
  EXPECT_EQ(edtf(Timex{}), "");
}

TEST(Edtf, OfAMidnightIsTheDayThatItEnds) {
  Timex timex;
  timex.value = "2024-12-08T24:00";
  timex.domain =
      TimeDomain::of({{Instant{end_of(on(2024, 12, 8)).value - 15}, Instant{start_of(on(2024, 12, 9)).value + 15}}});
  EXPECT_EQ(edtf(timex), "2024-12-08");
}

TEST(Resolve, UnknownPublicationDay) {
  EXPECT_EQ(resolve(weekday(Weekday::sunday), Reference{}).value, "XXXX-WXX-7");
  EXPECT_EQ(resolve(day_month(7, 12), Reference{}).value, "XXXX-12-07");
  EXPECT_EQ(resolve(offset(1, TimeUnit::day, Direction::past), Reference{}).value, "XXXX-XX-XX");
  EXPECT_EQ(resolve(current(TimeUnit::month), Reference{}).value, "XXXX-XX");
  EXPECT_FALSE(resolve(weekday(Weekday::sunday), Reference{}).domain);
}

TEST(Resolve, EveryUnitHasWordsForItsDistance) {
  for (int unit = 0; unit <= static_cast<int>(TimeUnit::millennium); ++unit)
    for (const Direction direction : {Direction::past, Direction::future}) {
      Meaning meaning;
      meaning.kind = Meaning::Kind::offset;
      meaning.direction = direction;
      meaning.quantity = {2, static_cast<TimeUnit>(unit)};
      const Resolution resolution = resolve(meaning, {Day{20000}, {}, false});
      ASSERT_FALSE(resolution.derivation.empty()) << unit;
      for (const Bilingual& step : resolution.derivation) {
        EXPECT_EQ(step.ar.find("dating."), std::string::npos) << step.ar;  // the key of a missing message
        EXPECT_EQ(step.en.find("dating."), std::string::npos) << step.en;
      }
    }
}

}  // namespace
}  // namespace isnad
