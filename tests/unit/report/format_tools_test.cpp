// Formats for tools: SARIF, JUnit, GitHub, GitLab, TimelineJS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/source_file.h"
#include "sample_timeline.h"

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
