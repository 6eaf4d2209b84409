// timeline, check, ci, claims over whole corpora.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <filesystem>

#include "run.h"
#include "schema_check.h"

namespace isnad::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> seeds() {
  return {source("seeds/000_86184e3eeb1a7f3a.txt"), source("seeds/001_7fda30ff5ca7b374.txt"),
          source("seeds/002_6dbf470b732705cc.txt"), source("seeds/003_454bbc6226a6af22.txt"),
          source("seeds/004_81a79aa50b8f69a4.txt")};
}

/// Contradicts itself: 8 December 2024 was a Sunday.
constexpr const char* contradiction = "Damascus fell on Saturday 8 December 2024, state television said.\n";

TEST(Corpus, SameBytesForAnyNumberOfThreadsAndAnyOrder) {
  const TemporaryFolder folder;
  std::vector<std::string> paths = seeds();
  int number = 0;
  std::vector<std::string> outputs;
  for (const char* jobs : {"1", "2", "7"}) {
    for (int order = 0; order < 2; ++order) {
      std::vector<std::string> arguments{"timeline", "--jobs", jobs, "--quiet"};
      arguments.insert(arguments.end(), paths.begin(), paths.end());
      std::string name = "t" + std::to_string(number++);
      for (const char* end : {".json", ".csv", ".dot"}) {
        arguments.insert(arguments.end(), {"-o", folder.path(name + end)});
      }
      const ProgramRun run = isnad(arguments);
      ASSERT_EQ(run.exit, 0) << run.err;
      outputs.push_back(folder.read(name + ".json") + folder.read(name + ".csv") + folder.read(name + ".dot"));
      std::rotate(paths.begin(), paths.begin() + 2, paths.end());
    }
  }
  for (const std::string& output : outputs) EXPECT_TRUE(output == outputs.front());
  EXPECT_EQ(schema_fault("timeline", folder.read("t0.json")), "");
}

TEST(Corpus, PartsAreShownToPeopleAndTheWholeToPrograms) {
  const TemporaryFolder folder;
  ASSERT_EQ(
      isnad({"timeline", source("seeds"), "--quiet", "-o", folder.path("all.csv"), "-o", folder.path("all.json")}).exit,
      0);
  const auto rows_of = [](const std::string& year) { return HasSubstr("\r\n" + year + ","); };
  EXPECT_THAT(folder.read("all.csv"), testing::AllOf(rows_of("1971"), rows_of("2024")));
  const ProgramRun part = isnad({"timeline", source("seeds"), "--quiet", "--to", "2000", "--group", "place", "-o",
                                 folder.path("part.csv"), "-o", folder.path("part.json"), "-o", folder.path("part.svg"),
                                 "-o", folder.path("part.jsonld"), "-o", folder.path("part.timelinejs.json")});
  ASSERT_EQ(part.exit, 0) << part.err;
  EXPECT_THAT(folder.read("part.csv"), testing::AllOf(rows_of("1971"), Not(rows_of("2024"))));
  EXPECT_THAT(folder.read("part.svg"), Not(HasSubstr("class=\"node lane disputed\"")));
  EXPECT_THAT(folder.read("part.jsonld"), testing::AllOf(HasSubstr("1971"), HasSubstr("\"Event\"")));
  EXPECT_THAT(folder.read("part.timelinejs.json"),
              testing::AllOf(HasSubstr("\"year\": 1971"), Not(HasSubstr("\"year\": 2024"))));
  EXPECT_TRUE(folder.read("part.json") == folder.read("all.json"));
  EXPECT_EQ(isnad({"timeline", source("seeds"), "--from", "yesterday"}).exit, 2);
  EXPECT_EQ(isnad({"timeline", source("seeds"), "--group", "colour"}).exit, 2);
}

TEST(Corpus, NamesInALabelAreListedAsItsLanguageDoes) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"timeline", "-", "--quiet", "-o", folder.path("t.json")},
                               {.input = "The army captured Aleppo and Homs on 5 May 2024.\n"});
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(folder.read("t.json"), testing::AllOf(HasSubstr(": Aleppo, Homs\""), HasSubstr(": Aleppo\u060C Homs\"")));
}

