#include "cli/reading.h"

#include <utility>

namespace isnad::cli {

DocumentAnalysis read_timexes(Document document, const Grammar& grammar) {
  DocumentAnalysis out;
  out.timexes = tag(document, grammar);
  out.publication = find_publication(document, out.timexes);
  resolve_all(out.timexes, document, out.publication.day, {}, false);
  out.document = std::move(document);
  return out;
}

}  // namespace isnad::cli
