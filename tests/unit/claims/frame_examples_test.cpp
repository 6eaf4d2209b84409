// A small language of its own, so that what stands in rules/ may change.
#include <gmock/gmock.h>

#include "isnad/claims.h"

namespace isnad {
namespace {

using testing::HasSubstr;

ExampleReport run(const std::string& examples) {
  auto grammar = Grammar::compile({{"xx/language.json", R"({"kind":"language","language":"xx","layers":["one"]})"},
                                   {"xx/frames.json", R"({"kind":"frames","frames":[
   {"id":"xx.meet","type":"meet","label":{"ar":"a","en":"meeting"},
    "arguments":[{"role":"agent","position":"preposition","prepositions":["of"],"key":true}],
    "lemmas":[{"forms":["meeting"]}],)" + examples + "}]}"}});
  EXPECT_TRUE(grammar) << grammar.error().message;
  return run_frame_examples(*grammar);
}

TEST(FrameExamples, AreReadAsArticles) {
  const ExampleReport report = run(R"(
    "examples":["meeting of ministers",{"text":"meeting of ministers","match":"meeting","arguments":{"agent":"ministers"}}],
    "counterexamples":["a reading of ministers"])");
  EXPECT_EQ(report.run, 3U);
  for (const ExampleFailure& failure : report.failures) ADD_FAILURE() << failure.message;
}

TEST(FrameExamples, FailuresSayWhatCame) {
  const ExampleReport report = run(R"(
    "examples":["a session of ministers",{"text":"meeting of ministers","arguments":{"agent":"kings"}}],
    "counterexamples":["meeting of ministers"])");
  ASSERT_EQ(report.failures.size(), 3U);
  EXPECT_EQ(report.failures[0].rule, "xx.meet");
  EXPECT_THAT(report.failures[0].message, HasSubstr("is not found"));
  EXPECT_THAT(report.failures[1].message, HasSubstr("has other arguments: xx.meet \"meeting\" agent=\"ministers\""));
  EXPECT_THAT(report.failures[2].message, HasSubstr("must not be found"));
}

TEST(FrameExamples, KnownToBeWrongAreToldApart) {
  const ExampleReport report = run(R"("examples":[{"text":"a session","known_wrong":"no word for it"}])");
  EXPECT_TRUE(report.failures.empty());
  ASSERT_EQ(report.known_wrong.size(), 1U);
  EXPECT_THAT(report.known_wrong[0].message, HasSubstr("no word for it"));
}

}  // namespace
}  // namespace isnad
