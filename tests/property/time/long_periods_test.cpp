// Weekends, centuries, decades, seasons, halves of units, years that are about right: the values are computed here from
// the numbers of the words.
#include "built_phrases.h"

namespace isnad {
namespace {

using test::BuiltPhrases;

/// The ISO week of a day, found by walking from the Thursday of its week back to the first one of the year.
std::string iso_week(Day day) {
  while (weekday_of(day) != Weekday::thursday) day = weekday_of(day) < Weekday::thursday ? day + 1 : day - 1;
  const std::int32_t year = civil_from_day(day).year;
  std::int32_t week = 1;
  while (civil_from_day(day - 7).year == year) {
    day = day - 7;
    ++week;
  }
  return fmt::format("{:04}-W{:02}", year, week);
}

TEST_F(BuiltPhrases, Weekends) {
  for (int round = 0; round < 20; ++round) {
    const Day p = any_day();
    expect(data.word("in") + ' ', data.word("weekend", "past"), p, iso_week(p - 7) + "-WE");
    expect(data.word("in") + ' ', data.word("weekend", "present"), p, iso_week(p) + "-WE");
    expect(data.word("in") + ' ', data.word("weekend", "future"), p, iso_week(p + 7) + "-WE");
  }
}

TEST_F(BuiltPhrases, Centuries) {
  for (const auto& [number, century] : data.words.at("century")) {
    const std::string value = fmt::format("{:02}", std::stoi(number) - 1);
    expect(data.word("in") + ' ', century, any_day(), value);
    for (const auto& [part, of] : data.words.at("part-of-century"))
      expect(data.word("in") + ' ', of + ' ' + century, any_day(), value);
    expect(data.word("in") + ' ', century + ' ' + data.word("before-christ"), any_day(), "BC" + value);
  }
}

TEST_F(BuiltPhrases, DecadesOfCenturies) {
  for (const auto& [century, name] : data.words.at("century")) {
    const std::int32_t first = (std::stoi(century) - 1) * 10;
    if (first < 140 || first > 190) continue;
    for (const auto& [tens, decade] : data.words.at("decade"))
      expect(data.word("in") + ' ', decade + ' ' + name, any_day(), fmt::format("{}", first + std::stoi(tens)));
    for (const auto& [nth, decade] : data.words.at("decade-number"))
      expect(data.word("in") + ' ', decade + ' ' + name, any_day(), fmt::format("{}", first + std::stoi(nth) - 1));
  }
}

TEST_F(BuiltPhrases, SeasonsOfYears) {
  for (const auto& [code, season] : data.words.at("season")) {
    for (int round = 0; round < 6; ++round) {
      const std::int32_t year = pick(1700, 2049);
      expect(data.word("in") + ' ', fmt::format("{} {} {}", season, data.word("year"), year), any_day(),
             fmt::format("{}-{}", year, code));
    }
  }
}

TEST_F(BuiltPhrases, AboutAYear) {
  for (const auto& [key, about] : data.words.at("about")) {
    for (int round = 0; round < 6; ++round) {
      const std::int32_t year = pick(1000, 2049);
      expect(data.word("in") + ' ', fmt::format("{} {} {}", about, data.word("year"), year), any_day(),
             fmt::format("{}", year));
    }
  }
}

TEST_F(BuiltPhrases, TwoWeekdaysOfEachWeek) {
  for (const auto& [a, first] : data.words.at("indefinite-weekday")) {
    for (const auto& [b, second] : data.words.at("indefinite-weekday")) {
      if (a == b) continue;
      expect("", fmt::format("{} {} {}{}", data.word("every"), first, data.word("conjunction"), second), any_day(),
             fmt::format("[XXXX-WXX-{},XXXX-WXX-{}]", a, b));
    }
  }
}

TEST_F(BuiltPhrases, SomeUnitsAndAHalf) {
  for (const auto& [value, words] : data.words.at("and-half"))
    for (const std::int32_t count : {3, 4, 7, 10})
      expect("", fmt::format("{} {}", count, words), any_day(), fmt::format(fmt::runtime(value), count));
}

TEST_F(BuiltPhrases, FirstAndLastDaysOfMonths) {
  for (const auto& [month, name] : data.words.at("month")) {
    const std::int32_t year = pick(1950, 2049);
    for (const auto& [days, of] : data.words.at("month-part"))
      expect(data.word("in") + ' ', fmt::format("{} {} {}", of, name, year), any_day(),
             fmt::format("{:04}-{:02}", year, std::stoi(month)));
  }
}

}  // namespace
}  // namespace isnad
