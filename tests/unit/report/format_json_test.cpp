#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "sample_timeline.h"
#include "schema_check.h"

namespace isnad {
namespace {

using test::schema_fault;
using test::schema_fault_of_lines;
using testing::HasSubstr;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document out;
  out.Parse(json.data(), json.size());
  EXPECT_FALSE(out.HasParseError()) << json;
  return out;
}

/// Two articles that date one event to neighbouring days, and a third without a date.
test::TimelineBuilder two_days() {
  test::TimelineBuilder builder;
  const std::size_t a = builder.document("a", "The city fell on 7 December.\nNothing else.");
  const std::size_t b = builder.document("b", "It fell at dawn on 8 December.");
  const std::size_t c = builder.document("c", "It fell.");
  const std::size_t fall = builder.event({"\u0633\u0642\u0648\u0637", "the fall"}, EventStatus::disputed);
  const ClaimRef first = builder.claim(a, fall, "2024-12-07", {"TASS", "a source"});
  const ClaimRef second = builder.claim(b, fall, "2024-12-08");
  builder.claim(c, fall, "");
  builder.edit().graph.event_windows[fall] = parse_edtf("2024-12-07/2024-12-08")->hull();
  builder.finding(FindingRule::date_conflict, Level::error, {first, second},
                  {"\u062A\u0646\u0627\u0642\u0636", "two days"});
  Finding& finding = builder.edit().audit.findings.back();
  finding.event = static_cast<std::uint32_t>(fall);
  finding.repair = Repair{{first}, "2024-12-08"};
  return builder;
}

TEST(TimelineJson, FollowsItsSchema) {
  EXPECT_EQ(schema_fault("timeline", timeline_json(two_days().get())), "");
  EXPECT_EQ(schema_fault("timeline", timeline_json(test::sample_story())), "");
  EXPECT_EQ(schema_fault("timeline", timeline_json(Timeline{})), "");
}

TEST(TimelineJson, LinesFollowTheirSchema) {
  EXPECT_EQ(schema_fault_of_lines("timeline-line", timeline_jsonl(test::sample_story())), "");
}

TEST(TimelineJson, SchemaRefusesWhatIsWrong) {
  std::string json = timeline_json(two_days().get());
  json.replace(json.find("\"asserted\""), 10, "\"believed\"");
  EXPECT_THAT(schema_fault("timeline", json), HasSubstr("claims/0/polarity"));
}

TEST(TimelineJson, ClaimCarriesItsDateChainAndPlace) {
  const auto json = parsed(timeline_json(two_days().get()));
  const auto& claim = json["claims"][0];
  EXPECT_STREQ(claim["id"].GetString(), "a-c1");
  EXPECT_STREQ(claim["event"].GetString(), "e1");
  EXPECT_STREQ(claim["when"]["edtf"].GetString(), "2024-12-07");
  EXPECT_STREQ(claim["when"]["earliest"].GetString(), "2024-12-07T00:00");
  EXPECT_STREQ(claim["when"]["latest"].GetString(), "2024-12-07T23:59");
  EXPECT_STREQ(claim["attribution"][1]["name"].GetString(), "a source");
  EXPECT_EQ(claim["span"]["line"].GetInt(), 1);
  EXPECT_EQ(claim["span"]["end"].GetInt(), 42);  // 28 bytes, a line feed, 13 bytes
}

TEST(TimelineJson, ClaimWithoutDateSaysNull) {
  EXPECT_TRUE(parsed(timeline_json(two_days().get()))["claims"][2]["when"].IsNull());
}

TEST(TimelineJson, OpenSidesAreNull) {
  auto builder = two_days();
  builder.edit().graph.event_windows[0] = parse_edtf("../2024-12-07")->hull();
  const auto json = parsed(timeline_json(builder.get()));
  EXPECT_STREQ(json["events"][0]["window"]["edtf"].GetString(), "../2024-12-07");
  EXPECT_TRUE(json["events"][0]["window"]["earliest"].IsNull());
  builder.edit().graph.event_windows[0] = Window{};
  EXPECT_TRUE(parsed(timeline_json(builder.get()))["events"][0]["window"]["edtf"].IsNull());
}

TEST(TimelineJson, KeepsTextsWhole) {
  test::TimelineBuilder builder;
  const std::string text = std::string("quote \" backslash \\ nul ") + '\0' + " bidi \u202E\u0627\nend";
  builder.document("x", text);
  const auto json = parsed(timeline_json(builder.get()));
  const auto& value = json["documents"][0]["text"];
  EXPECT_EQ(std::string(value.GetString(), value.GetStringLength()), text);
}

TEST(TimelineJson, GivenMetadataCanBeReadAgain) {
  test::TimelineBuilder builder;
  builder.document("x", "text", "A headline");
  builder.edit().documents[0].document.source.published = "2024-12-09";
  const auto json = parsed(timeline_json(builder.get()));
  EXPECT_STREQ(json["documents"][0]["source"]["title"].GetString(), "A headline");
  EXPECT_STREQ(json["documents"][0]["source"]["published"].GetString(), "2024-12-09");
  EXPECT_FALSE(json["documents"][0]["source"].HasMember("url"));
}

TEST(FindingsJson, OnlyTheSelectedOnesInTheirOrder) {
  auto builder = two_days();
  builder.finding(FindingRule::value_conflict, Level::warning, {ClaimRef{DocumentIndex{1}, 0}}, {"x", "second"});
  const auto json = parsed(findings_json(builder.get(), {1, 0}));
  ASSERT_EQ(json["findings"].Size(), 2U);
  EXPECT_STREQ(json["findings"][0]["message"]["en"].GetString(), "second");
  EXPECT_STREQ(json["findings"][1]["repair"]["drop"][0].GetString(), "a-c1");
  EXPECT_EQ(schema_fault("findings", findings_json(builder.get(), {1, 0})), "");
  EXPECT_EQ(schema_fault("findings", findings_json(builder.get(), {})), "");
  EXPECT_EQ(schema_fault_of_lines("finding-line", findings_jsonl(builder.get(), {0, 1})), "");
}

TEST(ClaimsJson, LinesFollowTheirSchema) {
  const Timeline timeline = test::sample_story();
  for (const DocumentAnalysis& analysis : timeline.documents) {
    EXPECT_EQ(schema_fault_of_lines("claims-line", claims_jsonl(analysis)), "");
  }
}

/// "Fell on Sunday, then for 2 days": a date and a duration.
DocumentAnalysis two_timexes() {
  test::TimelineBuilder builder;
  builder.document("t", "Fell on Sunday & then for <2> days");
  DocumentAnalysis analysis = builder.get().documents[0];
  Timex sunday;
  sunday.span = {DocumentIndex{0}, {8}, {14}};
  sunday.type = TimexType::date;
  sunday.value = "2024-12-08";
  sunday.meaning.anchor = Anchor::publication;
  sunday.domain = parse_edtf("2024-12-08");
  Timex days;
  days.span = {DocumentIndex{0}, {26}, {34}};
  days.type = TimexType::duration;
  days.value = "P2D";
  days.meaning.anchor = Anchor::none;
  analysis.timexes = {sunday, days};
  analysis.publication.day = parse_iso_day("2024-12-09");
  return analysis;
}

TEST(TimexJson, SaysWhatIsKnownAndNothingElse) {
  EXPECT_EQ(
      timex_jsonl(two_timexes()),
      "{\"document\":\"t\",\"begin\":8,\"end\":14,\"text\":\"Sunday\",\"type\":\"DATE\",\"value\":\"2024-12-08\","
      "\"anchor\":\"publication\",\"edtf\":\"2024-12-08\",\"earliest\":\"2024-12-08T00:00\","
      "\"latest\":\"2024-12-08T23:59\"}\n"
      "{\"document\":\"t\",\"begin\":26,\"end\":34,\"text\":\"<2> days\",\"type\":\"DURATION\",\"value\":\"P2D\"}\n");
  EXPECT_EQ(schema_fault_of_lines("tag-line", timex_jsonl(two_timexes())), "");
}

TEST(TimeMl, WrapsTheExpressionsAndKeepsTheText) {
  const std::string xml = timeml(two_timexes());
  EXPECT_THAT(xml, HasSubstr("value=\"2024-12-09\" functionInDocument=\"CREATION_TIME\""));
  EXPECT_THAT(xml, HasSubstr("<TEXT>Fell on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-12-08\" anchorTimeID=\"t0\" "
                             "temporalFunction=\"true\">Sunday</TIMEX3> &amp; then for <TIMEX3 tid=\"t2\" "
                             "type=\"DURATION\" value=\"P2D\">&lt;2&gt; days</TIMEX3></TEXT>"));
}

}  // namespace
}  // namespace isnad
