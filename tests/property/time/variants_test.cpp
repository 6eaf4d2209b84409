// The same phrase, spelled otherwise: without hamza, with tatweel or vowels, with no-break spaces or marks of
// direction. Units, numbers in figures and words, directions and clitics are combined; the expected values are counted
// here by months and days, not by the resolver.
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

using Words = std::vector<std::pair<std::string, std::string>>;  // (key, word)

std::map<std::string, Words> read_words() {
  std::map<std::string, Words> out;
  std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/tests/data/time/phrases.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t a = line.find('\t');
    const std::size_t b = line.find('\t', a + 1);
    out[line.substr(0, a)].emplace_back(line.substr(a + 1, b - a - 1), line.substr(b + 1));
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Ways to spell a phrase that a reader does not tell apart. Each letter of these phrases has two bytes.
std::vector<std::string> spellings(const std::string& phrase) {
  const bool letter_first = static_cast<unsigned char>(phrase.front()) >= 0xD8;
  std::vector<std::string> out{
      phrase,
      replaced(replaced(phrase, "\u0623", "\u0627"), "\u0625", "\u0627"),  // no hamza
      replaced(phrase, "\u0629", "\u0647"),                                // ha for ta marbuta
      replaced(phrase, " ", "\u00A0"),
      replaced(phrase, " ", "\u200F "),
      replaced(phrase, " ", " \u202B"),
  };
  if (letter_first) {
    out.push_back(phrase.substr(0, 2) + "\u064E" + phrase.substr(2));        // a vowel
    out.push_back(phrase.substr(0, 2) + "\u0640\u0640" + phrase.substr(2));  // tatweel
  }
  return out;
}

class Variants : public testing::Test {
 protected:
  const std::map<std::string, Words> words = read_words();
  std::mt19937 random;

  void SetUp() override {
    const char* given = std::getenv("ISNAD_SEED");
    const unsigned seed = given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 11U;
    std::cout << "ISNAD_SEED=" << seed << '\n';
    random.seed(seed);
  }
  Day any_day() { return Day{std::uniform_int_distribution(0, 27000)(random)}; }
  [[nodiscard]] const std::string& word(const std::string& kind) const { return words.at(kind).front().second; }

  void expect(const std::string& phrase, Day published, const std::string& value) const {
    for (const std::string& prefix :
         {std::string(), words.at("conjunction")[0].second, words.at("conjunction")[1].second}) {
      for (const std::string& spelled : spellings(phrase)) {
        const std::string text = word("before") + ' ' + prefix + spelled + '.';
        const Document document = read_document(DocumentIndex{0}, {}, text, project_grammar().page_cues());
        std::vector<Timex> found = tag(document, project_grammar(), project_grammar().annotate(document));
        resolve_all(found, document, published, {});
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found.front().value, value) << text << " by " << found.front().rule;
        EXPECT_EQ(slice(text, found.front().span), spelled) << text;
      }
    }
  }
};

std::string day_of_value(Day day) {
  const CivilDate d = civil_from_day(day);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

/// `n` units from `day`, as a TIMEX3 value: to the day, for weeks too; to the month; to the year.
std::string moved(Day day, const std::string& unit, std::int32_t n) {
  const CivilDate d = civil_from_day(day);
  if (unit == "day") return day_of_value(day + n);
  if (unit == "week") return day_of_value(day + 7 * n);
  if (unit == "year") return fmt::format("{:04}", d.year + n);
  const std::int32_t months = d.year * 12 + d.month - 1 + n;
  return fmt::format("{:04}-{:02}", months / 12, months % 12 + 1);
}

/// "After `n` units", where nothing is told that it could count from: from the day of writing, but for what nobody
/// announces so far ahead ("left after 22 years").
std::string later(Day day, const std::string& unit, std::int32_t n) {
  return unit == "year" ? fmt::format("P{}Y", n) : moved(day, unit, n);
}

TEST_F(Variants, NumbersInWords) {
  for (const auto& [key, plural] : words.at("plural")) {
    const std::string unit = key.substr(0, key.size() - 2);
    for (const auto& [number, numeral] : words.at("numeral")) {
      if (number.back() != key.back()) continue;  // the numeral agrees with its noun
      const std::int32_t n = std::stoi(number);
      const Day p = any_day();
      for (const char* ago : {"ago", "ago-since"}) {
        expect(word(ago) + ' ' + numeral + ' ' + plural, p, moved(p, unit, -n));
      }
      expect(word("later") + ' ' + numeral + ' ' + plural, p, later(p, unit, n));
    }
  }
}

TEST_F(Variants, LargerNumbersInWords) {
  for (const auto& [unit, noun] : words.at("many")) {
    for (const auto& [number, numeral] : words.at("many-numeral")) {
      const Day p = any_day();
      expect(word("ago") + ' ' + numeral + ' ' + noun, p, moved(p, unit, -std::stoi(number)));
      expect(word("later") + ' ' + numeral + ' ' + noun, p, later(p, unit, std::stoi(number)));
    }
  }
}

TEST_F(Variants, OneAndTwo) {
  for (const auto& [unit, noun] : words.at("pair")) {
    const Day p = any_day();
    expect(word("ago") + ' ' + noun, p, moved(p, unit, -2));
    expect(word("later") + ' ' + noun, p, later(p, unit, 2));
  }
  for (const auto& [unit, noun] : words.at("one")) {
    const Day p = any_day();
    expect(word("ago") + ' ' + noun, p, moved(p, unit, -1));
    expect(word("later") + ' ' + noun, p, later(p, unit, 1));
  }
}

TEST_F(Variants, LastThreeUnits) {
  const std::map<std::string, std::string> values{{"day", "P3D"}, {"week", "P3W"}, {"month", "P3M"}, {"year", "P3Y"}};
  for (const auto& [unit, phrase] : words.at("last")) expect(phrase, any_day(), values.at(unit));
}

TEST_F(Variants, PartsOfWeekdays) {
  for (const auto& [part, name] : words.at("part")) {
    for (const auto& [key, weekday] : words.at("weekday")) {
      const Day p = any_day();
      Day at = p;
      while (weekday_of(at) != static_cast<Weekday>(std::stoi(key))) at = at - 1;
      expect(name + ' ' + weekday, p, day_of_value(at) + part);
    }
  }
}

}  // namespace
}  // namespace isnad
