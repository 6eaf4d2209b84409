#include "graph/nearest_day.h"

#include <algorithm>
#include <limits>

#include "graph/open_article.h"

namespace isnad::graph {
namespace {

constexpr std::int32_t same_days = 3;   ///< about one happening
constexpr std::int32_t sure_ratio = 3;  ///< the next best day must be so many times as far

/// The days that an article tells.
std::vector<Day> told_days(const DocumentAnalysis& analysis) {
  std::vector<Day> days;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t) {
    for (const Day day : days_told(timex)) days.push_back(day);
  });
  return days;
}

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

}  // namespace

std::vector<Neighbour> neighbours_of(const std::vector<DocumentAnalysis>& corpus) {
  std::vector<Neighbour> known;
  for (const DocumentAnalysis& analysis : corpus) {
    known.push_back({told_days(analysis), analysis.document.source.id});
    if (analysis.publication.day) known.back().days.push_back(*analysis.publication.day);
  }
  return known;
}

std::vector<Day> published_days(const std::vector<DocumentAnalysis>& corpus) {
  std::vector<Day> days;
  for (const DocumentAnalysis& analysis : corpus)
    if (const auto& day = analysis.publication.day) days.push_back(*day);
  return days;
}

std::optional<std::pair<Day, Day>> one_season(const std::vector<Day>& days, std::int32_t length) {
  if (days.size() < 2) return std::nullopt;
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  return *last - *first <= length ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

std::optional<Placed> nearest_day(const std::vector<Day>& days, std::int32_t reach,
                                  const std::vector<const Neighbour*>& neighbours, std::size_t needed_at_once) {
  std::optional<Placed> found;
  Distance best, second;
  for (const Day day : days) {
    const Distance d = distance(day, neighbours);
    if (d.days < best.days) {
      second = best;
      best = d;
      found = d.to == nullptr ? std::nullopt : std::optional(Placed{day, *d.to});
    } else if (d.days < second.days) {
      second = d;
    }
  }
  if (best.days > reach || best.at_once < needed_at_once) return std::nullopt;
  if (second.days < sure_ratio * std::max(best.days, near_days / sure_ratio)) return std::nullopt;
  return found;
}

}  // namespace isnad::graph
