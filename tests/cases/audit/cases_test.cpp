// Runs each .case of this folder: a small corpus (corpus_case.h), and all that must be found in it. Expected lines:
//   RULE | WORDS | WORDS     a finding of this rule; each of the words must stand in one of its evidences
//   none                     nothing is found
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "analysed_case.h"
#include "case_files.h"
#include "isnad/audit.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("audit");

std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(" | ", begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = end + 3;
  }
  return parts;
}

std::string show(const Timeline& timeline, const Finding& finding) {
  std::string text(to_string(finding.rule));
  for (const Evidence& e : finding.evidence)
    text += " | " + std::string(slice(timeline.documents[index(e.span.document)].document.text, e.span));
  return text;
}

class AuditCase : public testing::TestWithParam<std::string> {};

TEST_P(AuditCase, HoldsWhatItSays) {
  const test::CorpusCase wanted = test::read_corpus_case(folder / (GetParam() + ".case"));
  ASSERT_FALSE(wanted.expected.empty());
  const Timeline timeline = assemble(test::analysed(wanted), project_grammar());
  std::vector<std::string> found;
  for (const Finding& f : timeline.audit.findings) found.push_back(show(timeline, f));
  for (const std::string& line : wanted.expected) {
    if (line == "none") continue;
    const std::vector<std::string> parts = parts_of(line);
    const auto it = std::find_if(found.begin(), found.end(), [&](const std::string& f) {
      return f.starts_with(parts.front() + " |") &&
             std::all_of(parts.begin() + 1, parts.end(),
                         [&](const std::string& words) { return f.find(words) != std::string::npos; });
    });
    EXPECT_NE(it, found.end()) << "missing: " << line << "\nfound:\n" << testing::PrintToString(found);
    if (it != found.end()) found.erase(it);
  }
  EXPECT_TRUE(found.empty()) << "not expected: " << testing::PrintToString(found);
}

INSTANTIATE_TEST_SUITE_P(Audit, AuditCase, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
