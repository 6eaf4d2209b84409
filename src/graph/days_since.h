// How long ago an article says that something happened from which it counts.
#pragma once

#include <map>

#include "isnad/claims.h"

namespace isnad::graph {

/// By expression, the days that have passed since an event when the article appears: "two days after the blast, smoke
/// still fills the town". Only of the headline and of the sentence that opens the text, where these tell no other day;
/// further on, something else may have happened so many days after it. O(expressions).
[[nodiscard]] std::map<std::size_t, std::int32_t> days_since_events(const DocumentAnalysis& analysis);

}  // namespace isnad::graph
