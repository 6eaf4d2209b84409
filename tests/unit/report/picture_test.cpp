// The drawn picture: what is on it, that no text breaks out of its place, that it is the same each time. Never its
// coordinates or bytes against stored ones: fonts differ between machines.
#include <gmock/gmock.h>
#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <thread>

#include "report/picture_model.h"
#include "sample_timeline.h"
#include "xml_check.h"

namespace isnad {
namespace {

using test::occurrences;
using test::TimelineBuilder;
using test::xml_problem;
using testing::HasSubstr;
using testing::Not;

std::string drawn(const Timeline& timeline, PictureFormat format, Language language = Language::ar) {
  auto result = draw(timeline, format, {language});
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result ? *result : std::string();
}

/// Left edge of the bar with this id: the smallest x of its polygon's points.
double left_of(const std::string& svg, const std::string& id) {
  std::smatch found;
  const std::regex polygon("<g id=\"" + id + "\"[^>]*>(?:.|\n)*?points=\"([^\"]*)\"");
  if (!std::regex_search(svg, found, polygon)) return -1;
  const std::string points = found[1];
  double left = 1e9;
  const std::regex number("(-?[0-9.]+),");
  for (std::sregex_iterator i(points.begin(), points.end(), number), end; i != end; ++i) {
    left = std::min(left, std::stod((*i)[1]));
  }
  return left;
}

// ------------------------------------------------------------ what is on it

TEST(Picture, EveryClaimOfADrawnEventHasItsMarkOnce) {
  const Timeline story = test::sample_story();
  const std::string svg = drawn(story, PictureFormat::svg);
  for (const auto& analysis : story.documents) {
    for (const Claim& claim : analysis.claims) {
      // The only claim of the only event that nobody dates and nobody disputes is left out.
      const std::size_t expected = analysis.document.source.id.substr(0, 3) == "003" ? 0 : 1;
      EXPECT_EQ(occurrences(svg, "id=\"" + picture::anchor("claim-", claim.id) + "\""), expected) << claim.id;
    }
  }
}

TEST(Picture, MarksOfTheStory) {
  const std::string svg = drawn(test::sample_story(), PictureFormat::svg);
  // 21 claims: 15 have a date; of the 6 others one is left out with its event.
  EXPECT_EQ(occurrences(svg, "class=\"node bar"), 15U);
  EXPECT_EQ(occurrences(svg, "class=\"node chip"), 5U);
  // In conflict: three dates, two attributions, two wordings (these without a date).
  EXPECT_EQ(occurrences(svg, "class=\"node bar conflict"), 5U);
  EXPECT_EQ(occurrences(svg, "class=\"node chip conflict"), 2U);
  // The odd one out against each other: 2 + 1 + 1.
  EXPECT_EQ(occurrences(svg, "class=\"edge clash"), 4U);
  // Nine dated events and the disputed one without a date; three are disputed.
  EXPECT_EQ(occurrences(svg, "class=\"node lane"), 10U);
  EXPECT_EQ(occurrences(svg, "class=\"node lane disputed"), 3U);
  // Never colour alone: each red bar, chip, lane and the count in the title has its sign, and the legend one.
  EXPECT_EQ(occurrences(svg, "class=\"node sign\""), 7U + 3U + 1U + 1U);
}

TEST(Picture, SaysWhatTheSignsMeanAndWhatIsLeftOut) {
  const std::string svg = drawn(test::sample_story(), PictureFormat::svg, Language::en);
  EXPECT_THAT(svg, HasSubstr("5 articles"));
  EXPECT_THAT(svg, HasSubstr("21 claims"));
  EXPECT_THAT(svg, HasSubstr("3 contradictions"));
  EXPECT_THAT(svg, HasSubstr("wider than a day"));
  EXPECT_THAT(svg, HasSubstr("cannot both be true"));
  EXPECT_THAT(svg, HasSubstr("1 event without a date is not drawn."));
  EXPECT_THAT(svg, HasSubstr("dawn of 8 December"));
  EXPECT_THAT(svg, HasSubstr("dates conflict"));
}

TEST(Picture, TimeRunsWithTheReading) {
  const Timeline story = test::sample_story();
  const std::string seventh = picture::anchor("claim-", "002_6dbf470b732705cc-c4");
  const std::string eighth = picture::anchor("claim-", "001_7fda30ff5ca7b374-c2");
  const std::string ar = drawn(story, PictureFormat::svg, Language::ar);
  const std::string en = drawn(story, PictureFormat::svg, Language::en);
  ASSERT_GE(left_of(ar, seventh), 0);
  ASSERT_GE(left_of(ar, eighth), 0);
  EXPECT_GT(left_of(ar, seventh), left_of(ar, eighth));
  EXPECT_LT(left_of(en, seventh), left_of(en, eighth));
}

TEST(Picture, AlternativesAreSeveralBarsOfOneClaim) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "Event"});
  builder.claim(d, e, "[2024-12-07,2024-12-12]");
  builder.claim(d, e, "2024-12-08");
  const std::string svg = drawn(builder.get(), PictureFormat::svg, Language::en);
  EXPECT_EQ(occurrences(svg, "class=\"node bar"), 3U);
  EXPECT_EQ(occurrences(svg, "class=\"edge either"), 1U);
  EXPECT_THAT(svg, HasSubstr("7 December or 12 December"));
}

