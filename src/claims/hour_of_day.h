// The day of an hour that is told without one.
#pragma once

#include <vector>

#include "isnad/text.h"
#include "isnad/time.h"

namespace isnad::claims {

/// "(The bridge) had been reopened on Thursday. The governor arrived in the afternoon": an hour without a day belongs
/// to the day told before it, but not to one that an earlier sentence tells aside, of something else than its news.
/// Then it is of the day told before that, where there is one nearby. `aside`: by timex. O(timexes).
void set_day_of_hours(std::vector<Timex>& timexes, const Document& document, const std::vector<bool>& aside);

}  // namespace isnad::claims
