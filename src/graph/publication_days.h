// How the publication day of an article is found that does not tell it; in the order in which they are tried.
#pragma once

#include <vector>

#include "graph/related_articles.h"
#include "isnad/claims.h"

namespace isnad::graph {

/// The years of date lines without one, where the other articles of the corpus tell them: the day that the line, the
/// weekday beside "today" and the weekday of the news allow is taken when it lies near the days of articles about the
/// same people and places, and every other such day far from them.
void find_date_line_years(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related);

/// The days of articles that call their own day by its weekday and tell by how many days something was put off, from a
/// day that counts from it ("tomorrow") to one told in full.
void find_days_by_delay(std::vector<DocumentAnalysis>& corpus);

/// The year of articles without a date line, in which the dates that they tell without a year lie near those of the
/// articles about the same people and places.
void find_told_date_years(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related);

/// The days on which the dates of an article agree with those of other articles for the events that both tell; what
/// remains open is narrowed to the days on which most of these fit. O(articles without a day x claims of related ones).
void find_days_by_events(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related, const Grammar& grammar);

/// The days of articles that call their own day by its weekday ("today, Monday"), near those of the articles about the
/// same people and places, or else of those in another language: the one on which most of the days that it tells
/// ("yesterday", "on Saturday") are days that these tell too. O(articles without a day x days near related ones x
/// expressions).
void find_days_among_told(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related);

}  // namespace isnad::graph
