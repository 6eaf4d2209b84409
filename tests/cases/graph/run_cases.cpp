// Runs each .case of this folder: a small corpus, a line ----, and when its articles were published. An article begins
// with a line "## ID", or "## ID published DAY" where the day is known apart from the text. Expected, one a line: "ID:
// EDTF ORIGIN", where "-" is a day of which nothing is known.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "case_files.h"
#include "isnad/graph.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("graph");

struct Article {
  DocumentSource source;
  std::string text;
};

struct Case {
  std::vector<Article> articles;
  std::vector<std::string> expected;
};

Case read_case(const std::filesystem::path& path) {
  Case c;
  std::ifstream file(path);
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "----") {
      behind = true;
    } else if (behind) {
      if (!line.empty()) c.expected.push_back(line);
    } else if (line.starts_with("## ")) {
      Article article;
      const std::size_t published = line.find(" published ");
      article.source.id = line.substr(3, published == std::string::npos ? published : published - 3);
      if (published != std::string::npos) article.source.published = line.substr(published + 11);
      c.articles.push_back(std::move(article));
    } else if (!c.articles.empty()) {
      c.articles.back().text += line + "\n";
    }
  }
  return c;
}

class PublicationCases : public testing::TestWithParam<std::string> {};

TEST_P(PublicationCases, Hold) {
  static constexpr const char* origins[] = {"given", "stated", "inferred", "unknown"};
  const Case c = read_case(folder / (GetParam() + ".case"));
  const Grammar& grammar = project_grammar();
  std::vector<DocumentAnalysis> corpus;
  for (const Article& article : c.articles)
    corpus.push_back(analyze(
        read_document(static_cast<DocumentIndex>(corpus.size()), article.source, article.text, grammar.page_cues()),
        grammar));
  find_date_line_years(corpus);
  const TemporalGraph graph = build_graph(corpus, link(corpus, grammar));
  std::map<std::string, std::string> told;
  for (std::size_t d = 0; d < corpus.size(); ++d) {
    const Window& w = graph.publication_windows[d];
    told[c.articles[d].source.id] = fmt::format("{} {}", w.earliest || w.latest ? edtf(w) : "-",
                                                origins[static_cast<int>(graph.publications[d].origin)]);
  }
  ASSERT_FALSE(c.expected.empty());
  for (const std::string& line : c.expected) {
    const std::string id = line.substr(0, line.find(':'));
    EXPECT_EQ(id + ": " + told[id], line);
  }
}

INSTANTIATE_TEST_SUITE_P(All, PublicationCases, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
