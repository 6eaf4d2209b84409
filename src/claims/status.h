// Whether what a clause tells is affirmed, and whether it is told as fact.
#pragma once

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/event_mention.h"
#include "isnad/claims.h"

namespace isnad::claims {

struct Status {
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
};

/// Of an event: negations and marks of plan, possibility and condition before its trigger in the clause, denials among
/// its scopes, future and imperfect forms. `today`: a time of the clause lies on or after the publication day.
[[nodiscard]] Status status_of(const Reading& reading, const Clause& clause, const EventMention& mention,
                               const std::vector<Scope>& scopes, bool headline);

/// "The bank may | open": behind the particle that is certainty with the past, a form that is no past.
[[nodiscard]] bool may_come_about(const Reading& reading, std::uint32_t token);

/// Is it told in what somebody expects or believes, no more? A noun further on is what that is about ("believes that
/// a defect was behind the crash").
[[nodiscard]] bool is_expected(const Reading& reading, const std::vector<Scope>& scopes, std::uint32_t token);

/// Of a statement, by its verb, whose token is `cue`: "the report will explain how". What is said may be still to come,
/// or negated, and the saying is done.
[[nodiscard]] Modality modality_of_statement(const Reading& reading, std::uint32_t cue);

}  // namespace isnad::claims
