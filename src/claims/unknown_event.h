// Dated clauses of which no frame knows what happened.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// Claims of type "other" for the expressions of time in a clause that date neither one of its `known` claims nor a
/// statement. A reader misses a dated sentence more than its type; what is not understood is neither linked nor
/// compared. Beside known events a bare year is left alone: it rather belongs to a name ("the constitution of 2014").
[[nodiscard]] std::vector<Claim> unknown_events(const Reading& reading, const Clause& clause,
                                                const std::vector<Scope>& scopes, std::span<const Claim> known);

/// The claim of type "other" for a clause that is dated only by its distance from another event. Nothing where it tells
/// nothing.
[[nodiscard]] std::optional<Claim> unknown_event(const Reading& reading, const Clause& clause,
                                                 const std::vector<Scope>& scopes);

}  // namespace isnad::claims
