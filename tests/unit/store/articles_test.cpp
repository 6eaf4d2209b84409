#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "isnad/store.h"
#include "store/article_files.h"
#include "temporary_folder.h"

namespace isnad {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> ids(const std::vector<RawArticle>& articles) {
  std::vector<std::string> out;
  for (const RawArticle& a : articles) out.push_back(a.source.id);
  return out;
}

RawArticle article(const std::string& id, const std::string& text) {
  RawArticle out;
  out.source.id = id;
  out.text = text;
  return out;
}

TEST(Articles, OrderOfInputMakesNoDifference) {
  std::vector<RawArticle> a{article("b", "2"), article("a", "1"), article("b", "1"), article("b-2", "3")};
  std::vector<RawArticle> b(a.rbegin(), a.rend());
  order_articles(a);
  order_articles(b);
  // "b-2" is taken, so the second "b" is the third name.
  EXPECT_THAT(ids(a), ElementsAre("a", "b", "b-2", "b-3"));
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].source.id, b[i].source.id);
    EXPECT_EQ(a[i].text, b[i].text);
  }
}

TEST(Articles, NamesTellTheFormat) {
  EXPECT_EQ(format_of_name("a/b.TXT"), ArticleFormat::text);
  EXPECT_EQ(format_of_name("b.html.gz"), ArticleFormat::html);
  EXPECT_EQ(format_of_name("b.jsonl"), ArticleFormat::jsonl);
  EXPECT_EQ(format_of_name("b.json"), std::nullopt);
  EXPECT_EQ(format_of_name(".txt"), std::nullopt);  // a hidden file without extension
  EXPECT_EQ(stem_of("a/b.c.txt.gz"), "b.c");
  EXPECT_EQ(stem_of("b"), "b");
}

TEST(Articles, ContentTellsTheFormatWhereNoNameDoes) {
  EXPECT_EQ(format_of_content("\n{\"text\":1}"), ArticleFormat::jsonl);
  EXPECT_EQ(format_of_content("<!DOCTYPE html><p>"), ArticleFormat::html);
  EXPECT_EQ(format_of_content("<3 this"), ArticleFormat::text);
  EXPECT_EQ(format_of_content(""), ArticleFormat::text);
}

TEST(Articles, FoldersInOrderWithoutHiddenFiles) {
  const TemporaryFolder folder;
  folder.file("b.txt", "x");
  folder.file("a/z.txt", "x");
  folder.file(".git/c.txt", "x");
  folder.file("a/readme.md", "x");
  const ReadResult read = read_articles({folder.path()}, "");
  EXPECT_TRUE(read.errors.empty());
  EXPECT_THAT(ids(read.articles), ElementsAre("b", "z"));
}

TEST(Articles, MetadataOfJsonLines) {
  const TemporaryFolder folder;
  const std::string path = folder.file("w.jsonl",
                                       "{\"id\":\"x\",\"content\":\"body\",\"url\":\"u\",\"title\":\"t\",\"publisher\":"
                                       "\"p\",\"published\":\"2024-01-02\"}\n"
                                       "{\"id\":12,\"text\":\"other\"}");
  const ReadResult read = read_articles({path}, "2024-12-09");
  ASSERT_THAT(ids(read.articles), ElementsAre("12", "x"));
  EXPECT_EQ(read.articles[0].source.published, "2024-12-09");  // the default, for articles that give no day
  const DocumentSource& source = read.articles[1].source;
  EXPECT_EQ(read.articles[1].text, "body");
  EXPECT_EQ(source.url + source.title + source.publisher + source.published, "utp2024-01-02");
  EXPECT_EQ(source.path, path + "#x");
}

TEST(Articles, LoneSurrogatesAreRefused) {
  const TemporaryFolder folder;
  const ReadResult read = read_articles({folder.file("w.jsonl", "{\"text\":\"\\ud800\"}\n{\"text\":\"ok\"}")}, "");
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_EQ(read.errors[0].place.line, 1U);
  EXPECT_EQ(read.articles.size(), 1U);
}

TEST(Articles, NamesThatAreNoUtf8) {
  const TemporaryFolder folder;
  const ReadResult read = read_articles({folder.file("a\xFF.txt", "x")}, "");
  ASSERT_THAT(ids(read.articles), ElementsAre("a\uFFFD"));
}

TEST(Files, OutputsReplaceAtOnceAndKeepTheirMode) {
  const TemporaryFolder folder;
  const std::string path = folder.file("x", "old");
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  ASSERT_TRUE(write_file(path, "new"));
  EXPECT_EQ(folder.read("x"), "new");
  EXPECT_EQ(std::filesystem::status(path).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(folder.count(), 1U);  // no temporary file stays
}

TEST(Files, LinksAreWrittenThrough) {
  const TemporaryFolder folder;
  const std::string path = folder.file("x", "old");
  std::filesystem::create_symlink(path, folder.path("link"));
  ASSERT_TRUE(write_file(folder.path("link"), "new"));
  EXPECT_EQ(folder.read("x"), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
}

TEST(Files, ErrorsNameTheFileAndTheRemedy) {
  const TemporaryFolder folder;
  const auto missing = read_file(folder.path("missing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().path, folder.path("missing"));
  EXPECT_THAT(missing.error().remedy, HasSubstr("spelling"));
  EXPECT_FALSE(read_file(folder.path()));
  EXPECT_FALSE(write_file(folder.path(), "x"));
  EXPECT_FALSE(write_file(folder.path("no/such"), "x"));
}

}  // namespace
}  // namespace isnad
