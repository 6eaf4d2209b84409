// Laws of the text stage, for random code points that matter to it and for random bytes. A failure prints its seed;
// ISNAD_SEED runs that seed alone.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <random>

#include "isnad/text.h"
#include "page_cues.h"

namespace isnad {
namespace {

using Random = std::mt19937;

std::vector<unsigned> seeds() {
  if (const char* given = std::getenv("ISNAD_SEED")) return {static_cast<unsigned>(std::strtoul(given, nullptr, 10))};
  std::vector<unsigned> all;
  for (unsigned s = 1; s <= 300; ++s) all.push_back(s);
  return all;
}

std::size_t pick(Random& random, std::size_t below) {
  return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
}

std::string utf8(char32_t c) {
  std::string s;
  const auto put = [&](char32_t byte) { s.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
  return s;
}

/// Code points around which the rules turn, and any others.
char32_t random_code_point(Random& random) {
  static constexpr std::array<char32_t, 60> interesting = {
      0x0627, 0x0623, 0x0622, 0x0648, 0x064A, 0x0649, 0x0629, 0x0640, 0x0653, 0x0654, 0x0655, 0x064E,
      0x0651, 0x0670, 0x0671, 0x06CC, 0x06A9, 0x06C1, 0x06D5, 0x0660, 0x06F5, 0x066B, 0x066C, 0x060C,
      0x061F, 0x200D, 0x200F, 0x202E, 0x2067, 0xFEFF, 0xFE0F, 0x034F, 0x0301, 0x0323, 0x0307, 0x0130,
      0x0345, 0x1E9E, 0x00AD, 0x00A0, 0x2028, U'\n',  U'\r',  U' ',   0x00AB, 0x00BB, 0x201C, 0x201D,
      U'"',   U'.',   U'-',   U'_',   U'\'',  0x2019, 0x2026, 0xFDFA, 0xFEFB, 0xFE77, 0xFD3E, 0x1F600};
  switch (pick(random, 4)) {
    case 0:
      return static_cast<char32_t>(0x20 + pick(random, 0x5F));
    case 1:
      return static_cast<char32_t>(0x600 + pick(random, 0x100));
    case 2: {
      const auto c = static_cast<char32_t>(1 + pick(random, 0x10FFFE));
      return c >= 0xD800 && c <= 0xDFFF ? U'x' : c;
    }
    default:
      return interesting[pick(random, interesting.size())];
  }
}

std::string random_text(Random& random) {
  std::string text;
  const std::size_t size = pick(random, 400);
  for (std::size_t i = 0; i < size; ++i) text += utf8(random_code_point(random));
  return text;
}

std::string random_bytes(Random& random) {
  std::string bytes(pick(random, 300), '\0');
  for (char& b : bytes) b = static_cast<char>(static_cast<unsigned char>(pick(random, 256)));
  return bytes;
}

/// A page of lines as pages have them, put together at random.
std::string random_page(Random& random) {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> all;
    for (const PageCues& c : test::page_cues()) {
      for (const auto* list : {&c.related_opens, &c.tail_opens, &c.furniture, &c.dateline_opens, &c.date_words,
                               &c.byline_words, &c.agencies, &c.continues, &c.section_words}) {
        all.insert(all.end(), list->begin(), list->end());
      }
    }
    for (const char* s :
         {" ", " - ", ": ", " | ", ".", "\n", "\n", "\n- ", " 9 ", " 2024 ", "(", ")", "\"", "9/12/2024", ", "}) {
      for (int i = 0; i < 40; ++i) all.emplace_back(s);
    }
    return all;
  }();
  std::string page;
  const std::size_t size = pick(random, 200);
  for (std::size_t i = 0; i < size; ++i) page += lines[pick(random, lines.size())] + (pick(random, 2) == 0 ? " " : "");
  return page;
}

bool is_valid_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_normalised(const std::string& text) {
  const Normalised n = normalise(text);
  ASSERT_EQ(n.offsets.size(), n.text.size() + 1);
  EXPECT_EQ(n.offsets.back(), text.size());
  for (std::size_t i = 1; i < n.offsets.size(); ++i) ASSERT_LE(n.offsets[i - 1], n.offsets[i]);
  EXPECT_EQ(matching_form(text), n.text);
  EXPECT_EQ(matching_form(n.text), n.text);
}

void check_document(const std::string& text, bool valid) {
  const Document d = read_document(DocumentIndex{0}, {}, text, test::page_cues());
  ASSERT_EQ(d.text, text);
  std::uint32_t at = 0;
  for (const Token& t : d.tokens) {
    ASSERT_LE(at, t.begin.value);
    ASSERT_LT(t.begin, t.end);
    ASSERT_LE(t.end.value, text.size());
    if (valid) {
      ASSERT_TRUE(is_valid_boundary(text, t.begin.value));
      ASSERT_TRUE(is_valid_boundary(text, t.end.value));
    }
    ASSERT_GT(t.key_size, 0U);
    EXPECT_EQ(matching_form(d.key(t)), d.key(t));
    EXPECT_EQ(t.key_hash, hash_of_key(d.key(t)));
    // Words that are read letter by letter and those that are not have the form of the whole.
    if (t.kind == TokenKind::word && d.surface(t).size() <= 200) {
      EXPECT_EQ(d.key(t), matching_form(d.surface(t)));
    }
    at = t.end.value;
  }
  // Sentences cover the tokens in order, each within its block; blocks begin and end with a token.
  std::uint32_t token = 0;
  for (const Sentence& s : d.sentences) {
    ASSERT_EQ(s.first, token);
    ASSERT_LT(s.first, s.last);
    ASSERT_LE(s.last - s.first, max_sentence_tokens);
    const Block& b = d.blocks.at(s.block);
    ASSERT_LE(b.begin, d.tokens[s.first].begin);
    ASSERT_LE(d.tokens[s.last - 1].end, b.end);
    token = s.last;
  }
  ASSERT_EQ(token, d.tokens.size());
  std::uint32_t end = 0;
  std::size_t first = 0;
  for (const Block& b : d.blocks) {
    ASSERT_LE(end, b.begin.value);
    ASSERT_LT(b.begin, b.end);
    ASSERT_EQ(d.tokens.at(first).begin, b.begin);
    ASSERT_FALSE(d.tokens.at(first).glued);
    while (first < d.tokens.size() && d.tokens[first].begin < b.end) ++first;
    ASSERT_EQ(d.tokens.at(first - 1).end, b.end);
    end = b.end.value;
  }
  // What no token covers is invisible: its matching form is white space and control characters alone.
  std::uint32_t behind = 0;
  const auto check_gap = [&](std::uint32_t begin, std::uint32_t to) {
    for (const char c : matching_form(std::string_view(text).substr(begin, to - begin))) {
      const auto byte = static_cast<unsigned char>(c);
      ASSERT_TRUE(byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || (byte >= 0x80 && byte <= 0xBF))
          << begin;
    }
  };
  for (const Token& t : d.tokens) {
    check_gap(behind, t.begin.value);
    behind = t.end.value;
  }
  check_gap(behind, static_cast<std::uint32_t>(text.size()));
  for (std::size_t i = 1; i < d.lines.size(); ++i) ASSERT_LT(d.lines[i - 1], d.lines[i]);
}

class TextLaws : public testing::TestWithParam<unsigned> {};

TEST_P(TextLaws, HoldForRandomText) {
  SCOPED_TRACE("ISNAD_SEED=" + std::to_string(GetParam()));
  Random random(GetParam());
  const std::string text = random_text(random);
  check_normalised(text);
  check_document(text, true);
  const auto decoded = decode(text);
  if (decoded && !text.starts_with("\xEF\xBB\xBF")) {
    EXPECT_EQ(*decoded, text);
  }
}

TEST_P(TextLaws, HoldForRandomBytes) {
  SCOPED_TRACE("ISNAD_SEED=" + std::to_string(GetParam()));
  Random random(GetParam());
  const std::string bytes = random_bytes(random);
  check_normalised(bytes);
  check_document(bytes, false);
  const auto decoded = decode(bytes);
  if (decoded) {
    EXPECT_EQ(matching_form(*decoded), normalise(*decoded).text);
  }
  (void)article_of_html(bytes);
}

TEST_P(TextLaws, HoldForRandomPages) {
  SCOPED_TRACE("ISNAD_SEED=" + std::to_string(GetParam()));
  Random random(GetParam());
  check_document(random_page(random), true);
}

INSTANTIATE_TEST_SUITE_P(Seeds, TextLaws, testing::ValuesIn(seeds()));

}  // namespace
}  // namespace isnad
