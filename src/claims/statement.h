// What is said without a known event, as a claim of its own.
#pragma once

#include <span>
#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"
#include "claims/same_event.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// The claims of a sentence but its statements, and how each is told.
struct SentenceSoFar {
  const std::vector<Scope>& scopes;
  std::span<const Claim> claims;
  std::span<const Told> told;
};

/// Verbs of saying whose content tells no known event, or that are dated: statements in their own right.
[[nodiscard]] std::vector<Claim> statements_of(const Reading& reading, const SentenceSoFar& sentence);

}  // namespace isnad::claims
