// Annotations of GitHub Actions: workflow commands on standard output.
#include <fmt/format.h>

#include "isnad/report.h"
#include "report/escape.h"
#include "report/finding_summary.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {
namespace {

/// The runner decodes %25 %0D %0A in the message, and beside them %3A %2C in properties.
std::string encoded(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c))) : std::string(1, c);
  }
  return out;
}

std::string_view command(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      break;
  }
  return "notice";
}

}  // namespace

std::string findings_github(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language) {
  std::string out;
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    const SourceSpan& span = finding.evidence.front().span;
    const Document& document = document_of(timeline, span.document);
    const Region region = region_of(span, document);
    out += fmt::format("::{} file={}", command(finding.level), encoded(file_of(document.source), true));
    if (places_hold(document.source)) {
      out += fmt::format(",line={},endLine={}", region.begin.line, region.end.line);
      // Columns are only allowed within one line.
      if (region.begin.line == region.end.line) {
        out += fmt::format(",col={},endColumn={}", region.begin.column, region.end.column);
      }
    }
    out += fmt::format(",title={}::{}\n", encoded(fmt::format("isnad {}", to_string(finding.rule)), true),
                       encoded(finding_summary(timeline, finding, language), false));
  }
  return out;
}

}  // namespace isnad
