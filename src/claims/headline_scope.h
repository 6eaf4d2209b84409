// Who speaks in a headline without a verb of saying.
#pragma once

#include <optional>

#include "claims/attribution.h"

namespace isnad::claims {

/// "The Kremlin: ...", "The Kremlin on X: ...", and an agency's name before a headline without a colon.
[[nodiscard]] std::optional<Scope> headline_scope(const Reading& reading, const Sentence& sentence);

/// "The ministry: ...", from the token at `first` on: who is named before a colon says what follows, to the end of the
/// sentence. Nothing where no word tells that they may speak, or where they may be a topic or a place.
[[nodiscard]] std::optional<Scope> scope_before_colon(const Reading& reading, const Sentence& sentence,
                                                      std::uint32_t first);

}  // namespace isnad::claims
