// How events spread over periods, and what the picture and the page make of it.
#include "report/overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "report/picture_model.h"
#include "sample_timeline.h"

namespace isnad {
namespace {

using picture::CellUnit;
using picture::Overview;
using picture::Period;
using test::TimelineBuilder;

Day day(std::int32_t year, std::int32_t month, std::int32_t d) { return *day_from_civil({year, month, d}); }

/// A timeline that knows of each event in which days it was.
class Events {
 public:
  void add(Day first, Day last, EventStatus status = EventStatus::agreed) {
    add(Window{start_of(first), end_of(last)}, status);
  }
  void add(const Window& window, EventStatus status = EventStatus::agreed) {
    const std::size_t e = builder_.event({"\u062D\u062F\u062B", "event " + std::to_string(count_++)}, status);
    builder_.claim(document_, e, window.bounded() ? "2024-01-01" : "");
    builder_.edit().graph.event_windows[e] = window;
  }
  [[nodiscard]] Overview overview() const { return picture::overview_of(builder_.get()); }
  [[nodiscard]] const Timeline& timeline() const { return builder_.get(); }

 private:
  TimelineBuilder builder_;
  std::size_t document_ = builder_.document("a", "text");
  std::size_t count_ = 0;
};

std::size_t counted(const Overview& overview) {
  return std::accumulate(overview.periods.begin(), overview.periods.end(), overview.wider,
                         [](std::size_t n, const Period& period) { return n + period.events; });
}

void expect_tiled(const Overview& overview) {
  for (std::size_t i = 1; i < overview.periods.size(); ++i) {
    EXPECT_EQ(overview.periods[i - 1].end, overview.periods[i].begin) << i;
  }
}

TEST(Overview, FewEventsNeedNone) {
  Events events;
  for (std::int32_t i = 0; i < 32; ++i) events.add(day(2024, 1, 1) + i, day(2024, 1, 1) + i);
  EXPECT_TRUE(events.overview().periods.empty());
  events.add(day(2024, 2, 2), day(2024, 2, 2));
  EXPECT_EQ(events.overview().periods.size(), 33U);
}

TEST(Overview, TakesTheFinestUnitThatFits) {
  const auto unit_over = [](std::int32_t days) {
    Events events;
    for (std::int32_t i = 0; i < 100; ++i)
      events.add(day(2000, 1, 3) + i * days / 100, day(2000, 1, 3) + i * days / 100);
    const Overview overview = events.overview();
    EXPECT_LE(overview.periods.size(), 42U);
    EXPECT_EQ(counted(overview), 100U);
    expect_tiled(overview);
    return overview.unit;
  };
  EXPECT_EQ(unit_over(30), CellUnit::day);
  EXPECT_EQ(unit_over(200), CellUnit::week);
  EXPECT_EQ(unit_over(900), CellUnit::month);
  EXPECT_EQ(unit_over(3000), CellUnit::quarter);
  EXPECT_EQ(unit_over(12'000), CellUnit::year);
  EXPECT_EQ(unit_over(120'000), CellUnit::decade);
  EXPECT_EQ(unit_over(1'000'000), CellUnit::century);
}

TEST(Overview, WeeksBeginOnMondays) {
  Events events;
  for (std::int32_t i = 0; i < 200; ++i) events.add(day(1969, 10, 1) + i, day(1969, 10, 1) + i);
  const Overview overview = events.overview();
  ASSERT_EQ(overview.unit, CellUnit::week);
  for (const Period& period : overview.periods) EXPECT_EQ(weekday_of(period.begin), Weekday::monday);
  EXPECT_EQ(overview.periods[1].events, 7U);
}

TEST(Overview, OldEventsShareOnePeriod) {
  Events events;
  events.add(day(1948, 5, 14), day(1948, 5, 14));
  events.add(day(1967, 6, 5), day(1967, 6, 5));
  for (std::int32_t i = 0; i < 98; ++i) events.add(day(2024, 1, 1) + i % 20, day(2024, 1, 1) + i % 20);
  const Overview overview = events.overview();
  EXPECT_EQ(overview.unit, CellUnit::day);
  ASSERT_FALSE(overview.periods.empty());
  EXPECT_TRUE(overview.periods.front().all_before);
  EXPECT_EQ(overview.periods.front().events, 2U);
  EXPECT_EQ(overview.periods.front().begin, day(1948, 5, 14));
  EXPECT_EQ(overview.period_of[1], 0U);
  EXPECT_EQ(counted(overview), 100U);
  expect_tiled(overview);
  const picture::DateWords dates(Language::en, std::nullopt);
  EXPECT_EQ(picture::period_name(overview.periods.front(), overview.unit, dates, Language::en),
            "before 1 January 2024");
  EXPECT_EQ(picture::period_id(overview.periods.back()), "period-2024-01-20");
}

TEST(Overview, LongAndOpenDates) {
  Events events;
  for (std::int32_t i = 0; i < 40; ++i) events.add(day(2024, 1, 1) + i % 30, day(2024, 1, 1) + i % 30);
  events.add(day(2024, 1, 1), day(2024, 1, 31));                // longer than a day
  events.add(Window{std::nullopt, end_of(day(2024, 1, 7))});    // until that day
  events.add(Window{start_of(day(2024, 1, 7)), std::nullopt});  // from it
  events.add(Window{});                                         // nobody knows
  events.add(day(2024, 1, 7), day(2024, 1, 7), EventStatus::disputed);
  const Overview overview = events.overview();
  EXPECT_EQ(overview.wider, 1U);
  EXPECT_EQ(overview.one_sided, 2U);
  const Period& seventh = overview.periods[6];
  EXPECT_EQ(seventh.begin, day(2024, 1, 7));
  EXPECT_EQ(seventh.events, 5U);  // two of the forty, three of these
  EXPECT_EQ(seventh.disputed, 1U);
  EXPECT_EQ(counted(overview), 44U);
  EXPECT_EQ(overview.period_of[43], std::nullopt);
}

TEST(Overview, StandsAboveWhatThePictureShows) {
  Events events;
  for (std::int32_t i = 0; i < 60; ++i) events.add(day(2024, 1, 1) + i % 30, day(2024, 1, 1) + i % 30);
  PictureOptions options;
  options.language = Language::en;
  const auto svg = draw(events.timeline(), PictureFormat::svg, options);
  ASSERT_TRUE(svg);
  EXPECT_THAT(*svg, testing::HasSubstr("Dated events by period, a column a day"));
  EXPECT_THAT(*svg, testing::HasSubstr("xlink:href=\"#period-2024-01-07\""));
  EXPECT_THAT(*svg, testing::HasSubstr("7 January 2024: 2 events."));
  const auto page = report_html(events.timeline(), options);
  ASSERT_TRUE(page);
  EXPECT_THAT(*page, testing::HasSubstr("<option value=\"period-2024-01-07\""));
  EXPECT_THAT(*page, testing::HasSubstr(" data-period=\"period-2024-01-07\""));
}

}  // namespace
}  // namespace isnad
