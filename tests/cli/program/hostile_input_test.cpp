// Input that is broken, missing or made to hurt: named, survived, and no reason to lose the rest.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>

#include "run.h"

namespace isnad::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string in = text;
  std::string out(deflateBound(&stream, in.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

constexpr const char* dated = "The city fell on 7 December 2024.\n";

TEST(Hostile, EmptyFileIsAnArticleWithoutWords) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"tag", folder.file("empty.txt", "")});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, "");
}

TEST(Hostile, MissingFileIsNamedAndTheOthersAreRead) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"tag", folder.path("missing.txt"), folder.file("a.txt", dated)});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("missing.txt: cannot be read: No such file or directory\n  check the spelling"));
  EXPECT_THAT(run.out, HasSubstr("\"value\":\"2024-12-07\""));
}

TEST(Hostile, BadBytesAreNamedAndTheOthersAreRead) {
  const TemporaryFolder folder;
  const std::string bad =
      folder.file("bad.txt", std::string("\xC3\x28\xA0\xA1 \xE2\x28\xA1 \xF0\x28\x8C\xBC") + '\0' + "\xFF");
  const ProgramRun run = isnad({"timeline", bad, folder.file("a.txt", dated), "-o", folder.path("t.json")});
  EXPECT_THAT(run.exit, testing::AnyOf(0, 2)) << run.err;  // what a detector makes of it is the text stage's matter
  EXPECT_THAT(folder.read("t.json"), HasSubstr("\"id\": \"a\""));
}

TEST(Hostile, FolderWithoutArticles) {
  const TemporaryFolder folder;
  folder.file("sub/readme.md", "no article");
  folder.file(".hidden.txt", dated);
  const ProgramRun run = isnad({"tag", folder.path()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("holds no articles"));
}

TEST(Hostile, FolderWithARingOfLinks) {
  const TemporaryFolder folder;
  folder.file("a/one.txt", dated);
  std::filesystem::create_directory_symlink(folder.path("a"), folder.path("a/again"));
  const ProgramRun run = isnad({"tag", folder.path()});
  EXPECT_EQ(run.exit, 0) << run.err;
}

TEST(Hostile, LineOfFiftyMegabytes) {
  const TemporaryFolder folder;
  std::string line = dated;
  line.pop_back();
  while (line.size() < (std::size_t{50} << 20)) line += " and then it rained for a while";
  const ProgramRun run = isnad({"tag", folder.file("long.txt", line)});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out.substr(0, 200), HasSubstr("\"value\":\"2024-12-07\""));
}

TEST(Hostile, TooLargeAnArticleIsRefused) {
  const TemporaryFolder folder;
  const std::string path = folder.file("huge.txt", "x");
  std::filesystem::resize_file(path, std::uintmax_t{65} << 20);  // sparse: no disk is used
  const ProgramRun run = isnad({"tag", path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("huge.txt"));
}

TEST(Hostile, CompressedInputAndDamagedInput) {
  const TemporaryFolder folder;
  const std::string packed = gzip(dated);
  const ProgramRun good = isnad({"tag", folder.file("a.txt.gz", packed)});
  EXPECT_EQ(good.exit, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("\"document\":\"a\""));
  const ProgramRun cut = isnad({"tag", folder.file("cut.txt.gz", packed.substr(0, packed.size() / 2))});
  EXPECT_EQ(cut.exit, 2);
  EXPECT_THAT(cut.err, HasSubstr("damaged or incomplete gzip data"));
}

TEST(Hostile, DecompressionBomb) {
  const TemporaryFolder folder;
  const std::string member = gzip(std::string(std::size_t{64} << 20, 'a'));  // 1000 to 1
  std::string bomb;
  for (int i = 0; i < 40; ++i) bomb += member;  // 2.5 GiB in 2.6 MB
  const ProgramRun run = isnad({"tag", folder.file("bomb.jsonl.gz", bomb)});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("bomb.jsonl.gz: decompresses to more than 1024 MiB"));
}

