// The annotated stories: what must be found is found, and nothing else is raised. The annotation (gold.json) was made
// by hand from the articles, not from the program's output; its format is told in tests/data/stories/README.md.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "isnad/audit.h"
#include "project_grammar.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

struct Story {
  rapidjson::Document gold;
  Timeline timeline;
  std::vector<std::string> files;  // by document

  explicit Story(const fs::path& folder) {
    gold.Parse(read(folder / "gold.json").c_str());
    const fs::path base = gold.HasMember("base") ? folder / gold["base"].GetString() : folder;
    std::vector<DocumentAnalysis> documents;
    for (const auto& d : gold["documents"].GetArray()) {
      files.emplace_back(d["file"].GetString());
      DocumentSource source;
      source.id = files.back();
      source.path = files.back();
      auto text = decode(read(base / files.back()));
      if (!text) throw std::runtime_error(text.error().message);
      documents.push_back(analyze(
          read_document(static_cast<DocumentIndex>(documents.size()), source, *text, project_grammar().page_cues()),
          project_grammar()));
    }
    timeline = assemble(std::move(documents), project_grammar());
  }

  /// Places of a quotation, as spans.
  [[nodiscard]] std::vector<SourceSpan> spans(const rapidjson::Value& ref) const {
    std::vector<SourceSpan> found;
    for (std::size_t d = 0; d < files.size(); ++d) {
      if (files[d] != ref["file"].GetString()) continue;
      const std::string& text = timeline.documents[d].document.text;
      const std::string quote = ref["quote"].GetString();
      for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote, at + 1))
        found.push_back({static_cast<DocumentIndex>(d),
                         {static_cast<std::uint32_t>(at)},
                         {static_cast<std::uint32_t>(at + quote.size())}});
    }
    return found;
  }

  /// Another mention of the same event with the same date is as good as the one that the annotation quotes.
  [[nodiscard]] std::vector<SourceSpan> equivalents(const rapidjson::Value& ref) const {
    std::vector<SourceSpan> all = spans(ref);
    const std::vector<SourceSpan> own = all;
    for (const auto& event : gold["events"].GetArray())
      for (const auto& mention : event["mentions"].GetArray()) {
        const auto at = spans(mention);
        const bool touches = std::any_of(own.begin(), own.end(), [&](const SourceSpan& s) {
          return std::any_of(at.begin(), at.end(), [&](const SourceSpan& o) { return o.overlaps(s); });
        });
        if (!touches) continue;
        for (const auto& other : event["mentions"].GetArray())
          if (other["date"] == mention["date"])
            for (const SourceSpan& s : spans(other)) all.push_back(s);
      }
    return all;
  }

  [[nodiscard]] bool fits(const Finding& finding, const rapidjson::Value& gold_finding) const {
    const std::string rule = gold_finding["rule"].GetString(), own(to_string(finding.rule));
    const auto kin = [&](std::string_view a, std::string_view b) {
      return (rule == a && own == b) || (rule == b && own == a);
    };
    if (rule != own && !kin("date-conflict", "order-conflict") && !kin("attribution-conflict", "attribution-upgrade"))
      return false;
    std::size_t touched = 0;
    for (const auto& side : gold_finding["between"].GetArray()) {
      const auto at = equivalents(side);
      touched += static_cast<std::size_t>(
          std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) {
            return std::any_of(at.begin(), at.end(), [&](const SourceSpan& s) { return s.overlaps(e.span); });
          }));
    }
    return touched >= std::min<std::size_t>(2, gold_finding["between"].Size());
  }
};

