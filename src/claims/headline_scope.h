// Who speaks in a headline without a verb of saying.
#pragma once

#include <optional>

#include "claims/attribution.h"

namespace isnad::claims {

/// "The Kremlin: ...", "The Kremlin on X: ...", and an agency's name before a headline without a colon.
[[nodiscard]] std::optional<Scope> headline_scope(const Reading& reading, const Sentence& sentence);

}  // namespace isnad::claims
