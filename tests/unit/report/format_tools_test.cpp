// Formats for tools: SARIF, JUnit, GitHub, GitLab, TimelineJS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/source_file.h"
#include "sample_timeline.h"
#include "schema_check.h"

namespace isnad {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// An error with evidence in two articles, and a note in the second; hostile words throughout.
test::TimelineBuilder findings() {
  test::TimelineBuilder builder;
  const std::size_t a = builder.document("a", "x\nIt <fell> on \"7\" & 8,\x1b[31m 100%: \u202Eevil\nend");
  const std::size_t b = builder.document("b", "fell");
  const std::size_t event = builder.event({"\u0633", "fall"});
  const ClaimRef first = builder.claim(a, event, "2024-12-07");
  const ClaimRef second = builder.claim(b, event, "2024-12-08");
  builder.edit().documents[a].claims[0].span = {DocumentIndex{0}, {2}, {11}};
  builder.finding(FindingRule::date_conflict, Level::error, {first, second}, {"\u062A", "7 <is> not 8, 100%: no\nway"});
  builder.finding(FindingRule::circular_attribution, Level::note, {second}, {"\u062F", "one origin"});
  return builder;
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document out;
  out.Parse(json.data(), json.size());
  EXPECT_FALSE(out.HasParseError()) << json;
  return out;
}

TEST(Github, EncodesWhatTheRunnerDecodes) {
  const std::string out = findings_github(findings().get(), {0, 1}, Language::en);
  EXPECT_THAT(out, StartsWith("::error file=a.txt,line=2,endLine=2,col=1,endColumn=10,title=isnad date-conflict::"
                              "7 <is> not 8, 100%25: no way%0A"));
  EXPECT_THAT(out, HasSubstr("\n::notice file=b.txt,line=1,"));
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST(Github, ColumnsOnlyWithinOneLine) {
  auto builder = findings();
  builder.edit().audit.findings[0].evidence[0].span = {DocumentIndex{0}, {0}, {8}};
  EXPECT_THAT(findings_github(builder.get(), {0}, Language::en),
              StartsWith("::error file=a.txt,line=1,endLine=2,title="));
}

TEST(Gitlab, HasFingerprintSeverityAndPlace) {
  const auto json = parsed(findings_gitlab(findings().get(), {0, 1}, Language::en));
  ASSERT_EQ(json.Size(), 2U);
  EXPECT_STREQ(json[0]["fingerprint"].GetString(), "f1");
  EXPECT_STREQ(json[0]["severity"].GetString(), "major");
  EXPECT_STREQ(json[1]["severity"].GetString(), "info");
  EXPECT_STREQ(json[0]["location"]["path"].GetString(), "a.txt");
  EXPECT_EQ(json[0]["location"]["lines"]["begin"].GetInt(), 2);
}

TEST(Sarif, MarksBothSides) {
  const auto json = parsed(findings_sarif(findings().get(), {0}, Language::en));
  const auto& run = json["runs"][0];
  EXPECT_STREQ(json["version"].GetString(), "2.1.0");
  EXPECT_EQ(run["tool"]["driver"]["rules"].Size(), finding_rule_count);
  EXPECT_STREQ(run["columnKind"].GetString(), "unicodeCodePoints");
  const auto& result = run["results"][0];
  // The index must lead to the rule that the result names.
  const auto& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].GetUint()];
  EXPECT_STREQ(rule["id"].GetString(), result["ruleId"].GetString());
  const auto& region = result["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"].GetInt(), 2);
  EXPECT_EQ(region["startColumn"].GetInt(), 1);
  EXPECT_EQ(region["endColumn"].GetInt(), 10);  // behind the ninth code point
  EXPECT_EQ(result["relatedLocations"].Size(), 1U);
  EXPECT_STREQ(result["partialFingerprints"]["isnadFinding/v1"].GetString(), "f1");
}

/// What is wrong with a SARIF document by the schema of OASIS.
std::string sarif_fault(const std::string& json) { return test::schema_fault("sarif-2.1.0", json); }

TEST(Sarif, FollowsThePublishedSchema) {
  EXPECT_EQ(sarif_fault(findings_sarif(findings().get(), {0, 1}, Language::ar)), "");
  EXPECT_EQ(sarif_fault(findings_sarif(findings().get(), {}, Language::en)), "");
  const Timeline story = test::sample_story();
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < story.audit.findings.size(); ++i) all.push_back(i);
  EXPECT_EQ(sarif_fault(findings_sarif(story, all, Language::en)), "");
}

