#include "cli/reading.h"

#include <utility>

namespace isnad::cli {

DocumentAnalysis read_timexes(Document document, const Grammar& grammar) {
  DocumentAnalysis out;
  const Annotation annotation = grammar.annotate(document);
  out.timexes = tag(document, grammar, annotation);
  out.publication = find_publication(document, out.timexes);
  resolve_all(out.timexes, document, out.publication.day, {}, false);
  out.document = std::move(document);
  return out;
}

}  // namespace isnad::cli
