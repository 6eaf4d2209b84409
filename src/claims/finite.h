// Finite verbs among the forms of a word.
#pragma once

#include "isnad/rules.h"

namespace isnad::claims {

/// A form with a tense, or told to be a verb.
[[nodiscard]] inline bool is_finite(const Item& item) {
  const auto form = item.value.text("form");
  return item.value.has("tense") || (form && *form == "verb");
}

}  // namespace isnad::claims
