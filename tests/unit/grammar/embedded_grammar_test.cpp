// The rules that the build compiled are those that compiling now gives.
#include "isnad/grammar.h"

#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

Grammar compiled(RuleSet set) {
  std::vector<RuleFile> files = embedded_rules();
  std::erase_if(files, [set](const RuleFile& file) { return !belongs_to(set, file); });
  auto grammar = Grammar::compile(std::move(files));
  EXPECT_TRUE(grammar);
  return *std::move(grammar);
}

class EmbeddedGrammar : public testing::TestWithParam<RuleSet> {};

TEST_P(EmbeddedGrammar, IsByteForByteWhatCompilingGives) {
  EXPECT_TRUE(embedded_grammar(GetParam()).save() == compiled(GetParam()).save());
}

TEST_P(EmbeddedGrammar, FindsWhatCompiledRulesFind) {
  const Grammar loaded = embedded_grammar(GetParam());
  const Grammar fresh = compiled(GetParam());
  // Whoever adds an example to a rule adds to this test.
  std::size_t items = 0;
  for (const FrameExample& example : compiled(RuleSet::all).frame_examples("ar")) {
    const Document document = read_document(DocumentIndex{0}, {}, example.text, PageCueIndex(fresh.page_cues()));
    const Annotation a = loaded.annotate(document);
    const Annotation b = fresh.annotate(document);
    ASSERT_EQ(a.items.size(), b.items.size()) << example.text;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
      EXPECT_EQ(loaded.class_name(a.items[i].cls), fresh.class_name(b.items[i].cls));
      EXPECT_EQ(loaded.rule_name(a.items[i].rule), fresh.rule_name(b.items[i].rule));
      EXPECT_EQ(a.items[i].begin, b.items[i].begin);
      EXPECT_EQ(a.items[i].end, b.items[i].end);
      EXPECT_EQ(a.items[i].value, b.items[i].value);
    }
    items += a.items.size();
  }
  EXPECT_GT(items, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Sets, EmbeddedGrammar, testing::Values(RuleSet::all, RuleSet::times),
                         [](const auto& set) { return set.param == RuleSet::all ? "all" : "times"; });

TEST(SavedGrammar, KeepsFramesAndFacts) {
  const Grammar loaded = embedded_grammar();
  const Grammar fresh = compiled(RuleSet::all);
  ASSERT_EQ(loaded.frames("ar").size(), fresh.frames("ar").size());
  ASSERT_FALSE(loaded.frames("ar").empty());
  for (std::size_t i = 0; i < fresh.frames("ar").size(); ++i) {
    EXPECT_EQ(loaded.frames("ar")[i].id, fresh.frames("ar")[i].id);
    EXPECT_EQ(loaded.frames("ar")[i].label, fresh.frames("ar")[i].label);
    EXPECT_EQ(loaded.frames("ar")[i].arguments.size(), fresh.frames("ar")[i].arguments.size());
  }
  EXPECT_EQ(loaded.article_prefixes("ar"), fresh.article_prefixes("ar"));
  EXPECT_EQ(loaded.forms("ar", "month"), fresh.forms("ar", "month"));
}

TEST(SavedGrammar, BytesThatAreCutShortAreRefused) {
  const std::string whole = embedded_grammar(RuleSet::times).save();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, whole.size() / 3, whole.size() / 2, whole.size() - 1}) {
    const auto loaded = Grammar::load(std::string_view(whole).substr(0, size));
    ASSERT_FALSE(loaded) << size;
    EXPECT_EQ(loaded.error().code, ErrorCode::bad_rule);
  }
}

}  // namespace
}  // namespace isnad
