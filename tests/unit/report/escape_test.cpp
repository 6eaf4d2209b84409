#include "report/escape.h"

#include <gtest/gtest.h>

#include <string>

namespace isnad {
namespace {

TEST(Printable, MakesOneLine) {
  EXPECT_EQ(printable("  a\tb\r\n\n c\u2028d\u00A0e \x01"), "a b c d e");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a b");
}

TEST(Printable, DropsWhatTurnsTextAround) {
  EXPECT_EQ(printable("a\u202Eb\u2066c\u2069\u200Fd\uFEFF"), "abcd");
  EXPECT_EQ(printable("soft\u00ADhyphen \U000E0041tag"), "softhyphen tag");
}

TEST(Printable, KeepsLettersMarksAndJoiners) {
  const std::string persian = "\u0645\u06CC\u200C\u0634\u0648\u062F";
  const std::string marked = "\u0628\u064E\u0651";
  EXPECT_EQ(printable(persian), persian);
  EXPECT_EQ(printable(marked), marked);
}

TEST(Printable, RepairsBrokenUtf8) {
  EXPECT_EQ(printable("a\xFF"
                      "b"),
            "a\uFFFDb");
  EXPECT_EQ(printable("\xD9"), "\uFFFD");
  EXPECT_EQ(printable("\xED\xA0\x80").find('\xED'), std::string::npos) << "an encoded surrogate is no character";
}

TEST(Printable, TwiceIsOnce) {
  for (const std::string text : {" a  b ", "\xC3\x28", "\u202E \u2066", "x \u00AD y"}) {
    EXPECT_EQ(printable(printable(text)), printable(text));
  }
}

TEST(Shortened, LeavesWhatFits) {
  EXPECT_EQ(shortened("12345", 5), "12345");
  EXPECT_EQ(shortened("", 5), "");
}

TEST(Shortened, EndsInAnEllipsisThatCounts) {
  EXPECT_EQ(shortened("123456", 5), "1234\u2026");
  EXPECT_EQ(code_points(shortened(std::string(10000, 'x'), 40)), 40U);
}

TEST(Shortened, PrefersTheEndOfAWord) {
  EXPECT_EQ(shortened("abcdef gh ijk", 9), "abcdef\u2026");   // 6 of the 8 that fit
  EXPECT_EQ(shortened("a bcdefghijk", 9), "a bcdefg\u2026");  // the word ends too early
}

TEST(Shortened, KeepsMarksWithTheirLetter) {
  // b with two marks is three code points; with a limit of 4 nothing but the first letter fits beside the ellipsis.
  const std::string text = "a\u0628\u064E\u0651xyz";
  EXPECT_EQ(shortened(text, 4), "a\u2026");
  EXPECT_EQ(shortened(text, 5), "a\u0628\u064E\u0651\u2026");
}

TEST(Isolated, ClosesWhatItOpens) {
  EXPECT_EQ(isolated("x", Language::ar), "\u2067x\u2069");
  EXPECT_EQ(isolated("x", Language::en), "\u2066x\u2069");
  EXPECT_EQ(isolated("x"), "\u2068x\u2069");
}

TEST(WithIsolatedRuns, KeepsDatesAndNamesOfFilesTogether) {
  const auto run = [](const std::string& text) { return "\u2066" + text + "\u2069"; };
  EXPECT_EQ(with_isolated_runs("\u0641\u064A 2024-12-07."), "\u0641\u064A " + run("2024-12-07") + ".");
  EXPECT_EQ(with_isolated_runs("(2024-12-08T03:00/06:59)"), "(" + run("2024-12-08T03:00/06:59") + ")");
  EXPECT_EQ(with_isolated_runs("../2024-12-07, 2024/.."), run("../2024-12-07") + ", " + run("2024/.."));
  EXPECT_EQ(with_isolated_runs("[2024,2025]"), run("[2024,2025]"));
  EXPECT_EQ(with_isolated_runs("002_6d.txt: 7, a - b ... /"), run("002_6d.txt") + ": 7, a - b ... /");
  EXPECT_EQ(with_isolated_runs(""), "");
}

TEST(XmlEscaped, EscapesForTextAndAttribute) {
  EXPECT_EQ(xml_escaped("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(xml_escaped("a\nb\x02"), "a\nb\uFFFD");
  EXPECT_EQ(xml_escaped("\xFF"), "\uFFFD");
}

TEST(DotEscaped, DoublesBackslashes) {
  EXPECT_EQ(dot_escaped("\\N \\"), "\\\\N \\\\");
  EXPECT_EQ(dot_escaped("a & b"), "a &amp; b");
  EXPECT_EQ(dot_escaped("&lt;"), "&amp;\u2060lt;");
  EXPECT_EQ(dot_escaped("&#65;"), "&amp;\u2060#65;");
}

}  // namespace
}  // namespace isnad
