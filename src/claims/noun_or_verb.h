// Nouns that are written like verbs, told apart by where they stand.
#pragma once

#include "claims/event_mention.h"

namespace isnad::claims {

/// Whether the word of a mention that was read as a verb is rather a noun: behind a preposition, a word for what is
/// aimed at or another verb, or with a pronoun that the verb cannot take.
/// `limit`: the first token of its clause.
[[nodiscard]] bool is_rather_noun(const Reading& reading, const EventMention& verb, std::uint32_t limit);

}  // namespace isnad::claims
