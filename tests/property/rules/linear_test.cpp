// The work grows with the text, whatever the rules say. It is counted in states, not in seconds.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/load.h"
#include "rules/matcher.h"

namespace isnad::rules {
namespace {

/// States visited in a text of `tokens` times the word "a", one sentence as long as a sentence can be.
MatchStatistics work(const std::string& match, std::size_t tokens) {
  const std::vector<RuleFile> files{
      {"xx/language.json", R"({"kind":"language","language":"xx","layers":["one"]})"},
      {"xx/patterns.json", fmt::format(R"({{"kind":"patterns","layer":"one","emits":"p","patterns":[
         {{"id":"p","match":[{}]}}]}})",
                                       match)}};
  Diagnosis diagnosis(files);
  const std::vector<LanguageModel> models = load_rules(diagnosis);
  EXPECT_TRUE(diagnosis.clean()) << diagnosis.error().message;
  Names names;
  const Language language = compile_language(models.at(0), names, diagnosis);
  EXPECT_TRUE(diagnosis.clean()) << diagnosis.error().message;
  std::string text;
  for (std::size_t n = 0; n < tokens; ++n) text += "a ";
  const Document document = read_document(DocumentIndex{0}, {}, text, {});
  EXPECT_EQ(document.tokens.size(), tokens);
  MatchStatistics statistics;
  (void)annotate(language, document, {}, &statistics);
  return statistics;
}

void expect_linear(const std::string& match) {
  const MatchStatistics one = work(match, 250);
  const MatchStatistics four = work(match, 1000);
  EXPECT_GT(one.states, 250U);
  // What the end of the text cuts off weighs more in the shorter one.
  EXPECT_LE(four.states, 5 * one.states);
  EXPECT_LE(four.tries, 5 * one.tries);
}

TEST(Linear, TwentyOptionalElementsAndTwentyMore) {
  // A backtracking matcher tries 2^20 ways at each token before it gives up.
  std::string match;
  for (int n = 0; n < 20; ++n) match += "\"a?\", ";
  for (int n = 0; n < 20; ++n) match += "\"a\", ";
  match += "\"b\"";
  expect_linear(match);
  // At one token: at most 61 states (40 of words, 20 forks, the end) at each of the 41 tokens that they reach.
  EXPECT_LE(work(match, 250).states, 250U * 61 * 41);
}

TEST(Linear, NestedRepetitions) {
  expect_linear(R"({"repeat":[{"repeat":[{"optional":["a"]}, "a"], "max":5}], "max":5}, "b")");
}

TEST(Linear, EverythingMatches) { expect_linear(R"({"repeat":["@any"], "max":16})"); }

}  // namespace
}  // namespace isnad::rules
