#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "isnad/report.h"
#include "isnad/store.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace isnad {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

/// Two articles with everything that an article can be given; claims and events play no part here.
Timeline two_articles() {
  Timeline timeline;
  for (const char* id : {"a", "b"}) {
    DocumentAnalysis analysis;
    analysis.document.index = DocumentIndex{static_cast<std::uint32_t>(timeline.documents.size())};
    analysis.document.source = {id, std::string(id) + ".txt", "http://x/" + std::string(id), "t", "p", "2024-12-09"};
    analysis.document.text = std::string("nul ") + '\0' + " \"quoted\" \u0633\n" + id;
    analysis.document.lines = {{0}};
    timeline.documents.push_back(std::move(analysis));
    timeline.graph.publications.emplace_back();
    timeline.graph.publication_windows.emplace_back();
    timeline.graph.dated.emplace_back();
  }
  return timeline;
}

/// The same articles, each found by a key of its own and by one that both have.
std::vector<KnownArticle> two_known() {
  std::vector<KnownArticle> out;
  for (const DocumentAnalysis& analysis : two_articles().documents) {
    const auto own = static_cast<std::int64_t>(out.size()) + 1;
    out.push_back({{analysis.document.source, analysis.document.text}, {own, 100}});
  }
  return out;
}

std::vector<std::string> ids_of(const std::vector<RawArticle>& articles) {
  std::vector<std::string> out;
  for (const RawArticle& article : articles) out.push_back(article.source.id);
  return out;
}

std::vector<std::string> ids_of(const Result<KnownTimeline>& read) {
  return read ? ids_of(read->articles) : std::vector{"error: " + read.error().message};
}

void expect_same_articles(const Result<KnownTimeline>& read) {
  ASSERT_TRUE(read) << read.error().message;
  const Timeline timeline = two_articles();
  ASSERT_EQ(read->articles.size(), timeline.documents.size());
  for (std::size_t i = 0; i < read->articles.size(); ++i) {
    const DocumentSource& want = timeline.documents[i].document.source;
    const DocumentSource& got = read->articles[i].source;
    EXPECT_EQ(read->articles[i].text, timeline.documents[i].document.text);
    EXPECT_THAT((std::vector{got.id, got.path, got.url, got.title, got.publisher, got.published}),
                ElementsAre(want.id, want.path, want.url, want.title, want.publisher, want.published));
  }
}

TEST(KnownTimeline, JsonAndLinesAndDatabaseBringBackTheArticles) {
  const TemporaryFolder folder;
  expect_same_articles(read_timeline(folder.file("t.json", timeline_json(two_articles()))));
  expect_same_articles(read_timeline(folder.file("t.jsonl", timeline_jsonl(two_articles()))));
  ASSERT_TRUE(write_database(folder.path("t.db"), two_known(), {}));
  expect_same_articles(read_timeline(folder.path("t.db")));
  // Written over an old one, which is then gone.
  ASSERT_TRUE(write_database(folder.path("t.db"), two_known(), {}));
  expect_same_articles(read_timeline(folder.path("t.db")));
  EXPECT_EQ(folder.count(), 3U);
}

/// Three findings of two_articles(): a against b, b against the calendar, and b against a.
Timeline with_findings() {
  Timeline timeline = two_articles();
  const auto evidence = [](std::uint32_t document, std::uint32_t begin, std::uint32_t end) {
    Evidence e;
    e.span = {DocumentIndex{document}, ByteOffset{begin}, ByteOffset{end}};
    return e;
  };
  const auto add = [&timeline](FindingRule rule, std::vector<Evidence> sides) {
    timeline.audit.findings.emplace_back();
    timeline.audit.findings.back().rule = rule;
    timeline.audit.findings.back().evidence = std::move(sides);
  };
  add(FindingRule::date_conflict, {evidence(0, 0, 3), evidence(1, 7, 13), evidence(1, 0, 3)});
  add(FindingRule::weekday_mismatch, {evidence(1, 0, 3)});
  add(FindingRule::date_conflict, {evidence(1, 7, 13), evidence(0, 0, 3)});
  return timeline;
}