TEST(Hostile, JsonLines) {
  const TemporaryFolder folder;
  const std::string lines =
      std::string("{\"id\":7,\"text\":\"It fell on 7 December 2024.\"}\n") + "{\"id\":\"broken\n" +  //
      "\n" + "[1,2]\n" + "{\"title\":\"no text\"}\n" + "{\"content\":\"It fell on 8 December 2024.\"}\n";
  const ProgramRun run = isnad({"tag", folder.file("wire.jsonl", lines)});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("wire.jsonl:2:"));
  EXPECT_THAT(run.err, HasSubstr("wire.jsonl:4:1: the line is not a JSON object"));
  EXPECT_THAT(run.err, HasSubstr("wire.jsonl:5:1: the article has no text"));
  EXPECT_THAT(run.out, HasSubstr("{\"document\":\"7\""));
  EXPECT_THAT(run.out, HasSubstr("{\"document\":\"wire-6\""));
}

TEST(Hostile, DeepJson) {
  const TemporaryFolder folder;
  const std::string deep(std::size_t{1} << 20, '[');
  EXPECT_EQ(isnad({"tag", folder.file("deep.jsonl", deep)}).exit, 2);
  EXPECT_EQ(isnad({"solve", folder.file("deep.json", deep)}).exit, 2);
  EXPECT_EQ(isnad({"check", folder.file("a.txt", dated), "--against", folder.path("deep.json")}).exit, 2);
}

TEST(Hostile, TerminalSequencesInNamesAndTexts) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a\x1b[31m\u202Eb.txt", "\x1b]0;title\x07 fell on 7 December 2024 \u202E");
  const ProgramRun run = isnad({"timeline", path, folder.path("missing\x1b[2J.txt")});
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("\u202E")));
}

TEST(Hostile, BrokenRules) {
  const TemporaryFolder folder;
  folder.file("ar/x.json", "{\"kind\":\"words\",\n \"class\": }");
  const ProgramRun run = isnad({"tag", folder.file("a.txt", dated), "--rules", folder.path()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr(folder.path("ar/x.json") + ":2:"));
}

TEST(Hostile, NoRules) {
  const TemporaryFolder folder;
  EXPECT_THAT(isnad({"tag", source("seeds"), "--rules", folder.path()}).err, HasSubstr("holds no rule files"));
  EXPECT_THAT(isnad({"tag", source("seeds"), "--rules", folder.path("nowhere")}).err, HasSubstr("nowhere"));
}

TEST(Hostile, ReaderThatGoesAwayIsNoError) {
  const ProgramRun run = isnad({"tag", source("seeds")}, {.close_output_early = true});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.err, "");
}

TEST(Hostile, FullDiskIsAnError) {
  const ProgramRun run = isnad({"tag", source("seeds")}, {.output_to = "/dev/full"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("standard output cannot be written: No space left on device"));
}

TEST(Hostile, FullDiskBehindAnOutputFile) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/full", folder.path("full.json"));
  const ProgramRun run = isnad({"timeline", folder.file("a.txt", dated), "-o", folder.path("full.json"), "-q"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("full.json: cannot be written: No space left on device"));
  const ProgramRun baseline =
      isnad({"ci", folder.path("a.txt"), "--write-baseline", "--baseline", folder.path("full.json")});
  EXPECT_EQ(baseline.exit, 2);
  EXPECT_THAT(baseline.err, HasSubstr("No space left on device"));
}

TEST(Hostile, AnInterruptLeavesNoPartOfAnOutput) {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "{\"text\":\"Damascus fell on Saturday 8 December 2024.\"}\n";
  const std::string wire = folder.file("wire.jsonl", lines);
  for (const int delay_ms : {0, 20, 60, 150, 400}) {
    const ProgramRun run = isnad({"timeline", wire, "-q", "-o", folder.path("t.json"), "-o", folder.path("t.db")},
                                 {.steps = {{"", [delay_ms](int process) {
                                               ::usleep(static_cast<useconds_t>(delay_ms) * 1000);
                                               ::kill(process, SIGINT);
                                             }}}});
    EXPECT_TRUE(run.signal == SIGINT || run.exit == 0) << run.err;
    // Whole or absent; a database may have its log beside it until it is opened again.
    if (folder.has("t.json")) {
      EXPECT_THAT(folder.read("t.json"), testing::EndsWith("}\n"));
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      EXPECT_THAT(entry.path().filename().string(),
                  testing::AnyOf("wire.jsonl", "t.json", testing::StartsWith("t.db")));
    }
  }
}

TEST(Hostile, NamesWithNewlinesStayOnTheirLine) {
  const TemporaryFolder folder;
  const std::string name = "a\nb.txt:1:1: error: forged [date-conflict]\u202E.txt";
  folder.file(name, "Damascus fell on Saturday 8 December 2024.\n");
  const ProgramRun run = isnad({"ci", folder.path(name), "--format", "lines"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1) << run.out;
  EXPECT_THAT(run.out, Not(HasSubstr("\u202E")));
  const ProgramRun github = isnad({"ci", folder.path(name), "--format", "github"});
  EXPECT_EQ(std::count(github.out.begin(), github.out.end(), '\n'), 1) << github.out;
}

TEST(Hostile, DeepHtml) {
  const TemporaryFolder folder;
  std::string page = "<html><body>";
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  page += "<p>The city fell on 7 December 2024.</p>";
  const ProgramRun run = isnad({"tag", folder.file("deep.html", page), folder.file("a.txt", dated)});
  EXPECT_THAT(run.exit, testing::AnyOf(0, 2)) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"document\":\"a\""));
}

