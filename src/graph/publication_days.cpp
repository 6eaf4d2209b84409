#include "graph/publication_days.h"

#include "isnad/graph.h"

namespace isnad {

void find_publication_days(std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  graph::find_date_line_years(corpus, grammar);
  graph::find_told_date_years(corpus, grammar);
  graph::find_days_by_events(corpus, grammar);
  graph::find_days_among_told(corpus, grammar);
}

}  // namespace isnad
