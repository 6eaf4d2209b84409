#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

using namespace std::string_literals;

// "The leader returned to the city on Sunday and said ..." in Arabic, enough of it for a detector.
const std::string arabic =
    "\u0639\u0627\u062F \u0627\u0644\u0631\u0626\u064A\u0633 \u0625\u0644\u0649 \u0627\u0644\u0645\u062F\u064A\u0646"
    "\u0629 \u064A\u0648\u0645 \u0627\u0644\u0623\u062D\u062F\u060C \u0648\u0642\u0627\u0644 \u0641\u064A \u0628\u064A"
    "\u0627\u0646 \u0625\u0646 \u0627\u0644\u0623\u0645\u0648\u0631 \u062A\u0633\u064A\u0631 \u0639\u0644\u0649 \u0645"
    "\u0627 \u064A\u0631\u0627\u0645 \u0641\u064A \u0627\u0644\u0628\u0644\u0627\u062F.";

// The same in Windows-1256, byte by byte from the code page's table.
const std::string windows_1256 =
    "\xDA\xC7\xCF \xC7\xE1\xD1\xC6\xED\xD3 \xC5\xE1\xEC \xC7\xE1\xE3\xCF\xED\xE4\xC9 \xED\xE6\xE3 "
    "\xC7\xE1\xC3\xCD\xCF\xA1 \xE6\xDE\xC7\xE1 \xDD\xED \xC8\xED\xC7\xE4 \xC5\xE4 \xC7\xE1\xC3\xE3\xE6\xD1 "
    "\xCA\xD3\xED\xD1 \xDA\xE1\xEC \xE3\xC7 \xED\xD1\xC7\xE3 \xDD\xED \xC7\xE1\xC8\xE1\xC7\xCF.";

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) {
    if (big_endian) bytes.push_back('\0');
    bytes.push_back(c);
    if (!big_endian) bytes.push_back('\0');
  }
  return bytes;
}

TEST(Decode, KeepsUtf8AsItIs) {
  EXPECT_EQ(*decode(""), "");
  EXPECT_EQ(*decode("a\r\nb\n"), "a\r\nb\n");
  EXPECT_EQ(*decode(arabic), arabic);
}

TEST(Decode, KeepsAStrayNul) {
  const std::string text = "The minister said on Sunday\0 that it was over."s;
  EXPECT_EQ(*decode(text), text);
}

TEST(Decode, RemovesTheByteOrderMark) { EXPECT_EQ(*decode("\xEF\xBB\xBFtext"), "text"); }

TEST(Decode, KeepsAReplacementCharacterThatIsInTheText) {
  EXPECT_EQ(*decode("a\xEF\xBF\xBD"
                    "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Decode, ReadsUtf16) {
  EXPECT_EQ(*decode("\xFF\xFE" + utf16("Monday", false)), "Monday");
  EXPECT_EQ(*decode("\xFE\xFF" + utf16("Monday", true)), "Monday");
  // U+1F600 as a pair of surrogates.
  EXPECT_EQ(*decode("\xFF\xFE\x3D\xD8\x00\xDE"s), "\xF0\x9F\x98\x80");
}

TEST(Decode, ReadsUtf16WithoutAMark) {
  EXPECT_EQ(*decode(utf16("He left on Monday.", false)), "He left on Monday.");
  EXPECT_EQ(*decode(utf16("He left on Monday.", true)), "He left on Monday.");
}

TEST(Decode, RefusesBrokenUtf16) {
  const auto lone = decode("\xFF\xFE\x00\xD8\x41\x00"s);
  ASSERT_FALSE(lone);
  EXPECT_EQ(lone.error().code, ErrorCode::bad_encoding);
  EXPECT_FALSE(decode("\xFF\xFE\x41"s));
}

TEST(Decode, ReadsWindows1256) { EXPECT_EQ(*decode(windows_1256), arabic); }

TEST(Decode, RefusesUtf8WithABrokenByte) {
  // The broken byte stands behind 9 code points of "arabic" (2 bytes each but for a space), in the second line.
  std::string text = "first\n" + arabic;
  const std::size_t at = text.find("\u0627\u0644\u0645\u062F");
  text[at] = '\xFF';
  const auto decoded = decode(text);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::bad_encoding);
  EXPECT_NE(decoded.error().message.find("0xFF at offset " + std::to_string(at)), std::string::npos);
  EXPECT_EQ(decoded.error().place.line, 2U);
  EXPECT_EQ(decoded.error().place.column, 16U);  // 15 code points stand before it: 3+1+6+1+3+1
}

TEST(Decode, NamesTheFirstByteOfATruncatedSequence) {
  const auto decoded = decode("abc\xD8");
  ASSERT_FALSE(decoded);
  EXPECT_NE(decoded.error().message.find("0xD8 at offset 3"), std::string::npos);
}

TEST(Decode, RefusesWesternTextInASingleByteEncoding) {
  EXPECT_FALSE(
      decode("Le pr\xE9sident a \xE9t\xE9 re\xE7u \xE0 l'\xC9lys\xE9"
             "e."));
}

TEST(Decode, RefusesBinaryData) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>((i * 37) % 256));
  const auto decoded = decode(bytes);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::bad_encoding);
}

TEST(Decode, RefusesWhatIsTooLarge) {
  const auto decoded = decode(std::string(max_document_bytes + 1, 'a'));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace isnad
