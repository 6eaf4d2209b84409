// Findings and timelines for a terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/text_excerpt.h"
#include "sample_timeline.h"

namespace isnad {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr TextStyle plain{Language::en, false};

test::TimelineBuilder one_finding(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  test::TimelineBuilder builder;
  const std::size_t document = builder.document("a", text);
  const std::size_t event = builder.event({"\u0633", "the fall"}, EventStatus::disputed);
  const ClaimRef ref = builder.claim(document, event, "2024-12-07", {"TASS", "a source"});
  builder.edit().graph.event_windows[event] = parse_edtf("2024-12-07")->hull();
  builder.edit().documents[0].claims[0].span = {DocumentIndex{0}, {begin}, {end}};
  builder.finding(FindingRule::date_conflict, Level::error, {ref}, {"\u062A", "cannot both be true"});
  return builder;
}

TEST(FindingsText, BeginsAsCompilersDo) {
  const auto builder = one_finding("one\nIt fell there", 7, 11);
  EXPECT_THAT(findings_text(builder.get(), {0}, plain),
              StartsWith("a.txt:2:4: error: cannot both be true [date-conflict]\n"));
}

TEST(FindingsText, CaretsStandBelowTheWords) {
  const auto builder = one_finding("one\nIt fell there", 7, 11);
  EXPECT_THAT(findings_text(builder.get(), {0}, plain), HasSubstr("     2 | It fell there\n"
                                                                  "       |    ^^^^\n"));
}

TEST(FindingsText, CaretsKnowWideAndZeroWidthCharacters) {
  // Two wide ideographs (4 columns), e with a combining acute (1 column), a space; then 2 wide ones are marked.
  const auto builder = one_finding("\u4E00\u4E01e\u0301 \u4E02\u4E03!", 10, 16);
  EXPECT_THAT(findings_text(builder.get(), {0}, plain), HasSubstr("\n       |       ^^^^\n"));
}

TEST(FindingsText, RightToLeftTextIsBracketed) {
  // "\u0641\u064A 7": the marked word is the second, behind 5 bytes.
  const auto builder = one_finding("\u0641\u064A \u062F\u0645\u0634\u0642.", 5, 13);
  const std::string out = findings_text(builder.get(), {0}, plain);
  EXPECT_THAT(out, HasSubstr("\u0641\u064A \u27E6\u062F\u0645\u0634\u0642\u27E7."));
  EXPECT_THAT(out, Not(HasSubstr("^")));
}

TEST(FindingsText, NothingInAnArticleReachesTheTerminal) {
  const auto builder = one_finding("a\x1b[2Jb \u202Ec\u2066 \x07 fell", 0, 20);
  const std::string out = findings_text(builder.get(), {0}, plain);
  for (const char* control : {"\x1b", "\u202E", "\u2066", "\x07"}) EXPECT_THAT(out, Not(HasSubstr(control)));
}

TEST(FindingsText, TellsChainDerivationReasonsAndRepair) {
  auto builder = one_finding("It fell there", 3, 7);
  Finding& finding = builder.edit().audit.findings[0];
  finding.evidence[0].attribution = "TASS < a source";
  finding.evidence[0].label = {"\u0633", "says 7 December"};
  finding.evidence[0].derivation = {{"\u0633", "yesterday"}, {"\u0633", "= 7 December"}};
  finding.reasoning = {{"\u0633", "one day"}, {"\u0633", "not two"}};
  finding.repair = Repair{{ClaimRef{}}, "2024-12-08"};
  const std::string out = findings_text(builder.get(), {0}, plain);
  EXPECT_THAT(out, HasSubstr("  says 7 December\n"));
  EXPECT_THAT(out, HasSubstr("= how it is dated: yesterday\n       = = 7 December\n"));
  EXPECT_THAT(out, HasSubstr("= according to: TASS < a source\n"));
  EXPECT_THAT(out, HasSubstr("= why: one day\n       = not two\n"));
  EXPECT_THAT(out, HasSubstr("the least to give up so that the rest can hold: a-c1 \"fell\"\n"));
  EXPECT_THAT(out, HasSubstr("what the rest says: 2024-12-08\n"));
}

TEST(FindingsText, SummaryCountsInBothLanguages) {
  const auto builder = one_finding("fell", 0, 4);
  EXPECT_THAT(findings_text(builder.get(), {0}, plain), HasSubstr("\n1 article: 1 error, 0 warnings, 0 notes\n"));
  EXPECT_EQ(findings_text(builder.get(), {}, plain), "1 article: nothing contradicts\n");
  EXPECT_EQ(findings_text(builder.get(), {}, {Language::ar, false}),
            "\u0645\u0627\u062F\u0629 \u0648\u0627\u062D\u062F\u0629: "
            "\u0644\u0627 \u0634\u064A\u0621 \u064A\u062A\u0639\u0627\u0631\u0636\n");
}

TEST(FindingsText, ColourOnlyWhereAsked) {
  const auto builder = one_finding("fell", 0, 4);
  EXPECT_THAT(findings_text(builder.get(), {0}, plain), Not(HasSubstr("\x1b")));
  EXPECT_THAT(findings_text(builder.get(), {0}, {Language::en, true}), HasSubstr("\x1b[1;31merror\x1b[0m"));
}

TEST(Excerpt, LongLinesAreCutAroundTheWords) {
  const std::string text = std::string(1000, 'a') + " MARK " + std::string(1000, 'b');
  const auto builder = one_finding(text, 1001, 1005);
  const Excerpt excerpt = excerpt_of(builder.get().documents[0].document, {DocumentIndex{0}, {1001}, {1005}});
  EXPECT_EQ(excerpt.marked, "MARK");
  EXPECT_EQ(excerpt.before, "\u2026" + std::string(59, 'a') + " ");
  EXPECT_EQ(excerpt.after, " " + std::string(59, 'b') + "\u2026");
}

TEST(Excerpt, EndsWithItsLine) {
  const auto builder = one_finding("first\nsecond", 0, 12);
  EXPECT_EQ(excerpt_of(builder.get().documents[0].document, {DocumentIndex{0}, {0}, {12}}).marked, "first");
}

TEST(TimelineText, DatesSourcesAndDispute) {
  const auto builder = one_finding("It fell there", 3, 7);
  const std::string out = timeline_text(builder.get(), plain);
  EXPECT_THAT(out, StartsWith("2024-12-07                   the fall  (!) disputed\n"));
  EXPECT_THAT(out, HasSubstr("    2024-12-07               a:1 < TASS < a source  fell\n"));
}

TEST(TimelineText, CountsWhatHasNoDate) {
  test::TimelineBuilder builder;
  builder.claim(builder.document("a", "x"), builder.event({"\u0633", "undated"}), "");
  EXPECT_EQ(timeline_text(builder.get(), plain), "1 event without a date\n");
}

}  // namespace
}  // namespace isnad
