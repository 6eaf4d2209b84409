// Whatever resolve() makes of a meaning on some publication day, the relaxation allows.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "isnad/time.h"

namespace isnad {
namespace {

unsigned seed() {
  const char* given = std::getenv("ISNAD_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 9122024U;
}

class Meanings : public ::testing::Test {
 protected:
  void SetUp() override { std::cout << "ISNAD_SEED=" << seed() << '\n'; }
  std::mt19937 random{seed()};

  std::int32_t pick(std::int32_t lo, std::int32_t hi) { return std::uniform_int_distribution(lo, hi)(random); }
  bool maybe() { return pick(0, 2) == 0; }

  Meaning any() {
    Meaning m;
    m.direction = static_cast<Direction>(pick(0, 3));
    m.quantity.unit = static_cast<TimeUnit>(pick(0, static_cast<int>(TimeUnit::millennium)));
    m.quantity.count = pick(1, 6);
    if (maybe()) m.fields.part = static_cast<DayPart>(pick(0, 7));
    switch (pick(0, 5)) {
      case 0:
        m.fields.weekday = static_cast<Weekday>(pick(1, 7));
        break;
      case 1:
        m.fields.month = pick(1, 12);
        if (maybe()) m.fields.day = pick(1, 31);
        if (!m.fields.day) m.fields.part = std::nullopt;
        m.period = m.fields.day ? PeriodPart::whole : static_cast<PeriodPart>(pick(0, 3));
        break;
      case 2:
        m.kind = Meaning::Kind::offset;
        if (m.direction != Direction::past) m.direction = Direction::future;
        m.quantity.approximate = maybe();
        if (m.quantity.unit != TimeUnit::day) m.fields.part = std::nullopt;
        break;
      case 3:
        m.kind = Meaning::Kind::current;
        m.quantity.count = std::nullopt;
        if (m.quantity.unit < TimeUnit::day) m.quantity.unit = TimeUnit::day;
        if (m.quantity.unit != TimeUnit::day) m.fields.part = std::nullopt;
        if (m.quantity.unit == TimeUnit::month && maybe()) m.fields.day = pick(1, 28);
        m.quantity.approximate = maybe();
        m.period = static_cast<PeriodPart>(pick(0, m.quantity.unit == TimeUnit::week ? 4 : 3));
        break;
      case 4:
        m.kind = Meaning::Kind::span;
        m.fields.part = std::nullopt;
        break;
      default:
        m.fields.season = pick(1, 4);
        m.fields.part = std::nullopt;
        break;
    }
    return m;
  }
};

std::string show(const Meaning& m) {
  std::string out = "kind " + std::to_string(static_cast<int>(m.kind)) + " direction " +
                    std::to_string(static_cast<int>(m.direction)) + " unit " +
                    std::to_string(static_cast<int>(m.quantity.unit)) + " period " +
                    std::to_string(static_cast<int>(m.period));
  if (m.quantity.count) out += " count " + std::to_string(*m.quantity.count);
  if (m.fields.month) out += " month " + std::to_string(*m.fields.month);
  if (m.fields.day) out += " day " + std::to_string(*m.fields.day);
  if (m.fields.season) out += " season " + std::to_string(*m.fields.season);
  if (m.fields.weekday) out += " weekday " + std::to_string(static_cast<int>(*m.fields.weekday));
  if (m.fields.part) out += " part " + std::to_string(static_cast<int>(*m.fields.part));
  return out;
}

TEST_F(Meanings, RelaxationHoldsWhateverThePublicationDay) {
  for (int round = 0; round < 4000; ++round) {
    const Meaning m = any();
    const bool future = maybe();
    const Day p = *day_from_civil({pick(1950, 2050), pick(1, 12), pick(1, 28)});
    const Resolution r = resolve(m, Reference{p, {}, future});
    if (!r.domain || r.mismatch) continue;
    const Relaxation relaxed = relaxation(m, future);
    for (const Window& w : r.domain->windows) {
      for (const Instant t : {*w.earliest, *w.latest}) {
        const std::int64_t apart = t.value - start_of(p).value;
        SCOPED_TRACE(show(m) + (future ? " future" : "") + " on " + edtf(window_of(p)) + ": " + rfc3339(t));
        ASSERT_TRUE(!relaxed.domain || relaxed.domain->contains(t));
        ASSERT_TRUE(!relaxed.publication || relaxed.publication->contains(start_of(p)));
        const OffsetBounds bounds = relaxed.from_publication.value_or(OffsetBounds{});
        ASSERT_GE(apart, bounds.lo.value_or(Minutes{apart}).value);
        ASSERT_LE(apart, bounds.hi.value_or(Minutes{apart}).value);
      }
    }
  }
}

TEST_F(Meanings, ResolutionIsTheSameEachTime) {
  for (int round = 0; round < 300; ++round) {
    const Meaning m = any();
    const Reference r{Day{pick(0, 30000)}, {}, maybe()};
    const Resolution a = resolve(m, r);
    const Resolution b = resolve(m, r);
    EXPECT_EQ(a.value, b.value);
    EXPECT_EQ(a.domain, b.domain);
    EXPECT_EQ(a.derivation, b.derivation);
  }
}

}  // namespace
}  // namespace isnad