TEST(Corpus, AFileNamedTwiceCountsOnce) {
  const TemporaryFolder folder;
  folder.file("a.txt", "It fell on 7 December 2024.");
  const ProgramRun once = isnad({"tag", folder.path()});
  EXPECT_EQ(isnad({"tag", folder.path(), folder.path("a.txt"), folder.path("./a.txt")}).out, once.out);
}

TEST(Corpus, EqualNamesGetIdsOfTheirOwn) {
  const TemporaryFolder folder;
  const std::string x = folder.file("x/a.txt", "It fell on 7 December 2024.");
  const std::string y = folder.file("y/a.txt", "It fell on 8 December 2024.");
  const ProgramRun run = isnad({"tag", y, x});
  EXPECT_THAT(run.out, HasSubstr("{\"document\":\"a\",\"begin\":11,\"end\":26,\"text\":\"7 December 2024\""));
  EXPECT_THAT(run.out, HasSubstr("{\"document\":\"a-2\",\"begin\":11,\"end\":26,\"text\":\"8 December 2024\""));
  EXPECT_EQ(isnad({"tag", x, y}).out, run.out);
}

TEST(Corpus, StandardInput) {
  const ProgramRun run = isnad({"tag", "-"}, {.input = "It fell on 7 December 2024."});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"value\":\"2024-12-07\""));
}

TEST(Corpus, MapThenReduceIsTheSameAsBothAtOnce) {
  const TemporaryFolder folder;
  const std::vector<std::string> paths = seeds();
  ASSERT_EQ(isnad({"claims", paths[0], paths[1], "-o", folder.path("1.jsonl")}).exit, 0);
  ASSERT_EQ(isnad({"claims", paths[2], paths[3], paths[4], "-o", folder.path("2.jsonl")}).exit, 0);
  EXPECT_EQ(schema_fault_of_lines("claims-line", folder.read("1.jsonl")), "");
  ASSERT_EQ(isnad({"timeline", "--claims", folder.path("2.jsonl"), "--claims", folder.path("1.jsonl"), "-o",
                   folder.path("reduced.json"), "-q"})
                .exit,
            0);
  std::vector<std::string> arguments{"timeline", "-q", "-o", folder.path("whole.json")};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  ASSERT_EQ(isnad(arguments).exit, 0);
  EXPECT_TRUE(folder.read("reduced.json") == folder.read("whole.json"));
}

TEST(Corpus, FindingsSetTheExitCodeOnlyWhereAsked) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.txt", contradiction);
  EXPECT_EQ(isnad({"timeline", path}).exit, 0);
  EXPECT_EQ(isnad({"timeline", path, "--fail-on", "error"}).exit, 1);
  EXPECT_EQ(isnad({"ci", path}).exit, 1);
  EXPECT_EQ(isnad({"ci", path, "--fail-on", "never"}).exit, 0);
  // Unreadable input outweighs findings, which are printed all the same.
  const ProgramRun run = isnad({"ci", path, folder.path("missing.txt")});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.out, HasSubstr("[weekday-mismatch]"));
}

TEST(Check, ReportsOnlyWhatIsNew) {
  const TemporaryFolder folder;
  ASSERT_EQ(isnad({"timeline", folder.file("old.txt", contradiction), "-o", folder.path("known.json")}).exit, 0);
  const ProgramRun clean =
      isnad({"check", folder.file("new.txt", "It rained."), "--against", folder.path("known.json")});
  EXPECT_EQ(clean.exit, 0) << clean.out << clean.err;
  EXPECT_THAT(clean.out, Not(HasSubstr("weekday-mismatch")));
  const std::string wrong = folder.file("wrong.txt", "Aleppo fell on Monday 8 December 2024, state television said.\n");
  const ProgramRun dirty = isnad({"check", wrong, "--against", folder.path("known.json")});
  EXPECT_EQ(dirty.exit, 1) << dirty.out << dirty.err;
  EXPECT_THAT(dirty.out, HasSubstr("wrong.txt:1:"));
  EXPECT_THAT(dirty.out, Not(HasSubstr("old.txt")));
}

