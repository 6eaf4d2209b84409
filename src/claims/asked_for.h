// What a word before a noun of action makes of it: asked for, feared, or failed in.
#pragma once

#include <optional>
#include <vector>

#include "claims/attribution.h"
#include "claims/clause.h"
#include "claims/event_mention.h"

namespace isnad::claims {

enum class Asked : std::uint8_t {
  to_come,    ///< "called for a strike on Friday", "promised a rise", "ordered to begin"
  uncertain,  ///< "warned of the collapse of", "tried to kill"
  failed      ///< "failed to take", "was kept from entering": it did not come to pass
};

/// Of the noun behind the preposition, or beside the verb, that such a word of the clause, or the verb of saying above
/// it, asks for; nothing where there is none. O(clause).
[[nodiscard]] std::optional<Asked> asked_for(const Reading& reading, const Clause& clause, const EventMention& mention,
                                             const std::vector<Scope>& scopes);

/// "Was to vote ... at the end of the hearing": what is planned is the verb's event, not a noun's further on.
[[nodiscard]] bool verb_between(const Reading& reading, std::uint32_t plan, std::uint32_t noun);

/// "Promised that the company will | open": a verb of the present right behind the "that" of who calls for it or
/// promises it. Of languages whose verb stands before its subject.
[[nodiscard]] bool is_called_for(const Reading& reading, std::uint32_t verb, const std::vector<Scope>& scopes);

}  // namespace isnad::claims
