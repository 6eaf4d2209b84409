// "The man", "his excellency", "the spokesman": who is meant, where he was named before.
#pragma once

#include <optional>

#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// The chain of the last person who could be meant by a phrase of one word; nothing where the phrase is no such word,
/// something that tells who it is follows, or nobody before fits. O(speakers remembered).
[[nodiscard]] std::optional<AttributionChain> person_meant(const Reading& reading, TokenRange phrase,
                                                           std::uint32_t limit, const Discourse& discourse);

/// Whoever spoke or acted last and agrees with the form of a verb; empty where nobody does. `spoke`: only who has
/// spoken. O(speakers remembered).
[[nodiscard]] AttributionChain last_who_fits(const Reading& reading, const Item& form, bool spoke,
                                             const Discourse& discourse);

/// Could the form of a verb be said of someone in the chain?
[[nodiscard]] bool fits(const Reading& reading, const Item& form, const AttributionChain& chain);

}  // namespace isnad::claims
