// Baselines and suppressions: what is taken out, what is left, which entries have nothing to do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/calendar.h"
#include "isnad/store.h"
#include "schema_check.h"
#include "temporary_folder.h"

namespace isnad {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string words_a = "date-conflict-00000000000000aa";
const std::string words_b = "value-conflict-00000000000000bb";

/// A finding in each of the files, in this order.
Timeline found(const std::vector<std::tuple<std::string, std::string, FindingRule>>& findings) {
  Timeline timeline;
  for (const auto& [id, path, rule] : findings) {
    DocumentAnalysis analysis;
    const auto number = static_cast<DocumentIndex>(timeline.documents.size());
    analysis.document.index = number;
    analysis.document.source.path = path;
    timeline.documents.push_back(std::move(analysis));
    Finding finding;
    finding.id = id;
    finding.rule = rule;
    finding.evidence.push_back({{number, {0}, {0}}, {}, {}, {}, {}});
    timeline.audit.findings.push_back(std::move(finding));
  }
  return timeline;
}

Timeline two(const std::string& first, const std::string& second) {
  return found({{words_a, first, FindingRule::date_conflict}, {words_b, second, FindingRule::value_conflict}});
}

Baseline written_and_read(const TemporaryFolder& folder, const Timeline& timeline,
                          const std::vector<std::size_t>& selected) {
  const std::string json = baseline_json(accept(timeline, selected, folder.path("b.json")));
  EXPECT_EQ(test::schema_fault("baseline", json), "");
  const Result<Baseline> read = read_baseline(folder.file("b.json", json));
  EXPECT_TRUE(read) << read.error().message;
  return *read;
}

TEST(Baseline, AcceptsWhatItNamesAndTellsWhatIsGone) {
  const TemporaryFolder folder;
  const Timeline timeline = two(folder.path("x.txt"), folder.path("y.txt"));
  const Baseline first = written_and_read(folder, timeline, {0});
  EXPECT_EQ(first.entries[0].path, "x.txt");
  const BaselineOutcome outcome = compare(first, timeline, {0, 1});
  EXPECT_THAT(outcome.kept, ElementsAre(1));
  EXPECT_EQ(outcome.accepted, 1U);
  EXPECT_THAT(outcome.stale, IsEmpty());
  EXPECT_THAT(compare(first, timeline, {1}).stale, ElementsAre(0));
}

TEST(Baseline, SurvivesANewNameOfTheFile) {
  const TemporaryFolder folder;
  const Baseline baseline = written_and_read(folder, two(folder.path("x.txt"), folder.path("y.txt")), {0, 1});
  const BaselineOutcome outcome = compare(baseline, two(folder.path("new/z.txt"), folder.path("y.txt")), {0, 1});
  EXPECT_THAT(outcome.kept, IsEmpty());
  EXPECT_THAT(outcome.stale, IsEmpty());
}

TEST(Baseline, AFurtherArticleOfTheSameWordsIsNew) {
  const TemporaryFolder folder;
  const Timeline before = found({{words_a, folder.path("m.txt"), FindingRule::date_conflict}});
  const Baseline baseline = written_and_read(folder, before, {0});
  // The further one stands before the known one: it is the one that is reported, not the known one.
  const Timeline after = found({{words_a, folder.path("a.txt"), FindingRule::date_conflict},
                                {words_a + "-2", folder.path("m.txt"), FindingRule::date_conflict}});
  EXPECT_THAT(compare(baseline, after, {0, 1}).kept, ElementsAre(0));
  // An entry accepts one finding, however many there are.
  EXPECT_EQ(compare(baseline, after, {0, 1}).accepted, 1U);
}

TEST(Baseline, InOneOrderWhateverTheOrderOfFindings) {
  const Timeline timeline = two("x.txt", "y.txt");
  EXPECT_EQ(baseline_json(accept(timeline, {0, 1}, "b.json")), baseline_json(accept(timeline, {1, 0}, "b.json")));
}

TEST(Baseline, WhatIsNoneIsRefused) {
  const TemporaryFolder folder;
  const auto message = [&folder](const std::string& json) {
    const auto read = read_baseline(folder.file("b.json", json));
    return read ? std::string("accepted") : read.error().message;
  };
  EXPECT_THAT(message("{}"), HasSubstr("not a baseline"));
  EXPECT_THAT(message(R"({"isnad":{"baseline":2},"findings":[]})"), HasSubstr("another version"));
  EXPECT_THAT(message(R"({"isnad":{"baseline":1}})"), HasSubstr("findings"));
  EXPECT_THAT(message(R"({"isnad":{"baseline":1},"findings":[{}]})"), HasSubstr("no \"id\""));
  EXPECT_THAT(message(R"({"isnad":{"baseline":1},"findings":[3]})"), HasSubstr("object"));
  EXPECT_EQ(message(R"({"isnad":{"baseline":1},"findings":[]})"), "accepted");
  const auto missing = read_baseline(folder.path("missing.json"));
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().remedy, HasSubstr("--write-baseline"));
}

