// isnad solve --from timeml. Of the documents in tests/data/timeml their README tells what is wrong with them.
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "run.h"
#include "schema_check.h"

namespace isnad::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string good = source("tests/data/timeml/flight.tml");
const std::string wrong = source("tests/data/timeml/flight-wrong.tml");

TEST(SolveTimeml, SaysWhichLinksContradict) {
  const ProgramRun run = isnad({"solve", "--from", "timeml", wrong, "--lang", "en"});
  EXPECT_EQ(run.exit, 0) << run.err;  // findings count only where --fail-on says so
  EXPECT_THAT(run.out, StartsWith(wrong + ": not consistent\n  5 events, 3 times (2 on the calendar), 9 links\n"));
  EXPECT_THAT(run.out, HasSubstr("l9: ei3 \"said\" BEFORE ei1 \"left\"  " + wrong + ":22:1\n"));
  EXPECT_THAT(run.out, HasSubstr("cheapest repair: give up 1 link: l9\n"));
}

TEST(SolveTimeml, ExitStatusFollowsFailOn) {
  EXPECT_EQ(isnad({"solve", "--from", "timeml", good, wrong, "--fail-on", "error"}).exit, 1);
  EXPECT_EQ(isnad({"solve", "--from", "timeml", good, "--fail-on", "error"}).exit, 0);
  EXPECT_EQ(isnad({"solve", "--from", "timeml", wrong, "--fail-on", "never"}).exit, 0);
}

TEST(SolveTimeml, SpeaksArabic) {
  const std::string out = isnad({"solve", "--from", "timeml", good, wrong, "--lang", "ar"}).out;
  EXPECT_THAT(out, AllOf(Not(HasSubstr("consistent")), Not(HasSubstr("cannot")), Not(HasSubstr("order open")),
                         Not(HasSubstr("links")), Not(HasSubstr("repair"))));
  EXPECT_THAT(out, HasSubstr("ei3"));
}

TEST(SolveTimeml, JsonIsValidAndTheSame) {
  const ProgramRun run = isnad({"solve", "--from", "timeml", wrong, good, "--format", "json"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(schema_fault("solve-timeml", run.out), "");
  rapidjson::Document json;
  ASSERT_FALSE(json.Parse(run.out.c_str()).HasParseError());
  const auto& documents = json["documents"];
  ASSERT_EQ(documents.Size(), 2U);
  EXPECT_STREQ(documents[0]["status"].GetString(), "inconsistent");
  EXPECT_EQ(documents[0]["conflicts"].Size(), 2U);
  ASSERT_EQ(documents[0]["repair"]["drop"].Size(), 1U);
  EXPECT_STREQ(documents[0]["repair"]["drop"][0].GetString(), "l9");
  EXPECT_STREQ(documents[1]["status"].GetString(), "consistent");
  EXPECT_EQ(documents[1]["events"].GetInt(), 5);
  EXPECT_EQ(documents[1]["ignored"].GetInt(), 1);
  EXPECT_EQ(isnad({"solve", "--from", "timeml", wrong, good, "--format", "json"}).out, run.out);
}

TEST(SolveTimeml, WritesFilesByTheirExtension) {
  const TemporaryFolder folder;
  const ProgramRun run =
      isnad({"solve", "--from", "timeml", good, "-o", folder.path("a.json"), "-o", folder.path("a.txt")});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(schema_fault("solve-timeml", folder.read("a.json")), "");
  EXPECT_THAT(folder.read("a.txt"), HasSubstr("7 links"));
  const ProgramRun other = isnad({"solve", "--from", "timeml", good, "--format", "svg"});
  EXPECT_EQ(other.exit, 2);
  EXPECT_THAT(other.err, HasSubstr("use one of: text, json"));
}

TEST(SolveTimeml, TheCheckerConfirms) {
  const ProgramRun run = isnad({"solve", "--from", "timeml", good, wrong, "--verify", "--lang", "en"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.err, good + ": confirmed by the checker\n" + wrong + ": confirmed by the checker\n");
}

TEST(SolveTimeml, BrokenFilesAreNamedAndTheOthersAreChecked) {
  const TemporaryFolder folder;
  const std::string cut = folder.file("cut.tml", "<TimeML>\n<EVENT eid='e1'>");
  const std::string relation = folder.file(
      "relation.tml",
      "<TimeML><EVENT eid='e1'/>\n <TLINK lid='l1' eventID='e1' relatedToEvent='e1' relType='LATER'/></TimeML>");
  const std::string dangling = folder.file(
      "dangling.tml",
      "<TimeML><EVENT eid='e1'/>\n<TLINK lid='l1' eventID='e1' relatedToTime='t7' relType='AFTER'/></TimeML>");
  const std::string twice = folder.file("twice.tml", "<TimeML>\n\n<EVENT eid='e1'/><EVENT eid='e1'/></TimeML>");
  const ProgramRun run =
      isnad({"solve", "--from", "timeml", cut, relation, good, dangling, twice, folder.path("none.tml")});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.out, HasSubstr(good + ": consistent"));
  EXPECT_THAT(run.err, HasSubstr(cut + ":2:17: no well-formed XML"));
  EXPECT_THAT(run.err, HasSubstr(relation + ":2:2: TLINK \"l1\" has the unknown relType \"LATER\"\n  use BEFORE"));
  EXPECT_THAT(run.err,
              HasSubstr(dangling + ":2:1: relatedToTime \"t7\" names nothing that is marked\n  correct the id"));
  EXPECT_THAT(run.err, HasSubstr(twice + ":3:18: the id \"e1\" is taken already\n  give each"));
  EXPECT_THAT(run.err, HasSubstr("none.tml: cannot be read"));
}

TEST(SolveTimeml, NothingReadIsNothingWritten) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"solve", "--from", "timeml", folder.file("a.tml", ""), "--format", "json"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.out, "");
}

