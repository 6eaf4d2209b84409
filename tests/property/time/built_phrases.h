// Phrases built from the words of tests/data/time/phrases.txt, which must be found as a whole and dated as computed.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "isnad/time.h"
#include "project_grammar.h"

namespace isnad::test {

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

inline std::string iso(Day day) {
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

}  // namespace isnad::test