Suppressions suppressions(const std::string& entries) {
  const std::string json = "{\"suppressions\": [" + entries + "]}";
  EXPECT_EQ(test::schema_fault("suppressions", json), "");
  const Result<Suppressions> read = parse_suppressions(json, "s.json");
  EXPECT_TRUE(read) << read.error().message;
  return read ? *read : Suppressions{};
}

const Day today = *day_from_civil({2025, 3, 10});

TEST(Suppressions, ByFindingRuleOrPath) {
  const Timeline timeline = two("a/x.txt", "b/wire.jsonl#7");
  const auto kept = [&](const std::string& entry) {
    return suppress(suppressions(entry), timeline, {0, 1}, today).kept;
  };
  EXPECT_THAT(kept(R"({"finding":")" + words_a + R"(","reason":"r"})"), ElementsAre(1));
  EXPECT_THAT(kept(R"({"rule":"value-conflict","reason":"r"})"), ElementsAre(0));
  EXPECT_THAT(kept(R"({"path":"a","reason":"r"})"), ElementsAre(1));
  EXPECT_THAT(kept(R"({"path":"**/*.txt","reason":"r"})"), ElementsAre(1));
  EXPECT_THAT(kept(R"({"path":"b/wire.jsonl","reason":"r"})"), ElementsAre(0));
  EXPECT_THAT(kept(R"({"path":"b/wire.jsonl/8","reason":"r"})"), ElementsAre(0, 1));
  // What an entry names must all fit.
  EXPECT_THAT(kept(R"({"path":"a","rule":"value-conflict","reason":"r"})"), ElementsAre(0, 1));
}

TEST(Suppressions, EndAfterTheirLastDayAndTellWhenTheyHaveNothingToDo) {
  const Timeline timeline = two("x.txt", "y.txt");
  const Suppressions entries = suppressions(
      R"({"path":"x.txt","reason":"r","until":"2025-03-10"}, {"path":"y.txt","reason":"r","until":"2025-03-09"},
         {"path":"z.txt","reason":"r"})");
  const SuppressionOutcome outcome = suppress(entries, timeline, {0, 1}, today);
  EXPECT_THAT(outcome.kept, ElementsAre(1));
  EXPECT_EQ(outcome.suppressed, 1U);
  EXPECT_THAT(outcome.expired, ElementsAre(1));
  EXPECT_THAT(outcome.unused, ElementsAre(2));
  EXPECT_THAT(suppress(entries, timeline, {0, 1}, today + 1).kept, ElementsAre(0, 1));
}

TEST(Suppressions, WithoutAReasonOrAnObjectTheyAreRefused) {
  const auto refused = [](const std::string& entry) {
    const auto read = parse_suppressions("{\"suppressions\": [\n" + entry + "]}", "s.json");
    EXPECT_FALSE(read) << entry;
    return read ? Error{} : read.error();
  };
  EXPECT_THAT(refused(R"({"path":"x"})").message, HasSubstr("no \"reason\""));
  EXPECT_THAT(refused(R"({"path":"x","reason":"  "})").message, HasSubstr("empty"));
  EXPECT_THAT(refused(R"({"reason":"r"})").message, HasSubstr("names nothing"));
  EXPECT_THAT(refused(R"({"rule":"x","reason":"r"})").message, HasSubstr("no rule"));
  EXPECT_THAT(refused(R"({"path":"x","reason":"r","untill":"2025-01-01"})").message, HasSubstr("untill"));
  const Error day = refused(R"({"path":"x","reason":"r","until":"2025-02-30"})");
  EXPECT_THAT(day.message, HasSubstr("no day"));
  EXPECT_EQ(day.place, (LineColumn{2, 34}));
  for (const char* json : {"[]", "{}", "{\"suppressions\":{}}", "", "{\"suppressions\":[3]}"}) {
    EXPECT_FALSE(parse_suppressions(json, "s.json")) << json;
  }
}

TEST(RuleSettings, LevelsAndIgnoredPaths) {
  const TemporaryFolder folder;
  const auto settings = [&folder](const std::string& rules) {
    return *parse_settings("{\"rules\":" + rules + "}", folder.path("isnad.json"));
  };
  Timeline timeline = two(folder.path("a/x.txt"), folder.path("b/y.txt"));
  apply_rule_settings(timeline,
                      settings(R"({"date-conflict":{"ignore":["b/**"]},"value-conflict":{"level":"error"}})"));
  ASSERT_EQ(timeline.audit.findings.size(), 2U);
  EXPECT_EQ(timeline.audit.findings[0].rule, FindingRule::value_conflict);  // now first by level
  EXPECT_EQ(timeline.audit.findings[0].level, Level::error);
  apply_rule_settings(timeline, settings(R"({"date-conflict":{"ignore":["a"]},"value-conflict":{"level":"off"}})"));
  EXPECT_THAT(timeline.audit.findings, IsEmpty());
}

}  // namespace
}  // namespace isnad
