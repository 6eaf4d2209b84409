// One happening told twice in an article: with its date as a verb, and again as a noun.
#pragma once

#include <vector>

#include "isnad/claims.h"

namespace isnad::claims {

/// How an event is told: by a verb, by a noun, or to tell when another one was ("after the fall of ...").
enum class Told : std::uint8_t { by_verb, by_noun, as_time };

/// "The army withdrew on Thursday ... two days after the withdrawal": an event told by a noun without a date has that
/// of the one dated event of its type told before whose participants it does not contradict; one in the headline, that
/// of the body. Marked as inherited. `told`: by claim.
/// O(n * n) of the claims of one type.
void date_from_same_event(std::vector<Claim>& claims, const std::vector<Told>& told);

/// Claims of type "other" that were kept for their distance from another event, and whose other event has no date
/// either, are taken out. Indices of other claims are kept right.
void drop_undated_unknown(std::vector<Claim>& claims);

}  // namespace isnad::claims
