// What a timeline says of contradictions among its articles, without the words in which it says so.
#include <set>

#include "isnad/store.h"

namespace isnad {

std::vector<KnownFinding> known_findings(const Timeline& timeline) {
  std::vector<KnownFinding> out;
  for (const Finding& finding : timeline.audit.findings) {
    const Evidence& first = finding.evidence.front();
    const Document& document = timeline.documents[index(first.span.document)].document;
    std::set<std::string> others;
    for (const Evidence& e : finding.evidence)
      others.insert(timeline.documents[index(e.span.document)].document.source.id);
    others.erase(document.source.id);
    out.push_back({std::string(to_string(finding.rule)),
                   document.source.id,
                   std::string(slice(document.text, first.span)),
                   {others.begin(), others.end()}});
  }
  return out;
}

}  // namespace isnad