TEST(KnownTimeline, JsonAndLinesAndDatabaseBringBackWhatContradicts) {
  const Timeline timeline = with_findings();
  const auto same = testing::UnorderedElementsAre(KnownFinding{"date-conflict", "a", "nul", {"b"}},
                                                  KnownFinding{"weekday-mismatch", "b", "nul", {}},
                                                  KnownFinding{"date-conflict", "b", "quoted", {"a"}});
  EXPECT_THAT(known_findings(timeline), same);
  const TemporaryFolder folder;
  EXPECT_THAT(read_timeline(folder.file("t.json", timeline_json(timeline)))->findings, same);
  EXPECT_THAT(read_timeline(folder.file("t.jsonl", timeline_jsonl(timeline)))->findings, same);
  ASSERT_TRUE(write_database(folder.path("t.db"), two_known(), known_findings(timeline)));
  EXPECT_THAT(read_timeline(folder.path("t.db"))->findings, same);
  EXPECT_THAT(read_touched(folder.path("t.db"), {2}, 1)->findings,
              ElementsAre(KnownFinding{"date-conflict", "b", "quoted", {"a"}},
                          KnownFinding{"weekday-mismatch", "b", "nul", {}}));
}

TEST(Database, WithAnArticleGoesWhatItContradicts) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  ASSERT_TRUE(write_database(path, {}, {}));
  // They come with an update too, and once.
  for (int i = 0; i < 2; ++i)
    ASSERT_TRUE(update_database(path, {two_known()[0]}, {}, known_findings(with_findings()), {}));
  EXPECT_THAT(read_timeline(path)->findings, ElementsAre());  // the other article is not there
  for (int i = 0; i < 2; ++i)
    ASSERT_TRUE(update_database(path, {two_known()[1]}, {two_known()[0]}, known_findings(with_findings()), {}));
  EXPECT_EQ(read_timeline(path)->findings.size(), 3U);
  ASSERT_TRUE(update_database(path, {}, {}, {}, {"a"}));
  EXPECT_THAT(read_timeline(path)->findings, ElementsAre(KnownFinding{"weekday-mismatch", "b", "nul", {}}));
}

TEST(KnownTimeline, DamagedDatabase) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder.path("t.db"), two_known(), {}));
  std::string bytes = folder.read("t.db");
  bytes.resize(bytes.size() / 2);
  EXPECT_FALSE(read_timeline(folder.file("cut.db", bytes)));
  EXPECT_FALSE(read_timeline(folder.file("head.db", std::string_view("SQLite format 3\0", 16))));
}

TEST(Database, GivesWhatTheKeysTouch) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  ASSERT_TRUE(write_database(path, two_known(), {}));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 1)), ElementsAre("a"));
  EXPECT_THAT(ids_of(read_touched(path, {2, 7}, 1)), ElementsAre("b"));
  EXPECT_THAT(ids_of(read_touched(path, {7}, 1)), ElementsAre());
  EXPECT_EQ(folder.count(), 1U);  // no log is left beside it
}

TEST(Database, OfASmallOneAllIsRead) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  ASSERT_TRUE(write_database(path, two_known(), {}));
  EXPECT_THAT(ids_of(read_touched(path, {7}, 2)), ElementsAre("a", "b"));
}

TEST(Database, OfALargeOneTheArticlesThatShareTheRarestKeys) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  std::vector<KnownArticle> articles;
  for (int i = 0; i < 3000; ++i) {
    const std::string id = "a" + std::to_string(i);
    articles.push_back({{{id, id + ".txt", "", "", "", ""}, id}, {1}});  // all have the key 1
    if (i < 40) articles.back().keys.push_back(2);
    if (i >= 38 && i < 42) articles.back().keys.push_back(3);
  }
  ASSERT_TRUE(write_database(path, articles, {}));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 5)), ElementsAre());  // tells nothing
  EXPECT_THAT(ids_of(read_touched(path, {1, 2, 3}, 4)), ElementsAre("a38", "a39", "a40", "a41"));
  EXPECT_THAT(ids_of(read_touched(path, {2, 3}, 2)), ElementsAre("a38", "a39"));
  EXPECT_EQ(read_touched(path, {2}, 2999)->articles.size(), 40U);
}

TEST(Database, OfALargeOneNoMoreTextThanThereIsRoomFor) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  std::vector<KnownArticle> articles;
  const auto add = [&articles](const std::string& id, std::size_t usual_texts) {
    articles.push_back({{{id, id + ".txt", "", "", "", ""}, std::string(usual_texts * usual_bytes, 'x')}, {1}});
  };
  add("long", 5);
  add("short", 1);
  add("long-too", 3);
  add("short-too", 2);
  add("late", 1);
  ASSERT_TRUE(write_database(path, articles, {}));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 1)), ElementsAre("long"));  // what shares the most, however long
  ASSERT_TRUE(update_database(path, {}, {}, {}, {"long"}));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 2)), ElementsAre("late", "short"));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 3)), ElementsAre("short", "short-too"));
}

