// A class of which patterns ask more than fits into one number of 64 bits.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "isnad/rules.h"

namespace isnad {
namespace {

constexpr int many = 150;

/// The names of the patterns that match a text as a whole, in order.
std::vector<std::string> matches(const Grammar& grammar, const std::string& text, const char* cls) {
  Document document = read_document(DocumentIndex{0}, {}, text, {});
  document.language = "xx";
  std::vector<std::string> names;
  for (const Item& item : grammar.annotate(document).items) {
    if (grammar.class_name(item.cls) == cls) names.emplace_back(grammar.rule_name(item.rule));
  }
  return names;
}

Grammar grammar_of(const std::string& element) {
  std::vector<std::string> entries, patterns;
  for (int n = 0; n < many; ++n) {
    entries.push_back(fmt::format(R"({{"value":{0},"fields":{{"t":"t{0}"}},"forms":["w{0}"]}})", n));
    patterns.push_back(fmt::format(R"({{"id":"p{}","match":["{}"]}})", n, fmt::format(fmt::runtime(element), n)));
  }
  Result<Grammar> grammar = Grammar::compile(
      {{"xx/language.json", R"({"kind":"language","language":"xx","layers":["one"]})"},
       {"xx/words.json", fmt::format(R"({{"kind":"words","class":"w","entries":[{}]}})", fmt::join(entries, ","))},
       {"xx/patterns.json", fmt::format(R"({{"kind":"patterns","layer":"one","emits":"found","patterns":[{}]}})",
                                        fmt::join(patterns, ","))}});
  EXPECT_TRUE(grammar) << grammar.error().message;
  return std::move(*grammar);
}

TEST(ManyConditions, EachOfTheValuesOfAWordIsTold) {
  const Grammar grammar = grammar_of("@w(value={})");
  for (int n = 0; n < many; ++n) {
    EXPECT_EQ(matches(grammar, fmt::format("w{}", n), "found"), std::vector<std::string>{fmt::format("p{}", n)});
  }
}

TEST(ManyConditions, EachOfTheTextsOfAWordIsTold) {
  const Grammar grammar = grammar_of("@w(t=t{})");
  for (int n = 0; n < many; ++n) {
    EXPECT_EQ(matches(grammar, fmt::format("w{}", n), "found"), std::vector<std::string>{fmt::format("p{}", n)});
  }
}

TEST(ManyConditions, EachOfTheIntegersIsTold) {
  const Grammar grammar = grammar_of("@int({0}..{0})");
  for (int n = 0; n < many; ++n) {
    EXPECT_EQ(matches(grammar, fmt::format("{}", n), "found"), std::vector<std::string>{fmt::format("p{}", n)});
  }
  EXPECT_TRUE(matches(grammar, fmt::format("{}", many), "found").empty());
  EXPECT_TRUE(matches(grammar, "123456789012345678901234567890", "found").empty());
}

}  // namespace
}  // namespace isnad