TEST(Check, AddsWhatPassesAndOnlyThat) {
  for (const std::string name : {"known.json", "known.jsonl", "known.db"}) {
    const TemporaryFolder folder;
    const std::string known = folder.path(name);
    ASSERT_EQ(isnad({"timeline", folder.file("old.txt", "It rained."), "-o", known, "-q"}).exit, 0);
    const std::string before = folder.read(name);
    EXPECT_EQ(isnad({"check", folder.file("bad.txt", contradiction), "--against", known, "--add"}).exit, 1);
    EXPECT_TRUE(folder.read(name) == before) << name;
    EXPECT_EQ(isnad({"check", folder.file("good.txt", "It snowed."), "--against", known, "--add"}).exit, 0);
    EXPECT_THAT(folder.read(name), HasSubstr("It snowed.")) << name;
    EXPECT_THAT(folder.read(name), HasSubstr("It rained.")) << name;
    // Once more: it is the same article, not a second one.
    const std::string after = folder.read(name);
    EXPECT_EQ(isnad({"check", folder.path("good.txt"), "--against", known, "--add"}).exit, 0);
    EXPECT_TRUE(folder.read(name) == after) << name;
    EXPECT_EQ(folder.count(), 4U) << name;  // the articles and the timeline, nothing else
  }
}

TEST(Timeline, UpdatesAKnownOneOnceAndForgets) {
  for (const std::string name : {"known.json", "known.jsonl", "known.db"}) {
    const TemporaryFolder folder;
    folder.file("a.txt", "The city of Aleppo fell on 29 November 2024, the army said.\n");
    folder.file("b.txt", "It rained.\n");
    const auto update = [&](std::vector<std::string> more) {
      more.insert(more.begin(), {"timeline", "--update", name});
      return isnad(more, {.folder = folder.path()});
    };
    EXPECT_THAT(update({"a.txt"}).err,
                HasSubstr("1 added, 0 replaced, 0 known already, 0 forgotten; 1 article in all"));
    EXPECT_THAT(update({"a.txt", "b.txt"}).err, HasSubstr("1 added, 0 replaced, 1 known already"));
    const std::string before = folder.read(name);
    EXPECT_EQ(update({"a.txt", "b.txt"}).exit, 0);
    EXPECT_TRUE(folder.read(name) == before) << name;
    folder.file("a.txt", "The city of Aleppo fell on 30 November 2024, the army said.\n");
    EXPECT_THAT(update({"a.txt", "--forget", "b"}).err, HasSubstr("0 added, 1 replaced, 0 known already, 1 forgotten"));
    ASSERT_EQ(isnad({"timeline", "--claims", name, "-o", "whole.json", "-q"}, {.folder = folder.path()}).exit, 0);
    EXPECT_THAT(folder.read("whole.json"), HasSubstr("30 November"));
    EXPECT_THAT(folder.read("whole.json"), Not(HasSubstr("It rained")));
    const ProgramRun wrong = update({"--forget", "nobody"});
    EXPECT_EQ(wrong.exit, 2);
    EXPECT_THAT(wrong.err, HasSubstr("has no article \"nobody\""));
    EXPECT_EQ(update({"b.txt", "-o", "x.svg"}).exit, 2);
  }
}

TEST(Check, ADatabaseGivesTheFindingsOfTheWholeTimeline) {
  const std::vector<std::string> paths = seeds();
  for (std::size_t fresh = 0; fresh < paths.size(); ++fresh) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"timeline", "-q", "-o", folder.path("t.json"), "-o", folder.path("t.db")};
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (i != fresh) arguments.push_back(paths[i]);
    }
    // Of another story: the database need not give it.
    arguments.push_back(folder.file("other.txt", "A ferry sank off Zanzibar on 3 March 2011, the coast guard said.\n"));
    ASSERT_EQ(isnad(arguments).exit, 0);
    // The ids of the findings: events are numbered within what is read.
    const auto against = [&](const char* name) {
      std::string ids;
      std::istringstream lines(isnad({"check", paths[fresh], "--against", folder.path(name), "--format", "jsonl"}).out);
      for (std::string line; std::getline(lines, line);) ids += line.substr(0, line.find(',')) + "\n";
      return ids;
    };
    EXPECT_EQ(against("t.db"), against("t.json")) << paths[fresh];
  }
}