std::string name_of(const std::string& path) {
  std::string name = fs::path(path).filename();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

class Stories : public testing::TestWithParam<std::string> {};

TEST_P(Stories, RaiseNoFalseAlarm) {
  const Story story(fs::path(ISNAD_SOURCE_DIR) / GetParam());
  for (const Finding& finding : story.timeline.audit.findings) {
    if (finding.level == Level::note) continue;
    bool known = false;
    for (const char* list : {"findings", "accepted"}) {
      if (!story.gold.HasMember(list)) continue;
      for (const auto& g : story.gold[list].GetArray()) known = known || story.fits(finding, g);
    }
    EXPECT_TRUE(known) << to_string(finding.rule) << ": " << finding.message.en;
  }
}

TEST_P(Stories, EachFindingQuotesToTheLetterAndIsTold) {
  const Story story(fs::path(ISNAD_SOURCE_DIR) / GetParam());
  std::set<std::string> ids;
  for (const Finding& finding : story.timeline.audit.findings) {
    EXPECT_TRUE(ids.insert(finding.id).second) << finding.id;
    EXPECT_FALSE(finding.message.ar.empty());
    EXPECT_FALSE(finding.message.en.empty());
    ASSERT_FALSE(finding.evidence.empty());
    for (const Evidence& e : finding.evidence)
      EXPECT_FALSE(slice(story.timeline.documents[index(e.span.document)].document.text, e.span).empty());
  }
}

std::vector<std::string> annotated() {
  const fs::path root = ISNAD_SOURCE_DIR;
  std::vector<std::string> folders{"tests/data/gold/seeds"};
  for (const auto& entry : fs::directory_iterator(root / "tests/data/stories"))
    if (fs::exists(entry.path() / "gold.json")) folders.push_back(fs::relative(entry.path(), root));
  std::sort(folders.begin(), folders.end());
  return folders;
}

INSTANTIATE_TEST_SUITE_P(Annotated, Stories, testing::ValuesIn(annotated()),
                         [](const auto& param) { return name_of(param.param); });

TEST(Seeds, WhatMustBeFoundIsFound) {
  const Story story(fs::path(ISNAD_SOURCE_DIR) / "tests/data/gold/seeds");
  std::size_t must = 0;
  for (const auto& g : story.gold["findings"].GetArray()) {
    if (std::string(g["priority"].GetString()) != "must") continue;
    ++must;
    const auto& findings = story.timeline.audit.findings;
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
      return f.rule == *finding_rule(g["rule"].GetString()) && story.fits(f, g);
    })) << g["id"].GetString();
  }
  EXPECT_EQ(must, 5U);
}

TEST(Seeds, PublicationDaysAreSettled) {
  const Story story(fs::path(ISNAD_SOURCE_DIR) / "tests/data/gold/seeds");
  const auto day = [](std::int32_t d) { return CivilDate{2024, 12, d}; };
  ASSERT_TRUE(story.timeline.graph.publications[1].day && story.timeline.graph.publications[4].day);
  EXPECT_EQ(civil_from_day(*story.timeline.graph.publications[1].day), day(9));
  EXPECT_EQ(story.timeline.graph.publications[1].origin, PublicationOrigin::stated);
  EXPECT_EQ(civil_from_day(*story.timeline.graph.publications[4].day), day(9));
  EXPECT_EQ(story.timeline.graph.publications[4].origin, PublicationOrigin::inferred);
  for (std::size_t d = 0; d < story.files.size(); ++d) {
    const auto true_day =
        parse_iso_day(story.gold["documents"][static_cast<rapidjson::SizeType>(d)]["published"].GetString());
    EXPECT_TRUE(story.timeline.graph.publication_windows[d].contains(start_of(*true_day))) << story.files[d];
  }
}

TEST(Seeds, OrderOfArticlesDoesNotMatter) {
  std::set<std::string> forward, backward;
  for (const bool reversed : {false, true}) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(ISNAD_SOURCE_DIR) / "seeds"))
      names.push_back(entry.path());
    std::sort(names.begin(), names.end());
    if (reversed) std::reverse(names.begin(), names.end());
    std::vector<DocumentAnalysis> documents;
    for (const std::string& n : names) {
      DocumentSource source;
      source.id = fs::path(n).stem();
      source.path = n;
      documents.push_back(analyze(
          read_document(static_cast<DocumentIndex>(documents.size()), source, read(n), project_grammar().page_cues()),
          project_grammar()));
    }
    const Timeline timeline = assemble(std::move(documents), project_grammar());
    for (const Finding& f : timeline.audit.findings)
      if (f.rule == FindingRule::date_conflict || f.rule == FindingRule::attribution_upgrade)
        (reversed ? backward : forward).insert(f.id);
  }
  EXPECT_EQ(forward, backward);
}

}  // namespace
}  // namespace isnad