TEST(Database, UpdatesOnceAndForgets) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  const auto update = [&path](const std::vector<KnownArticle>& articles, const std::vector<std::string>& forget = {}) {
    const auto outcome = update_database(path, articles, {}, {}, forget);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome
               ? std::vector{outcome->added, outcome->replaced, outcome->unchanged, outcome->forgotten, outcome->total}
               : std::vector<std::size_t>{};
  };
  std::vector<KnownArticle> articles = two_known();
  EXPECT_THAT(update(articles), ElementsAre(2, 0, 0, 0, 2));
  EXPECT_THAT(update(articles), ElementsAre(0, 0, 2, 0, 2));
  // Edited under its own name; another article under a name that is taken; the same content under another name.
  articles[0].article.text = "edited";
  articles[0].keys = {3};
  KnownArticle stranger{{{"b", "elsewhere/b.txt", "", "", "", ""}, "other"}, {4}};
  KnownArticle copy = two_known()[1];
  copy.article.source.id = copy.article.source.path = "copy";
  EXPECT_THAT(update({articles[0], stranger, copy}), ElementsAre(1, 1, 1, 0, 3));
  EXPECT_THAT(ids_of(read_timeline(path)), ElementsAre("a", "b", "b-2"));
  EXPECT_THAT(ids_of(read_touched(path, {1}, 2)), ElementsAre());  // the keys went with the text
  EXPECT_THAT(ids_of(read_touched(path, {3}, 2)), ElementsAre("a"));
  EXPECT_THAT(update({}, {"elsewhere/b.txt", "a"}), ElementsAre(0, 0, 0, 2, 1));
  EXPECT_THAT(ids_of(read_touched(path, {3, 4}, 0)), ElementsAre());
}

TEST(Database, WhatCannotAllBeDoneIsNotDone) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  ASSERT_TRUE(write_database(path, two_known(), {}));
  const auto outcome = update_database(path, {}, {}, {}, {"a", "nobody"});
  ASSERT_FALSE(outcome);
  EXPECT_THAT(outcome.error().message, HasSubstr("\"nobody\""));
  EXPECT_THAT(ids_of(read_timeline(path)), ElementsAre("a", "b"));
}

TEST(Database, MergingInMemoryMeansTheSame) {
  std::vector<RawArticle> known;
  for (const KnownArticle& article : two_known()) known.push_back(article.article);
  std::vector<RawArticle> fresh = known;
  fresh[0].text = "edited";
  fresh.push_back({{"b", "elsewhere/b.txt", "", "", "", ""}, "other"});
  const auto outcome = merge_articles(known, fresh, {}, "t.json");
  ASSERT_TRUE(outcome);
  EXPECT_THAT((std::vector{outcome->added, outcome->replaced, outcome->unchanged, outcome->total}),
              ElementsAre(1, 1, 1, 3));
  EXPECT_THAT(ids_of(known), ElementsAre("a", "b", "b-2"));
  EXPECT_EQ(known[0].text, "edited");
  EXPECT_FALSE(merge_articles(known, {}, {"nobody"}, "t.json"));
}

TEST(Database, NewerForeignAndDamagedFilesAreRefused) {
  const TemporaryFolder folder;
  const auto refused = [](const Result<KnownTimeline>& read) {
    return read ? std::string("accepted") : read.error().message;
  };
  ASSERT_TRUE(write_database(folder.path("t.db"), two_known(), {}));
  const std::string good = folder.read("t.db");
  std::string bytes = good;
  bytes[63] = 99;  // PRAGMA user_version: big-endian at byte 60 of the header
  EXPECT_THAT(refused(read_timeline(folder.file("newer.db", bytes))), HasSubstr("newer version: schema 99"));
  EXPECT_FALSE(update_database(folder.path("newer.db"), two_known(), {}, {}, {}));
  bytes = good;
  bytes[71] = 0;  // PRAGMA application_id: at byte 68
  EXPECT_THAT(refused(read_timeline(folder.file("foreign.db", bytes))), HasSubstr("not a timeline"));
  bytes = good;
  std::fill(bytes.begin() + 4096, bytes.end(), '\x55');
  EXPECT_THAT(refused(read_timeline(folder.file("damaged.db", bytes))), HasSubstr("damaged"));
  EXPECT_THAT(refused(read_touched(folder.file("damaged.db", bytes), {1}, 1)), HasSubstr("damaged"));
  // Something else under the name of a database is not written over.
  const auto outcome = update_database(folder.file("note.db", "remember the milk"), two_known(), {}, {}, {});
  ASSERT_FALSE(outcome);
  EXPECT_THAT(outcome.error().message, HasSubstr("not a timeline database"));
  EXPECT_EQ(folder.read("note.db"), "remember the milk");
}

