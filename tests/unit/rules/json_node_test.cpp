#include "rules/json_node.h"

#include <gtest/gtest.h>

namespace isnad::rules {
namespace {

/// The text from a node's place on.
std::string_view text_at(const RuleFile& file, std::uint32_t at, std::size_t size) {
  return std::string_view(file.content).substr(at, size);
}

TEST(JsonNode, KnowsWhereItsValuesStand) {
  const RuleFile file{"x", R"( {"a": 12, // "b": 1
   "q\"\\": ["\\", "\"", "x\\\"y", -3.5e+2, true , false,null, {}, []] })"};
  const Result<Node> root = parse_json(file);
  ASSERT_TRUE(root) << root.error().message;
  EXPECT_EQ(root->at, 1U);
  EXPECT_EQ(text_at(file, root->members[0].at, 3), "\"a\"");
  EXPECT_EQ(text_at(file, root->members[0].value.at, 3), "12,");
  EXPECT_EQ(text_at(file, root->members[1].at, 7), "\"q\\\"\\\\\"");
  const std::vector<Node>& items = root->members[1].value.items;
  ASSERT_EQ(items.size(), 9U);
  const char* expected[] = {"\"\\\\\",", "\"\\\"\",", "\"x\\\\\\", "-3.5e+2,", "true", "false", "null", "{}", "[]"};
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(text_at(file, items[i].at, std::string_view(expected[i]).size()), expected[i]) << i;
  }
  EXPECT_EQ(items[2].text, "x\\\"y");
  EXPECT_EQ(items[3].kind, Node::Kind::real);
}

TEST(JsonNode, IntegersFitOrAreReal) {
  const RuleFile file{"x", "[9223372036854775807, 9223372036854775808, -9223372036854775808]"};
  const Result<Node> root = parse_json(file);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->items[0].number, 9223372036854775807);
  EXPECT_EQ(root->items[1].kind, Node::Kind::real);
  EXPECT_EQ(root->items[2].kind, Node::Kind::integer);
}

TEST(JsonNode, RefusesWhatIsTooDeepOrEmptyOrNoText) {
  EXPECT_TRUE(parse_json({"x", std::string(64, '[') + std::string(64, ']')}));
  const Result<Node> deep = parse_json({"x", std::string(65, '[') + std::string(65, ']')});
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().code, ErrorCode::bad_json);
  EXPECT_EQ(deep.error().place, (LineColumn{1, 65}));
  EXPECT_FALSE(parse_json({"x", std::string(100000, '[')}));
  EXPECT_FALSE(parse_json({"x", ""}));
  EXPECT_FALSE(parse_json({"x", "\"\xFF\""}));
  EXPECT_FALSE(parse_json({"x", std::string("[1]\0[", 5)}));
}

TEST(JsonNode, ErrorsShowTheLinesAround) {
  const RuleFile file{"x.json", "one\ntwo\nthree\nfour\n"};
  const Error error = error_at(file, 8, ErrorCode::bad_rule, "wrong", "do");
  EXPECT_EQ(error.place, (LineColumn{3, 1}));
  EXPECT_EQ(error.path, "x.json");
  EXPECT_EQ(error.context, "     2 | two\n>    3 | three\n     4 | four\n");
}

}  // namespace
}  // namespace isnad::rules
