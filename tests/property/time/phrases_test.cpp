// Phrases built from words, numbers, clitics and directions on random days; the expected values are computed here by
// counting days one at a time, not by the resolver. The words are those of tests/data/time/phrases.txt.
#include "built_phrases.h"

namespace isnad {
namespace {

using test::BuiltPhrases;
using test::iso;

TEST_F(BuiltPhrases, Ago) {
  for (const std::string unit : {"day", "week", "month", "year"}) {
    for (std::int32_t n = 1; n <= 15; ++n) {
      const std::string amount = n == 1   ? data.word("one", unit)
                                 : n == 2 ? data.word("pair", unit)
                                          : fmt::format("{} {}", n, data.word(n <= 10 ? "few" : "many", unit));
      const Day p = any_day();
      const CivilDate d = civil_from_day(p);
      std::string value;
      if (unit == "day") value = iso(p - n);
      if (unit == "week") value = iso(p - 7 * n);
      if (unit == "month") {
        const std::int32_t months = d.year * 12 + d.month - 1 - n;
        value = fmt::format("{:04}-{:02}", months / 12, months % 12 + 1);
      }
      if (unit == "year") value = fmt::format("{:04}", d.year - n);
      for (const std::string& prefix : {std::string(), data.word("conjunction")}) {
        expect(prefix, data.word("ago") + ' ' + amount, p, value);
      }
    }
  }
}

TEST_F(BuiltPhrases, Weekdays) {
  for (const auto& [key, name] : data.words.at("weekday")) {
    const Weekday wanted = static_cast<Weekday>(std::stoi(key));
    for (int round = 0; round < 4; ++round) {
      const Day p = any_day();
      Day bare = p;
      while (weekday_of(bare) != wanted) bare = bare - 1;
      Day last = p - 1;
      while (weekday_of(last) != wanted) last = last - 1;
      Day next = p + 1;
      while (weekday_of(next) != wanted) next = next + 1;
      expect("", name, p, iso(bare));
      expect(data.word("conjunction"), name, p, iso(bare));
      expect("", name + ' ' + data.word("past"), p, iso(last));
      expect("", name + ' ' + data.word("future"), p, iso(next));
    }
  }
}

TEST_F(BuiltPhrases, DaysOfMonths) {
  for (const auto& [key, name] : data.words.at("month")) {
    const std::int32_t month = std::stoi(key);
    for (int round = 0; round < 3; ++round) {
      const Day p = any_day();
      const std::int32_t day = pick(1, 28);
      const auto nearest = [&](std::int32_t step, Day from) {
        Day at = from;
        while (civil_from_day(at).month != month || civil_from_day(at).day != day) at = at + step;
        return at;
      };
      const std::string phrase = fmt::format("{} {}", day, name);
      // What comes within three months is announced, what was there is told.
      const Day coming = nearest(1, p);
      expect(data.word("in") + ' ', phrase, p, iso(coming - p <= 95 ? coming : nearest(-1, p)));
      expect(data.word("in") + ' ', phrase + ' ' + data.word("past"), p, iso(nearest(-1, p - 1)));
      expect(data.word("in") + ' ', phrase + ' ' + data.word("future"), p, iso(nearest(1, p + 1)));
      const std::int32_t year = pick(1950, 2049);
      expect(data.word("in") + ' ', fmt::format("{} {}", phrase, year), p,
             fmt::format("{:04}-{:02}-{:02}", year, month, day));
    }
  }
}

TEST_F(BuiltPhrases, OrdinalDays) {
  for (const auto& [day, name] : data.words.at("ordinal")) {
    for (const auto& [month, month_name] : data.words.at("month")) {
      const std::int32_t year = pick(1950, 2049);
      expect(data.word("in") + ' ', fmt::format("{} {} {} {}", name, data.word("from"), month_name, year), any_day(),
             fmt::format("{:04}-{:02}-{:02}", year, std::stoi(month), std::stoi(day)));
    }
  }
}

}  // namespace
}  // namespace isnad
