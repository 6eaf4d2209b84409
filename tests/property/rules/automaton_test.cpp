// The automaton finds what a backtracking matcher finds.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "backtracking_matcher.h"
#include "isnad/rules.h"
#include "seeds.h"

namespace isnad {
namespace {

using test::Found;
using test::RandomPattern;

std::string file_of(const std::string& layer, const std::string& cls, const std::vector<RandomPattern>& patterns) {
  std::vector<std::string> texts;
  for (const RandomPattern& pattern : patterns) texts.push_back(test::json_of(pattern));
  return fmt::format(R"({{"kind":"patterns","layer":"{}","emits":"{}","patterns":[{}]}})", layer, cls,
                     fmt::join(texts, ",\n"));
}

std::vector<Found> items_of(const Grammar& grammar, const Annotation& annotation, const std::string& cls) {
  std::vector<Found> found;
  for (const Item& item : annotation.items) {
    if (grammar.class_name(item.cls) != cls) continue;
    found.push_back({cls, cls == "w" ? "w" : std::string(grammar.rule_name(item.rule)), item.first, item.last});
  }
  return found;
}

std::vector<std::string> shown(std::vector<Found> all) {
  std::sort(all.begin(), all.end(),
            [](const Found& a, const Found& b) { return std::pair(a.first, b.last) < std::pair(b.first, a.last); });
  std::vector<std::string> texts;
  for (const Found& found : all) texts.push_back(fmt::format("{} [{},{})", found.rule, found.first, found.last));
  return texts;
}

TEST(Automaton, FindsWhatABacktrackingMatcherFinds) {
  const std::vector<std::vector<std::string>> forms{{"aa"}, {"aa", "bb"}, {"bb", "cc", "aa"}, {"dd", "dd"}};
  const std::string language = R"({"kind":"language","language":"xx","layers":["one","two"]})";
  const std::string words =
      R"({"kind":"words","class":"w","entries":[{"value":1,"forms":["aa","aa bb","bb cc aa","dd dd"]}]})";
  std::size_t compared = 0;
  for (const std::uint32_t seed : test::seeds(200)) {
    std::mt19937 random(seed);
    std::vector<RandomPattern> one, two;
    for (int n = 0; n < 3; ++n) {
      one.push_back(test::random_pattern(random, fmt::format("one.{}", n), n, {"w"}));
      two.push_back(test::random_pattern(random, fmt::format("two.{}", n), n, {"w", "p"}));
    }
    const std::string first = file_of("one", "p", one);
    const std::string second = file_of("two", "q", two);
    SCOPED_TRACE(fmt::format("ISNAD_SEED={}\n{}\n{}", seed, first, second));
    const Result<Grammar> grammar = Grammar::compile(
        {{"xx/language.json", language}, {"xx/words.json", words}, {"xx/one.json", first}, {"xx/two.json", second}});
    ASSERT_TRUE(grammar) << grammar.error().message;
    for (int text = 0; text < 20; ++text) {
      std::vector<std::string> tokens;
      for (std::uint32_t n = test::pick(random, 1, 9); n > 0; --n) {
        static const std::vector<std::string> alphabet{"aa", "bb", "cc", "dd", "aa", "bb", "7"};
        tokens.push_back(alphabet[test::pick(random, 0, 6)]);
      }
      SCOPED_TRACE(fmt::format("{}", fmt::join(tokens, " ")));
      Document document = read_document(DocumentIndex{0}, {}, fmt::format("{}", fmt::join(tokens, " ")), {});
      document.language = "xx";
      ASSERT_EQ(document.tokens.size(), tokens.size());
      // The text stage may see a sentence end that the oracle does not know.
      if (document.sentences.size() != 1) continue;
      std::vector<Found> known = test::find_words(tokens, forms);
      const Annotation annotation = grammar->annotate(document);
      EXPECT_EQ(shown(items_of(*grammar, annotation, "w")), shown(known));
      const test::LayerResult p = test::find_layer(tokens, one, "p", known);
      EXPECT_EQ(shown(items_of(*grammar, annotation, "p")), shown(p.winners));
      known.insert(known.end(), p.visible.begin(), p.visible.end());
      const test::LayerResult q = test::find_layer(tokens, two, "q", known);
      EXPECT_EQ(shown(items_of(*grammar, annotation, "q")), shown(q.winners));
      compared += q.winners.size();
    }
    if (HasFailure()) return;
  }
  // Most texts have something in them.
  EXPECT_TRUE(compared > 2000 || std::getenv("ISNAD_SEED") != nullptr) << compared;
}

}  // namespace
}  // namespace isnad
