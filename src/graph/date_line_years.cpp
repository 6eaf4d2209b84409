// The year of a date line that tells only day and month ("Tripoli, 22 August").
//
// The line allows a day of each year; "today, Monday" leaves one year in five or six, and so does the weekday of the
// first sentence, because a dispatch opens with what happened that day or the day before. Of these days one may lie
// among the dates of the articles about the same people and places, and all others years away: that one is meant. Where
// two lie near, or none, the day stays open: a wrong day would make every "yesterday" of the article wrong.
#include <algorithm>

#include "graph/related_articles.h"
#include "isnad/graph.h"
#include "isnad/messages.h"

namespace isnad {
namespace graph {
namespace {

constexpr std::int32_t near_days = 92;      ///< a story is told for a season
constexpr std::int32_t close_days = 31;     ///< where no weekday tells years apart
constexpr std::int32_t same_days = 3;       ///< about one happening
constexpr std::int32_t sure_ratio = 3;      ///< the next best day must be so many times as far
constexpr std::int32_t planned_days = 180;  ///< what an article announces lies within

bool own_text(Role role) { return role == Role::headline || role == Role::body; }

/// Calls `use` for each expression of the headline and body, with the number of its sentence.
template <class Use>
void each_own_timex(const DocumentAnalysis& analysis, const Use& use) {
  std::size_t s = 0;
  const Document& document = analysis.document;
  for (const Timex& timex : analysis.timexes) {
    while (s < document.sentences.size() && document.sentences[s].last <= timex.first) ++s;
    if (s < document.sentences.size() && own_text(document.role(document.sentences[s]))) use(timex, s);
  }
}

/// The days that an article tells.
std::vector<Day> told_days(const DocumentAnalysis& analysis) {
  std::vector<Day> days;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    if (!timex.domain || timex.domain->empty() || timex.mismatch || !timex.domain->hull().bounded()) return;
    const Window w = timex.domain->hull();
    if (day_of(*w.latest) - day_of(*w.earliest) <= 1) days.push_back(day_of(*w.earliest));
  });
  return days;
}

/// The past weekdays that the body's first sentence tells, in order: the first one is that of the news.
std::vector<Weekday> weekdays_of_opening(const DocumentAnalysis& analysis) {
  std::optional<std::size_t> opening;
  for (std::size_t s = 0; s < analysis.document.sentences.size() && !opening; ++s)
    if (analysis.document.role(analysis.document.sentences[s]) == Role::body) opening = s;
  std::vector<Weekday> found;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t sentence) {
    const Meaning& m = timex.meaning;
    if (sentence != opening || m.kind != Meaning::Kind::calendar || m.ahead || !m.fields.weekday) return;
    if (m.direction == Direction::unsaid && !m.fields.day && !m.fields.month) found.push_back(*m.fields.weekday);
  });
  return found;
}

/// What an article's own words leave of the days of its date line.
struct OpenLine {
  std::size_t document = 0;
  std::vector<Day> days;
  std::int32_t reach = 0;  ///< how far from other dates the right one may lie
};

std::optional<OpenLine> open_line(const DocumentAnalysis& analysis) {
  if (analysis.publication.day || !analysis.publication.domain) return std::nullopt;
  TimeDomain allowed = *analysis.publication.domain;
  bool weekday_told = false;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    const Relaxation r = relaxation(timex.meaning, false);
    if (!r.publication) return;
    TimeDomain both = intersect(allowed, *r.publication);
    weekday_told = true;
    if (!both.empty()) allowed = std::move(both);
  });
  std::vector<Weekday> news;
  if (!weekday_told) news = weekdays_of_opening(analysis);
  OpenLine line;
  line.document = index(analysis.document.index);
  // Each year has the day: the line must stand in the midst of the story.
  line.reach = weekday_told || !news.empty() ? near_days : close_days;
  for (const Window& w : allowed.windows) {
    if (!w.bounded()) return std::nullopt;
    const Day day = day_of(*w.earliest);
    if (news.empty() || weekday_of(day) == news.front() || weekday_of(day - 1) == news.front())
      line.days.push_back(day);
  }
  return line;
}

