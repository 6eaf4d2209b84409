// Parts of a timeline, lanes in groups, and the exports for the web.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "report/picture_model.h"
#include "sample_timeline.h"

namespace isnad {
namespace {

using test::TimelineBuilder;
using testing::ElementsAre;

Instant midnight(std::int32_t year, std::int32_t month, std::int32_t day) {
  return start_of(*day_from_civil({year, month, day}));
}

/// Five events: of 2015, of 7 December (disputed), of 9 December, "until 20 November 2025", and without a date.
TimelineBuilder five_events() {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto other = builder.document("b", "text");
  builder.claim(d, builder.event({"x", "Old"}), "2015");
  const auto disputed = builder.event({"x", "Disputed"}, EventStatus::disputed);
  const ClaimRef one = builder.claim(d, disputed, "2024-12-07");
  const ClaimRef two = builder.claim(other, disputed, "2024-12-08");
  builder.claim(d, builder.event({"x", "Later"}), "2024-12-09");
  builder.claim(d, builder.event({"x", "Until"}), "../2025-11-20");
  builder.claim(d, builder.event({"x", "Undated"}), "");
  builder.finding(FindingRule::date_conflict, Level::error, {one, two}, {"x", "x"});
  builder.edit().audit.findings[0].event = 1;
  builder.edit().graph.relations = {{1, 2, "before", {}}, {0, 4, "before", {}}};
  return builder;
}

std::vector<std::string> labels(const Timeline& timeline) {
  std::vector<std::string> out;
  for (const Event& event : timeline.linking.events) out.push_back(event.label.en);
  return out;
}

TEST(Narrowed, KeepsEventsOfThePeriod) {
  const Timeline all = five_events().get();
  EXPECT_THAT(labels(narrowed(all, {})), ElementsAre("Old", "Disputed", "Later", "Until", "Undated"));
  EXPECT_THAT(labels(narrowed(all, {midnight(2024, 12, 8), {}, false})), ElementsAre("Disputed", "Later", "Until"));
  EXPECT_THAT(labels(narrowed(all, {{}, midnight(2024, 12, 7), false})), ElementsAre("Old", "Disputed"));
  EXPECT_THAT(labels(narrowed(all, {midnight(2016, 1, 1), midnight(2016, 12, 31), false})), ElementsAre());
}

TEST(Narrowed, KeepsWhatSeveralTell) {
  TimelineBuilder builder = five_events();
  builder.claim(1, 4, "");
  EXPECT_THAT(labels(narrowed(builder.get(), {{}, {}, false, true})), ElementsAre("Disputed", "Undated"));
}

TEST(Narrowed, KeepsWhatIsDisputedWithItsFindingsAndRelations) {
  const Timeline all = five_events().get();
  const Timeline disputed = narrowed(all, {{}, {}, true});
  EXPECT_THAT(labels(disputed), ElementsAre("Disputed"));
  ASSERT_EQ(disputed.audit.findings.size(), 1U);
  EXPECT_EQ(*disputed.audit.findings[0].event, 0U) << "events count anew";
  EXPECT_TRUE(disputed.graph.relations.empty());
  EXPECT_EQ(disputed.graph.status.size(), 1U);
  EXPECT_EQ(disputed.documents.size(), 2U);

  const Timeline december = narrowed(all, {midnight(2024, 12, 1), midnight(2024, 12, 31), false});
  ASSERT_EQ(december.graph.relations.size(), 1U);
  EXPECT_EQ(december.graph.relations[0].from, 0U);
  EXPECT_EQ(december.graph.relations[0].to, 1U);
  EXPECT_TRUE(narrowed(all, {{}, midnight(2015, 12, 31), false}).audit.findings.empty());
}

std::vector<std::string> groups(const Timeline& timeline, PictureGroup by) {
  std::vector<std::string> out;
  for (const auto& lane : picture::picture_model(timeline, {Language::en, by}).lanes) {
    out.push_back(lane.group + ": " + lane.label);
  }
  return out;
}

TEST(Groups, StandInOrderOfTheirFirstLane) {
  TimelineBuilder builder;
  const auto a = builder.document("a", "text", "First headline");
  const auto b = builder.document("b", "text", "Second headline");
  const auto c = builder.document("c", "text", "Another matter");
  const auto place = [&](std::size_t e, const char* type, const char* name) {
    builder.edit().linking.events[e].type = type;
    if (*name != '\0') builder.edit().linking.events[e].participants = {{"place", name, name, "", {}, false}};
  };
  const auto one = builder.event({"x", "fall: Homs"});
  builder.claim(a, one, "2024-12-07");
  builder.claim(b, one, "2024-12-07");
  place(one, "fall", "Homs");
  const auto two = builder.event({"x", "match"});
  builder.claim(c, two, "2024-12-08");
  place(two, "match", "");
  const auto three = builder.event({"x", "entry: Homs"});
  builder.claim(b, three, "2024-12-09");
  builder.claim(b, three, "2024-12-09");
  place(three, "entry", "Homs");
  EXPECT_THAT(groups(builder.get(), PictureGroup::none), ElementsAre(": fall: Homs", ": match", ": entry: Homs"));
  EXPECT_THAT(groups(builder.get(), PictureGroup::place),
              ElementsAre("Homs: fall: Homs", "Homs: entry: Homs", "No place is named: match"));
  EXPECT_THAT(groups(builder.get(), PictureGroup::type),
              ElementsAre("fall: fall: Homs", "match: match", "entry: entry: Homs"));
  // The second article says most of the first story: three claims.
  EXPECT_THAT(groups(builder.get(), PictureGroup::story),
              ElementsAre("Story: Second headline: fall: Homs", "Story: Second headline: entry: Homs",
                          "Story: Another matter: match"));
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text.c_str());
  EXPECT_FALSE(json.HasParseError());
  return json;
}

TEST(JsonLd, DatesOnlyWhatNobodyContradicts) {
  TimelineBuilder builder = five_events();
  auto& windows = builder.edit().graph.event_windows;
  windows[1] = {midnight(2024, 12, 8), end_of(*day_from_civil({2024, 12, 8}))};  // after a repair: not to be told
  windows[2] = {midnight(2024, 12, 9), end_of(*day_from_civil({2024, 12, 9}))};
  const auto json = parsed(timeline_jsonld(builder.get(), Language::en));
  EXPECT_STREQ(json["@context"].GetString(), "https://schema.org");
  const auto& events = json["@graph"];
  ASSERT_EQ(events.Size(), 5U);
  EXPECT_FALSE(events[1].HasMember("startDate"));
  EXPECT_THAT(events[1]["description"].GetString(),
              testing::StartsWith("disputed\na: 2024-12-07: text\nb: 2024-12-08"));
  EXPECT_STREQ(events[2]["startDate"].GetString(), "2024-12-09");
  EXPECT_EQ(events[1]["subjectOf"].Size(), 2U);
  EXPECT_STREQ(events[1]["subjectOf"][0]["@type"].GetString(), "NewsArticle");
}

TEST(TimelineJs, SaysTheSameInJson) {
  TimelineBuilder builder = five_events();
  builder.edit().linking.events[2].label.en = "<b>Later</b>";
  auto& windows = builder.edit().graph.event_windows;
  windows[2] = {midnight(2024, 12, 9) + Minutes{390}, midnight(2024, 12, 10)};
  windows[3] = {std::nullopt, end_of(*day_from_civil({2025, 11, 20}))};
  const auto json = parsed(timelinejs_json(builder.get(), Language::en));
  const auto& events = json["events"];
  ASSERT_EQ(events.Size(), 2U) << "those with a window";
  EXPECT_EQ(events[0]["start_date"]["day"].GetInt(), 9);
  EXPECT_EQ(events[0]["start_date"]["hour"].GetInt(), 6);
  EXPECT_EQ(events[0]["start_date"]["minute"].GetInt(), 30);
  EXPECT_EQ(events[0]["end_date"]["day"].GetInt(), 10);
  EXPECT_STREQ(events[0]["text"]["headline"].GetString(), "&lt;b&gt;Later&lt;/b&gt;");
  EXPECT_STREQ(events[1]["display_date"].GetString(), "../2025-11-20");
}

}  // namespace
}  // namespace isnad
