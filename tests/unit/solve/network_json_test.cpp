#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "isnad/solve.h"
#include "random_network.h"

namespace isnad::solver {
namespace {

const std::string sound = R"({"points":["e1","e2"],
 "claims":[{"id":"c1","weight":3},{"id":"h1","hard":true}],
 "clauses":[{"claim":"c1","any":[{"from":"origin","to":"e1","min":0,"max":1439}]},
            {"claim":"h1","point":"e2","period":7,"windows":[[6,6],[0,0]]}]})";

TEST(NetworkJson, ReadsPointsClaimsAndClauses) {
  const auto network = parse_network(sound);
  ASSERT_TRUE(network) << network.error().message;
  EXPECT_EQ(network->points(), (std::vector<std::string>{"origin", "e1", "e2"}));
  EXPECT_EQ(network->claims()[0].weight, 3);
  EXPECT_TRUE(network->claims()[1].hard());
  ASSERT_EQ(network->clauses().size(), 2U);
  const auto& atoms = std::get<Alternatives>(network->clauses()[0].body);
  EXPECT_EQ(atoms, (Alternatives{{origin, PointId{1}, 0, 1439}}));
  EXPECT_EQ(std::get<Membership>(network->clauses()[1].body).domain.intervals(), (std::vector<Interval>{{6, 7}}));
}

TEST(NetworkJson, SectionsMayStandInAnyOrder) {
  const std::string points = R"("points":["e1","e2"])";
  const std::string claims = R"("claims":[{"weight":3,"id":"c1"},{"hard":true,"id":"h1"}])";
  const std::string clauses = R"("clauses":[{"any":[{"max":1439,"min":0,"to":"e1","from":"origin"}],"claim":"c1"},
            {"windows":[[6,6],[0,0]],"period":7,"claim":"h1","point":"e2"}])";
  const std::string expected = to_json(*parse_network(sound));
  std::vector<std::string> parts{points, claims, clauses};
  std::sort(parts.begin(), parts.end());
  do {
    const auto network = parse_network("{" + parts[0] + ",\n" + parts[1] + ",\n" + parts[2] + "}");
    ASSERT_TRUE(network) << network.error().message;
    EXPECT_EQ(to_json(*network), expected);
  } while (std::next_permutation(parts.begin(), parts.end()));

  const auto unknown = parse_network("{\"clauses\":[\n {\"claim\":\"c9\"}]," + points + "," + claims + "}");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().place, (LineColumn{2, 11}));
  EXPECT_THAT(unknown.error().message, testing::HasSubstr("no claim named 'c9'"));
  EXPECT_FALSE(parse_network("{" + clauses + "," + points + "}"));
  EXPECT_FALSE(parse_network("{" + clauses + "," + clauses + "," + points + "," + claims + "}"));
}

/// What is no JSON at all is said before what the network says wrongly.
TEST(NetworkJson, SyntaxComesBeforeMeaning) {
  const auto network = parse_network("{\"points\":[3],\n\"claims\":[],\"clauses\":[}");
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code, ErrorCode::bad_json);
  EXPECT_EQ(network.error().place.line, 2U);
}

TEST(NetworkJson, PrintsTheSolutionInOneLine) {
  const auto network = parse_network(R"({"points":["e1"],"claims":[{"id":"c1","weight":3},{"id":"c2","weight":1}],
    "clauses":[{"claim":"c1","any":[{"from":"origin","to":"e1","min":0,"max":9}]},
               {"claim":"c2","any":[{"from":"origin","to":"e1","min":10}]}]})");
  ASSERT_TRUE(network);
  EXPECT_EQ(to_json(*network, solve(*network)),
            R"({"status":"inconsistent","windows":{"e1":[0,9]},"schedule":{"e1":0},"conflicts":[["c1","c2"]],)"
            R"("conflict_rules":[[]],"conflicts_complete":true,)"
            R"("repair":{"drop":["c2"],"weight":1,"optimal":true,"lower_bound":1,"possible":true}})");
}

struct Broken {
  std::string from;  ///< replaced in `sound`
  std::string to;
  std::string at;  ///< what stands at the place that the error names
  std::string message;
};

class MalformedNetwork : public testing::TestWithParam<Broken> {};

