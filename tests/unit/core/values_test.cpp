#include <gtest/gtest.h>

#include "isnad/core.h"

namespace isnad {
namespace {

SourceSpan span(std::uint32_t begin, std::uint32_t end) { return {DocumentIndex{0}, {begin}, {end}}; }

TEST(SourceSpan, OverlapsOnlyWhereBytesAreShared) {
  EXPECT_TRUE(span(2, 5).overlaps(span(4, 9)));
  EXPECT_FALSE(span(2, 5).overlaps(span(5, 9)));
  EXPECT_FALSE(span(2, 5).overlaps({DocumentIndex{1}, {2}, {5}}));
  EXPECT_TRUE(span(2, 5).contains(span(2, 5)));
  EXPECT_FALSE(span(2, 5).contains(span(2, 6)));
}

TEST(Slice, IsTheSurface) {
  EXPECT_EQ(slice("on Monday", span(3, 9)), "Monday");
  EXPECT_EQ(slice("on Monday", span(9, 9)), "");
}

TEST(DayOf, RoundsDownBeforeTheEpoch) {
  EXPECT_EQ(day_of({0}), Day{0});
  EXPECT_EQ(day_of({1439}), Day{0});
  EXPECT_EQ(day_of({1440}), Day{1});
  EXPECT_EQ(day_of({-1}), Day{-1});
  EXPECT_EQ(day_of({-1440}), Day{-1});
  EXPECT_EQ(day_of({-1441}), Day{-2});
  EXPECT_EQ(day_of(start_of(Day{-3})), Day{-3});
  EXPECT_EQ(day_of(end_of(Day{-3})), Day{-3});
}

TEST(Window, IntersectsClosedEnds) {
  const Window a{Instant{10}, Instant{20}};
  EXPECT_EQ(intersect(a, {Instant{20}, Instant{30}}), (Window{Instant{20}, Instant{20}}));
  EXPECT_EQ(intersect(a, {Instant{21}, Instant{30}}), std::nullopt);
  EXPECT_EQ(intersect(a, {std::nullopt, Instant{15}}), (Window{Instant{10}, Instant{15}}));
  EXPECT_EQ(intersect(a, {}), a);
}

TEST(Window, HullKeepsOpenEnds) {
  EXPECT_EQ(hull({Instant{10}, Instant{20}}, {Instant{30}, Instant{40}}), (Window{Instant{10}, Instant{40}}));
  EXPECT_EQ(hull({Instant{10}, Instant{20}}, {std::nullopt, Instant{5}}), (Window{std::nullopt, Instant{20}}));
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> value = 3;
  ASSERT_TRUE(value);
  EXPECT_EQ(*value, 3);
  const Result<int> error = Error{ErrorCode::too_large, "too large", {}, {0, 0}, {}, {}};
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace isnad
