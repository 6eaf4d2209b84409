#include "graph/open_article.h"

#include <algorithm>

namespace isnad::graph {
namespace {

bool within_a_day(const Window& w) { return w.bounded() && w.latest->value - w.earliest->value < minutes_per_day; }

}  // namespace

OpenArticle open_article(const DocumentAnalysis& analysis) {
  OpenArticle article;
  if (analysis.publication.domain) {
    article.days = *analysis.publication.domain;
    article.has_date_line = std::all_of(article.days.windows.begin(), article.days.windows.end(), within_a_day);
  }
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    const Relaxation r = relaxation(timex.meaning, false);
    if (!r.publication) return;
    article.tells_weekday = true;
    TimeDomain both = intersect(article.days, *r.publication);
    if (!both.empty()) article.days = std::move(both);
  });
  return article;
}

void publish(DocumentAnalysis& analysis, Day day, Bilingual reason) {
  analysis.publication.day = day;
  analysis.publication.origin = PublicationOrigin::inferred;
  analysis.publication.derivation.push_back(std::move(reason));
  resolve_all(analysis.timexes, analysis.document, day, future_timexes(analysis));
}

}  // namespace isnad::graph