TEST(Database, ASecondWriterIsRefusedAndAReaderIsNot) {
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  ASSERT_TRUE(write_database(path, two_known(), {}));
  sqlite::Database other = sqlite::open(path, SQLITE_OPEN_READWRITE);
  ASSERT_EQ(sqlite3_exec(other.get(), "BEGIN IMMEDIATE; DELETE FROM article;", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto outcome = update_database(path, two_known(), {}, {}, {});
  ASSERT_FALSE(outcome);
  EXPECT_THAT(outcome.error().message, HasSubstr("another program is writing"));
  EXPECT_THAT(ids_of(read_timeline(path)), ElementsAre("a", "b"));
}

TEST(Database, SurvivesBeingKilledAtAnyMoment) {
  const char* given = std::getenv("ISNAD_SEED");
  const unsigned seed = given == nullptr ? 20241208U : static_cast<unsigned>(std::atoi(given));
  SCOPED_TRACE(testing::Message() << "ISNAD_SEED=" << seed);
  std::mt19937 random(seed);
  const TemporaryFolder folder;
  const std::string path = folder.path("t.db");
  // Each child adds batch after batch of three until it is killed. The state must always be a number of whole batches,
  // in order, and never fewer than before.
  constexpr int kills = 150;
  std::size_t before = 0;
  std::size_t grown = 0;
  for (int kill = 0; kill < kills; ++kill) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (std::size_t next = before;; next += 3) {
        std::vector<KnownArticle> batch;
        for (std::size_t i = next; i < next + 3; ++i) {
          const std::string name = std::to_string(1'000'000 + i);
          batch.push_back(
              {{{name, name, "", "", "", ""}, std::string(500, 'x') + name}, {static_cast<std::int64_t>(i)}});
        }
        if (!update_database(path, batch, {}, {}, {})) ::_exit(1);
      }
    }
    ::usleep(static_cast<useconds_t>(random() % 30000));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child gave up by itself";
    if (!std::filesystem::exists(path) || !is_database_file(path)) continue;  // killed before there was anything
    const auto read = read_timeline(path);
    if (!read && before == 0) continue;  // a file without tables yet: the next one makes them
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->articles.size() % 3, 0U);
    ASSERT_GE(read->articles.size(), before);
    for (std::size_t i = 0; i < read->articles.size(); ++i)
      ASSERT_EQ(read->articles[i].source.id, std::to_string(1'000'000 + i));
    if (read->articles.size() > 1) {  // the keys are there too: that of the last article finds it
      const auto last = static_cast<std::int64_t>(read->articles.size() - 1);
      ASSERT_THAT(ids_of(read_touched(path, {last}, 1)), ElementsAre(std::to_string(1'000'000 + last)));
    }
    grown += static_cast<std::size_t>(read->articles.size() > before);
    before = read->articles.size();
  }
  EXPECT_GT(grown, 10U);  // else the kills came too early to tell anything
}

TEST(KnownTimeline, WrongJsonIsNamed) {
  const TemporaryFolder folder;
  const auto message = [&folder](const std::string& json) {
    const auto read = read_timeline(folder.file("t.json", json));
    return read ? std::string("accepted") : read.error().message;
  };
  EXPECT_THAT(message("[]"), HasSubstr("not a timeline"));
  EXPECT_THAT(message("{\"isnad\":{\"schema\":2}}"), HasSubstr("newer version"));
  EXPECT_THAT(message("{\"isnad\":{\"schema\":1},\"documents\":{}}"), HasSubstr("documents"));
  EXPECT_THAT(message("{\"isnad\":{\"schema\":1},\"documents\":[3]}"), HasSubstr("documents[0]"));
  EXPECT_THAT(message("{\"isnad\":{\"schema\":1},\"documents\":[],\"findings\":[{\"rule\":\"x\"}]}"),
              HasSubstr("findings[0]"));
}

}  // namespace
}  // namespace isnad