TEST_P(MalformedNetwork, IsRefusedWithPlaceAndReason) {
  std::string json = sound;
  const auto at = json.find(GetParam().from);
  ASSERT_NE(at, std::string::npos);
  json.replace(at, GetParam().from.size(), GetParam().to);
  const auto network = parse_network(json, "n.json");
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().path, "n.json");
  EXPECT_THAT(network.error().message, testing::HasSubstr(GetParam().message));
  const LineColumn place = network.error().place;
  std::istringstream lines(json);
  std::string line;
  for (std::uint32_t i = 0; i < place.line; ++i) std::getline(lines, line);
  ASSERT_LE(place.column, line.size());
  EXPECT_THAT(line.substr(place.column - 1), testing::StartsWith(GetParam().at));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, MalformedNetwork,
    testing::Values(Broken{R"("to":"e1")", R"("to":"e9")", R"("e9")", "no point named 'e9'"},
                    Broken{R"("claim":"c1")", R"("claim":"c9")", R"("c9")", "no claim named 'c9'"},
                    Broken{R"("e2"],)", R"("e1"],)", R"("e1"])", "two points named 'e1'"},
                    Broken{R"("e2"],)", R"("origin"],)", R"("origin"])", "two points named 'origin'"},
                    Broken{R"("id":"h1")", R"("id":"c1")", R"({"id":"c1","hard")", "two claims named 'c1'"},
                    Broken{R"("min":0)", R"("min":2000)", R"({"from")", "'min' exceeds 'max'"},
                    Broken{R"("min":0)", R"("min":0.5)", R"(0.5)", "integer"},
                    Broken{R"("min":0)", R"("min":"0")", R"("0")", "integer"},
                    Broken{R"("min":0)", R"("min":-9223372036854775809)", R"(-9223372036854775809)", "integer"},
                    Broken{R"("min":0)", R"("min":18446744073709551615)", R"(18446744073709551615)", "integer"},
                    Broken{R"("min":0)", R"("min":-9223372036854775808)", R"(-9223372036854775808)", "beyond"},
                    Broken{R"("min":0)", R"("mni":0)", R"("mni")", "no field 'mni'"},
                    Broken{R"("min":0)", R"("max":0)", R"(1439)", "twice"},
                    Broken{R"("weight":3)", R"("weight":0)", R"({"id":"c1")", "at least 1"},
                    Broken{R"("weight":3)", R"("weight":-1)", R"({"id":"c1")", "at least 1"},
                    Broken{R"(,"weight":3)", "", R"({"id":"c1")", "either a weight"},
                    Broken{R"("hard":true)", R"("hard":1)", R"(1})", "true or false"},
                    Broken{R"("period":7)", R"("period":6)", R"({"claim":"h1")", "outside its period"},
                    Broken{R"([6,6])", R"([6])", R"([6])", "[min, max]"},
                    Broken{R"([6,6])", R"([6,5])", R"([6,5])", "ends before it begins"},
                    Broken{R"("point":"e2")", R"("point":"origin")", R"({"claim":"h1")", "origin is fixed"},
                    Broken{R"("point":"e2",)", R"("any":[],)", R"({"claim":"h1")", "either 'any'"},
                    Broken{R"("points":["e1","e2"])", R"("points":3)", "3,", "must be an array"}));

TEST(NetworkJson, SyntaxErrorsHavePlaces) {
  const auto nan = parse_network("{\"points\":[],\n\"claims\":[],\"clauses\":NaN}");
  ASSERT_FALSE(nan);
  EXPECT_EQ(nan.error().code, ErrorCode::bad_json);
  EXPECT_EQ(nan.error().place.line, 2U);
  EXPECT_FALSE(parse_network(""));
  EXPECT_FALSE(parse_network("[]"));
  EXPECT_FALSE(parse_network(sound + "x"));
  EXPECT_FALSE(parse_network(std::string_view("{\"points\":[\"a\0", 14)));
  EXPECT_FALSE(parse_network("{\"points\":[\"\xff\"],\"claims\":[],\"clauses\":[]}"));
  const auto deep = parse_network(std::string(1'000'000, '['));
  ASSERT_FALSE(deep);
  EXPECT_THAT(deep.error().message, testing::HasSubstr("nested too deeply"));
  EXPECT_EQ(deep.error().place, (LineColumn{1, 33}));
}

TEST(NetworkJson, ColumnsCountCodePoints) {
  const auto network = parse_network("{\"points\":[\"\u062d\u0644\u0628\",3],\"claims\":[],\"clauses\":[]}");
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().place, (LineColumn{1, 18}));
}

TEST(NetworkJson, SurvivesAnyDamage) {
  const auto seed = test::seed_or(301);
  SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed));
  test::Dice dice(seed);
  for (std::size_t length = 0; length < sound.size(); ++length) EXPECT_FALSE(parse_network(sound.substr(0, length)));
  const std::string pieces[] = {"{", "}", "[", "]", ",", ":", "\"", "null", "-", "1e999", "\\u0000", "9", "\xd8", "e1"};
  for (int round = 0; round < 5000; ++round) {
    std::string json = sound;
    for (auto n = dice.between(1, 3); n > 0; --n) {
      const std::size_t at = dice.index(json.size());
      json.replace(at, static_cast<std::size_t>(dice.between(0, 4)), pieces[dice.index(std::size(pieces))]);
    }
    const auto network = parse_network(json);
    if (network) solve(*network);
  }
}

TEST(Network, RefusesWhatMeansNothing) {
  Network n;
  const PointId e = *n.point("e");
  const ClaimId c = *n.add_claim("c", 1);
  EXPECT_EQ(*n.point("e"), e);
  EXPECT_EQ(*n.point("origin"), origin);
  EXPECT_FALSE(n.point(""));
  EXPECT_FALSE(n.add_claim("c", 2));
  EXPECT_FALSE(n.add_claim("d", 0));
  EXPECT_FALSE(n.add_claim("d", max_weight + 1));
  EXPECT_FALSE(n.add_hard_claim(""));
  EXPECT_TRUE(n.add_clause(c, {}));
  EXPECT_TRUE(n.add_bounds(c, {origin, PointId{9}, 0, 1}));
  EXPECT_TRUE(n.add_bounds(ClaimId{9}, {origin, e, 0, 1}));
  EXPECT_TRUE(n.add_bounds(c, {origin, e, 2, 1}));
  EXPECT_TRUE(n.add_bounds(c, {origin, e, std::numeric_limits<Tick>::min(), 1}));
  EXPECT_TRUE(n.add_domain(c, origin, *Domain::finite({{0, 0}})));
  EXPECT_FALSE(n.add_domain(c, e, *Domain::periodic(46349, {{0, 0}})));
  EXPECT_TRUE(n.add_domain(c, e, *Domain::periodic(46351, {{0, 0}})));  // 46349 * 46351 > 2^31
  EXPECT_EQ(n.cycle(), 46349);
  EXPECT_EQ(n.clauses().size(), 1U);
}

}  // namespace
}  // namespace isnad::solver
