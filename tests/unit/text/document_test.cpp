#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

Document read(std::string text) {
  return read_document(DocumentIndex{7}, {}, std::move(text), std::vector<PageCues>{});
}

TEST(ReadDocument, OfNothing) {
  const Document d = read("");
  EXPECT_TRUE(d.blocks.empty());
  EXPECT_TRUE(d.tokens.empty());
  EXPECT_EQ(d.language, "und");
  EXPECT_EQ(place(d, {0}), (LineColumn{1, 1}));
}

TEST(ReadDocument, GluedIsToldWithinABlockOnly) {
  const Document d = read("a,b c\nd");
  ASSERT_EQ(d.tokens.size(), 5U);
  EXPECT_FALSE(d.tokens[0].glued);
  EXPECT_TRUE(d.tokens[1].glued);
  EXPECT_TRUE(d.tokens[2].glued);
  EXPECT_FALSE(d.tokens[3].glued);
  EXPECT_FALSE(d.tokens[4].glued);
}

TEST(ReadDocument, TokensAreFoundByTheirPlace) {
  const Document d = read("one two three");
  EXPECT_EQ(d.first_token_from({0}), 0U);
  EXPECT_EQ(d.first_token_from({1}), 1U);  // within the first, the next one begins behind it
  EXPECT_EQ(d.first_token_from({4}), 1U);
  EXPECT_EQ(d.first_token_from({8}), 2U);
  EXPECT_EQ(d.first_token_from({9}), 3U);
}

TEST(ReadDocument, ParagraphsAreNumberedBySourceLine) {
  const Document d =
      read("Head\r\n\r\nThe text of the article has one sentence here.\r\rThe second one follows below it now.");
  ASSERT_EQ(d.blocks.size(), 3U);
  EXPECT_EQ(d.blocks[0].paragraph, 0U);
  EXPECT_EQ(d.blocks[1].paragraph, 2U);
  EXPECT_EQ(d.blocks[2].paragraph, 4U);
  EXPECT_EQ(d.lines.size(), 5U);
  EXPECT_EQ(d.span(d.sentences[1]).document, DocumentIndex{7});
}

TEST(ReadDocument, LongWordsKeepTheirSpanAndLoseTheirKeysEnd) {
  const Document d = read(std::string(100000, 'x'));
  ASSERT_EQ(d.tokens.size(), 1U);
  EXPECT_EQ(d.surface(d.tokens[0]).size(), 100000U);
  EXPECT_EQ(d.key(d.tokens[0]), std::string(200, 'x'));
}

TEST(ReadDocument, SentencesHaveALimit) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  for (const std::string& endless : {text, std::string(5000, '.')}) {
    const Document d = read(endless);
    for (const Sentence& s : d.sentences) EXPECT_LE(s.last - s.first, max_sentence_tokens);
  }
}

TEST(ReadDocument, LongSentencesAreCutAtAMark) {
  std::string text;
  for (std::uint32_t i = 0; i < max_sentence_tokens - 100; ++i) text += "word ";
  text += "end, ";
  for (int i = 0; i < 500; ++i) text += "more ";
  const Document d = read(text);
  ASSERT_EQ(d.sentences.size(), 2U);
  EXPECT_EQ(d.key(d.tokens[d.sentences[0].last - 1]), ",");
}

TEST(ReadDocument, HidesNothingBehindBidiControls) {
  const Document d = read("\u200FSunday\u202C \u2067the\u2069 8\u200Fth");
  ASSERT_EQ(d.tokens.size(), 4U);
  EXPECT_EQ(d.key(d.tokens[0]), "sunday");
  EXPECT_EQ(d.surface(d.tokens[0]), "Sunday");
  EXPECT_TRUE(d.tokens[3].glued);
}

TEST(Place, CountsCodePoints) {
  const Document d = read("\u0623\u0628 x\nyz");
  EXPECT_EQ(place(d, {0}), (LineColumn{1, 1}));
  EXPECT_EQ(place(d, {5}), (LineColumn{1, 4}));  // two letters of two bytes, a space
  EXPECT_EQ(place(d, {7}), (LineColumn{2, 1}));
  EXPECT_EQ(place(d, {8}), (LineColumn{2, 2}));
  EXPECT_EQ(place(d, {9}), (LineColumn{2, 3}));  // the end
}

}  // namespace
}  // namespace isnad
