// The publication day of an article that calls it by its weekday only, or opens with the weekday of its news, from the
// days that related articles tell.
//
// A story is told for some days. "Today, Monday", "on Sunday evening", "on Wednesday afternoon" fit each week, but only
// in one of them are these days that the other articles of the story tell.
#include <algorithm>
#include <map>
#include <set>

#include "graph/nearest_day.h"
#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

/// Days that the article and others must tell, and how many less the next best day must have: a day counts once for
/// each other article that tells it, where the article calls its own day by its weekday; else once. Words are not
/// compared across languages: there one day more must agree.
struct Margin {
  std::size_t fewest, fewer;
};
constexpr Margin of_related{3, 2}, of_foreign{4, 3};
/// Among so many days one agrees by chance sooner: it must stand out by one more.
constexpr std::size_t many = 20;
/// Between so few days as the events of others left, one day in common decides.
constexpr Margin of_left{1, 1};
constexpr std::size_t few = 3;

bool counts_from_publication(const Meaning& m) {
  return m.anchor == Anchor::publication && !m.fields.year && !m.fields.month;
}

/// The days that an article would tell if it had appeared on `published`.
std::set<Day> days_of(const DocumentAnalysis& analysis, std::vector<Timex>& timexes, const std::vector<bool>& future,
                      Day published) {
  resolve_all(timexes, analysis.document, published, future, false);
  std::set<Day> days;
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    if (!counts_from_publication(timexes[i].meaning)) continue;
    for (const Day day : days_told(timexes[i])) days.insert(day);
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

/// The day on which the article tells most days that others tell too, or two days running where the weekday of its
/// news leaves both; none where other days come near.
std::vector<Day> best_days(const DocumentAnalysis& analysis, const std::set<Day>& candidates,
                           const std::map<Day, std::size_t>& told_by_others, const Margin& margin) {
  const OpenArticle article = open_article(analysis);
  if (!article.tells_weekday && !article.news) return {};
  const std::vector<bool> future = future_timexes(analysis);
  std::vector<Timex> timexes = analysis.timexes;
  std::vector<std::pair<std::size_t, Day>> scored;
  for (const Day day : candidates) {
    if (!article.allows(day) || !article.opens_with_news_of(day)) continue;
    const std::set<Day> own = days_of(analysis, timexes, future, day);
    std::size_t shared = 0;
    for (const Day d : own)
      if (const auto it = told_by_others.find(d); it != told_by_others.end())
        shared += article.tells_weekday ? it->second : 1;
    scored.emplace_back(shared, day);
  }
  if (scored.empty()) return {};
  const auto [most, best] =
      *std::max_element(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Day> days;
  std::size_t next = 0;
  for (const auto& [shared, day] : scored) {
    const bool beside = !article.tells_weekday && std::abs(day - best) <= 1;
    if (day == best || (beside && shared + margin.fewer > most))
      days.push_back(day);
    else if (!beside)
      next = std::max(next, shared);
  }
  const std::size_t fewer = margin.fewer + (scored.size() > many ? 1U : 0U);
  return most >= margin.fewest && next + fewer <= most ? days : std::vector<Day>{};
}

/// The days within a season of those on which at least two related articles appeared, or of all articles where fewer
/// are related, where these lie in one season.
std::vector<Day> days_of_season(const std::vector<DocumentAnalysis>& corpus, const std::vector<std::size_t>& related,
                                const OpenArticle& article) {
  std::vector<Day> published;
  for (const std::size_t r : related)
    if (const auto& day = corpus[r].publication.day) published.push_back(*day);
  const auto season = one_season(published.size() < 2 ? published_days(corpus) : published);
  if (!season) return {};
  std::vector<Day> days;
  for (Day day = season->first - near_days; day <= season->second + near_days; day = day + 1)
    if (article.allows(day) && article.opens_with_news_of(day)) days.push_back(day);
  return days;
}

TimeDomain domain_of(const std::vector<Day>& days) {
  std::vector<Window> windows;
  for (const Day day : days) windows.push_back(window_of(day));
  return TimeDomain::of(std::move(windows));
}

}  // namespace

void find_days_among_told(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related) {
  const std::vector<std::size_t> open = open_articles(corpus);
  if (open.empty() || open.size() == corpus.size()) return;
  const std::vector<Neighbour> known = neighbours_of(corpus);
  const auto days_among = [&](std::size_t d, const std::vector<std::size_t>& others, const Margin& margin) {
    std::map<Day, std::size_t> told;
    for (const std::size_t r : others)
      for (const Day day : std::set<Day>(known[r].days.begin(), known[r].days.end())) ++told[day];
    return best_days(corpus[d], days_near(corpus, others), told, margin);
  };
  for (const std::size_t d : open) {
    const auto& left = corpus[d].publication.domain;
    const bool few_left = left && left->windows.size() > 1 && left->windows.size() <= few && left->hull().bounded();
    auto days = days_among(d, related.of(d), few_left ? of_left : of_related);
    if (days.empty()) {
      std::vector<std::size_t> foreign;
      for (std::size_t r = 0; r < corpus.size(); ++r)
        if (corpus[r].document.language != corpus[d].document.language) foreign.push_back(r);
      days = days_among(d, foreign, of_foreign);
    }
    if (days.empty()) {
      const OpenArticle article = open_article(corpus[d]);
      if (!left || (!few_left && article.tells_weekday)) days = days_of_season(corpus, related.of(d), article);
      if (days.size() == 1) continue;  // nothing speaks for it but that all others are ruled out
    }
    if (days.size() == 1)
      publish(corpus[d], days.front(), message("graph.published-among"));
    else if (!days.empty())
      corpus[d].publication.domain = domain_of(days);
  }
}

}  // namespace isnad::graph
