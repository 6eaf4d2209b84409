// Words that are forms of one word, against the definition written out: pairs that are told apart early must be those
// that the definition tells apart. A failure prints its seed; ISNAD_SEED runs that seed alone.
#include "audit/alike.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace isnad {
namespace {

using Word = std::u32string;

std::size_t common(const Word& x, const Word& y, std::size_t i = 0, std::size_t j = 0) {
  if (i == x.size() || j == y.size()) return 0;
  if (x[i] == y[j]) return 1 + common(x, y, i + 1, j + 1);
  return std::max(common(x, y, i + 1, j), common(x, y, i, j + 1));
}

std::size_t edits(const Word& x, const Word& y, std::size_t i = 0, std::size_t j = 0) {
  if (i == x.size()) return y.size() - j;
  if (j == y.size()) return x.size() - i;
  if (x[i] == y[j]) return edits(x, y, i + 1, j + 1);
  return 1 + std::min({edits(x, y, i + 1, j + 1), edits(x, y, i + 1, j), edits(x, y, i, j + 1)});
}

bool by_definition(const Word& x, const Word& y) {
  const std::size_t shared = common(x, y);
  if (shared >= 3 && 10 * shared >= 7 * std::max(x.size(), y.size())) return true;
  return x.front() == y.front() && x.back() == y.back() && edits(x, y) <= 2;
}

std::string utf8(const Word& word) {
  std::string text;
  for (const char32_t c : word) {
    text.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    text.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  }
  return text;
}

/// Up to seven letters; of few kinds, so that many words are alike.
Word random_word(std::mt19937& random) {
  const std::u32string letters = U"\u0628\u062A\u062C\u062F\u0631\u0633\u0645";
  Word word(1 + random() % 7, U' ');
  for (char32_t& letter : word) letter = letters[random() % letters.size()];
  return word;
}

/// The word with up to three letters replaced, left out or put in; never empty.
Word changed(Word word, std::mt19937& random) {
  for (std::size_t n = random() % 4; n > 0; --n) {
    const auto at = static_cast<Word::difference_type>(random() % word.size());
    const char32_t letter = random_word(random).front();
    if (random() % 3 == 0) {
      word[static_cast<std::size_t>(at)] = letter;
    } else if (word.size() > 1 && random() % 2 == 0) {
      word.erase(word.begin() + at);
    } else {
      word.insert(word.begin() + at, letter);
    }
  }
  return word;
}

TEST(Alike, AsDefined) {
  std::vector<unsigned> seeds;
  if (const char* given = std::getenv("ISNAD_SEED")) {
    seeds.push_back(static_cast<unsigned>(std::strtoul(given, nullptr, 10)));
  } else {
    for (unsigned s = 1; s <= 2000; ++s) seeds.push_back(s);
  }
  std::size_t pairs_alike = 0;
  for (const unsigned seed : seeds) {
    std::mt19937 random(seed);
    const Word x = random_word(random);
    const Word y = random() % 2 == 0 ? random_word(random) : changed(x, random);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + ": " + utf8(x) + " and " + utf8(y));
    const bool expected = by_definition(x, y);
    pairs_alike += expected ? 1U : 0U;
    EXPECT_EQ(audit_rules::alike(utf8(x), utf8(y)), expected);
    EXPECT_EQ(audit_rules::alike_words({utf8(x)}, {utf8(y)}), expected ? 1U : 0U);
  }
  if (seeds.size() > 1) {
    EXPECT_GT(pairs_alike, 100U);
  }
}

}  // namespace
}  // namespace isnad
