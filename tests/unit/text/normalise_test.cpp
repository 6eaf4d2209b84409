#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

TEST(MatchingForm, MakesSpellingsOne) {
  EXPECT_EQ(matching_form("\u0623\u0625\u0622\u0671\u0627"), "\u0627\u0627\u0627\u0627\u0627");  // alef forms
  EXPECT_EQ(matching_form("\u0649\u06CC"), "\u064A\u064A");  // alef maqsura, Persian ya
  EXPECT_EQ(matching_form("\u0629"), "\u0647");              // ta marbuta
  EXPECT_EQ(matching_form("\u06A9"), "\u0643");              // Persian kaf
  EXPECT_EQ(matching_form("Dem\u00C9"), "dem\u00E9");
  EXPECT_EQ(matching_form("it\u2019s"), "it's");
}

TEST(MatchingForm, DropsWhatIsNotRead) {
  EXPECT_EQ(matching_form("\u0628\u0640\u0640\u062A"), "\u0628\u062A");                    // tatweel
  EXPECT_EQ(matching_form("\u0643\u064F\u0644\u0651\u0650\u0641"), "\u0643\u0644\u0641");  // vowels, shadda
  EXPECT_EQ(matching_form("\u200Fa\u200B\u202Eb\uFEFF"), "ab");                            // bidi, zero width
}

TEST(MatchingForm, MakesDigitsAndSpacesAscii) {
  EXPECT_EQ(matching_form("\u0662\u0661\u066B\u0665\u0668"), "21.58");
  EXPECT_EQ(matching_form("\u06F1\u066C\u06F0\u06F0\u06F0"), "1,000");
  EXPECT_EQ(matching_form("a\u00A0b\u202Fc"), "a b c");
}

TEST(MatchingForm, ComposesHamzaAndMadda) {
  EXPECT_EQ(matching_form("\u0627\u0653"), "\u0627");        // alef, madda: alef
  EXPECT_EQ(matching_form("\u0648\u0654"), "\u0624");        // waw, hamza: a letter of its own
  EXPECT_EQ(matching_form("\u0648\u064E\u0654"), "\u0624");  // with a vowel between them
  EXPECT_EQ(matching_form("\u0628\u0654"), "\u0628");        // found no letter to sit on
}

TEST(MatchingForm, TakesPresentationFormsApart) {
  EXPECT_EQ(matching_form("\uFEFB"), "\u0644\u0627");  // lam-alef
  EXPECT_EQ(matching_form("\uFEEB"), "\u0647");        // initial ha
}

TEST(MatchingForm, DroppingLetsNothingNewCompose) {
  // e, zero width joiner, acute: the joiner goes first, so that the form is the same the second time.
  EXPECT_EQ(matching_form("e\u200D\u0301"), "\u00E9");
}

TEST(MatchingForm, ReplacesBrokenBytes) {
  EXPECT_EQ(matching_form("a\xFF"
                          "b"),
            "a\uFFFD"
            "b");
}

TEST(Normalise, LeadsBackToTheBytes) {
  // alef with hamza (2 bytes), tatweel (2, dropped), ta marbuta (2), Arabic digit five (2)
  const Normalised n = normalise("\u0623\u0640\u0629\u0665");
  EXPECT_EQ(n.text,
            "\u0627\u0647"
            "5");
  EXPECT_EQ(n.offsets, (std::vector<std::uint32_t>{0, 0, 4, 4, 6, 8}));
}

TEST(Normalise, OfNothing) {
  const Normalised n = normalise("");
  EXPECT_EQ(n.text, "");
  EXPECT_EQ(n.offsets, std::vector<std::uint32_t>{0});
}

TEST(MatchingForm, IsTheSameHoweverManyLettersAreReadTogether) {
  for (char32_t c = 0x0600; c < 0x0680; ++c) {
    const std::string letter{static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
    std::string word;
    for (int n = 1; n < 20; ++n) {
      word += "\u0628" + letter;
      const std::string expected = normalise(word).text;
      EXPECT_EQ(matching_form(word), expected);
      const Document document = read_document(DocumentIndex{0}, {}, word + " \u0648\n" + word, PageCueIndex({}));
      if (document.tokens.size() != 3) break;  // no letter
      EXPECT_EQ(document.key(document.tokens.front()), expected);
      EXPECT_EQ(document.key(document.tokens.back()), expected);
    }
  }
}

}  // namespace
}  // namespace isnad
