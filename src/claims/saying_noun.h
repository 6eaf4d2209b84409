// Nouns of saying: "after the ministry's announcement that ...".
#pragma once

#include <optional>

#include "claims/attribution.h"

namespace isnad::claims {

/// The scope of a noun of saying at the token: whose it is stands right behind it, and behind that what is said, as far
/// as a comma. Nothing where no word opens what is said.
[[nodiscard]] std::optional<Scope> saying_noun_scope(const Reading& reading, const Sentence& sentence,
                                                     const Discourse& discourse, std::uint32_t token);

}  // namespace isnad::claims
