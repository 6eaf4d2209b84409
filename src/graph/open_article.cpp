#include "graph/open_article.h"

#include <algorithm>

namespace isnad::graph {
namespace {

Role role_of(const Document& document, const Timex& timex) {
  for (const Sentence& s : document.sentences)
    if (timex.first < s.last) return document.role(s);
  return Role::body;
}

/// "On 13 September, this month": the days of that month in any year; of what has happened, those from then on.
std::optional<TimeDomain> this_month(const Meaning& m, bool past) {
  const CalendarFields& f = m.fields;
  if (m.kind != Meaning::Kind::calendar || m.direction != Direction::present || !f.month || f.year) return std::nullopt;
  Meaning month;
  month.fields.calendar = f.calendar;
  month.fields.month = f.month;
  const Relaxation of_month = relaxation(month, false);
  if (!of_month.domain) return std::nullopt;
  TimeDomain days = *of_month.domain;
  if (past && f.day)
    for (Window& w : days.windows)
      if (w.earliest) w.earliest->value += (*f.day - 1) * minutes_per_day;
  return days;
}

/// The first past weekday that the body's first sentence tells: that of the news.
std::optional<Weekday> weekday_of_opening(const DocumentAnalysis& analysis) {
  std::optional<std::size_t> opening;
  for (std::size_t s = 0; s < analysis.document.sentences.size() && !opening; ++s)
    if (analysis.document.role(analysis.document.sentences[s]) == Role::body) opening = s;
  std::optional<Weekday> found;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t sentence) {
    const Meaning& m = timex.meaning;
    if (found || sentence != opening || m.kind != Meaning::Kind::calendar || m.ahead || !m.fields.weekday) return;
    if (m.direction == Direction::unsaid && !m.fields.day && !m.fields.month) found = m.fields.weekday;
  });
  return found;
}

}  // namespace

std::optional<TimeDomain> publication_told(const Meaning& m) {
  const bool counts = m.kind == Meaning::Kind::current || m.kind == Meaning::Kind::offset;
  if (m.parts.empty() && !(counts && m.fields.weekday)) return std::nullopt;  // known without placing it in each year
  return relaxation(m, false).publication;
}

bool is_bare_weekday(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && f.weekday && !f.day && !f.month && !f.year &&
         m.direction == Direction::unsaid;
}

std::optional<Day> day_told(const Timex& timex) {
  if (!timex.domain || timex.domain->empty() || timex.mismatch || !timex.domain->hull().bounded()) return std::nullopt;
  const Window w = timex.domain->hull();
  if (w.latest->value - w.earliest->value >= 2 * minutes_per_day) return std::nullopt;
  return day_of(*w.earliest);
}

std::vector<Day> days_told(const Timex& timex) {
  if (timex.meaning.kind == Meaning::Kind::range && timex.domain && !timex.domain->empty() && !timex.mismatch) {
    const Window w = timex.domain->hull();
    if (w.bounded() && day_of(*w.latest) - day_of(*w.earliest) == 1) return {day_of(*w.earliest), day_of(*w.latest)};
  }
  const auto day = day_told(timex);
  return day ? std::vector<Day>{*day} : std::vector<Day>{};
}

std::vector<bool> told_as_past(const DocumentAnalysis& analysis) {
  std::vector<bool> past(analysis.timexes.size(), false);
  for (const Claim& claim : analysis.claims)
    if (claim.time.has_own_timex() && (claim.past || claim.background) && claim.modality == Modality::actual &&
        claim.polarity == Polarity::asserted)
      past[*claim.time.timex] = true;
  return past;
}

bool OpenArticle::allows(Day day) const {
  if (!days.contains(start_of(day)) || (last_told && day < *last_told - slip)) return false;
  return std::none_of(gone_by.begin(), gone_by.end(), [&](const Meaning& m) { return comes_soon(m, day); });
}

bool OpenArticle::announces_none(Day day) const {
  return std::none_of(unsaid.begin(), unsaid.end(), [&](const Meaning& m) { return comes_soon(m, day); });
}

OpenArticle open_article(const DocumentAnalysis& analysis) {
  OpenArticle article;
  if (analysis.publication.domain) {
    article.days = *analysis.publication.domain;
    article.has_date_line = std::all_of(article.days.windows.begin(), article.days.windows.end(),
                                        [](const Window& w) { return w.within_a_day(); });
  }
  const auto allow = [&](const TimeDomain& days) {
    TimeDomain both = intersect(article.days, days);
    if (!both.empty()) article.days = std::move(both);
  };
  const std::vector<bool> past = told_as_past(analysis), future = future_timexes(analysis);
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    const auto told = day_told(timex);
    const auto i = static_cast<std::size_t>(&timex - analysis.timexes.data());
    const bool has_happened = past[i];
    if (timex.meaning.kind == Meaning::Kind::calendar && timex.meaning.fields.day && !future[i])
      (has_happened ? article.gone_by : article.unsaid).push_back(timex.meaning);
    if (told && has_happened) article.last_told = std::max(article.last_told.value_or(*told), *told);
    if (const auto published = publication_told(timex.meaning)) {
      article.tells_weekday = true;
      allow(*published);
    }
    if (const auto month = this_month(timex.meaning, has_happened)) allow(*month);
  });
  for (const Timex& timex : analysis.timexes)  // "By our staff in Benghazi | Monday, 9:40 a.m."
    if (role_of(analysis.document, timex) == Role::dateline && is_bare_weekday(timex.meaning)) {
      CalendarFields weekday;
      weekday.weekday = timex.meaning.fields.weekday;
      Meaning day;
      day.fields = weekday;
      article.tells_weekday = true;
      if (const auto days = relaxation(day, false).domain) allow(*days);
    }
  article.news = weekday_of_opening(analysis);
  return article;
}

std::vector<std::size_t> open_articles(const std::vector<DocumentAnalysis>& corpus) {
  std::vector<std::size_t> open;
  for (std::size_t d = 0; d < corpus.size(); ++d)
    if (!corpus[d].publication.day) open.push_back(d);
  return open;
}

void publish(DocumentAnalysis& analysis, Day day, Bilingual reason) {
  analysis.publication.day = day;
  analysis.publication.origin = PublicationOrigin::inferred;
  resolve_all(analysis.timexes, analysis.document, day, future_timexes(analysis));
  for (Timex& timex : analysis.timexes)
    if (timex.meaning.anchor == Anchor::publication && !timex.derivation.empty())
      timex.derivation.insert(timex.derivation.begin(), reason);
  analysis.publication.derivation.push_back(std::move(reason));
}

}  // namespace isnad::graph
