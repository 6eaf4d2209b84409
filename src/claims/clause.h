// Clauses: the stretch of a sentence in which one thing is told.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// How a clause is tied to the one before it.
enum class ClauseTie : std::uint8_t { begins, coordinated, subordinate, relative, content, after, before, since };

struct Clause {
  TokenRange tokens;
  ClauseTie tie = ClauseTie::begins;
};

/// Cuts a sentence into clauses that tile it: at content of verbs of saying, conjunctions of clauses, relatives, verbs
/// joined by "and", and times told by an event ("after the flight of ..."). O(tokens).
[[nodiscard]] std::vector<Clause> clauses_of(const Reading& reading, const Sentence& sentence,
                                             const std::vector<Scope>& scopes);

}  // namespace isnad::claims
