// The layout: nothing lies on anything else, time keeps its order and scale, estimated widths hold.
#include <gmock/gmock.h>
#include <graphviz/gvc.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sstream>

#include "report/escape.h"
#include "report/graphviz_handles.h"
#include "report/label_width.h"
#include "report/layout_picture.h"
#include "sample_timeline.h"

namespace isnad::picture {
namespace {

using test::TimelineBuilder;

Instant at(std::int32_t year, std::int32_t month, std::int32_t day, std::int64_t hour = 0) {
  return start_of(*day_from_civil({year, month, day})) + Minutes{60 * hour};
}
Window days(std::int32_t year, std::int32_t month, std::int32_t first, std::int32_t last) {
  return {at(year, month, first), end_of(*day_from_civil({year, month, last}))};
}

// -------------------------------------------------------------------- scale

TEST(TimeScale, HoursKeepTheirPlaceWithinTheDay) {
  const TimeScale scale({days(2024, 12, 7, 8)}, 900);
  ASSERT_EQ(scale.cells().size(), 2U);
  const double day = scale.cells()[0].to - scale.cells()[0].from;
  EXPECT_NEAR(scale.at(at(2024, 12, 7)), 0, 1e-9);
  EXPECT_NEAR(scale.at(at(2024, 12, 7, 6)), day / 4, 1e-9);
  EXPECT_NEAR(scale.at(at(2024, 12, 8, 12)), day * 1.5, 1e-9);
  EXPECT_NEAR(scale.at(at(2024, 12, 9)), scale.length(), 1e-9);
}

TEST(TimeScale, EmptyStretchesAreBroken) {
  const TimeScale scale({days(2024, 11, 27, 27), days(2024, 12, 7, 7), days(2024, 12, 9, 9)}, 900);
  // One day between the 7th and the 9th is shown, nine between November and December are not.
  ASSERT_EQ(scale.cells().size(), 4U);
  ASSERT_EQ(scale.breaks().size(), 1U);
  EXPECT_EQ(scale.breaks()[0].end - scale.breaks()[0].begin, 9);
  for (const Cell& cell : scale.cells()) EXPECT_NEAR(cell.to - cell.from, scale.cells()[0].to, 1e-9) << "one scale";
}

TEST(TimeScale, LongStoriesAreToldInMonthsOrYears) {
  std::vector<Window> months;
  for (int m = 1; m <= 12; ++m) {
    for (int d = 1; d <= 20; d += 4) months.push_back(days(2024, m, d, d));
  }
  EXPECT_EQ(TimeScale(months, 900).unit(), CellUnit::month);
  std::vector<Window> centuries;
  for (int y = 1400; y < 9999; y += 13) centuries.push_back(days(y, 1, 1, 1));
  EXPECT_EQ(TimeScale(centuries, 900).unit(), CellUnit::century);
}

TEST(TimeScale, OpenAndAbsentSidesDoNotCount) {
  EXPECT_TRUE(TimeScale({}, 900).cells().empty());
  EXPECT_TRUE(TimeScale({Window{}}, 900).cells().empty());
  EXPECT_EQ(TimeScale({Window{std::nullopt, at(2024, 1, 1)}}, 900).cells().size(), 1U);
}

TEST(TimeScale, FarMomentsStandAtTheEdge) {
  const TimeScale scale({Window{Instant{-1'000'000'000'000}, Instant{1'000'000'000'000}}}, 900);
  EXPECT_NEAR(scale.at(Instant{-1'000'000'000'000}), 0, 1);
  EXPECT_NEAR(scale.at(Instant{1'000'000'000'000}), scale.length(), 1);
}

std::uint64_t seed() {
  const char* given = std::getenv("ISNAD_SEED");
  const std::uint64_t value = given != nullptr ? std::strtoull(given, nullptr, 10) : 20241208;
  std::printf("seed %llu (ISNAD_SEED)\n", static_cast<unsigned long long>(value));
  return value;
}

TEST(TimeScale, LaterIsNeverBefore) {
  std::mt19937_64 random(seed());
  for (int round = 0; round < 200; ++round) {
    std::vector<Window> windows;
    std::vector<Instant> moments;
    const std::int64_t spread = std::int64_t{1} << (random() % 36);
    const int n = 1 + static_cast<int>(random() % 60);
    for (int i = 0; i < n; ++i) {
      const Instant a{at(2000, 1, 1).value + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(spread))};
      const Instant b = a + Minutes{static_cast<std::int64_t>(random() % 5000)};
      windows.push_back({a, b});
      moments.insert(moments.end(), {a, b});
    }
    const TimeScale scale(windows, 900);
    std::sort(moments.begin(), moments.end());
    for (std::size_t i = 1; i < moments.size(); ++i) {
      ASSERT_LE(scale.at(moments[i - 1]), scale.at(moments[i]) + 1e-9) << "round " << round;
    }
    ASSERT_GE(scale.at(moments.front()), 0);
    ASSERT_LE(scale.at(moments.back()), scale.length());
  }
}

// ----------------------------------------------------------------- overlaps

bool overlap(const Rect& a, const Rect& b) {
  constexpr double touch = 0.01;
  return a.along + touch < b.end() && b.along + touch < a.end() && a.down + touch < b.bottom() &&
         b.down + touch < a.bottom();
}

void expect_legible(const Timeline& timeline, const std::string& which) {
  for (const Language language : {Language::ar, Language::en}) {
    const PictureModel model = picture_model(timeline, {language});
    const PictureWords words(model, language);
    const Scene scene = lay_out(model, timeline, words);
    for (std::size_t i = 0; i < scene.texts.size(); ++i) {
      const Text& a = scene.texts[i];
      EXPECT_GE(a.rect.along, 0) << which << ": " << a.text;
      EXPECT_LE(a.rect.end(), scene.length) << which << ": " << a.text;
      EXPECT_LE(label_width(a.text, a.font), a.rect.length + 0.01) << which << ": " << a.text;
      for (std::size_t j = i + 1; j < scene.texts.size(); ++j) {
        EXPECT_FALSE(overlap(a.rect, scene.texts[j].rect)) << which << ": " << a.text << " | " << scene.texts[j].text;
      }
      for (const Mark& mark : scene.marks) {
        // A label lies within its own bar or clear of all of them.
        if (mark.css.substr(0, 3) != "bar" || !overlap(a.rect, mark.rect)) continue;
        EXPECT_TRUE(mark.rect.along <= a.rect.along && a.rect.end() <= mark.rect.end()) << which << ": " << a.text;
      }
    }
  }
}

TEST(Layout, EveryDayOfACrowdedAxisIsNamed) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "Event"});
  for (int day = 10; day < 30; ++day) builder.claim(d, e, "2024-12-" + std::to_string(day));
  for (const Language language : {Language::ar, Language::en}) {
    const PictureModel model = picture_model(builder.get(), {language});
    const Scene scene = lay_out(model, builder.get(), PictureWords(model, language));
    // Fourteen bars are drawn at most, so at most fourteen days are shown; each has its name.
    const auto ticks =
        std::count_if(scene.texts.begin(), scene.texts.end(), [](const Text& text) { return text.css == "tick"; });
    EXPECT_EQ(ticks, 14);
  }
}

