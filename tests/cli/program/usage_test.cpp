// The command line: help, misuse, the words of its errors.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run.h"

namespace isnad::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Usage, HelpGoesToStandardOutput) {
  const ProgramRun run = isnad({"--help"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("isnad timeline articles/ -o timeline.svg"));
  EXPECT_EQ(run.err, "");
}

TEST(Usage, EveryCommandTeachesByExample) {
  for (const char* command :
       {"timeline", "check", "ci", "tag", "claims", "solve", "explain", "rules", "doctor", "show-config"}) {
    const ProgramRun run = isnad({command, "--help"});
    EXPECT_EQ(run.exit, 0) << command;
    EXPECT_THAT(run.out, HasSubstr(std::string("Examples:\n  isnad ") + command)) << command;
  }
}

TEST(Usage, HelpInArabic) {
  const std::string examples = "\u0623\u0645\u062B\u0644\u0629:";
  EXPECT_THAT(isnad({"tag", "--help", "--lang", "ar"}).out, HasSubstr(examples));
  EXPECT_THAT(isnad({"tag", "--help"}, {.environment = {"LANG=ar_EG.UTF-8"}}).out, HasSubstr(examples));
  // POSIX: LC_ALL stands above LANG.
  EXPECT_THAT(isnad({"tag", "--help"}, {.environment = {"LANG=ar_EG.UTF-8", "LC_ALL=C"}}).out,
              Not(HasSubstr(examples)));
}

TEST(Usage, HelpHasNoHeadingOfAnotherLanguage) {
  for (const char* command : {"timeline", "solve"}) {
    const std::string help = isnad({command, "--help", "--lang", "ar"}).out;
    for (const char* word : {"Usage", "Options", "OPTIONS", "Positionals", "Examples"}) {
      EXPECT_THAT(help, Not(HasSubstr(word))) << command;
    }
  }
  EXPECT_THAT(isnad({"timeline", "--help"}).out, HasSubstr("Usage: isnad timeline [OPTIONS] [PATH...]\n"));
}

TEST(Usage, NothingAtAllIsMisuse) {
  const ProgramRun run = isnad({});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("timeline"));
}

TEST(Usage, Version) {
  const ProgramRun run = isnad({"--version"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, StartsWith("isnad 0."));
  for (const char* fact : {"\nschema  1\n", "\nrules ", "\nbuild ", "\nicu ", "\nsqlite  3."})
    EXPECT_THAT(run.out, HasSubstr(fact));
}

TEST(Usage, MisspeltCommand) {
  const ProgramRun run = isnad({"timelien", "x"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.err, "isnad: there is no command \"timelien\"\n  did you mean: timeline\n");
}

TEST(Usage, PathInPlaceOfACommand) {
  const TemporaryFolder folder;
  EXPECT_THAT(isnad({folder.path()}).err, HasSubstr("did you mean: isnad timeline " + folder.path()));
}

TEST(Usage, MisspeltOption) {
  const ProgramRun run = isnad({"tag", "--publishd", "2024-12-09", "x"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("\"--publishd\""));
  EXPECT_THAT(run.err, HasSubstr("did you mean: --published"));
}

TEST(Usage, OptionBeforeItsCommand) {
  const ProgramRun run = isnad({"--jobs", "2", "claims", "x"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("it stands behind the command: isnad claims --jobs ..."));
}

TEST(Usage, FormatThatTheCommandDoesNotWrite) {
  const ProgramRun run = isnad({"tag", "--format", "svg", "x"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("\"svg\""));
  EXPECT_THAT(run.err, HasSubstr("use one of: jsonl, timeml"));
}

TEST(Usage, ExtensionThatTellsNoFormat) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"timeline", folder.file("a.txt", "x"), "-o", folder.path("x.doc")});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("x.doc"));
  EXPECT_FALSE(folder.has("x.doc"));
}

TEST(Usage, PublishedMustBeADay) {
  for (const char* day : {"yesterday", "2024-13-01", "2024-11-31", "09/12/2024"}) {
    const ProgramRun run = isnad({"tag", source("seeds"), "--published", day});
    EXPECT_EQ(run.exit, 2) << day;
    EXPECT_THAT(run.err, HasSubstr("write it as 2024-12-09")) << day;
  }
}

TEST(Usage, UnknownRuleSuggestsANearOne) {
  const ProgramRun run = isnad({"explain", "date-conflicts"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean: date-conflict\n"));
}

TEST(Usage, ExplainListsAndExplains) {
  EXPECT_THAT(isnad({"explain"}).out, HasSubstr("\nweekday-mismatch"));
  const ProgramRun run = isnad({"explain", "date-conflict"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, StartsWith("date-conflict (error)\n"));
}

TEST(Usage, ExplainShowsHowATimeCameToItsDate) {
  const ProgramRun run =
      isnad({"explain", "the army left the city two weeks ago", "--published", "2024-12-09", "--lang", "en"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out,
            "\"two weeks ago\" = 2024-11-25\n"
            "\u251C\u2500 \"two weeks ago\"  en.timex.ago  {count: 2, direction: past, kind: offset, unit: week}\n"
            "\u2502  \u2514\u2500 a = \"two weeks\"  en.amount  {count: 2, unit: week}\n"
            "\u2502     \u251C\u2500 n = \"two\"  en.count.word  {value: 2}\n"
            "\u2502     \u2502  \u2514\u2500 n = \"two\"  number-word:2  {value: 2}\n"
            "\u2502     \u2514\u2500 u = \"weeks\"  unit:week  {value: week}\n"
            "\u2514\u2500 published on Monday 2024-12-09\n"
            "   \u2514\u2500 2 weeks before\n"
            "      \u2514\u2500 hence 2024-11-22/2024-11-28\n");
}

TEST(Usage, ColourNeverIntoAPipeUnlessAsked) {
  const ProgramRun plain = isnad({"timeline", source("seeds")});
  EXPECT_THAT(plain.out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(isnad({"timeline", source("seeds"), "--color", "always"}).out, HasSubstr("\x1b["));
}

}  // namespace
}  // namespace isnad::test
