// JUnit XML: one test case a finding, and one that passes for each article without findings.
#include <fmt/format.h>

#include <set>

#include "isnad/report.h"
#include "report/escape.h"
#include "report/finding_summary.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {
namespace {

std::string test_case(const Timeline& timeline, const Finding& finding, Language language) {
  const Document& document = document_of(timeline, finding.evidence.front().span.document);
  const std::string message = xml_escaped(printable(in(finding.message, language)));
  const std::string rule(to_string(finding.rule));
  const std::string summary = xml_escaped(finding_summary(timeline, finding, language));
  const std::string file = xml_escaped(file_of(document.source));
  // A note does not fail: it is printed by test runners that show output.
  const std::string body =
      finding.level == Level::note
          ? fmt::format("<system-out>{}</system-out>", summary)
          : fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", rule, message, summary);
  return fmt::format("  <testcase classname=\"{0}\" name=\"{1}: {2}\" file=\"{0}\" line=\"{3}\">{4}</testcase>\n", file,
                     rule, message, place(document, finding.evidence.front().span.begin).line, body);
}

}  // namespace

std::string findings_junit(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language) {
  std::set<DocumentIndex> named;
  std::size_t failures = 0;
  std::string cases;
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    if (finding.level != Level::note) ++failures;
    named.insert(finding.evidence.front().span.document);
    cases += test_case(timeline, finding, language);
  }
  std::size_t tests = selected.size();
  for (const DocumentAnalysis& analysis : timeline.documents) {
    if (named.contains(analysis.document.index)) continue;
    ++tests;
    cases += fmt::format("  <testcase classname=\"{0}\" name=\"{1}\" file=\"{0}\"/>\n",
                         xml_escaped(file_of(analysis.document.source)), xml_escaped(analysis.document.source.id));
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n <testsuite name=\"isnad\" tests=\"{}\" "
      "failures=\"{}\" errors=\"0\" skipped=\"0\">\n{} </testsuite>\n</testsuites>\n",
      tests, failures, cases);
}

}  // namespace isnad
