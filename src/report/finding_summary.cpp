#include "report/finding_summary.h"

#include <fmt/format.h>

#include "report/escape.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {

std::string finding_summary(const Timeline& timeline, const Finding& finding, Language language) {
  constexpr std::size_t longest_quotation = 200;  // code points: one or two sentences
  std::string out = printable(in(finding.message, language));
  for (const Evidence& evidence : finding.evidence) {
    const Document& document = document_of(timeline, evidence.span.document);
    out += fmt::format("\n{}: ", printable(place_text(evidence.span, document)));
    const std::string label = printable(in(evidence.label, language));
    if (!label.empty()) out += label + ": ";
    out += '"' + shortened(printable(slice(document.text, evidence.span)), longest_quotation) + '"';
  }
  return out;
}

}  // namespace isnad