TEST(Hostile, UnreadableFolderIsNamedAndTheOthersAreRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const TemporaryFolder folder;
  folder.file("locked/a.txt", dated);
  folder.file("b.txt", dated);
  std::filesystem::permissions(folder.path("locked"), std::filesystem::perms::none);
  const ProgramRun run = isnad({"tag", folder.path()});
  std::filesystem::permissions(folder.path("locked"), std::filesystem::perms::all);
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("locked: cannot be read"));
  EXPECT_THAT(run.out, HasSubstr("\"document\":\"b\""));
}

TEST(Hostile, LinkToItselfAndToNothing) {
  const TemporaryFolder folder;
  folder.file("a.txt", dated);
  std::filesystem::create_symlink("loop.txt", folder.path("loop.txt"));
  std::filesystem::create_symlink("nowhere.txt", folder.path("dangling.txt"));
  EXPECT_EQ(isnad({"tag", folder.path()}).exit, 0);  // no regular files: passed over
  const ProgramRun named = isnad({"tag", folder.path("loop.txt")});
  EXPECT_EQ(named.exit, 2);
  EXPECT_THAT(named.err, HasSubstr("loop.txt: cannot be read"));
}

TEST(Hostile, FilesOfSettings) {
  const TemporaryFolder folder;
  folder.file("a.txt", dated);
  const std::string nested = R"({"corpus":)" + std::string(std::size_t{1} << 20, '[');
  for (const std::string& json : {std::string(), std::string("[]"), std::string("\0\xFF\xFE", 3), nested,
                                  std::string("{\"corpus\":[\"\xC3\x28\"]}")}) {
    folder.file("isnad.json", json);
    const ProgramRun settings = isnad({"ci"}, {.folder = folder.path()});
    EXPECT_EQ(settings.exit, 2) << json.substr(0, 20);
    EXPECT_THAT(settings.err, HasSubstr("isnad.json:1:"));
    EXPECT_LT(settings.err.size(), 2000U);
    EXPECT_EQ(settings.out, "");
  }
  folder.file("isnad.json", "{}");
  for (const char* option : {"--baseline", "--suppressions"}) {
    for (const std::string& json : {std::string(), std::string("[]"), nested, std::string(1000, '\x1b')}) {
      const ProgramRun run = isnad({"ci", "a.txt", option, folder.file("x.json", json)}, {.folder = folder.path()});
      EXPECT_EQ(run.exit, 2) << option;
      EXPECT_THAT(run.err, HasSubstr("x.json:1:"));
      EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
    }
    EXPECT_EQ(isnad({"ci", "a.txt", option, folder.path()}, {.folder = folder.path()}).exit, 2);
  }
}

TEST(Hostile, OutputThatCannotBeWrittenDoesNotStopTheOthers) {
  const TemporaryFolder folder;
  const ProgramRun run = isnad({"timeline", folder.file("a.txt", dated), "-o", folder.path("no/such/folder.json"), "-o",
                                folder.path("t.jsonl")});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("folder.json: cannot be written"));
  EXPECT_TRUE(folder.has("t.jsonl"));
}

}  // namespace
}  // namespace isnad::test