TEST(SolveTimeml, ReadsStandardInput) {
  const ProgramRun run = isnad({"solve", "--from", "timeml", "-"}, {.input = "<TimeML><EVENT eid='e1'/></TimeML>"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("1 event, 0 times"));
}

TEST(SolveTimeml, WhatTagWritesIsReadAgain) {
  const TemporaryFolder folder;
  const std::string tagged = folder.path("a.tml");
  ASSERT_EQ(isnad({"tag", folder.file("a.txt", "The city fell on 7 December 2024.\n"), "-o", tagged}).exit, 0);
  const ProgramRun run = isnad({"solve", "--from", "timeml", tagged, "--lang", "en"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("0 events, 2 times (1 on the calendar), 0 links"));
}

TEST(SolveTimeml, TerminalSequencesInIdsAreHarmless) {
  const TemporaryFolder folder;
  const std::string path = folder.file(
      "a.tml",
      "<TimeML><EVENT eid='&#x202E;e1'>a&#x200F;b</EVENT>"
      "<TLINK lid='&#x202E;l' eventID='&#x202E;e1' relatedToEvent='&#x202E;e1' relType='BEFORE'/></TimeML>");
  const ProgramRun run = isnad({"solve", "--from", "timeml", path});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, Not(HasSubstr("\u202E")));
}

TEST(SolveTimeml, EntitiesThatExpandAreRefused) {
  const TemporaryFolder folder;
  const std::string path = folder.file(
      "a.tml",
      "<!DOCTYPE TimeML [\n<!ENTITY a 'ha'>\n<!ENTITY b '&a;&a;&a;&a;'>]>\n<TimeML><EVENT eid='&b;'/></TimeML>");
  const ProgramRun run = isnad({"solve", "--from", "timeml", path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr(path + ":2:12: the file declares an entity"));
}

TEST(SolveTimeml, OneJsonNetworkAtATime) {
  const ProgramRun run = isnad({"solve", "a.json", "b.json"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("one JSON network is solved at a time"));
  EXPECT_EQ(isnad({"solve", "--from", "xml", good}).exit, 2);
}

}  // namespace
}  // namespace isnad::test
