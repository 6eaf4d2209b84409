// A word that tells an event, with what its frame finds around it.
#pragma once

#include <optional>
#include <vector>

#include "claims/clause.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// One event told in a clause.
struct EventMention {
  const Frame* frame = nullptr;
  std::uint32_t trigger = 0, trigger_last = 0;  ///< tokens
  SourceSpan word;                              ///< the trigger without what is written with it in front
  bool verb = false;                            ///< a finite verb (else a noun)
  bool perfect = false, imperfect = false, future = false;
  bool light = false;         ///< carried by a light verb before it
  std::uint32_t carrier = 0;  ///< of a light noun: that verb
  std::vector<Participant> participants;
  std::vector<Quantified> quantities;
  bool object_pronoun = false;  ///< "granted them": the patient was named before
  std::string pronoun_role;     ///< "released them": the role that a preposition with a pronoun brings; named before
  bool possessive = false;      ///< "his flight": the agent was named before
  bool governed = false;        ///< a noun that a prospective event is about ("postponed the elections"): still to come
};

/// The events of a clause, in order of their trigger; one of each type (a verb and its object noun tell one event).
[[nodiscard]] std::vector<EventMention> mentions_of(const Reading& reading, const Clause& clause);

/// Fills the arguments of a frame from the words around its trigger. Nothing where a required one is missing or of the
/// wrong class. `clause`: the tokens that may hold them.
[[nodiscard]] std::optional<EventMention> fill_frame(const Reading& reading, const Frame& frame, const Item& trigger,
                                                     TokenRange clause);

}  // namespace isnad::claims
