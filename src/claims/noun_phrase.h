// Noun phrases by what bounds them: prepositions, verbs, conjunctions of clauses, punctuation, times.
#pragma once

#include "claims/reading.h"

namespace isnad::claims {

/// The noun phrase that begins at `first` (not behind `limit`). Quotes around a name belong to it, so do attributes and
/// a second noun tied to it by a preposition of belonging where `with_place` ("a source in the Kremlin"). Empty where
/// none begins. At most 14 tokens.
[[nodiscard]] TokenRange noun_phrase(const Reading& reading, std::uint32_t first, std::uint32_t limit, bool with_place);

/// The noun phrase that ends right before `end`, not before `limit`; commas, quotation marks and auxiliaries between do
/// not count.
[[nodiscard]] TokenRange noun_phrase_before(const Reading& reading, std::uint32_t end, std::uint32_t limit);

/// "Mohamed | ould Salem": written like "was born", between two words of a name.
[[nodiscard]] bool is_between_names(const Reading& reading, std::uint32_t token);

/// "Mr.", "Col.": a full stop right behind a short word inside the sentence shortens it.
[[nodiscard]] bool shortens(const Reading& reading, std::uint32_t token);

/// Behind a name of a few words in quotation marks that open here, which says nothing; `at` where none stands there.
[[nodiscard]] std::uint32_t behind_quoted_name(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// "The authority (FDA) | said": the bracket that opens a word or two right before `end`; `end` where none does.
[[nodiscard]] std::uint32_t before_brackets(const Reading& reading, std::uint32_t end, std::uint32_t limit);

/// A finite verb that is written like no noun: it ends a phrase.
[[nodiscard]] bool is_verb_only(const Reading& reading, std::uint32_t token);

/// A verb that no frame tells: it ends a phrase that stands before it; one behind a bare noun may describe that.
[[nodiscard]] bool is_deed(const Reading& reading, std::uint32_t token);

/// Splits at words that carry a conjunction: "Aleppo and Hama and Homs" are three.
[[nodiscard]] std::vector<TokenRange> coordinated(const Reading& reading, TokenRange phrase);

}  // namespace isnad::claims