TEST(Picture, OpenWindowsFadeAndPoint) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "Event"});
  builder.claim(d, e, "../2024-12-07");
  builder.claim(d, e, "2024-12-08/..");
  builder.claim(d, e, "2024-12-09");
  const std::string svg = drawn(builder.get(), PictureFormat::svg, Language::en);
  EXPECT_EQ(occurrences(svg, "class=\"node bar open"), 2U);
  EXPECT_EQ(occurrences(svg, "class=\"node open"), 2U + 1U);  // arrow heads, and the legend's
  EXPECT_THAT(svg, HasSubstr("until 7 December"));
  EXPECT_THAT(svg, HasSubstr("since 8 December"));
}

TEST(Picture, NothingToDrawIsSaid) {
  EXPECT_THAT(drawn(Timeline{}, PictureFormat::svg, Language::en), HasSubstr("No dated claims"));
  EXPECT_FALSE(drawn(Timeline{}, PictureFormat::png).empty());
}

TEST(Picture, OfManyEventsTheDisputedAndMostToldAreDrawn) {
  TimelineBuilder builder;
  const auto a = builder.document("a", "text a");
  const auto b = builder.document("b", "text b");
  std::vector<ClaimRef> conflict;
  for (int i = 0; i < 100; ++i) {
    const std::string label = "Event " + std::to_string(i);
    const auto e = builder.event({label, label});
    const std::string day = "2024-" + std::string(i % 12 < 9 ? "0" : "") + std::to_string(i % 12 + 1) + "-05";
    const ClaimRef first = builder.claim(a, e, day);
    if (i % 50 == 7) builder.claim(b, e, day);  // events 7 and 57
    if (i == 99) conflict = {first, builder.claim(b, e, "2024-12-30")};
  }
  builder.finding(FindingRule::date_conflict, Level::error, conflict, {"x", "x"});
  const std::string svg = drawn(builder.get(), PictureFormat::svg, Language::en);
  EXPECT_EQ(occurrences(svg, "class=\"node lane"), picture::max_lanes);
  for (const char* label :
       {">\u2066\u2068Event 7\u2069", ">\u2066\u2068Event 57\u2069", ">\u2066\u2068Event 99\u2069"}) {
    EXPECT_THAT(svg, HasSubstr(label));
  }
  EXPECT_THAT(svg, HasSubstr(std::to_string(100 - picture::max_lanes) + " dated events are not drawn"));
}

