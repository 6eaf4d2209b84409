// The year of a date line that tells only day and month ("Tripoli, 22 August").
//
// The line allows a day of each year; "today, Monday" leaves one year in five or six, and so does the weekday of the
// first sentence, because a dispatch opens with what happened that day or the day before. Of these days one may lie
// among the dates of the articles about the same people and places, and all others years away: that one is meant. So it
// is where nobody tells the same, but all articles of the corpus appeared in one half of a year. Where
// two lie near, or none, the day stays open: a wrong day would make every "yesterday" of the article wrong.
#include <algorithm>

#include "graph/nearest_day.h"
#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

constexpr std::int32_t planned_days = 180;  ///< what an article announces lies within
constexpr std::int32_t half_a_year = 183;   ///< in which a day of the year comes but once

/// What an article's own words leave of the days of its date line.
struct OpenLine {
  std::size_t document = 0;
  std::vector<Day> days;
  std::int32_t reach = 0;  ///< how far from other dates the right one may lie
};

std::optional<OpenLine> open_line(const DocumentAnalysis& analysis) {
  if (analysis.publication.day || !analysis.publication.domain) return std::nullopt;
  const OpenArticle article = open_article(analysis);
  OpenLine line;
  line.document = index(analysis.document.index);
  // Each year has the day: the line must stand in the midst of the story.
  line.reach = article.tells_weekday || article.news ? near_days : close_days;
  for (const Window& w : article.days.windows) {
    if (!w.bounded()) return std::nullopt;
    const Day day = day_of(*w.earliest);
    if (article.opens_with_news_of(day)) line.days.push_back(day);
  }
  return line;
}

}  // namespace

void find_date_line_years(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related) {
  std::vector<OpenLine> open;
  for (const DocumentAnalysis& analysis : corpus)
    if (auto line = open_line(analysis)) open.push_back(std::move(*line));
  // An article that was placed helps to place others; each round sees what the one before it left.
  while (!open.empty()) {
    const std::vector<Neighbour> known = neighbours_of(corpus);
    std::vector<std::pair<std::size_t, Placed>> placed;
    for (OpenLine& line : open) {
      const std::vector<Day>& own = known[line.document].days;
      std::erase_if(line.days, [&](Day day) {
        return std::any_of(own.begin(), own.end(), [&](Day told) { return told - day > planned_days; });
      });
      std::vector<const Neighbour*> near, foreign;
      for (const std::size_t r : related.of(line.document)) near.push_back(&known[r]);
      auto found = nearest_day(line.days, line.reach, near, 0);
      if (!found) {
        // Words are not compared across languages: there the days of two articles must agree.
        for (std::size_t r = 0; r < corpus.size(); ++r)
          if (corpus[r].document.language != corpus[line.document].document.language) foreign.push_back(&known[r]);
        found = nearest_day(line.days, line.reach, foreign, 2);
      }
      if (!found && one_season(published_days(corpus), half_a_year)) {
        std::vector<const Neighbour*> all;
        for (std::size_t r = 0; r < corpus.size(); ++r)
          if (r != line.document) all.push_back(&known[r]);
        found = nearest_day(line.days, close_days, all, 0);
      }
      if (found) placed.emplace_back(line.document, *found);
    }
    if (placed.empty()) return;
    for (const auto& [d, where] : placed) {
      publish(corpus[d], where.day, message("graph.published-beside", {{"article", where.beside}}));
      std::erase_if(open, [&, which = d](const OpenLine& line) { return line.document == which; });
    }
  }
}

}  // namespace isnad::graph
