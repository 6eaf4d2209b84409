#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/report.h"
#include "isnad/store.h"
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

void expect_same_articles(const Result<std::vector<RawArticle>>& read) {
  ASSERT_TRUE(read) << read.error().message;
  const Timeline timeline = two_articles();
  ASSERT_EQ(read->size(), timeline.documents.size());
  for (std::size_t i = 0; i < read->size(); ++i) {
    const DocumentSource& want = timeline.documents[i].document.source;
    const DocumentSource& got = (*read)[i].source;
    EXPECT_EQ((*read)[i].text, timeline.documents[i].document.text);
    EXPECT_THAT((std::vector{got.id, got.path, got.url, got.title, got.publisher, got.published}),
                ElementsAre(want.id, want.path, want.url, want.title, want.publisher, want.published));
  }
}

TEST(KnownTimeline, JsonAndLinesAndDatabaseBringBackTheArticles) {
  const TemporaryFolder folder;
  expect_same_articles(read_timeline(folder.file("t.json", timeline_json(two_articles()))));
  expect_same_articles(read_timeline(folder.file("t.jsonl", timeline_jsonl(two_articles()))));
  ASSERT_TRUE(write_database(folder.path("t.db"), two_articles()));
  expect_same_articles(read_timeline(folder.path("t.db")));
  // Written over an old one, which is then gone.
  ASSERT_TRUE(write_database(folder.path("t.db"), two_articles()));
  expect_same_articles(read_timeline(folder.path("t.db")));
  EXPECT_EQ(folder.count(), 3U);
}

TEST(KnownTimeline, DamagedDatabase) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder.path("t.db"), two_articles()));
  std::string bytes = folder.read("t.db");
  bytes.resize(bytes.size() / 2);
  EXPECT_FALSE(read_timeline(folder.file("cut.db", bytes)));
  EXPECT_FALSE(read_timeline(folder.file("head.db", std::string_view("SQLite format 3\0", 16))));
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
}

}  // namespace
}  // namespace isnad