TEST(Picture, TooManyClaimsAreRefusedWithAdvice) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "x"});
  const ClaimRef one = builder.claim(d, e, "2024-12-07");
  builder.edit().linking.events[e].claims.resize(picture::max_claims_drawn + 1, one);
  const auto result = draw(builder.get(), PictureFormat::svg, {Language::en});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::rendering);
  EXPECT_THAT(result.error().message, HasSubstr("20,001"));
  EXPECT_FALSE(result.error().remedy.empty());
}

// ------------------------------------------------------------- hostile text

/// A story in which every text that an article or a user can choose is `text`.
Timeline hostile(const std::string& text) {
  TimelineBuilder builder;
  const auto a = builder.document("a" + text, text, text);
  const auto b = builder.document("b" + text, text, text);
  const auto e = builder.event({text, text}, EventStatus::disputed);
  const ClaimRef x = builder.claim(a, e, "2024-12-07", {text, text});
  const ClaimRef y = builder.claim(b, e, "2024-12-08", {text});
  builder.claim(b, e, "", {text});
  builder.finding(FindingRule::date_conflict, Level::error, {x, y}, {text, text});
  Timeline& timeline = builder.edit();
  timeline.linking.events[0].id = text;
  timeline.audit.findings[0].id = text;
  for (auto& dated : timeline.graph.dated) {
    for (auto& claim : dated) claim.text = text;
  }
  return timeline;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "<script>alert(1)</script>",
      "\" onload=\"alert(1)",
      "' & &amp; &lt;b&gt; &#60; &bogus; &",
      "]]> --> <!-- <?xml",
      "back\\slash \\N \\G \\L \\l \\r \\n \\",
      "ends in \\",
      "<b>html-like</b>",
      "{record|<port>}",
      std::string("nul\0and\x01\x1F\x7F", 10),
      "line\nbreak\r\n\u2028\u2029 tab\t",
      "\u202Eoverride \u202D \u2067 \u2066 \u2068 unbalanced",
      "\u2069\u2069\u2069 closes",
      "broken \xFF\xFE \xC3( \xED\xA0\x80 \xF4\x90\x80\x80",
      std::string(10000, 'w'),
      "a\u0301\u0301\u0301" + std::string(3000, ' ') + "b",
      "\U0001F525\U0001F469\u200D\U0001F680",
      "%s%n%d {} {0}",
      "javascript:alert(1)",
      "",
  };
  return texts;
}

