// Runs each .case of this folder: a small corpus (corpus_case.h), and when its articles were published. Expected, one a
// line: "ID: EDTF ORIGIN", where "-" is a day of which nothing is known.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "analysed_case.h"
#include "case_files.h"
#include "isnad/graph.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("graph");

class PublicationCases : public testing::TestWithParam<std::string> {};

TEST_P(PublicationCases, Hold) {
  static constexpr const char* origins[] = {"given", "stated", "inferred", "unknown"};
  const test::CorpusCase c = test::read_corpus_case(folder / (GetParam() + ".case"));
  const Grammar& grammar = project_grammar();
  std::vector<DocumentAnalysis> corpus = test::analysed(c);
  find_publication_days(corpus, grammar);
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
