// Whether a word that may tell an event tells one here.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/event_mention.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// A claim needs someone or something that tells its event apart, or a date of its own; a bare noun of action tells
/// nothing.
[[nodiscard]] bool is_informative(const Claim& claim, const EventMention& mention);

/// "(A plane crashed on Tuesday.) The accident killed its crew": told of what the sentence before told.
[[nodiscard]] bool goes_back(const Reading& reading, const EventMention& mention, const Clause& clause,
                             const Claim& claim);

/// "Ould Sidi", written like "was born": a word of a speaker's name tells nothing.
[[nodiscard]] bool is_in_name(const EventMention& mention, const std::vector<Scope>& scopes);

}  // namespace isnad::claims
