// The year of an article that tells neither its day nor a date line, but dates without a year ("on Sunday 21 August").
//
// What it tells so lies in the year before its publication. Of the years that such a date may lie in, one may put it
// among the dates of the articles about the same people and places, and all others years away from them.
//
// A date that is told with its weekday is one of these days: where an article calls its own day "Tuesday", it appeared
// on the first Tuesday behind that date, if that is near and the last date that it tells (in 43 of 44 articles of the
// Arabic BBC and CNN and of Jawhara FM).
#include <algorithm>

#include "graph/nearest_day.h"
#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

/// A date of what has happened that tells day and month.
struct YearlessDate {
  std::vector<Day> days;  ///< in all years in which its weekday is right
  std::optional<Weekday> weekday;
};

std::vector<YearlessDate> yearless_dates(const DocumentAnalysis& analysis) {
  std::vector<YearlessDate> dates;
  const std::vector<bool> past = told_as_past(analysis);
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    const Meaning& m = timex.meaning;
    const CalendarFields& f = m.fields;
    const bool told = m.kind == Meaning::Kind::calendar && f.calendar == Calendar::gregorian && f.month && f.day;
    if (!told || f.year || m.ahead || m.anchor == Anchor::previous || m.direction != Direction::unsaid) return;
    if (!past[static_cast<std::size_t>(&timex - analysis.timexes.data())]) return;
    const auto domain = relaxation(m, false).domain;
    if (!domain) return;
    YearlessDate date{{}, f.weekday};
    for (const Window& w : domain->windows) date.days.push_back(day_of(*w.earliest));
    dates.push_back(std::move(date));
  });
  return dates;
}

/// Does the article tell a day behind `day` and up to `last`, in whatever way but as one ahead ("denies that he was
/// there on Sunday 9 June")?
bool tells_day_between(const DocumentAnalysis& analysis, Day day, Day last) {
  bool found = false;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    const CalendarFields& fields = timex.meaning.fields;
    if (timex.meaning.kind != Meaning::Kind::calendar || !fields.month || !fields.day || timex.meaning.ahead) return;
    if (fields.calendar != Calendar::gregorian || timex.meaning.direction == Direction::future) return;
    const std::int32_t year = fields.year.value_or(civil_from_day(last).year);
    const auto told = day_from_civil({year, *fields.month, *fields.day});
    found = found || (told && day < *told && *told <= last);
  });
  return found;
}

constexpr std::int32_t week = 7;
constexpr std::int32_t days_behind = 3;  ///< further on the date may be a wrong one

/// Appears within a year from each of the days on; nothing where no day does.
std::optional<TimeDomain> year_behind(const std::vector<Day>& days) {
  if (days.empty()) return std::nullopt;
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  const Day end = add_months(*first, 12) - 1;
  if (end < *last) return std::nullopt;
  return TimeDomain::of({Window{start_of(*last), end_of(end)}});
}

}  // namespace

void find_told_date_years(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related) {
  std::vector<std::size_t> open = open_articles(corpus);
  std::erase_if(open, [&](std::size_t d) { return corpus[d].publication.domain.has_value(); });
  if (open.empty()) return;
  const std::vector<Neighbour> known = neighbours_of(corpus);
  for (const std::size_t d : open) {
    std::vector<const Neighbour*> near;
    for (const std::size_t r : related.of(d)) near.push_back(&known[r]);
    std::vector<Day> placed;
    std::optional<Placed> of_the_week;  // the last date that is told with its weekday
    for (const YearlessDate& date : yearless_dates(corpus[d]))
      if (const auto found = nearest_day(date.days, date.weekday ? near_days : close_days, near, 0)) {
        placed.push_back(found->day);
        if (date.weekday && (!of_the_week || of_the_week->day < found->day)) of_the_week = found;
      }
    const auto allowed = year_behind(placed);
    if (!allowed) continue;
    const OpenArticle article = open_article(corpus[d]);
    const TimeDomain both = intersect(*allowed, article.days);
    if (both.empty()) continue;
    corpus[d].publication.domain = both;
    const Day last = *std::max_element(placed.begin(), placed.end());
    Day first = last;
    while (!article.allows(first) && first - last < week) first = first + 1;
    const bool told_later = of_the_week && std::any_of(known[d].days.begin(), known[d].days.end(),
                                                       [&](Day day) { return day > of_the_week->day; });
    if (article.tells_weekday && of_the_week && !told_later && !tells_day_between(corpus[d], of_the_week->day, first) &&
        first > of_the_week->day && first - of_the_week->day <= days_behind)
      publish(corpus[d], first, message("graph.published-behind-date", {{"article", of_the_week->beside}}));
  }
}

}  // namespace isnad::graph