TEST(Check, WhatWasAddedIsCheckedAgainAsIfItWasNot) {
  const TemporaryFolder folder;
  const std::string article = source("tests/data/check/disagrees.txt");
  for (const char* name : {"t.json", "t.jsonl", "t.db"}) {
    std::vector<std::string> paths = seeds();
    paths.insert(paths.begin(), {"timeline", "-q", "-o", folder.path(name)});
    ASSERT_EQ(isnad(paths).exit, 0);
    const ProgramRun before = isnad({"check", article, "--against", folder.path(name)});
    paths.push_back(article);
    ASSERT_EQ(isnad(paths).exit, 0);
    const ProgramRun after = isnad({"check", article, "--against", folder.path(name)});
    EXPECT_EQ(before.exit, 1);
    EXPECT_EQ(after.out, before.out) << name;
    // What the seeds contradict among themselves is known, though this one is a further witness of it.
    const std::string agrees = source("tests/data/check/agrees.txt");
    EXPECT_EQ(isnad({"check", agrees, "--against", folder.path(name)}).exit, 0) << name;
  }
}

TEST(Check, SeveralArticlesAgainstEachOtherAndWhatIsNew) {
  const TemporaryFolder folder;
  const auto article = [](const std::string& name) { return source("tests/data/known/" + name); };
  const std::string known = folder.path("t.json");
  ASSERT_EQ(isnad({"timeline", article("aleppo.txt"), "-o", known, "-q"}).exit, 0);
  const ProgramRun both = isnad({"check", seeds()[1], seeds()[2], "--against", known});  // one dates it a day early
  EXPECT_EQ(both.exit, 1) << both.out;
  EXPECT_THAT(both.out, HasSubstr("[date-conflict]"));
  const ProgramRun one = isnad({"check", article("hama-5.txt"), article("aleppo-again.txt"), "--against", known});
  EXPECT_EQ(one.exit, 0) << one.out;
  EXPECT_THAT(one.out, HasSubstr("hama-5.txt:1:1: new: capture: "));
  EXPECT_THAT(one.out, HasSubstr("(2024-12-05)\n"));
  EXPECT_THAT(one.out, Not(HasSubstr("aleppo-again.txt:")));  // what it tells is known
}

TEST(Check, WatchesUntilItIsInterrupted) {
  const TemporaryFolder folder;
  ASSERT_EQ(isnad({"timeline", folder.file("old.txt", "It rained."), "-o", folder.path("t.json")}).exit, 0);
  const std::string draft = folder.file("draft.txt", contradiction);
  const ProgramRun run = isnad(
      {"check", draft, "--against", folder.path("t.json"), "--watch"},
      {.steps = {
           {"[weekday-mismatch]", [&](int) { folder.file("draft.txt", "Damascus fell on Sunday 8 December 2024.\n"); }},
           {"nothing contradicts", [](int process) { ::kill(process, SIGINT); }}}});
  EXPECT_EQ(run.signal, SIGINT) << run.out << run.err;
  EXPECT_EQ(isnad({"check", "-", "--against", folder.path("t.json"), "--watch"}, {.input = "x"}).exit, 2);
}

TEST(Check, RefusesWhatIsNoTimeline) {
  const TemporaryFolder folder;
  const std::string article = folder.file("a.txt", "x");
  const auto against = [&](const std::string& json) {
    return isnad({"check", article, "--against", folder.file("t.json", json)});
  };
  EXPECT_THAT(against("{}").err, HasSubstr("not a timeline"));
  EXPECT_THAT(against("{\"isnad\":{\"schema\":99}}").err, HasSubstr("written by a newer version: schema 99"));
  EXPECT_THAT(against("{\"isnad\":{\"schema\":1},\"documents\":[{\"id\":\"x\"}]}").err,
              HasSubstr("documents[0] has no \"text\""));
  EXPECT_THAT(against("{\n\"isnad\":oops}").err, HasSubstr("t.json:2:9:"));
  EXPECT_EQ(isnad({"check", article, "--against", folder.path("missing.json")}).exit, 2);
}

