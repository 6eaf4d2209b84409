// Which of several days lies among those that other articles tell.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "isnad/claims.h"

namespace isnad::graph {

constexpr std::int32_t near_days = 92;   ///< a story is told for a season
constexpr std::int32_t close_days = 31;  ///< where no weekday tells years apart

/// What the corpus knows of an article's days.
struct Neighbour {
  std::vector<Day> days;
  std::string name;
};

/// By document: the days that its headline and body tell, and its publication day.
[[nodiscard]] std::vector<Neighbour> neighbours_of(const std::vector<DocumentAnalysis>& corpus);

/// The days on which articles appeared, where they are known.
[[nodiscard]] std::vector<Day> published_days(const std::vector<DocumentAnalysis>& corpus);

/// The first and the last of the days, two at least, where they lie in one season, or in another such stretch.
[[nodiscard]] std::optional<std::pair<Day, Day>> one_season(const std::vector<Day>& days,
                                                            std::int32_t length = near_days);

struct Placed {
  Day day;
  std::string beside;  ///< the article that tells a day next to it
};

/// Of `days`, the one that lies within `reach` days of a neighbour's, where all others lie far from them; nothing where
/// that does not hold, or where fewer than `needed_at_once` neighbours tell a day next to it.
[[nodiscard]] std::optional<Placed> nearest_day(const std::vector<Day>& days, std::int32_t reach,
                                                const std::vector<const Neighbour*>& neighbours,
                                                std::size_t needed_at_once);

}  // namespace isnad::graph
