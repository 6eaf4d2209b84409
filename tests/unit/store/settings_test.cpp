#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/store.h"
#include "temporary_folder.h"

namespace isnad {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

Error refused(const std::string& json) {
  const Result<Settings> settings = parse_settings(json, "isnad.json");
  EXPECT_FALSE(settings) << json;
  return settings ? Error{} : settings.error();
}

TEST(Settings, AllKeysWithCommentsAndTrailingCommas) {
  const auto settings = parse_settings(
      R"({"$schema": "x", "corpus": ["a", "b/**"], /* c */ "ignore": ["d"],
          "rules": {"value-conflict": {"level": "off", "ignore": ["g/**"],}}, "suppressions": "h.json",
          "sources": {"news.example": "high", "blogs/**": "low"},
          "baseline": "e.json", "fail_on": "warning", "outputs": ["f.svg"], // end
         })",
      "isnad.json");
  ASSERT_TRUE(settings) << settings.error().message;
  EXPECT_THAT(settings->corpus, ElementsAre("a", "b/**"));
  EXPECT_THAT(settings->ignore, ElementsAre("d"));
  ASSERT_EQ(settings->rules.size(), 1U);
  EXPECT_EQ(settings->rules[0].rule, "value-conflict");
  EXPECT_EQ(settings->rules[0].level, "off");
  EXPECT_THAT(settings->rules[0].ignore, ElementsAre("g/**"));
  EXPECT_EQ(settings->suppressions, "h.json");
  ASSERT_EQ(settings->sources.size(), 2U);
  EXPECT_EQ(settings->sources[0].source, "news.example");
  EXPECT_EQ(settings->sources[0].credibility, Credibility::high);
  EXPECT_EQ(settings->sources[1].credibility, Credibility::low);
  EXPECT_EQ(settings->baseline, "e.json");
  EXPECT_EQ(settings->fail_on, "warning");
  EXPECT_THAT(settings->outputs, ElementsAre("f.svg"));
}

TEST(Settings, FaultsHaveAPlaceAndARemedy) {
  const Error key = refused("{\n  \"corpus\": [],\n  \"fail-on\": \"error\"}");
  EXPECT_EQ(key.code, ErrorCode::bad_config);
  EXPECT_EQ(key.place, (LineColumn{3, 3}));
  EXPECT_THAT(key.message, HasSubstr("\"fail-on\""));
  EXPECT_THAT(key.remedy, HasSubstr("fail_on"));

  const Error rule = refused("{\"rules\": {\"date-conflicts\": {}}}");
  EXPECT_EQ(rule.place, (LineColumn{1, 12}));
  EXPECT_THAT(rule.remedy, HasSubstr("date-conflict"));

  EXPECT_THAT(refused("{\"rules\": {\"date-conflict\": {\"level\": \"fatal\"}}}").message, HasSubstr("\"fatal\""));
  EXPECT_THAT(refused("{\"fail_on\": \"all\"}").remedy, HasSubstr("never"));

  // The place is that of the value, whatever it holds; a key counts once.
  EXPECT_EQ(refused("{ \"fail_on\": /* \" */ \"a\\\"b\\\\\"}").place, (LineColumn{1, 22}));
  EXPECT_EQ(refused("{\"outputs\": [\"x\",\n  -12]}").place, (LineColumn{2, 3}));
  EXPECT_EQ(refused("{\"outputs\": [{}]}").place, (LineColumn{1, 14}));
  EXPECT_THAT(refused("{\"corpus\": [], \"corpus\": []}").message, HasSubstr("twice"));
}

TEST(Settings, WrongShapes) {
  for (const char* json :
       {"", "[]", "\"x\"", "3", "{\"corpus\": \"x\"}", "{\"corpus\": [3]}", "{\"corpus\": [[\"x\"]]}",
        "{\"corpus\": {}}", "{\"baseline\": null}", "{\"baseline\": [\"x\"]}", "{\"rules\": []}",
        "{\"rules\": {\"date-conflict\": \"off\"}}", "{\"outputs\": true}", "{\"sources\": [\"x\"]}",
        "{\"sources\": {\"x\": 2}}", "{\"sources\": {\"x\": \"none\"}}", "{} {}"}) {
    refused(json);
  }
}

