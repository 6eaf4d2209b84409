#include "graph/publication_days.h"

#include "graph/open_article.h"
#include "isnad/graph.h"

namespace isnad {

void find_publication_days(std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  if (graph::open_articles(corpus).empty()) return;
  // Dating expressions anew changes neither the claims nor the words by which articles are related.
  const graph::RelatedArticles related(corpus, grammar);
  graph::find_date_line_years(corpus, related);
  graph::find_days_by_delay(corpus);
  graph::find_days_by_events(corpus, related, grammar);
  graph::find_told_date_years(corpus, related);
  graph::find_days_among_told(corpus, related);
}

}  // namespace isnad