TEST(PictureHostile, SvgStaysWellFormedAndWithoutScripts) {
  for (const std::string& text : hostile_texts()) {
    for (const Language language : {Language::ar, Language::en}) {
      const std::string svg = drawn(hostile(text), PictureFormat::svg, language);
      EXPECT_EQ(xml_problem(svg), "") << text.substr(0, 40);
      EXPECT_THAT(svg, Not(HasSubstr("<script")));
      EXPECT_THAT(svg, Not(HasSubstr(" onload=\"")));
      EXPECT_THAT(svg, Not(HasSubstr("\u202E")));
      EXPECT_EQ(occurrences(svg, "\u2066") + occurrences(svg, "\u2067") + occurrences(svg, "\u2068"),
                occurrences(svg, "\u2069"))
          << text.substr(0, 40);
      EXPECT_EQ(occurrences(svg, "class=\"node bar"), 2U) << text.substr(0, 40);
      EXPECT_LT(svg.size(), 100'000U);
      // Links lead within the page only.
      EXPECT_EQ(occurrences(svg, "xlink:href=\""), occurrences(svg, "xlink:href=\"#"));
    }
  }
}

TEST(PictureHostile, TextIsShownAsItIsWritten) {
  const std::string svg = drawn(hostile("&lt; \\N <b>"), PictureFormat::svg, Language::en);
  // In the event's label: the entity's ampersand escaped once (a word joiner keeps Graphviz from taking it for an
  // entity), the backslash and the letter, the tag as text.
  EXPECT_THAT(svg, HasSubstr("&amp;\u2060lt; \\N &lt;b&gt;"));
}

TEST(PictureHostile, DotCanBeReadBack) {
  for (const std::string& text : hostile_texts()) {
    const std::string dot = drawn(hostile(text), PictureFormat::dot);
    Agraph_t* graph = agmemread(dot.c_str());
    ASSERT_NE(graph, nullptr) << text.substr(0, 40);
    EXPECT_EQ(agnedges(graph), 3) << "one clash, the two edges of the torn sample in the legend";
    agclose(graph);
  }
}

TEST(PictureHostile, BitmapsAreDrawn) {
  for (const std::string& text : hostile_texts()) {
    EXPECT_EQ(drawn(hostile(text), PictureFormat::png).substr(0, 8), "\x89PNG\r\n\x1A\n") << text.substr(0, 40);
  }
  EXPECT_EQ(drawn(hostile("<b>\\N"), PictureFormat::pdf).substr(0, 5), "%PDF-");
}

TEST(PictureHostile, InconsistentTimelinesAreDrawn) {
  Timeline timeline = test::sample_story();
  timeline.graph.dated.clear();
  timeline.graph.status.clear();
  timeline.graph.event_windows.clear();
  timeline.audit.origins.clear();
  EXPECT_EQ(xml_problem(drawn(timeline, PictureFormat::svg)), "");
}

// -------------------------------------------------------------- determinism

TEST(PictureDeterminism, SameTimelineSameBytes) {
  for (const Language language : {Language::ar, Language::en}) {
    for (const PictureFormat format : {PictureFormat::dot, PictureFormat::svg, PictureFormat::png}) {
      const std::string once = drawn(test::sample_story(), format, language);
      EXPECT_TRUE(once == drawn(test::sample_story(), format, language));
    }
  }
}

TEST(PictureDeterminism, ThreadsDoNotDisturbEachOther) {
  const Timeline story = test::sample_story();
  const std::string alone = drawn(story, PictureFormat::svg);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&story, &result] {
      for (int i = 0; i < 3; ++i) result = drawn(story, PictureFormat::svg);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_TRUE(result == alone);
}

// -------------------------------------------------------------------- names

TEST(PictureNames, AnchorsAreSafeAndDistinct) {
  EXPECT_EQ(picture::anchor("claim-", "000-c3"), "claim-000-c3");
  EXPECT_EQ(picture::anchor("x-", "a b\"<"), "x-a_20b_22_3c");
  EXPECT_NE(picture::anchor("", "a_b"), picture::anchor("", "a b"));
  std::set<std::string> anchors;
  for (char c = 'a'; c <= 'e'; ++c) anchors.insert(picture::anchor("", std::string(5000, c) + "z"));
  EXPECT_EQ(anchors.size(), 5U);
  for (const auto& a : anchors) EXPECT_LE(a.size(), 96U);
}

TEST(PictureNames, DocumentsGetTheirShortestUniqueBeginning) {
  TimelineBuilder builder;
  for (const char* id : {"000_ab", "001_cd", "001_ef", "plain", "a/b", "a/c"}) builder.document(id, "");
  EXPECT_THAT(picture::short_names(builder.get().documents),
              testing::ElementsAre("000", "001_cd", "001_ef", "plain", "a/b", "a/c"));
}

TEST(PictureNames, LongIdsStayApart) {
  TimelineBuilder builder;
  builder.document(std::string(40, 'x') + "1", "");
  builder.document(std::string(40, 'x') + "2", "");
  const auto names = picture::short_names(builder.get().documents);
  EXPECT_NE(names[0], names[1]);
}

// ------------------------------------------------------------------- facts

TEST(DrawingFacts, NameGraphvizAndAFont) {
  const DrawingFacts facts = drawing_facts();
  EXPECT_FALSE(facts.graphviz_version.empty());
  EXPECT_FALSE(facts.arabic_font.empty());
  EXPECT_TRUE(facts.has_arabic) << "the tests need an Arabic font: fonts-noto-core";
}

}  // namespace
}  // namespace isnad
