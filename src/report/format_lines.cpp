// One line a finding, as compilers write it and editors jump to it: path:line:col: level: message [rule].
#include <fmt/format.h>

#include "isnad/report.h"
#include "report/escape.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {

std::string findings_lines(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language) {
  std::string out;
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    const SourceSpan& span = finding.evidence.front().span;
    const Document& document = document_of(timeline, span.document);
    // The level is not translated: programs look for it.
    out += fmt::format("{}: {}: {} [{}]\n", printable(place_text(span, document)), to_string(finding.level),
                       printable(in(finding.message, language)), to_string(finding.rule));
  }
  return out;
}

}  // namespace isnad
