// Nothing that a file or a text holds breaks the stage.
#include <gtest/gtest.h>

#include "isnad/rules.h"
#include "seeds.h"

namespace isnad {
namespace {

const std::string language = R"({"kind":"language","language":"xx","layers":["one","two"],
 "proclitics":{"conjunction":["w"],"preposition":["b","l"],"article":["al"]},
 "stacks":[["conjunction","preposition","article"]], "contractions":[{"written":"ll","means":["l","al"],"restores":["","l"]}],
 "enclitics":["ha"],"enclitic_rewrites":[{"stem_end":"t","from":"h"}]})";
const std::string words = R"({"kind":"words","class":"unit","clitics":"noun","not_after":["no"],"entries":[
 {"value":"day","fields":{"n":1},"forms":["yawm","yawm al"]},{"value":"hour","forms":["saah"],"examples":["saah"]}]})";
const std::string patterns = R"({"kind":"patterns","layer":"one","emits":"span","patterns":[
 {"id":"a","match":["@int(1..31)=n",{"any":[["al+@unit=u"],["~@unit(value=day)=u","x?"]]},{"repeat":["@word"],"min":0,"max":3,"as":"r"}],
  "value":{"n":"$n * 7 + 2","u.*":"$u","t":"@text","r":"$r"},"before":["$","."],"priority":2,
  "examples":[{"text":"3 alyawm","match":"3 alyawm","value":{"n":23}}]}]})";

std::vector<RuleFile> rules(const std::string& mutated, std::size_t which) {
  std::vector<RuleFile> files{{"xx/language.json", language}, {"xx/words.json", words}, {"xx/patterns.json", patterns}};
  if (which < files.size()) files[which].content = mutated;
  return files;
}

TEST(Hostile, MutatedRuleFilesCompileOrSayWhy) {
  const std::vector<std::string> originals{language, words, patterns};
  for (const std::uint32_t seed : test::seeds(1000)) {
    std::mt19937 random(seed);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed));
    const std::size_t which = test::pick(random, 0, 2);
    std::string text = originals[which];
    for (std::uint32_t n = test::pick(random, 1, 3); n > 0 && !text.empty(); --n) {
      const std::size_t at = test::pick(random, 0, static_cast<std::uint32_t>(text.size()) - 1);
      switch (test::pick(random, 0, 3)) {
        case 0:
          text.erase(at, test::pick(random, 1, 12));
          break;
        case 1:
          text.insert(at, std::string(1, static_cast<char>(test::pick(random, 0, 255))));
          break;
        case 2:
          text[at] = "\"{}[],:$@=?+~()*"[test::pick(random, 0, 15)];
          break;
        default:
          text.insert(at, text.substr(test::pick(random, 0, static_cast<std::uint32_t>(at)), 20));
      }
    }
    const Result<Grammar> grammar = Grammar::compile(rules(text, which));
    if (grammar) {
      (void)run_examples(*grammar, {});
    } else {
      EXPECT_FALSE(grammar.error().message.empty());
      EXPECT_FALSE(grammar.error().path.empty());
    }
  }
}

TEST(Hostile, EveryItemSlicesTheText) {
  const Result<Grammar> grammar = Grammar::compile(rules("", 9));
  ASSERT_TRUE(grammar) << grammar.error().message;
  const std::vector<std::string> pieces{"wbalyawm", "3",
                                        "31",       "llyawm",
                                        "saatha",   " ",
                                        ".",        "\n",
                                        "x",        "no",
                                        "\t",       "\xD9\x80",
                                        "al",       "\xE2\x80\xAE",
                                        "yawm al",  "99999999999999999999"};
  std::size_t found = 0;
  for (const std::uint32_t seed : test::seeds(300)) {
    std::mt19937 random(seed);
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed));
    std::string text;
    for (std::uint32_t n = test::pick(random, 1, 30); n > 0; --n) text += pieces[test::pick(random, 0, 15)];
    Document document = read_document(DocumentIndex{0}, {}, text, {});
    document.language = "xx";
    const Annotation annotation = grammar->annotate(document);
    ASSERT_EQ(annotation.by_token.size(), document.tokens.size() + 1);
    for (std::size_t i = 0; i < annotation.items.size(); ++i) {
      const Item& item = annotation.items[i];
      ++found;
      ASSERT_LT(item.first, item.last);
      ASSERT_LE(item.last, document.tokens.size());
      ASSERT_LT(item.begin, item.end);
      EXPECT_LE(document.tokens[item.first].begin, item.begin);
      EXPECT_LE(item.end, document.tokens[item.last - 1].end);
      EXPECT_LE(annotation.by_token[item.first], i);
      EXPECT_GT(annotation.by_token[item.first + 1], i);
    }
    const Annotation again = grammar->annotate(document);
    ASSERT_EQ(again.items.size(), annotation.items.size());
    for (std::size_t i = 0; i < again.items.size(); ++i) EXPECT_EQ(again.items[i].value, annotation.items[i].value);
  }
  EXPECT_TRUE(found > 100 || std::getenv("ISNAD_SEED") != nullptr);
}

}  // namespace
}  // namespace isnad
