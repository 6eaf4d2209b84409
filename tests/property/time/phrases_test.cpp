// Phrases built from words, numbers, clitics and directions on random days; the expected values are computed here by
// counting days one at a time, not by the resolver. The words are those of tests/data/time/phrases.txt.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "isnad/time.h"
#include "project_grammar.h"

namespace isnad {
namespace {

struct Phrases {
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> words;  // kind -> (key, word)

  Phrases() {
    std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/tests/data/time/phrases.txt");
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#') continue;
      const std::size_t a = line.find('\t');
      const std::size_t b = line.find('\t', a + 1);
      words[line.substr(0, a)].emplace_back(line.substr(a + 1, b - a - 1), line.substr(b + 1));
    }
  }
  [[nodiscard]] const std::string& word(const std::string& kind) const { return words.at(kind).front().second; }
  [[nodiscard]] const std::string& word(const std::string& kind, const std::string& key) const {
    for (const auto& [k, w] : words.at(kind)) {
      if (k == key) return w;
    }
    throw std::out_of_range(kind + ' ' + key);
  }
};

std::string iso(Day day) {
  const CivilDate d = civil_from_day(day);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

class BuiltPhrases : public testing::Test {
 protected:
  const Phrases data;
  unsigned seed = 0;
  std::mt19937 random;

  void SetUp() override {
    const char* given = std::getenv("ISNAD_SEED");
    seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 7U;
    std::cout << "ISNAD_SEED=" << seed << '\n';
    random.seed(seed);
  }
  std::int32_t pick(std::int32_t lo, std::int32_t hi) { return std::uniform_int_distribution(lo, hi)(random); }
  Day any_day() { return Day{pick(0, 27000)}; }

  /// Each phrase must be found as a whole, without the conjunction or preposition before it, with this value.
  void expect(const std::string& prefix, const std::string& phrase, Day published, const std::string& value) {
    const std::string text = data.word("before") + ' ' + prefix + phrase + '.';
    const Document document = read_document(DocumentIndex{0}, {}, text, project_grammar().page_cues());
    std::vector<Timex> found = tag(document, project_grammar(), project_grammar().annotate(document));
    resolve_all(found, document, published, {});
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(slice(text, found.front().span), phrase) << text;
    EXPECT_EQ(found.front().value, value) << text << " published " << iso(published) << " by " << found.front().rule;
  }
};

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
