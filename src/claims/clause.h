// Clauses: the stretch of a sentence in which one thing is told.
#pragma once

#include <vector>

#include "claims/attribution.h"
#include "claims/event_time.h"
#include "claims/reading.h"

namespace isnad::claims {

struct Clause {
  TokenRange tokens;
  /// Its time, where that stands behind an aside or in the next clause ("was killed, the army said, on Sunday"); or
  /// empty.
  TokenRange rest;
  bool rest_inherited = false;    ///< the next clause tells what happened meanwhile, or when the occasion was
  bool rest_of_occasion = false;  ///< the latter
  ClauseTie tie = ClauseTie::begins;
  bool leads = false;                     ///< of a clause that tells a time: what is dated by it stands behind it
  std::optional<EventDistance> distance;  ///< of a clause that tells a time: how far what is dated by it lies from it
};

/// The words of a clause from the first to the last, with an aside that interrupts it.
[[nodiscard]] TokenRange extent(const Clause& clause);

/// Cuts a sentence into clauses that, with the times behind asides, tile it: at content of verbs of saying,
/// conjunctions of clauses, relatives, verbs joined by "and", and times told by an event ("after the flight of ...").
/// O(tokens).
[[nodiscard]] std::vector<Clause> clauses_of(const Reading& reading, const Sentence& sentence,
                                             const std::vector<Scope>& scopes);

}  // namespace isnad::claims
