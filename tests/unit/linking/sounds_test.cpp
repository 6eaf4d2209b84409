// Names as they sound: spelt in two scripts they are compared as one.
#include "linking/sounds.h"

#include <gtest/gtest.h>

#include "project_grammar.h"

namespace isnad::linking {
namespace {

std::string arabic(std::string_view key) { return Sounds(project_grammar(), "ar")(key); }
std::string english(std::string_view key) { return Sounds(project_grammar(), "en")(key); }

TEST(Sounds, AreAlikeInTwoScripts) {
  EXPECT_EQ(arabic("\u0647\u064a\u0645\u0627\u0644"), "hml");
  EXPECT_EQ(english("himal"), "hml");
  EXPECT_EQ(arabic("\u0643\u0627\u062a\u0645\u0627\u0646\u062f\u0648"), english("kathmandu"));
  EXPECT_EQ(arabic("\u0633\u064a\u0628\u0627\u0633\u062a\u064a\u0627\u0646"), english("sebastian"));
  EXPECT_EQ(arabic("\u0632\u064a\u0644\u064a\u0646\u0633\u0643\u064a"), english("zelensky"));
  EXPECT_EQ(arabic("\u062c\u0648\u0646\u0633\u0648\u0646"),
            english("johnson").replace(1, 1, ""));  // a silent h is not known to be one
}

TEST(Sounds, DifferForOtherNames) {
  EXPECT_NE(arabic("\u0643\u0627\u0628\u0648\u0644"), english("kampala"));
  EXPECT_NE(arabic("\u0637\u0631\u0627\u0628\u0644\u0633"),
            english("tripoli"));  // another ending: not known to be one place
}

TEST(Sounds, OfFewConsonantsTellNothing) {
  EXPECT_EQ(arabic("\u0639\u0644\u064a"), "");
  EXPECT_EQ(english("ali"), "");
  EXPECT_EQ(english("sarah"), "");  // a last h is silent
}

TEST(Sounds, OfALanguageWithoutThemAreNone) { EXPECT_EQ(Sounds(project_grammar(), "fr")("bordeaux"), ""); }

}  // namespace
}  // namespace isnad::linking
