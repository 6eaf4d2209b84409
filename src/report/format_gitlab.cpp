// GitLab's code quality report (a subset of the Code Climate format).
#include "isnad/report.h"
#include "report/finding_summary.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {
namespace {

std::string_view severity(Level level) {
  switch (level) {
    case Level::error:
      return "major";
    case Level::warning:
      return "minor";
    case Level::note:
      break;
  }
  return "info";
}

}  // namespace

std::string findings_gitlab(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language) {
  JsonWriter json(JsonLayout::pretty);
  json.begin_array();
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    const SourceSpan& span = finding.evidence.front().span;
    const Document& document = document_of(timeline, span.document);
    const Region region = region_of(span, document);
    // The format asks for a line; where the text is not the file's, the first one stands for the file.
    const bool exact = places_hold(document.source);
    json.begin_object();
    json.member("description", finding_summary(timeline, finding, language));
    json.member("check_name", to_string(finding.rule));
    json.member("fingerprint", finding.id);
    json.member("severity", severity(finding.level));
    json.key("location");
    json.begin_object();
    json.member("path", file_of(document.source));
    json.key("lines");
    json.begin_object();
    json.member("begin", exact ? region.begin.line : 1);
    json.member("end", exact ? region.end.line : 1);
    json.end_object();
    json.end_object();
    json.end_object();
  }
  json.end_array();
  return json.result() + "\n";
}

}  // namespace isnad
