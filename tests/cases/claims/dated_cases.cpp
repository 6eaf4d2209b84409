// Runs each .dated file of dated/: passages of news, and the day on which each event is put. A passage begins with a
// line
// "@ DAY", its publication day; its text follows, and then lines
//   = QUOTE | DAYS     a claim told by the quoted words (else one whose evidence holds them) has these days, in EDTF
//   ! QUOTE | DAYS     the same, known to be missed: it fails as soon as it comes out right
// Times of day are left out: what the reader of the picture sees first is the day. Lines that begin with # are
// comments.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "case_files.h"
#include "graph/settle.h"
#include "isnad/claims.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("claims") / "dated";

struct Expected {
  bool known_wrong = false;
  std::string quote, days;
};

struct Passage {
  std::string published, text;
  std::vector<Expected> expected;
};

std::vector<Passage> passages_of(const std::filesystem::path& path) {
  std::vector<Passage> passages;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    if (line.starts_with("@ ")) {
      passages.push_back({line.substr(2), {}, {}});
      continue;
    }
    if (passages.empty()) continue;
    const std::size_t bar = line.find(" | ");
    if (bar != std::string::npos && (line.starts_with("= ") || line.starts_with("! ")))
      passages.back().expected.push_back({line.front() == '!', line.substr(2, bar - 2), line.substr(bar + 3)});
    else
      passages.back().text += line + "\n";
  }
  return passages;
}

/// An EDTF value without times of day.
std::string days_of(const std::string& edtf) {
  const std::size_t slash = edtf.find('/');
  const auto cut = [](const std::string& side) { return side.substr(0, side.find('T')); };
  if (slash == std::string::npos) return cut(edtf);
  const std::string from = cut(edtf.substr(0, slash)), to = cut(edtf.substr(slash + 1));
  return from == to ? from : from + "/" + to;
}

std::string date_of(const DocumentAnalysis& analysis, const Claim& claim) {
  Window published;
  if (analysis.publication.day) published = window_of(*analysis.publication.day);
  const auto domain = graph::claim_domain(analysis, claim, published);
  return domain ? days_of(edtf(*domain)) : "-";
}

/// The days of the claims that the quoted words tell.
std::vector<std::string> days_told(const DocumentAnalysis& analysis, const SourceSpan& quote) {
  std::vector<std::string> by_trigger, by_evidence;
  for (const Claim& claim : analysis.claims) {
    if (claim.trigger.overlaps(quote)) by_trigger.push_back(date_of(analysis, claim));
    if (claim.span.overlaps(quote)) by_evidence.push_back(date_of(analysis, claim));
  }
  return by_trigger.empty() ? by_evidence : by_trigger;
}

class DatedCase : public testing::TestWithParam<std::string> {};

TEST_P(DatedCase, HoldsWhatItSays) {
  const std::vector<Passage> passages = passages_of(folder / (GetParam() + ".dated"));
  ASSERT_FALSE(passages.empty());
  for (const Passage& passage : passages) {
    DocumentSource source;
    source.id = GetParam();
    source.published = passage.published;
    const DocumentAnalysis analysis =
        analyze(read_document(DocumentIndex{}, source, passage.text, project_grammar().page_cues()), project_grammar());
    EXPECT_FALSE(passage.expected.empty()) << passage.text;
    for (const Expected& expected : passage.expected) {
      const std::size_t at = analysis.document.text.find(expected.quote);
      ASSERT_NE(at, std::string::npos) << expected.quote << " in " << passage.text;
      const SourceSpan quote{analysis.document.index, ByteOffset{static_cast<std::uint32_t>(at)},
                             ByteOffset{static_cast<std::uint32_t>(at + expected.quote.size())}};
      const std::vector<std::string> told = days_told(analysis, quote);
      const bool right = std::find(told.begin(), told.end(), expected.days) != told.end();
      std::string all;
      for (const std::string& days : told) all += " " + days;
      EXPECT_EQ(right, !expected.known_wrong)
          << expected.quote << ": " << expected.days << ", told:" << all << "\nin " << passage.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Dated, DatedCase, testing::ValuesIn(test::case_names(folder, ".dated")), test::title_of_case);

}  // namespace
}  // namespace isnad