/// What the corpus knows of an article's days.
struct Neighbour {
  std::vector<Day> days;
  std::string name;
};

struct Distance {
  std::int32_t days = std::numeric_limits<std::int32_t>::max();
  const std::string* to = nullptr;
  std::size_t at_once = 0;  ///< articles within `same_days`
};

Distance distance(Day day, const std::vector<const Neighbour*>& neighbours) {
  Distance best;
  for (const Neighbour* n : neighbours) {
    std::int32_t nearest = std::numeric_limits<std::int32_t>::max();
    for (const Day other : n->days) nearest = std::min(nearest, std::abs(other - day));
    best.at_once += nearest <= same_days ? 1U : 0U;
    if (nearest < best.days) {
      best.days = nearest;
      best.to = &n->name;
    }
  }
  return best;
}

struct Placed {
  Day day;
  std::string beside;
};

std::optional<Placed> nearest(const OpenLine& line, const std::vector<const Neighbour*>& neighbours,
                              std::size_t needed_at_once) {
  std::optional<Placed> found;
  Distance best, second;
  for (const Day day : line.days) {
    const Distance d = distance(day, neighbours);
    if (d.days < best.days) {
      second = best;
      best = d;
      found = d.to == nullptr ? std::nullopt : std::optional(Placed{day, *d.to});
    } else if (d.days < second.days) {
      second = d;
    }
  }
  if (best.days > line.reach || best.at_once < needed_at_once) return std::nullopt;
  if (second.days < sure_ratio * std::max(best.days, near_days / sure_ratio)) return std::nullopt;
  return found;
}

void publish(DocumentAnalysis& analysis, const Placed& placed) {
  analysis.publication.day = placed.day;
  analysis.publication.origin = PublicationOrigin::inferred;
  analysis.publication.derivation.push_back(message("graph.published-beside", {{"article", placed.beside}}));
  resolve_all(analysis.timexes, analysis.document, placed.day, future_timexes(analysis));
}

}  // namespace
}  // namespace graph

void find_date_line_years(std::vector<DocumentAnalysis>& corpus) {
  using namespace graph;
  std::vector<OpenLine> open;
  for (const DocumentAnalysis& analysis : corpus)
    if (auto line = open_line(analysis)) open.push_back(std::move(*line));
  if (open.empty()) return;
  const RelatedArticles related(corpus);
  // An article that was placed helps to place others; each round sees what the one before it left.
  while (!open.empty()) {
    std::vector<Neighbour> known(corpus.size());
    for (std::size_t d = 0; d < corpus.size(); ++d) {
      known[d] = {told_days(corpus[d]), corpus[d].document.source.id};
      if (corpus[d].publication.day) known[d].days.push_back(*corpus[d].publication.day);
    }
    std::vector<std::pair<std::size_t, Placed>> placed;
    for (OpenLine& line : open) {
      const std::vector<Day>& own = known[line.document].days;
      std::erase_if(line.days, [&](Day day) {
        return std::any_of(own.begin(), own.end(), [&](Day told) { return told - day > planned_days; });
      });
      std::vector<const Neighbour*> near, foreign;
      for (const std::size_t r : related.of(line.document)) near.push_back(&known[r]);
      auto found = nearest(line, near, 0);
      if (!found) {
        // Words are not compared across languages: there the days of two articles must agree.
        for (std::size_t r = 0; r < corpus.size(); ++r)
          if (corpus[r].document.language != corpus[line.document].document.language) foreign.push_back(&known[r]);
        found = nearest(line, foreign, 2);
      }
      if (found) placed.emplace_back(line.document, *found);
    }
    if (placed.empty()) return;
    for (const auto& [d, where] : placed) {
      publish(corpus[d], where);
      std::erase_if(open, [&, which = d](const OpenLine& line) { return line.document == which; });
    }
  }
}

}  // namespace isnad
