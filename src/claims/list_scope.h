// Who says more than a sentence: "the directorate makes clear the following:" and the items of a list behind it; who is
// brought before a microphone, to the end of the paragraph.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// Adds who said the list that the sentence is part of, and remembers who opens one here. O(scopes).
void read_list(const Reading& reading, const Sentence& sentence, std::vector<Scope>& scopes, Discourse& discourse);

}  // namespace isnad::claims
