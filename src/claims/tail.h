// A verb of saying behind what is said: "..., officials said on Monday".
#pragma once

#include <optional>
#include <vector>

#include "claims/actors.h"
#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// What a sentence has told so far. Keeps references: the parts must outlive it.
struct SentenceOfTail {
  const Reading& reading;
  const Sentence& sentence;
  const Discourse& discourse;
  const std::vector<Scope>& scopes;  ///< those found so far
  const Actors& actors;
};

/// The scope of a verb whose speaker and content are: said before, by a name between comma and verb (", officials said
/// on Monday."); said in a quotation right before ("...", says the director.); said before a comma, by a known speaker
/// behind the verb (", the minister told the agency, adding"). Nothing where what is said may stand behind the verb.
[[nodiscard]] std::optional<Scope> tail_scope(const SentenceOfTail& context, std::uint32_t verb);

}  // namespace isnad::claims
