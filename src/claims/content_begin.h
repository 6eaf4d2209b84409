// Where what is said begins, behind its verb and speaker.
#pragma once

#include <optional>

#include "claims/reading.h"

namespace isnad::claims {

/// Behind ", who was speaking to reporters,", ", according to the agency,", ", director of the museum that we visited,
/// (that)": the token behind the closing comma; `at`
/// where no such aside begins.
[[nodiscard]] std::uint32_t behind_aside(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// "The owner, in a statement from Athens, | the news of": the token behind an aside that names the text or medium;
/// `at` where none stands there.
[[nodiscard]] std::uint32_t behind_text_named(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// A verb of saying as a noun reader sees it: not one that is written like a noun with the article.
[[nodiscard]] bool is_saying_verb(const Reading& reading, std::uint32_t token);

/// "(a statement) that the agency published": a verb of passing on with a pronoun for the text before it.
[[nodiscard]] bool publishes(const Reading& reading, std::uint32_t verb);

struct ContentBegin {
  std::uint32_t at = 0;
  bool explicit_mark = false;          ///< a complementizer, a colon or a quotation opens it
  std::optional<std::uint32_t> timex;  ///< when it was said: the time between speaker and content
  std::optional<std::uint32_t> plan;   ///< ", with ... to be": a plan, or what a verb that asks for "on" says
};

/// "Denied | what pages had passed on about the collapse of": behind the words that tell who did, or behind the comma
/// before; `at` where none stand there.
[[nodiscard]] std::uint32_t behind_rumour(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// Looks from `from` on, not behind `limit`. Without an explicit mark what is said is the object itself.
[[nodiscard]] ContentBegin find_content(const Reading& reading, std::uint32_t from, std::uint32_t limit);

}  // namespace isnad::claims