TEST(Layout, ADayBetweenTwoBreaksIsNamedWithItsMonth) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "Event"});
  for (const char* day : {"2024-01-10", "2024-04-10", "2024-07-10", "2024-10-10"}) builder.claim(d, e, day);
  // Many days side by side make cells narrow: their names shrink to numbers, those between breaks do not.
  for (int day = 10; day < 20; ++day) builder.claim(d, e, "2024-12-" + std::to_string(day));
  const PictureModel model = picture_model(builder.get(), {Language::en});
  const Scene scene = lay_out(model, builder.get(), PictureWords(model, Language::en));
  std::vector<std::string> ticks;
  for (const Text& text : scene.texts) {
    if (text.css == "tick") ticks.push_back(text.text);
  }
  EXPECT_THAT(ticks, testing::IsSupersetOf({testing::MatchesRegex("10 Apr.*"), testing::MatchesRegex("10 Jul.*"),
                                            testing::MatchesRegex("10 Oct.*")}));
}

TEST(Layout, AStatusThatIsTooLongTakesTwoLines) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto e = builder.event({"x", "Event"});
  builder.claim(d, e, "2024-12-07");
  builder.edit().graph.event_windows[e] = {at(2024, 12, 7, 11), at(2024, 12, 7, 14)};
  builder.edit().audit.origins[e].count = 12;
  const PictureModel model = picture_model(builder.get(), {Language::en});
  const Scene scene = lay_out(model, builder.get(), PictureWords(model, Language::en));
  const auto shown = [&scene](const std::string& words) {
    return std::any_of(scene.texts.begin(), scene.texts.end(),
                       [&words](const Text& text) { return text.text == words; });
  };
  EXPECT_TRUE(shown("12 independent origins"));
}

TEST(Layout, LanesFollowTheirBars) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto wide = builder.event({"x", "Wide"});
  builder.claim(d, wide, "../2025-11-20");
  builder.edit().graph.event_windows[wide] = days(2015, 1, 1, 1);  // by other events: not what the lane shows
  const auto early = builder.event({"x", "Early"});
  builder.claim(d, early, "2024-12-07");
  const PictureModel model = picture_model(builder.get(), {Language::en});
  ASSERT_EQ(model.lanes.size(), 2U);
  EXPECT_EQ(model.lanes[0].label, "Early");
}

TEST(Layout, NothingLiesOnAnythingInTheStory) { expect_legible(test::sample_story(), "story"); }

