// What words mean, as dictionary forms, inflected, and with what is written before and behind them.
#include "isnad/concepts.h"

#include <gtest/gtest.h>

#include "project_grammar.h"

namespace isnad {
namespace {

std::string arabic(std::string_view key) { return std::string(Concepts(project_grammar(), "ar").of(key)); }
std::string english(std::string_view key) { return std::string(Concepts(project_grammar(), "en").of(key)); }

TEST(Concepts, AreOneForTheFormsOfAWord) {
  const std::string bridge = arabic("\u062c\u0633\u0631");
  EXPECT_EQ(bridge, "=bridge");
  EXPECT_EQ(arabic("\u0648\u0627\u0644\u062c\u0633\u0631"), bridge);  // and the
  EXPECT_EQ(arabic("\u062c\u0633\u0648\u0631\u0647\u0627"), bridge);  // her ...s
  EXPECT_EQ(arabic("\u0644\u0644\u062c\u0633\u0631"), bridge);        // for the
  EXPECT_EQ(arabic("\u0648\u0635\u0644\u062a"), "=arrive");           // she ...d: no "link"
  EXPECT_EQ(arabic("\u0644\u0642\u0627\u0626\u0647"), "=meeting");    // his: the hamza is written otherwise
  EXPECT_EQ(arabic("\u0627\u0639\u062a\u062f\u0627\u0624\u0647\u0645"), "=attack");  // their
  EXPECT_EQ(arabic("\u062a\u0648\u062c\u062a"), arabic("\u0627\u0644\u062a\u062a\u0648\u064a\u062c"));
}

TEST(Concepts, AreOneForTwoLanguages) {
  EXPECT_EQ(english("bridges"), "=bridge");
  EXPECT_EQ(english("postponed"), arabic("\u062a\u0627\u062c\u064a\u0644"));
}

TEST(Concepts, NamesOfPlacesAndWordsListedAreOfNone) {
  EXPECT_EQ(arabic("\u0627\u0644\u0628\u062d\u0631\u064a\u0646"), "");        // Bahrain: no "sea"
  EXPECT_EQ(arabic("\u0628\u062d\u0631\u064a\u0646\u064a"), "");              // of Bahrain
  EXPECT_EQ(arabic("\u0646\u0641\u0633\u0647"), "");                          // himself: no "mental"
  EXPECT_EQ(arabic("\u0645\u0644\u0627\u064a\u064a\u0646"), "");              // millions: no "nightclub"
  EXPECT_EQ(arabic("\u0627\u0644\u0639\u0645\u0644"), "");                    // the work: no "currency"
  EXPECT_EQ(arabic("\u0643\u0627\u062a\u0645\u0627\u0646\u062f\u0648"), "");  // a word of no concept
}

TEST(Concepts, OfALanguageWithoutThemAreNone) { EXPECT_EQ(Concepts(project_grammar(), "fr").of("pont"), ""); }

}  // namespace
}  // namespace isnad
