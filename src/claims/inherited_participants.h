// Who is left out of a clause because the one before names him.
#pragma once

#include "claims/clause.h"
#include "claims/event_mention.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// Adds what a relative, a pronoun or a verb that goes on leaves out: the noun before the relative, or who did
/// something last (`agent`; without a name where nobody did). Marked as inherited.
void inherit_participants(const Reading& reading, const EventMention& mention, const Clause& clause,
                          const Participant& agent, Claim& claim);

}  // namespace isnad::claims
