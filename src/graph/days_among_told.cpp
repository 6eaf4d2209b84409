// The publication day of an article that calls it by its weekday only, from the days that related articles tell.
//
// A story is told for some days. "Today, Monday", "on Sunday evening", "on Wednesday afternoon" fit each week, but only
// in one of them are these days that the other articles of the story tell.
#include <algorithm>
#include <set>

#include "graph/nearest_day.h"
#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

/// Days that the article and others must tell, and how many less the next best day must have. Words are not compared
/// across languages: there one day more must agree.
struct Margin {
  std::size_t fewest, fewer;
};
constexpr Margin of_related{3, 2}, of_foreign{4, 3};
/// Between so few days as the events of others left, one day in common decides.
constexpr Margin of_left{1, 1};
constexpr std::size_t few = 3;

bool counts_from_publication(const Meaning& m) {
  return m.anchor == Anchor::publication && !m.fields.year && !m.fields.month;
}

/// The days that an article would tell if it had appeared on `published`.
std::set<Day> days_told(const DocumentAnalysis& analysis, std::vector<Timex>& timexes, const std::vector<bool>& future,
                        Day published) {
  resolve_all(timexes, analysis.document, published, future, false);
  std::set<Day> days;
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    if (!counts_from_publication(timexes[i].meaning)) continue;
    if (const auto day = day_told(timexes[i])) days.insert(*day);
  }
  return days;
}

/// Days near the publication of others.
std::set<Day> days_near(const std::vector<DocumentAnalysis>& corpus, const std::vector<std::size_t>& related) {
  std::set<Day> days;
  for (const std::size_t r : related)
    if (const auto& published = corpus[r].publication.day)
      for (std::int32_t step = -close_days; step <= close_days; ++step) days.insert(*published + step);
  return days;
}

std::optional<Day> best_day(const DocumentAnalysis& analysis, const std::set<Day>& candidates,
                            const std::set<Day>& told_by_others, const Margin& margin) {
  const OpenArticle article = open_article(analysis);
  if (!article.tells_weekday) return std::nullopt;
  const std::vector<bool> future = future_timexes(analysis);
  std::vector<Timex> timexes = analysis.timexes;
  std::optional<Day> best;
  std::size_t most = 0, next = 0;
  for (const Day day : candidates) {
    if (!article.allows(day)) continue;
    const std::set<Day> own = days_told(analysis, timexes, future, day);
    const auto shared = static_cast<std::size_t>(
        std::count_if(own.begin(), own.end(), [&](Day d) { return told_by_others.contains(d); }));
    if (shared > most) {
      next = most;
      most = shared;
      best = day;
    } else {
      next = std::max(next, shared);
    }
  }
  return most >= margin.fewest && next + margin.fewer <= most ? best : std::nullopt;
}

}  // namespace

void find_days_among_told(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related) {
  const std::vector<std::size_t> open = open_articles(corpus);
  if (open.empty() || open.size() == corpus.size()) return;
  const std::vector<Neighbour> known = neighbours_of(corpus);
  const auto day_among = [&](std::size_t d, const std::vector<std::size_t>& others, const Margin& margin) {
    std::set<Day> told;
    for (const std::size_t r : others) told.insert(known[r].days.begin(), known[r].days.end());
    return best_day(corpus[d], days_near(corpus, others), told, margin);
  };
  for (const std::size_t d : open) {
    const auto& left = corpus[d].publication.domain;
    const bool few_left = left && left->windows.size() <= few && left->hull().bounded();
    auto day = day_among(d, related.of(d), few_left ? of_left : of_related);
    if (!day) {
      std::vector<std::size_t> foreign;
      for (std::size_t r = 0; r < corpus.size(); ++r)
        if (corpus[r].document.language != corpus[d].document.language) foreign.push_back(r);
      day = day_among(d, foreign, of_foreign);
    }
    if (day) publish(corpus[d], *day, message("graph.published-among"));
  }
}

}  // namespace isnad::graph
