// Every message of the catalogue can be formatted, and says the same in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>
#include <algorithm>

#include <filesystem>
#include <set>

#include "isnad/messages.h"

namespace isnad {
namespace {

using testing::HasSubstr;
using testing::StrEq;

/// Names of the arguments of a pattern; records a failure where it does not parse.
std::set<std::string> argument_names(const std::string& pattern, const std::string& key) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  icu::MessagePattern parsed(status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(pattern);
  parsed.parse(text, &where, status);
  EXPECT_TRUE(U_SUCCESS(status)) << key << ": " << u_errorName(status) << " at " << where.offset;
  std::set<std::string> names;
  for (int i = 0; U_SUCCESS(status) && i < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i)).toUTF8String(name);
    names.insert(name);
  }
  return names;
}

TEST(Catalogue, BothSidesNameTheSameArguments) {
  ASSERT_FALSE(message_keys().empty());
  for (const auto& key : message_keys()) {
    const Bilingual& pattern = message_pattern(key);
    EXPECT_FALSE(pattern.ar.empty()) << key;
    EXPECT_FALSE(pattern.en.empty()) << key;
    EXPECT_EQ(argument_names(pattern.ar, key), argument_names(pattern.en, key)) << key;
  }
}

TEST(Catalogue, EveryFileIsBuiltInUnderItsOwnName) {
  std::set<std::string> files;
  const std::filesystem::path folder = ISNAD_SOURCE_DIR "/src/messages/catalogue";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path().stem().string());
  std::set<std::string> subjects;
  for (const auto& key : message_keys()) subjects.insert(key.substr(0, key.find('.')));
  EXPECT_EQ(subjects, files);
}

TEST(Catalogue, ArabicSidesAreArabicUnlessTheyHaveNoWords) {
  for (const auto& key : message_keys()) {
    const Bilingual& pattern = message_pattern(key);
    const bool arabic = pattern.ar.find_first_of("\xD8\xD9") != std::string::npos;
    int depth = 0;  // arguments are no words
    const bool words = std::any_of(pattern.en.begin(), pattern.en.end(), [&depth](unsigned char c) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      return depth == 0 && std::isalpha(c) != 0;
    });
    EXPECT_TRUE(arabic || pattern.ar == pattern.en || !words) << key << ": " << pattern.ar;
  }
}

// ------------------------------------------------------------------ plurals
// The six plural forms of Arabic by the rules of CLDR: 0; 1; 2; 3-10; 11-99; 100, 101, 102.

TEST(Message, ArabicPluralsAgreeWithTheNumber) {
  const auto documents = [](std::int64_t n) { return message(Language::ar, "picture.counts.documents", {{"n", n}}); };
  const std::set<std::string> forms{documents(0), documents(1), documents(2)};
  EXPECT_EQ(forms.size(), 3U);
  for (const auto& form : forms) EXPECT_EQ(form.find_first_of("0123456789"), std::string::npos) << form;
  EXPECT_EQ(documents(5).substr(1), documents(9).substr(1));
  EXPECT_EQ(documents(11).substr(2), documents(99).substr(2));
  EXPECT_NE(documents(5).substr(1), documents(11).substr(2));
}

TEST(Message, NumbersAreInLatinDigits) {
  EXPECT_THAT(message(Language::ar, "picture.counts.documents", {{"n", 42}}), HasSubstr("42 "));
}

TEST(Message, EnglishPlurals) {
  const auto claims = [](std::int64_t n) { return message(Language::en, "picture.counts.claims", {{"n", n}}); };
  EXPECT_THAT(claims(1), StrEq("1 claim"));
  EXPECT_THAT(claims(7), StrEq("7 claims"));
}

TEST(Message, BothLanguagesAtOnce) {
  const Bilingual both = message("picture.counts.claims", {{"n", 1}});
  EXPECT_EQ(both.en, "1 claim");
  EXPECT_EQ(both.ar, message(Language::ar, "picture.counts.claims", {{"n", 1}}));
}

TEST(Message, UnknownKeyIsKnownToBeUnknown) {
  EXPECT_FALSE(has_message("no.such.message"));
  EXPECT_TRUE(has_message("picture.counts.claims"));
}

}  // namespace
}  // namespace isnad