TEST(Ci, ReadsItsSettingsUpwards) {
  const TemporaryFolder folder;
  folder.file("isnad.json", "{\"corpus\": [\"news/**/*.txt\"], // all\n \"ignore\": [\"news/drafts\"]}");
  folder.file("news/2024/a.txt", contradiction);
  folder.file("news/drafts/b.txt", contradiction);
  folder.file("elsewhere/c.txt", contradiction);
  const ProgramRun run = isnad({"ci"}, {.folder = folder.path("news/2024")});
  EXPECT_EQ(run.exit, 1) << run.err;
  EXPECT_THAT(run.out, HasSubstr("a.txt:1:"));
  EXPECT_THAT(run.out, HasSubstr("1 article:"));
}

TEST(Ci, WhatIsLessCredibleGivesWay) {
  const TemporaryFolder folder;
  const auto given_up = [&folder](const std::string& settings) {
    folder.file("isnad.json", settings);
    const ProgramRun run = isnad({"ci", seeds()[1], seeds()[2], "--format", "json"}, {.folder = folder.path()});
    EXPECT_THAT(run.out, HasSubstr("\"date-conflict\"")) << run.err;
    return run.out.substr(std::min(run.out.find("\"repair\""), run.out.size()), 80);
  };
  EXPECT_THAT(given_up(R"({"sources": {"**/001_*": "low"}})"), HasSubstr("\"001_7fda30ff5ca7b374-"));
  EXPECT_THAT(given_up(R"({"sources": {"**/002_*": "low"}})"), HasSubstr("\"002_6dbf470b732705cc-"));
  EXPECT_THAT(given_up(R"({"sources": {"**/002_*": "low", "**/seeds/**": "high", "**/001_*": "normal"}})"),
              HasSubstr("\"001_7fda30ff5ca7b374-"));
}

TEST(Ci, LevelsAndFailOn) {
  const TemporaryFolder folder;
  folder.file("a.txt", contradiction);
  const auto with = [&](const std::string& settings) {
    folder.file("isnad.json", settings);
    return isnad({"ci"}, {.folder = folder.path()});
  };
  EXPECT_EQ(with(R"({"corpus":["a.txt"]})").exit, 1);
  const ProgramRun warning = with(R"({"corpus":["a.txt"], "rules":{"weekday-mismatch":{"level":"warning"}}})");
  EXPECT_EQ(warning.exit, 0);
  EXPECT_THAT(warning.out, HasSubstr("warning: "));
  EXPECT_EQ(with(R"({"corpus":["a.txt"], "rules":{"weekday-mismatch":{"level":"warning"}}, "fail_on":"warning"})").exit,
            1);
  EXPECT_THAT(with(R"({"corpus":["a.txt"], "rules":{"weekday-mismatch":{"level":"off"}}})").out,
              HasSubstr("nothing contradicts"));
}

TEST(Ci, MisspeltSettingsAreErrorsWithAPlace) {
  const TemporaryFolder folder;
  folder.file("a.txt", "x");
  folder.file("isnad.json", "{\n  \"corpus\": [\"a.txt\"],\n  \"fail-on\": \"error\"\n}");
  const ProgramRun run = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("isnad.json:3:3: isnad.json has no \"fail-on\""));
  EXPECT_THAT(run.err, HasSubstr("fail_on"));
}

TEST(Ci, BaselineAcceptsWhatWasThere) {
  const TemporaryFolder folder;
  folder.file("a.txt", contradiction);
  folder.file("isnad.json", R"({"corpus":["*.txt"], "baseline":"accepted.json"})");
  const ProgramRun missing = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(missing.exit, 2);
  EXPECT_THAT(missing.err, HasSubstr("--write-baseline"));
  EXPECT_EQ(isnad({"ci", "--write-baseline"}, {.folder = folder.path()}).exit, 0);
  EXPECT_EQ(schema_fault("baseline", folder.read("accepted.json")), "");
  EXPECT_EQ(isnad({"ci"}, {.folder = folder.path()}).exit, 0);
  // An unrelated edit before it keeps the finding's identity; a new finding is reported.
  folder.file("a.txt", std::string("A line before.\n") + contradiction);
  EXPECT_EQ(isnad({"ci"}, {.folder = folder.path()}).exit, 0);
  folder.file("b.txt", "Homs was entered on Friday 8 December 2024.\n");
  const ProgramRun fresh = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(fresh.exit, 1);
  EXPECT_THAT(fresh.out, HasSubstr("b.txt"));
  EXPECT_THAT(fresh.out, Not(HasSubstr("a.txt")));
}