TEST(Settings, SourcesAreAPublisherAHostOrAGlobAndTheLastOneCounts) {
  Settings settings;
  settings.path = "isnad.json";
  settings.sources = {{"blogs/**", Credibility::low}, {"news.example", Credibility::high}, {"Press", Credibility::low}};
  std::vector<RawArticle> articles(5);
  articles[0].source.path = "blogs/a.txt";
  articles[1].source.url = "https://www.news.example:443/a?b";
  articles[2].source = {"c", "blogs/c.txt", "http://news.example", "", "", ""};
  articles[3].source = {"d", "d.txt", "http://news.example/", "", "Press", ""};
  articles[4].source = {"e", "e.txt", "http://other.example/news.example", "", "The Press", ""};
  apply_source_settings(articles, settings);
  const auto of = [&articles](std::size_t i) { return articles[i].source.credibility; };
  EXPECT_EQ(of(0), Credibility::low);
  EXPECT_EQ(of(1), Credibility::high);
  EXPECT_EQ(of(2), Credibility::high);
  EXPECT_EQ(of(3), Credibility::low);
  EXPECT_EQ(of(4), Credibility::normal);
}

TEST(Settings, DeepNestingDoesNotExhaustTheStack) { refused(std::string(std::size_t{1} << 20, '[')); }

TEST(Settings, FoundUpwards) {
  const TemporaryFolder folder;
  folder.file("isnad.json", "{\"fail_on\": \"note\"}");
  folder.file("a/b/x.txt", "");
  const auto settings = find_settings(folder.path("a/b"));
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->path, folder.path("isnad.json"));
  EXPECT_EQ(settings->fail_on, "note");
}

std::vector<std::string> corpus(const TemporaryFolder& folder, std::vector<std::string> patterns,
                                std::vector<std::string> ignore = {}) {
  Settings settings;
  settings.path = folder.path("isnad.json");
  settings.corpus = std::move(patterns);
  settings.ignore = std::move(ignore);
  const auto paths = corpus_paths(settings);
  if (!paths) return {"error: " + paths.error().message};
  std::vector<std::string> out;
  for (const std::string& path : *paths) out.push_back(path.substr(folder.path().size() + 1));
  return out;
}

TEST(CorpusPaths, GlobsAndFolders) {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "b.html", "n/c.txt", "n/2024/d.txt", "n/2024/e.jsonl", "n/f.md"})
    folder.file(name, "x");
  EXPECT_THAT(corpus(folder, {"*.txt"}), ElementsAre("a.txt"));
  EXPECT_THAT(corpus(folder, {"n"}), ElementsAre("n/2024/d.txt", "n/2024/e.jsonl", "n/c.txt"));
  EXPECT_THAT(corpus(folder, {"**/*.txt"}), ElementsAre("a.txt", "n/2024/d.txt", "n/c.txt"));
  EXPECT_THAT(corpus(folder, {"n/*/d.txt", "b.html"}), ElementsAre("n/2024/d.txt", "b.html"));
  EXPECT_THAT(corpus(folder, {"n/**"}, {"n/2024"}), ElementsAre("n/c.txt"));
  EXPECT_THAT(corpus(folder, {"**"}, {"**/d.*", "*.html"}), ElementsAre("a.txt", "n/2024/e.jsonl", "n/c.txt"));
}

TEST(CorpusPaths, WhatFitsNothingIsAnError) {
  const TemporaryFolder folder;
  folder.file("a.txt", "x");
  EXPECT_THAT(corpus(folder, {"b.txt"}).front(), HasSubstr("b.txt"));
  EXPECT_THAT(corpus(folder, {"*.html"}).front(), HasSubstr("*.html"));
}

}  // namespace
}  // namespace isnad
