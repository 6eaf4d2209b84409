// Runs each .case of this folder: a small corpus (corpus_case.h), and which claims are of one event. Expected, one a
// line: "one: WORDS | WORDS ..." or "apart: WORDS | WORDS", each claim told by words of its clause that no other has.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "analysed_case.h"
#include "case_files.h"
#include "isnad/linking.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("linking");

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t bar = line.find(" | ");
    parts.emplace_back(line.substr(0, bar));
    if (bar == std::string_view::npos) return parts;
    line.remove_prefix(bar + 3);
  }
}

/// The events of the claims whose clause has these words.
std::set<std::string> events_of(const std::vector<DocumentAnalysis>& corpus, const Linking& linking,
                                const std::string& words) {
  std::set<std::string> events;
  for (const Event& event : linking.events)
    for (const ClaimRef r : event.claims) {
      const DocumentAnalysis& d = corpus[index(r.document)];
      if (slice(d.document.text, d.claims[r.claim].span).find(words) != std::string_view::npos) events.insert(event.id);
    }
  return events;
}

class LinkingCases : public testing::TestWithParam<std::string> {};

TEST_P(LinkingCases, Hold) {
  const test::CorpusCase c = test::read_corpus_case(folder / (GetParam() + ".case"));
  const Grammar& grammar = project_grammar();
  const std::vector<DocumentAnalysis> corpus = test::analysed(c);
  const Linking linking = link(corpus, grammar);
  ASSERT_FALSE(c.expected.empty());
  for (const std::string& line : c.expected) {
    const std::size_t colon = line.find(": ");
    ASSERT_NE(colon, std::string::npos) << line;
    std::set<std::string> events;
    const std::vector<std::string> parts = split(std::string_view(line).substr(colon + 2));
    for (const std::string& part : parts) {
      const auto of_part = events_of(corpus, linking, part);
      ASSERT_EQ(of_part.size(), 1U) << "claims of one event with the words " << part;
      events.insert(of_part.begin(), of_part.end());
    }
    EXPECT_EQ(events.size(), line.starts_with("one:") ? 1U : parts.size()) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(All, LinkingCases, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
