// Domains against brute force: a set of minutes within a small universe.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "isnad/calendar.h"

namespace isnad {
namespace {

unsigned seed() {
  const char* given = std::getenv("ISNAD_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20241208U;
}

class Domains : public ::testing::Test {
 protected:
  void SetUp() override { std::cout << "ISNAD_SEED=" << seed() << '\n'; }
  std::mt19937 random{seed()};

  std::int64_t pick(std::int64_t lo, std::int64_t hi) { return std::uniform_int_distribution(lo, hi)(random); }

  TimeDomain finite() {
    std::vector<Window> windows;
    for (std::int64_t n = pick(0, 4); n > 0; --n) {
      const Instant a{pick(-60, 60)};
      windows.push_back({a, a + Minutes{pick(0, 15)}});
    }
    return TimeDomain::of(windows);
  }

  TimeDomain repeating() {
    const std::int64_t period = pick(2, 12);
    const std::int64_t base = pick(-20, 20);
    std::vector<Window> windows{{Instant{base}, Instant{base + pick(0, period / 2)}}};
    const std::int64_t next = windows.back().latest->value + 1;
    if (next < base + period && pick(0, 1) == 1) {
      const std::int64_t from = pick(next, base + period - 1);
      windows.push_back({Instant{from}, Instant{pick(from, base + period - 1)}});
    }
    return {windows, Minutes{period}};
  }

  TimeDomain any() { return pick(0, 1) == 0 ? finite() : repeating(); }
};

bool holds(const TimeDomain& d, std::int64_t t) {
  if (d.windows.empty()) return false;
  for (const Window& w : d.windows) {
    if (d.period.value == 0) {
      if (w.earliest->value <= t && t <= w.latest->value) return true;
    } else {
      for (std::int64_t k = -400; k <= 400; ++k) {
        const std::int64_t shift = k * d.period.value;
        if (w.earliest->value + shift <= t && t <= w.latest->value + shift) return true;
      }
    }
  }
  return false;
}

TEST_F(Domains, ContainsAndIntersectAgreeWithBruteForce) {
  for (int round = 0; round < 3000; ++round) {
    const TimeDomain a = any();
    const TimeDomain b = any();
    const TimeDomain both = intersect(a, b);
    for (std::int64_t t = -100; t <= 100; ++t) {
      ASSERT_EQ(a.contains(Instant{t}), holds(a, t));
      ASSERT_EQ(both.contains(Instant{t}), holds(a, t) && holds(b, t)) << "round " << round << " t " << t;
    }
    EXPECT_EQ(both.empty(), intersect(b, a).empty());
  }
}

TEST_F(Domains, OpenSides) {
  const TimeDomain mondays{{window_of(Day{4})}, Minutes{7 * minutes_per_day}};  // 1970-01-05
  EXPECT_EQ(intersect(mondays, TimeDomain::everything()), mondays);
  const Day day = *day_from_civil({2100, 12, 1});  // a Wednesday; Mondays left in the year: 6, 13, 20, 27
  const TimeDomain late = intersect(TimeDomain{{Window{start_of(day), {}}}, Minutes{0}}, mondays);
  EXPECT_EQ(late.windows.size(), 4U);
  EXPECT_EQ(day_of(*late.windows.front().earliest), *day_from_civil({2100, 12, 6}));
}

TEST_F(Domains, CivilRoundTrip) {
  const std::int32_t first = day_from_civil({1400, 1, 1})->value;
  const std::int32_t last = day_from_civil({9999, 12, 31})->value;
  Weekday expected = weekday_of(Day{first});
  for (std::int32_t d = first; d <= last; ++d) {
    const CivilDate date = civil_from_day(Day{d});
    ASSERT_EQ(day_from_civil(date), Day{d});
    ASSERT_EQ(weekday_of(Day{d}), expected);
    expected = expected == Weekday::sunday ? Weekday::monday : static_cast<Weekday>(static_cast<int>(expected) + 1);
  }
}

TEST_F(Domains, EdtfRoundTrip) {
  for (int round = 0; round < 5000; ++round) {
    const Day a{static_cast<std::int32_t>(pick(-30000, 40000))};
    const Day b = a + static_cast<std::int32_t>(pick(0, 1) == 0 ? pick(0, 3) : pick(0, 800));
    const Window w{start_of(a), end_of(b)};
    const auto back = parse_edtf(edtf(w));
    ASSERT_TRUE(back) << edtf(w);
    ASSERT_EQ(back->windows.front(), w) << edtf(w);
  }
}

}  // namespace
}  // namespace isnad
