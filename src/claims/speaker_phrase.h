// The words that name a speaker, where they are more than one noun phrase.
#pragma once

#include "claims/reading.h"

namespace isnad::claims {

/// A name in apposition between commas: "the Kremlin's spokesman, Dmitry Peskov, ..."; empty where none stands at the
/// token.
[[nodiscard]] TokenRange apposition(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// "The envoy to the organisations in Vienna Mikhail Fulan", "the deputy envoy to the council, Fulan": what stands
/// between a title and the name is part of the phrase. The phrase itself where no name follows.
[[nodiscard]] TokenRange with_complements(const Reading& reading, TokenRange phrase, std::uint32_t limit);

/// "The national authority for the management of disasters": a body, its adjective, and what it is for, which is no one
/// who could be told something. The phrase itself where none follows.
[[nodiscard]] TokenRange with_purpose(const Reading& reading, TokenRange phrase, std::uint32_t limit);

/// "A number | of the witnesses": those of whom it is a part. The phrase itself where none are told.
[[nodiscard]] TokenRange with_those_counted(const Reading& reading, TokenRange phrase, std::uint32_t limit);

/// "A security source at the directorate", "a source of the directorate": the body of someone unnamed, with its
/// preposition.
[[nodiscard]] TokenRange with_affiliation(const Reading& reading, TokenRange phrase, std::uint32_t limit);

/// "A statement issued by the presidency": who issued it; empty where none is told.
[[nodiscard]] TokenRange issuer_of(const Reading& reading, TokenRange text, std::uint32_t limit);

}  // namespace isnad::claims
