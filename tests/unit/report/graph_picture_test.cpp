// The temporal graph as a picture: its events, its order, its cycles. Never coordinates: Graphviz finds them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/graph_scene.h"
#include "sample_timeline.h"
#include "xml_check.h"

namespace isnad {
namespace {

using picture::GraphEdge;
using picture::GraphScene;
using test::TimelineBuilder;
using testing::HasSubstr;

GraphScene scene_of(const Timeline& timeline, Language language = Language::en) {
  const picture::PictureModel model = picture::picture_model(timeline, {language});
  return picture::graph_scene(model, timeline, picture::PictureWords(model, language));
}

std::string drawn(const Timeline& timeline, PictureFormat format, Language language) {
  auto result = draw(timeline, format, {language, PictureGroup::none, PictureStyle::graph});
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result ? *result : std::string();
}

/// "first > second: label" of each edge of a kind, by the first lines of the nodes.
std::vector<std::string> edges_of(const GraphScene& scene, const std::string& css) {
  std::vector<std::string> out;
  for (const GraphEdge& edge : scene.edges) {
    if (edge.css != css) continue;
    out.push_back(scene.nodes[edge.from].lines.front() + " > " + scene.nodes[edge.to].lines.front() +
                  (edge.label.empty() ? "" : ": " + edge.label));
  }
  return out;
}

/// Events A to D, of which B and C may be of the same day; D is dated by nobody.
Timeline in_order() {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  for (const auto& [name, day] : {std::pair{"A", "2024-12-01"}, {"B", "2024-12-03"}, {"C", "2024-12-03/2024-12-04"}}) {
    const auto e = builder.event({name, name});
    builder.claim(d, e, day);
    builder.edit().graph.event_windows[e] = parse_edtf(day)->hull();
  }
  builder.event({"D", "D"}, EventStatus::undated);
  return builder.get();
}

TEST(GraphPicture, SaysWhatIsCertainlyBeforeAndHowFar) {
  const GraphScene scene = scene_of(in_order());
  EXPECT_THAT(edges_of(scene, "order"), testing::UnorderedElementsAre("A > B: 2 days", "A > C: 2 to 3 days"));
}

TEST(GraphPicture, WhatFollowsFromOtherArrowsHasNone) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  for (const char* day : {"2024-12-01", "2024-12-02", "2024-12-05", "2025-12-05"}) {
    const auto e = builder.event({day, day});
    builder.claim(d, e, day);
    builder.edit().graph.event_windows[e] = parse_edtf(day)->hull();
  }
  EXPECT_THAT(edges_of(scene_of(builder.get()), "order"),
              testing::UnorderedElementsAre("2024-12-01 > 2024-12-02: 1 day", "2024-12-02 > 2024-12-05: 3 days",
                                            "2024-12-05 > 2025-12-05"));
}

TEST(GraphPicture, EventsWithoutAPlaceAmongTheOthersAreCountedNotDrawn) {
  const GraphScene scene = scene_of(in_order());
  EXPECT_EQ(scene.nodes.size(), 3U);
  EXPECT_THAT(scene.title.back(), HasSubstr("1 event is not drawn"));
}

TEST(GraphPicture, AContradictionIsACycleOfClaims) {
  TimelineBuilder builder;
  const auto a = builder.document("one", "text"), b = builder.document("two", "text");
  const auto e = builder.event({"Fall", "Fall"}, EventStatus::disputed);
  const ClaimRef x = builder.claim(a, e, "2024-12-07"), y = builder.claim(b, e, "2024-12-08");
  builder.finding(FindingRule::date_conflict, Level::error, {x, y}, {"x", "cannot both be"});
  const GraphScene scene = scene_of(builder.get());
  ASSERT_EQ(scene.nodes.size(), 3U);
  EXPECT_EQ(edges_of(scene, "cycle").size(), 2U);
  EXPECT_EQ(edges_of(scene, "clash").size(), 1U);
  for (const std::size_t claim : {1U, 2U}) EXPECT_THAT(scene.nodes[claim].lines.front(), HasSubstr("\u26A0"));
  for (const GraphEdge& edge : scene.edges) EXPECT_TRUE(edge.places || edge.label.empty()) << edge.css;
}

TEST(GraphPicture, TimeRunsWithTheReading) {
  const Timeline story = test::sample_story();
  EXPECT_THAT(drawn(story, PictureFormat::dot, Language::ar), HasSubstr("rankdir=RL"));
  EXPECT_THAT(drawn(story, PictureFormat::dot, Language::en), HasSubstr("rankdir=LR"));
}

TEST(GraphPicture, IsWellFormedAndTheSameEachTime) {
  for (const Timeline& timeline : {test::sample_story(), in_order(), Timeline{}}) {
    const std::string svg = drawn(timeline, PictureFormat::svg, Language::ar);
    EXPECT_EQ(test::xml_problem(svg), "");
    EXPECT_EQ(svg, drawn(timeline, PictureFormat::svg, Language::ar));
  }
}

TEST(GraphPicture, HostileTextStaysText) {
  for (const std::string text : {"<script>alert(1)</script>", "\" onload=\"alert(1)", "back\\slash \\N \\G \\l \\",
                                 "<b>x</b> & &lt; \u202E \u2069"}) {
    TimelineBuilder builder;
    const auto a = builder.document("a" + text, text, text), b = builder.document("b" + text, text, text);
    const auto e = builder.event({text, text}, EventStatus::disputed);
    const ClaimRef x = builder.claim(a, e, "2024-12-07", {text}), y = builder.claim(b, e, "2024-12-08", {text});
    builder.finding(FindingRule::date_conflict, Level::error, {x, y}, {text, text});
    const std::string svg = drawn(builder.get(), PictureFormat::svg, Language::ar);
    EXPECT_EQ(test::xml_problem(svg), "") << text;
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(svg.find(" onload=\"alert"), std::string::npos);
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
  }
}

}  // namespace
}  // namespace isnad