TEST(Sarif, TheSchemaRefusesWhatIsBroken) {
  const std::string good = findings_sarif(findings().get(), {0}, Language::en);
  const auto broken = [&good](const std::string& from, const std::string& to) {
    std::string json = good;
    const std::size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return sarif_fault(json.replace(at, from.size(), to));
  };
  EXPECT_NE(broken("\"startLine\": 2", "\"startLine\": 0"), "");
  EXPECT_NE(broken("\"level\": \"error\"", "\"level\": \"fatal\""), "");
  EXPECT_NE(broken("\"ruleIndex\"", "\"ruleindex\""), "");
  EXPECT_NE(broken("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\""), "");
}

TEST(Sarif, ColumnsCountAnEmojiOnce) {
  auto builder = findings();
  // Before the marked word: an emoji of two UTF-16 units and four bytes, and a letter of two bytes.
  builder.edit().documents[1].document.text = "\U0001F600\u0633 fell";
  builder.edit().audit.findings[1].evidence[0].span = {DocumentIndex{1}, {7}, {11}};
  const std::string sarif = findings_sarif(builder.get(), {1}, Language::en);
  EXPECT_EQ(sarif_fault(sarif), "");
  const auto json = parsed(sarif);
  const auto& region = json["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_STREQ(region["snippet"]["text"].GetString(), "fell");
  EXPECT_EQ(region["startColumn"].GetInt(), 4);
  EXPECT_EQ(region["endColumn"].GetInt(), 8);
  EXPECT_EQ(findings_lines(builder.get(), {1}, Language::en), "b.txt:1:4: note: one origin [circular-attribution]\n");
}

TEST(Sarif, TheMessageLinksToTheOtherPlacesAndTheFlowTellsTheWay) {
  auto builder = findings();
  builder.edit().documents[1].document.source.path = "b[1].txt";
  Finding& finding = builder.edit().audit.findings[0];
  finding.evidence[0].label = finding.evidence[1].label = {"\u0642", "says so"};
  finding.evidence[1].derivation = {{"\u0642", "yesterday"}, {"\u0642", "hence the 8th"}};
  finding.reasoning = {{"\u0642", "they do not meet"}};
  const std::string sarif = findings_sarif(builder.get(), {0}, Language::en);
  EXPECT_EQ(sarif_fault(sarif), "");
  const auto json = parsed(sarif);
  const auto& result = json["runs"][0]["results"][0];
  EXPECT_THAT(result["message"]["text"].GetString(), HasSubstr("\n[b\\[1\\].txt:1:1](1): says so"));
  EXPECT_EQ(result["relatedLocations"][0]["id"].GetInt(), 1);
  const auto& steps = result["codeFlows"][0]["threadFlows"][0]["locations"];
  std::vector<std::string> said;
  for (const auto& step : steps.GetArray()) {
    said.emplace_back(step["location"]["physicalLocation"]["artifactLocation"]["uri"].GetString());
    said.back() += std::string(": ") + step["location"]["message"]["text"].GetString();
  }
  EXPECT_THAT(said, testing::ElementsAre("a.txt: says so", "b%5B1%5D.txt: says so", "b%5B1%5D.txt: yesterday",
                                         "b%5B1%5D.txt: hence the 8th", "a.txt: they do not meet"));
}

TEST(Sarif, ArtifactsAreTheFilesOfTheEvidenceWithTheirHashes) {
  const Timeline timeline = findings().get();
  EXPECT_THAT(files_of(timeline, {0}), testing::ElementsAre("a.txt", "b.txt"));
  const std::string hash(64, 'c');
  const auto json = parsed(findings_sarif(timeline, {1, 0}, Language::en, {{"b.txt", hash}}));
  const auto& run = json["runs"][0];
  ASSERT_EQ(run["artifacts"].Size(), 2U);
  EXPECT_STREQ(run["artifacts"][0]["location"]["uri"].GetString(), "b.txt");
  EXPECT_EQ(run["artifacts"][0]["hashes"]["sha-256"].GetString(), hash);
  EXPECT_FALSE(run["artifacts"][1].HasMember("hashes"));
  const auto& location = run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"];
  EXPECT_STREQ(location["uri"].GetString(), "a.txt");
  EXPECT_EQ(location["index"].GetInt(), 1);
}

TEST(Sarif, WhatACodeHostWouldRefuseIsLeftOutAndTold) {
  auto builder = findings();
  Finding& finding = builder.edit().audit.findings[0];
  finding.evidence.push_back(finding.evidence[1]);
  finding.reasoning = {{"1", "1"}, {"2", "2"}, {"3", "3"}};
  SarifLimits limits;
  limits.results = 1;
  limits.locations = 1;
  limits.steps = 2;
  const std::string sarif = findings_sarif(builder.get(), {0, 1}, Language::en, {}, limits);
  EXPECT_EQ(sarif_fault(sarif), "");
  const auto json = parsed(sarif);
  const auto& run = json["runs"][0];
  ASSERT_EQ(run["results"].Size(), 1U);
  EXPECT_STREQ(run["results"][0]["level"].GetString(), "error");
  EXPECT_EQ(run["results"][0]["relatedLocations"].Size(), 1U);
  EXPECT_EQ(run["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"].Size(), 2U);
  std::vector<std::string> told;
  for (const auto& note : run["invocations"][0]["toolExecutionNotifications"].GetArray()) {
    told.emplace_back(note["message"]["text"].GetString());
  }
  EXPECT_THAT(told,
              testing::ElementsAre("1 of 2 findings are left out: a run may have 1 results",
                                   "f1: 1 of 2 places are left out", "f1: 1 of 3 steps of reasoning are left out"));
}

TEST(Lines, OneAFindingWhateverItSays) {
  const std::string out = findings_lines(findings().get(), {0, 1}, Language::en);
  EXPECT_EQ(out,
            "a.txt:2:1: error: 7 <is> not 8, 100%: no way [date-conflict]\n"
            "b.txt:1:1: note: one origin [circular-attribution]\n");
}

TEST(Gitlab, FollowsItsSchemaAndABrokenOneDoesNot) {
  std::string json = findings_gitlab(findings().get(), {0, 1}, Language::en);
  EXPECT_EQ(test::schema_fault("gitlab", json), "");
  const std::size_t at = json.find("\"major\"");
  ASSERT_NE(at, std::string::npos);
  EXPECT_NE(test::schema_fault("gitlab", json.replace(at, 7, "\"error\"")), "");
}

TEST(Sarif, NoPlaceInATextThatIsNotTheFile) {
  auto builder = findings();
  builder.edit().documents[0].document.source.path = "wire.jsonl.gz#a";
  const auto json = parsed(findings_sarif(builder.get(), {0}, Language::en));
  const auto& location = json["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_STREQ(location["artifactLocation"]["uri"].GetString(), "wire.jsonl.gz");
  EXPECT_FALSE(location.HasMember("region"));
}

TEST(Junit, CountsAndEscapes) {
  const std::string xml = findings_junit(findings().get(), {0, 1}, Language::en);
  // Two findings; both articles are named by one, so there is no passing case.
  EXPECT_THAT(xml, HasSubstr("tests=\"2\" failures=\"1\""));
  EXPECT_THAT(xml, HasSubstr("message=\"7 &lt;is&gt; not 8, 100%: no way\""));
  EXPECT_THAT(xml, HasSubstr("<system-out>one origin"));
  EXPECT_THAT(xml, Not(HasSubstr("\x1b")));
}

TEST(Junit, ArticlesWithoutFindingsPass) {
  EXPECT_THAT(findings_junit(findings().get(), {}, Language::en),
              HasSubstr("<testcase classname=\"b.txt\" name=\"b\" file=\"b.txt\"/>"));
}

TEST(TimelineJs, RowsInOrderOfTime) {
  test::TimelineBuilder builder;
  const std::size_t d = builder.document("d", "=SUM(A1), <b>\"x\"</b>");
  const auto add = [&](const char* name, const char* when) {
    const std::size_t event = builder.event({name, name});
    builder.claim(d, event, when);
    if (*when != '\0') builder.edit().graph.event_windows[event] = parse_edtf(when)->hull();
  };
  add("later", "2024-12-08");
  add("=earlier", "2024-11-21/2024-11-30");
  add("by then", "../2024-12-07");
  add("undated", "");
  const std::string csv = timelinejs_csv(builder.get(), Language::en);
  const std::size_t earlier = csv.find("\r\n2024,11,21,,2024,11,30,,,'=earlier,");
  const std::size_t by = csv.find("\r\n2024,12,7,,,,,,../2024-12-07,by then,");
  const std::size_t later = csv.find("\r\n2024,12,8,,,,,,,later,");
  EXPECT_LT(earlier, by);
  EXPECT_LT(by, later);
  EXPECT_NE(later, std::string::npos);
  EXPECT_THAT(csv, Not(HasSubstr("undated")));
  EXPECT_THAT(csv, HasSubstr("\"<p><b>d</b>: =SUM(A1), &lt;b&gt;&quot;x&quot;&lt;/b&gt;</p>\""));
}

TEST(SourceFile, UriOfHostileNames) {
  DocumentSource source;
  source.path = "a b/c:d%\u0633.txt";
  EXPECT_EQ(uri_of(source), "a%20b/c%3Ad%25%D8%B3.txt");
  source.path = "/tmp/x.txt";
  EXPECT_EQ(uri_of(source), "file:///tmp/x.txt");
}

}  // namespace
}  // namespace isnad
