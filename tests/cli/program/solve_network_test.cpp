// isnad solve on networks that are malformed: each named with its place and its reason, and exit status 2.
#include <gmock/gmock.h>

#include "run.h"
#include "schema_check.h"

namespace isnad::test {
namespace {

using testing::HasSubstr;

// Places below are counted in this text; a number ends where a minus is followed by no digit.
const std::string sound =
    "{\"points\": [\"e1\", \"e2\"],\n"
    " \"claims\": [{\"id\": \"c1\", \"weight\": 3}, {\"id\": \"h1\", \"hard\": true}],\n"
    " \"clauses\": [{\"claim\": \"c1\", \"any\": [{\"from\": \"origin\", \"to\": \"e1\", \"min\": 0, \"max\": 9}]},\n"
    "  {\"claim\": \"h1\", \"point\": \"e2\", \"period\": 7, \"windows\": [[6, 6]]}]}\n";

struct Broken {
  std::string name;
  std::string from;  ///< replaced in `sound`
  std::string to;
  std::string place;  ///< line and column
  std::string message;
};

class SolveMalformed : public testing::TestWithParam<Broken> {};

TEST_P(SolveMalformed, IsNamedWithItsPlace) {
  const TemporaryFolder folder;
  std::string json = sound;
  const auto at = json.find(GetParam().from);
  ASSERT_NE(at, std::string::npos);
  json.replace(at, GetParam().from.size(), GetParam().to);
  const std::string path = folder.file("network.json", json);
  const ProgramRun run = isnad({"solve", path, "--lang", "en"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("isnad: " + path + ":" + GetParam().place + ": "));
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, SolveMalformed,
    testing::Values(Broken{"UnknownPoint", "\"to\": \"e1\"", "\"to\": \"e9\"", "3:63", "no point named 'e9'"},
                    Broken{"UnknownClaim", "{\"claim\": \"h1\"", "{\"claim\": \"h9\"", "4:13", "no claim named 'h9'"},
                    Broken{"NotANumber", "\"min\": 0", "\"min\": NaN", "3:76", ""},
                    Broken{"Infinite", "\"min\": 0", "\"min\": Infinity", "3:76", ""},
                    Broken{"MinusInfinite", "\"min\": 0", "\"min\": -Infinity", "3:77", ""},
                    Broken{"MinAboveMax", "\"min\": 0", "\"min\": 10", "3:38", "'min' exceeds 'max'"},
                    Broken{"DuplicateClaim", "\"id\": \"h1\"", "\"id\": \"c1\"", "2:40", "two claims named 'c1'"},
                    Broken{"DuplicatePoint", "\"e2\"]", "\"e1\"]", "1:19", "two points named 'e1'"},
                    Broken{"TwoToThe63", "\"max\": 9", "\"max\": 9223372036854775808", "3:86", "integer"},
                    Broken{"MinusTwoToThe63", "\"min\": 0", "\"min\": -9223372036854775808", "3:76", ""},
                    Broken{"BeyondTheLimit", "\"max\": 9", "\"max\": 1099511627777", "3:86", ""},
                    Broken{"Fraction", "\"max\": 9", "\"max\": 9.5", "3:86", "integer"},
                    Broken{"NumberInWords", "\"max\": 9", "\"max\": \"9\"", "3:86", "integer"},
                    Broken{"PointsNoArray", "[\"e1\", \"e2\"]", "{}", "1:12", "must be an array"},
                    Broken{"WeightInWords", "\"weight\": 3", "\"weight\": \"3\"", "2:36", "integer"},
                    Broken{"NullBody", "[[6, 6]]", "null", "4:58", "must be an array"},
                    Broken{"TrailingComma", "\"e2\"]", "\"e2\",]", "1:24", ""},
                    Broken{"CommaBehindMember", "\"max\": 9}", "\"max\": 9,}", "3:88", ""},
                    Broken{"Comment", "\"max\": 9", "/* */\"max\": 9", "3:79", ""},
                    Broken{"TwoValues", "[[6, 6]]}]}\n", "[[6, 6]]}]}\n{}", "5:1", ""},
                    Broken{"Cut", "[[6, 6]]}]}\n", "[[6, 6]", "4:65", ""},
                    Broken{"Nesting", "[[6, 6]]", std::string(100'000, '['), "4:87", "nested too deeply"},
                    Broken{"InvalidUtf8", "\"e2\"]", "\"e\xC3\x28\"]", "1:21", ""},
                    Broken{"LoneSurrogate", "\"e2\"]", "\"\\ud800\"]", "1:20", ""}),
    [](const auto& test) { return test.param.name; });

TEST(SolveNetwork, TheSoundOneIsSolved) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"solve", folder.file("n.json", sound), "--verify", "--lang", "en"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.err, "confirmed by the checker\n");
  EXPECT_EQ(schema_fault("solve-solution", run.out), "");
  EXPECT_EQ(schema_fault("solve-network", sound), "");
}

TEST(SolveNetwork, OtherFilesAreNoNetworks) {
  const TemporaryFolder folder;
  for (const char* content : {"", "[]", "3", "null", "\"x\"", "{}", "{\"points\":[]}", "\xEF\xBB\xBF", "\xFF\xFE{"}) {
    const ProgramRun run = isnad({"solve", folder.file("n.json", content)});
    EXPECT_EQ(run.exit, 2) << content;
    EXPECT_EQ(run.out, "") << content;
    EXPECT_THAT(run.err, HasSubstr("n.json:1:")) << content;
  }
  EXPECT_EQ(isnad({"solve", folder.path("none.json")}).exit, 2);
  EXPECT_EQ(isnad({"solve", folder.path()}).exit, 2);
  EXPECT_EQ(isnad({"solve"}).exit, 2);
}

TEST(SolveNetwork, InconsistencyIsAFindingOnlyWhereAskedFor) {
  const TemporaryFolder folder;
  const std::string path =
      folder.file("n.json", R"({"points":["e"],"claims":[{"id":"a","weight":1},{"id":"b","weight":1}],"clauses":[
    {"claim":"a","any":[{"from":"origin","to":"e","max":0}]},{"claim":"b","any":[{"from":"origin","to":"e","min":1}]}]})");
  EXPECT_EQ(isnad({"solve", path}).exit, 0);
  EXPECT_EQ(isnad({"solve", path, "--fail-on", "error"}).exit, 1);
  EXPECT_EQ(isnad({"solve", path, "--fail-on", "never"}).exit, 0);
}

}  // namespace
}  // namespace isnad::test
