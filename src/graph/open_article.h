// An article whose publication day is sought.
#pragma once

#include "isnad/claims.h"

namespace isnad::graph {

/// Calls `use` for each expression of the headline and body, with the number of its sentence.
template <class Use>
void each_own_timex(const DocumentAnalysis& analysis, const Use& use) {
  std::size_t s = 0;
  const Document& document = analysis.document;
  for (const Timex& timex : analysis.timexes) {
    while (s < document.sentences.size() && document.sentences[s].last <= timex.first) ++s;
    if (s == document.sentences.size()) return;
    const Role role = document.role(document.sentences[s]);
    if (role == Role::headline || role == Role::body) use(timex, s);
  }
}

/// On which days an article may have appeared that tells this: of "today, Monday" those that are Mondays. Nothing where
/// the words say nothing of it.
[[nodiscard]] std::optional<TimeDomain> publication_told(const Meaning& m);

/// "Sunday", without "last" or "next".
[[nodiscard]] bool is_bare_weekday(const Meaning& m);

/// The day that an expression tells; a night is that of its evening. Nothing for what is longer, or tells at odds.
[[nodiscard]] std::optional<Day> day_told(const Timex& timex);

/// That day, or both of a stretch of two ("tomorrow and the day after").
[[nodiscard]] std::vector<Day> days_told(const Timex& timex);

/// By expression: does a verb tell with it what has happened? Any other date may lie ahead.
[[nodiscard]] std::vector<bool> told_as_past(const DocumentAnalysis& analysis);

/// A date may be told wrong by so many days; what it says of the publication must not leave the right day out.
constexpr std::int32_t slip = 7;

/// What an article's own words leave of its publication day.
struct OpenArticle {
  TimeDomain days = TimeDomain::everything();
  bool has_date_line = false;  ///< with a day and a month
  bool tells_weekday = false;  ///< "today, Monday", or in the line above the text

  std::optional<Day> last_told;  ///< as past, and with its year
  std::optional<Weekday> news;   ///< the first weekday of the opening sentence
  std::vector<Meaning> gone_by;  ///< days of the year told as past, without their year
  std::vector<Meaning> unsaid;   ///< those of which nothing says that they are to come

  /// A dispatch opens with what happened that day or the day before (in 91 of 100 of the Arabic BBC and CNN and Jawhara
  /// FM); true where it calls its own day by its weekday, or tells none there.
  [[nodiscard]] bool opens_with_news_of(Day day) const {
    return tells_weekday || !news || weekday_of(day) == *news || weekday_of(day - 1) == *news;
  }
  /// Nothing that the article tells lies behind this day: neither what it tells as past with its year, nor a day of the
  /// year that comes soon, and was there last so long ago that its year would have been told.
  [[nodiscard]] bool allows(Day day) const;
  /// Does none of the days of the year come soon that it does not tell as coming?
  [[nodiscard]] bool announces_none(Day day) const;
};

[[nodiscard]] OpenArticle open_article(const DocumentAnalysis& analysis);

/// The articles whose publication day is not known, in order.
[[nodiscard]] std::vector<std::size_t> open_articles(const std::vector<DocumentAnalysis>& corpus);

/// Sets the day on which an article appeared, and dates what counts from it.
void publish(DocumentAnalysis& analysis, Day day, Bilingual reason);

}  // namespace isnad::graph
