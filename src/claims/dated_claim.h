// A claim of what happened, dated: by its own time, or by one that its clause or sentence shares.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/event_mention.h"
#include "claims/outlook.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// How expressions are to be dated, by index.
using Outlooks = std::vector<std::pair<std::uint32_t, Outlook>>;

/// What a claim's time is looked for in.
struct DatingContext {
  const Reading& reading;
  const Clause& clause;
  const std::vector<EventMention>& mentions;  ///< all of the clause
  const std::vector<Scope>& scopes;
  const Claim* meanwhile = nullptr;  ///< the main claim that the clause goes with ("while ..."), if any
};

/// What lasts, and is told as being so on a day.
[[nodiscard]] bool is_state(std::string_view type);

/// Sets time and modality of a claim that `mention` tells. `last_timex`: the time of the verb before, in a clause that
/// goes on ("arrived on Sunday and left"); set where the claim has a time of its own.
void date_claim(const DatingContext& context, const EventMention& mention, Claim& claim,
                std::optional<std::uint32_t>& last_timex, Outlooks& outlooks);

/// The present with a date that is still to come, or a time that something is put off to, tells a plan.
void plan_what_comes(const Reading& reading, const Clause& clause, Claim& claim);

}  // namespace isnad::claims
