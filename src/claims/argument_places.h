// Where the arguments of a verb stand: before it, behind it, behind a phrase of place and time.
#pragma once

#include <string>

#include "claims/reading.h"

namespace isnad::claims {

/// Is the head of the phrase of the class that an argument asks for? Any phrase is of the class "".
[[nodiscard]] bool has_class(const Reading& reading, TokenRange phrase, const std::string& name);

/// Is the word at the token one of the argument's prepositions, or written with one? `next`: what it brings.
[[nodiscard]] bool brings(const Reading& reading, const FrameArgument& argument, std::uint32_t token,
                          std::uint32_t& next);

/// The first noun phrase of the clause, behind what opens it: "On Sunday, | rebels in the north | attacked".
[[nodiscard]] TokenRange subject_region(const Reading& reading, const Item& trigger, TokenRange clause);

/// "Arrived at the island on Monday evening | two planes": the subject behind a phrase with a preposition and a time.
[[nodiscard]] TokenRange behind_adverbials(const Reading& reading, std::uint32_t at, TokenRange clause);

/// A verb in a form that names its subject itself ("they entered"), with no noun behind it.
[[nodiscard]] bool names_its_subject(const Item& trigger);

/// A verb whose subject suffers what it tells: written so, or marked so by the vowel behind one of its first letters,
/// which a perfect has in the passive alone.
[[nodiscard]] bool is_passive(const Reading& reading, const Item& trigger);

/// Nouns before the verb in its clause, with nothing but auxiliaries between: subject first.
[[nodiscard]] TokenRange subject_ahead(const Reading& reading, const Item& trigger, TokenRange clause);

}  // namespace isnad::claims