TEST(Ci, BaselineSurvivesARenameAndIsPruned) {
  const TemporaryFolder folder;
  folder.file("a.txt", contradiction);
  folder.file("b.txt", "Homs was entered on Friday 8 December 2024.\n");
  folder.file("isnad.json", R"({"corpus":["**/*.txt"], "baseline":"accepted.json"})");
  ASSERT_EQ(isnad({"ci", "--write-baseline"}, {.folder = folder.path()}).exit, 0);
  std::filesystem::create_directory(folder.path("archive"));
  std::filesystem::rename(folder.path("a.txt"), folder.path("archive/renamed.txt"));
  const ProgramRun renamed = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(renamed.exit, 0) << renamed.out;
  EXPECT_THAT(renamed.err, HasSubstr("2 findings are in the baseline"));
  EXPECT_THAT(renamed.err, Not(HasSubstr("no longer found")));
  // Mended: its entry is told, taken out, and told no more.
  folder.file("b.txt", "Homs was entered on Sunday 8 December 2024.\n");
  const ProgramRun stale = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(stale.exit, 0) << stale.out;
  EXPECT_THAT(stale.err, HasSubstr("accepted.json: no longer found: weekday-mismatch-"));
  EXPECT_THAT(stale.err, HasSubstr("(b.txt)\n"));
  EXPECT_THAT(isnad({"ci", "--prune-baseline"}, {.folder = folder.path()}).err, HasSubstr("1 entry taken out"));
  const ProgramRun pruned = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(pruned.exit, 0) << pruned.out;
  EXPECT_THAT(pruned.err, Not(HasSubstr("no longer found")));
}

TEST(Ci, SuppressionsNeedAReasonAndEnd) {
  const TemporaryFolder folder;
  folder.file("a.txt", contradiction);
  folder.file("isnad.json", R"({"corpus":["*.txt"], "suppressions":"let.json"})");
  const auto with = [&](const std::string& entries) {
    folder.file("let.json", "{\"suppressions\": [\n  " + entries + "]}");
    return isnad({"ci"}, {.folder = folder.path()});
  };
  EXPECT_EQ(with("").exit, 1);
  const ProgramRun good = with(R"({"path":"a.txt", "rule":"weekday-mismatch", "reason":"as the agency sent it"})");
  EXPECT_EQ(good.exit, 0) << good.out << good.err;
  EXPECT_THAT(good.err, HasSubstr("1 finding is suppressed"));
  const ProgramRun expired = with(R"({"path":"a.txt", "reason":"until it is mended", "until":"2020-01-31"})");
  EXPECT_EQ(expired.exit, 1);
  EXPECT_THAT(expired.err, HasSubstr("let.json:2:3: this suppression ended on 2020-01-31: a.txt"));
  const ProgramRun unused = with(R"({"rule":"value-conflict", "reason":"none yet"})");
  EXPECT_EQ(unused.exit, 1);
  EXPECT_THAT(unused.err, HasSubstr("let.json:2:3: this suppression fits no finding: value-conflict"));
  const ProgramRun bare = with(R"({"path":"a.txt"})");
  EXPECT_EQ(bare.exit, 2);
  EXPECT_THAT(bare.err, HasSubstr("let.json:2:3: a suppression has no \"reason\""));
  // By the id that JSON shows, in check too.
  const std::string json = isnad({"ci", folder.path("a.txt"), "--format", "json"}).out;
  const std::size_t at = json.find("weekday-mismatch-");
  ASSERT_NE(at, std::string::npos);
  const std::string id = json.substr(at, json.find('"', at) - at);
  folder.file("let.json", R"({"suppressions": [{"finding":")" + id + R"(", "reason":"seen"}]})");
  EXPECT_EQ(isnad({"ci"}, {.folder = folder.path()}).exit, 0);
  ASSERT_EQ(isnad({"timeline", folder.file("old/b.txt", "It rained."), "-o", folder.path("t.json")}).exit, 0);
  EXPECT_EQ(isnad({"check", "a.txt", "--against", "t.json"}, {.folder = folder.path()}).exit, 0);
}

TEST(Ci, WhatTheManualShowsHolds) {
  const std::string manual = read_text(source("docs/ci.md"));
  std::vector<std::string> blocks;
  for (std::size_t at = 0; (at = manual.find("```json\n", at)) != std::string::npos;) {
    at += 8;
    blocks.push_back(manual.substr(at, manual.find("```", at) - at));
  }
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(schema_fault("settings", blocks[0]), "");
  EXPECT_EQ(schema_fault("suppressions", blocks[1]), "");
  const TemporaryFolder folder;
  folder.file("isnad.json", blocks[0]);
  folder.file("isnad-suppressions.json", blocks[1]);
  folder.file("articles/a.txt", contradiction);
  EXPECT_EQ(isnad({"ci", "--write-baseline"}, {.folder = folder.path()}).exit, 0);
  const ProgramRun run = isnad({"ci"}, {.folder = folder.path()});
  EXPECT_EQ(run.exit, 0) << run.out << run.err;
  EXPECT_EQ(schema_fault("sarif-2.1.0", folder.read("isnad.sarif")), "");
  EXPECT_TRUE(folder.has("isnad.xml"));
}

TEST(Ci, FormatsForTools) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.txt", contradiction);
  EXPECT_THAT(isnad({"ci", path, "--format", "github"}).out, HasSubstr("::error file="));
  EXPECT_EQ(schema_fault("findings", isnad({"ci", path, "--format", "json"}).out), "");
  ASSERT_EQ(isnad({"ci", path, "-o", folder.path("x.sarif"), "-o", folder.path("x.xml"), "-q"}).exit, 1);
  EXPECT_EQ(schema_fault("sarif-2.1.0", folder.read("x.sarif")), "");
  EXPECT_THAT(folder.read("x.sarif"), HasSubstr("\"ruleId\": \"weekday-mismatch\""));
  // sha256sum of the article
  EXPECT_THAT(folder.read("x.sarif"), HasSubstr("b932663ad2621c2b1762d7aa8b9d6d83b271633dd272554ce202ad00edd86e1d"));
  EXPECT_EQ(schema_fault("sarif-2.1.0", isnad({"ci", source("seeds"), "--format", "sarif"}).out), "");
  EXPECT_THAT(isnad({"ci", "a.txt", "--format", "lines"}, {.folder = folder.path()}).out,
              testing::StartsWith("a.txt:1:18: error: \"Saturday 8 December 2024\""));
  EXPECT_THAT(folder.read("x.xml"), HasSubstr("failures=\"1\""));
}

TEST(Tag, OutputsFollowTheirSchema) {
  EXPECT_EQ(schema_fault_of_lines("tag-line", isnad({"tag", source("seeds"), "--published", "2024-12-09"}).out), "");
}

TEST(Solve, AnswersAndHasItConfirmed) {
  // c1: e in [0,5]; c2: e in [8,9]. Both cannot hold; c1 is the cheaper one to give up.
  const std::string network = R"({"points":["e"],"claims":[{"id":"c1","weight":1},{"id":"c2","weight":2}],"clauses":[)"
                              R"({"claim":"c1","any":[{"from":"origin","to":"e","min":0,"max":5}]},)"
                              R"({"claim":"c2","any":[{"from":"origin","to":"e","min":8,"max":9}]}]})";
  EXPECT_EQ(schema_fault("solve-network", network), "");
  const ProgramRun run = isnad({"solve", "-", "--verify"}, {.input = network});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.err, "confirmed by the checker\n");
  EXPECT_EQ(schema_fault("solve-solution", run.out), "");
  EXPECT_THAT(run.out, HasSubstr(R"("drop":["c1"],"weight":1)"));
  EXPECT_EQ(isnad({"solve", "-", "--fail-on", "error"}, {.input = network}).exit, 1);
}

TEST(Solve, FurtherClaimsAreJudgedByWhatIsKept) {
  const TemporaryFolder folder;
  // c1 is given up for c2, so e is in [8,9]; n1 agrees with c1 alone; n2 puts f a day after e.
  const std::string known = folder.file(
      "known.json", R"({"points":["e"],"claims":[{"id":"c1","weight":1},{"id":"c2","weight":2}],"clauses":[)"
                    R"({"claim":"c1","any":[{"from":"origin","to":"e","min":0,"max":5}]},)"
                    R"({"claim":"c2","any":[{"from":"origin","to":"e","min":8,"max":9}]}]})");
  const std::string more = R"({"points":["e","f"],"claims":[{"id":"n1","weight":1},{"id":"n2","weight":1}],"clauses":[)"
                           R"({"claim":"n1","any":[{"from":"origin","to":"e","min":0,"max":5}]},)"
                           R"({"claim":"n2","any":[{"from":"e","to":"f","min":1,"max":1}]}]})";
  const ProgramRun run = isnad({"solve", known, "--add", "-", "--verify"}, {.input = more});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.err, "confirmed by the checker\n");
  EXPECT_EQ(schema_fault("solve-addition", run.out), "");
  EXPECT_EQ(run.out,
            R"({"status":"inconsistent","claims":[{"id":"n1","status":"inconsistent","conflicts":[["c2","n1"]],)"
            R"("conflict_rules":[[]],"conflicts_complete":true},{"id":"n2","status":"consistent"}],)"
            R"("windows":{"f":[9,10]}})"
            "\n");
  EXPECT_EQ(isnad({"solve", known, "--add", "-", "--fail-on", "error"}, {.input = more}).exit, 1);

  const ProgramRun twice = isnad({"solve", known, "--add", known});
  EXPECT_EQ(twice.exit, 2);
  EXPECT_THAT(twice.err, HasSubstr("known.json"));
  EXPECT_THAT(twice.err, HasSubstr("c1"));
}

TEST(Solve, BudgetIsInMilliseconds) {
  const std::string network = R"({"points":["e"],"claims":[{"id":"c1","weight":1},{"id":"c2","weight":2}],"clauses":[)"
                              R"({"claim":"c1","any":[{"from":"origin","to":"e","min":0,"max":5}]},)"
                              R"({"claim":"c2","any":[{"from":"origin","to":"e","min":8,"max":9}]}]})";
  const ProgramRun run = isnad({"solve", "-", "--budget", "60000", "--verify"}, {.input = network});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, isnad({"solve", "-"}, {.input = network}).out);  // far more than it takes
  for (const char* bad : {"0", "-1", "x", "1.5"})
    EXPECT_EQ(isnad({"solve", "-", "--budget", bad}, {.input = network}).exit, 2);
}

TEST(Solve, BrokenNetworksAreNamedWithTheirPlace) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"solve", folder.file("n.json", "{\"claims\":[],\n\"clauses\":[{]}")});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("n.json:2:"));
}

TEST(Rules, ListAndExamples) {
  EXPECT_THAT(isnad({"rules"}).out, HasSubstr("\nar "));
  const ProgramRun run = isnad({"rules", "test"});
  EXPECT_EQ(run.exit, 0) << run.out;
}

TEST(Doctor, KnowsItsParts) {
  const ProgramRun run = isnad({"doctor"});
  for (const char* part : {"isnad ", "rules/ar", "graphviz", "font", "icu"}) EXPECT_THAT(run.out, HasSubstr(part));
}

TEST(ShowConfig, SaysWhatIsInForce) {
  const TemporaryFolder folder;
  folder.file("isnad.json",
              R"({"corpus":["x"], "rules":{"value-conflict":{"level":"off"}}, "sources":{"a.example":"low"}})");
  const ProgramRun run = isnad({"show-config", "--lang", "ar"}, {.folder = folder.path()});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"value-conflict\": {\n   \"level\": \"off\""));
  EXPECT_THAT(run.out, HasSubstr("\"date-conflict\": {\n   \"level\": \"error\""));
  EXPECT_THAT(run.out, HasSubstr("\"a.example\": \"low\""));
  EXPECT_THAT(run.out, HasSubstr("\"lang\": \"ar\""));
}

}  // namespace
}  // namespace isnad::test
