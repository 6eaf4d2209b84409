#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

TEST(LanguageOf, Arabic) {
  EXPECT_EQ(language_of("\u0623\u0639\u0644\u0646 \u0627\u0644\u0631\u0626\u064A\u0633 \u0627\u0633\u062A\u0642\u0627"
                        "\u0644\u062A\u0647 \u0645\u0633\u0627\u0621 \u0627\u0644\u062C\u0645\u0639\u0629"),
            "ar");
}

TEST(LanguageOf, ArabicWithAPersianName) {
  // "The foreign minister met Gorgin (with gaf and tcheh) on Monday in Tehran, and discussed the crisis with him."
  EXPECT_EQ(language_of("\u0627\u0644\u062A\u0642\u0649 \u0648\u0632\u064A\u0631 \u0627\u0644\u062E\u0627\u0631\u062C"
                        "\u064A\u0629 \u06AF\u0631\u0686\u064A\u0646 \u064A\u0648\u0645 \u0627\u0644\u0627\u062B\u0646"
                        "\u064A\u0646 \u0641\u064A \u0637\u0647\u0631\u0627\u0646 \u0648\u0628\u062D\u062B \u0645\u0639"
                        "\u0647 \u0627\u0644\u0623\u0632\u0645\u0629"),
            "ar");
}

TEST(LanguageOf, Persian) {
  // "President of Syria entered Moscow on Sunday 18 Azar, said the source"
  EXPECT_EQ(language_of("\u0631\u0626\u06CC\u0633 \u062C\u0645\u0647\u0648\u0631 \u0633\u0648\u0631\u06CC\u0647 \u06CC"
                        "\u06A9\u0634\u0646\u0628\u0647 \u06F1\u06F8 \u0622\u0630\u0631 \u0628\u0647 \u0645\u0633\u06A9"
                        "\u0648 \u0631\u0633\u06CC\u062F"),
            "fa");
}

TEST(LanguageOf, Urdu) {
  // "the president has reached Moscow, the source said"
  EXPECT_EQ(language_of("\u0635\u062F\u0631 \u0645\u0627\u0633\u06A9\u0648 \u067E\u06C1\u0646\u0686 \u06AF\u0626\u06D2 "
                        "\u06C1\u06CC\u06BA\u060C \u0630\u0631\u0627\u0626\u0639 \u0646\u06D2 \u0628\u062A\u0627\u06CC"
                        "\u0627 \u06C1\u06D2"),
            "ur");
}

TEST(LanguageOf, English) { EXPECT_EQ(language_of("The council said on Monday that it had met in Tunis."), "en"); }

TEST(LanguageOf, UndecidedForOtherLatinAndForNothing) {
  EXPECT_EQ(language_of("Le conseil a dit lundi que la ville est sous le controle de l'armee."), "und");
  EXPECT_EQ(language_of(""), "und");
  EXPECT_EQ(language_of("2024-12-08 ... 15:30"), "und");
  EXPECT_EQ(language_of("\u041C\u043E\u0441\u043A\u0432\u0430"), "und");
}

}  // namespace
/// Letters are counted many at a time: where in the text a word stands must not matter.
TEST(LanguageOf, TheSameWhereverTheTextBegins) {
  const std::string words[] = {"\u0627\u0644\u0645\u062F\u064A\u0646\u0629 \u00AB\u0647\u064A\u00BB \u2013 1,5 ",
                               "\u06CC\u06A9 \u067E\u0627\u06CC\u06AF\u0627\u0647 \u0627\u0633\u062A ",
                               "\u06A9\u06D2 \u067E\u0648\u0644\u06CC\u0633 \u0646\u06D2 \u06C1\u06D2 ",
                               "the end of it was said ", "\u041C\u043E\u0441\u043A\u0432\u0430 "};
  const std::string languages[] = {"ar", "fa", "ur", "en", "und"};
  for (std::size_t i = 0; i < std::size(words); ++i) {
    std::string text;
    for (int n = 0; n < 20; ++n) text += words[i];
    for (std::size_t shift = 0; shift < 70; ++shift) {
      EXPECT_EQ(language_of(std::string(shift, ' ') + text), languages[i]) << shift;
      EXPECT_EQ(language_of(text + std::string(shift, '.')), languages[i]) << shift;
    }
  }
}

TEST(LanguageOf, CountsEveryLetter) {
  // Half of the letters make a text Arabic; one less does not, wherever the text ends.
  for (const std::size_t n : {1U, 2U, 20U, 21U, 22U, 31U, 32U, 63U, 64U, 65U, 100U, 1365U, 1366U, 5000U}) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "\u0628x";
    EXPECT_EQ(language_of(text), "ar") << n;
    EXPECT_EQ(language_of(text + "\u060C\u0640\u0664 .9\u2013\u00AB"), "ar") << n;  // no letters
    EXPECT_NE(language_of(text + "x"), "ar") << n;
    EXPECT_NE(language_of("\u0416" + text), "ar") << n;
  }
}

}  // namespace isnad