TEST(Layout, NorInRandomStories) {
  std::mt19937_64 random(seed());
  const auto number = [&random](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
  const std::vector<std::string> words{
      "Reuters",
      "\u0631\u0648\u064A\u062A\u0631\u0632",
      "a source that was not named",
      "\u0645\u0635\u062F\u0631 \u0641\u064A \u0627\u0644\u0643\u0631\u0645\u0644\u064A\u0646",
      std::string(300, 'w'),
      "\u0633\u0634\u0635\u0636 \u0633\u0634\u0635\u0636"};
  for (int round = 0; round < 25; ++round) {
    TimelineBuilder builder;
    const int documents = 1 + number(30);
    for (int d = 0; d < documents; ++d)
      builder.document(std::to_string(d) + "_x", "text", words[random() % words.size()]);
    const int events = 1 + number(20);
    for (int e = 0; e < events; ++e) {
      std::string label;
      for (int w = number(6); w >= 0; --w) label += words[random() % words.size()] + " ";
      const auto event = builder.event({label, label});
      std::vector<ClaimRef> claims;
      for (int c = number(20); c >= 0; --c) {
        const std::string day = "20" + std::to_string(10 + number(15)) + "-1" + std::to_string(number(3)) + "-" +
                                std::to_string(10 + number(18));
        const std::vector<std::string> forms{
            day, "../" + day, day + "/..", day.substr(0, 7), "", day.substr(0, 4), day + "T03/" + day + "T07"};
        std::vector<std::string> chain;
        for (int n = number(4); n > 0; --n) chain.push_back(words[random() % words.size()]);
        claims.push_back(builder.claim(random() % static_cast<std::uint64_t>(documents), event,
                                       forms[random() % forms.size()], chain));
      }
      if (claims.size() > 2 && number(3) == 0) {
        claims.resize(2 + random() % (claims.size() - 2));
        builder.finding(FindingRule::date_conflict, Level::error, claims, {"x", "x"});
      }
    }
    expect_legible(builder.get(), "round " + std::to_string(round));
  }
}

// ------------------------------------------------------------------- widths

/// The width that Graphviz measures with the fonts that are installed, in points.
double measured(const std::string& text, double size) {
  const graphviz::Lock lock;
  GVC_t* const context = graphviz::context(lock);
  char name[] = "g";
  const graphviz::Graph graph(graphviz::library().agopen(name, *graphviz::library().undirected, nullptr));
  char node_name[] = "n";
  Agnode_t* node = graphviz::library().agnode(graph.get(), node_name, 1);
  graphviz::set(node, "shape", "plaintext");
  graphviz::set(node, "margin", "0");
  graphviz::set(node, "width", "0");
  graphviz::set(node, "height", "0");
  graphviz::set(node, "pos", "0,0");
  graphviz::set(node, "fontname", "Noto Sans,Noto Sans Arabic,DejaVu Sans");
  graphviz::set(node, "fontsize", std::to_string(size));
  graphviz::set(node, "label", dot_escaped(text));
  const graphviz::Layout layout(context, graph.get(), "nop2");
  char* data = nullptr;
  unsigned int bytes = 0;
  if (graphviz::library().gvRenderData(context, graph.get(), "plain", &data, &bytes) != 0) return -1;
  std::istringstream lines(std::string(data, bytes));
  graphviz::library().gvFreeRenderData(data);
  for (std::string line; std::getline(lines, line);) {  // node NAME X Y WIDTH HEIGHT ...
    std::istringstream fields(line);
    std::string word;
    double x = 0, y = 0, width = 0;
    if (fields >> word && word == "node" && fields >> word >> x >> y >> width) return width * 72;
  }
  return -1;
}

TEST(LabelWidth, EstimatesAreNeitherShortNorMuchTooLong) {
  const Timeline story = test::sample_story();
  std::vector<std::string> texts{"8 December 2024", "The fall of Damascus, disputed", "WWW mmm iii"};
  for (const Event& event : story.linking.events) texts.insert(texts.end(), {event.label.ar, event.label.en});
  for (const auto& analysis : story.documents) texts.push_back(printable(analysis.document.source.title));
  for (const std::string& text : texts) {
    const double width = measured(text, 40);
    ASSERT_GT(width, 0);
    EXPECT_GE(label_width(text, {40, false}), width * 0.99) << text;
    EXPECT_LE(label_width(text, {40, false}), width * 1.35) << text;
  }
}

TEST(LabelWidth, MarksAndControlsTakeNoRoom) {
  const Font font{10, false};
  EXPECT_DOUBLE_EQ(label_width("\u2067\u0628\u064E\u0651\u2069", font), label_width("\u0628", font));
  EXPECT_DOUBLE_EQ(label_width("", font), 0);
}

TEST(LabelWidth, FittedTextFits) {
  const Font font{12, true};
  for (const double width : {30.0, 80.0, 200.0}) {
    const std::string cut = fitted(std::string(10000, 'w'), font, width);
    EXPECT_LE(label_width(cut, font), width);
  }
  EXPECT_EQ(fitted("abc", font, 1000), "abc");
}

TEST(LabelWidth, WrappedLinesHoldAllWordsThatFit) {
  const Font font{12, false};
  const auto lines = wrapped("one two three four five six", font, 70, 3);
  ASSERT_LE(lines.size(), 3U);
  for (const auto& line : lines) EXPECT_LE(label_width(line, font), 70) << line;
  EXPECT_THAT(wrapped("one two", font, 1000, 3), testing::ElementsAre("one two"));
  EXPECT_THAT(wrapped("", font, 100, 3), testing::ElementsAre(""));
}

}  // namespace
}  // namespace isnad::picture
