// Two clauses that tell one time: "resigned when parliament refused", "collapsed, which killed three".
#pragma once

#include <optional>

#include "claims/clause.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// The time of what is told in a clause, for what happened meanwhile; marked as inherited. Nothing where the one did
/// not happen or has no date.
[[nodiscard]] std::optional<ClaimTime> time_meanwhile(const Claim& told);

/// "When a pillar gave way": a clause that no frame understands, at the time of the clause before.
[[nodiscard]] std::optional<Claim> told_meanwhile(const Reading& reading, const Clause& clause,
                                                  const std::vector<Scope>& scopes, const Claim& main);

}  // namespace isnad::claims
