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

/// Whoever spoke or acted last and agrees with the form of the verb at `token`; empty where nobody does. `spoke`: only
/// who has spoken. Where the paragraph has told of other things before the sentence, who spoke in an earlier paragraph
/// goes on only where it names him. O(speakers remembered * tokens of the paragraph).
[[nodiscard]] AttributionChain last_who_fits(const Reading& reading, const Item& form, std::uint32_t token, bool spoke,
                                             const Discourse& discourse);

/// Could the form of a verb be said of someone in the chain?
[[nodiscard]] bool fits(const Reading& reading, const Item& form, const AttributionChain& chain);

}  // namespace isnad::claims
