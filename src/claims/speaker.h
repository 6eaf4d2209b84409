// From a noun phrase to a speaker, and from "a source to an agency, relayed by another" to a chain.
#pragma once

#include <optional>

#include "claims/attribution.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// A chain read from the text, and the token behind it.
struct ReadChain {
  AttributionChain chain;
  std::uint32_t next = 0;
};

/// What kind of speaker a phrase names; nothing where it names none that is known to speak.
[[nodiscard]] std::optional<SpeakerKind> speaker_kind(const Reading& reading, TokenRange phrase);

/// The speaker whom a phrase names, as it stands.
[[nodiscard]] Speaker named_by(const Reading& reading, TokenRange phrase, SpeakerKind kind, std::string_view cue);

/// The speaker that begins at `first`, with what belongs to it: a name in apposition, "(which it did not name)", the
/// agency told
/// ("to Interfax"), the one who relays ("relayed by Reuters"), the one quoted ("from a source"). `cue` is the
/// attributing word. `known_only`: only where a word tells that it is a speaker. Empty chain where none begins.
/// `relays`: "from a source" behind it names whom it quotes.
[[nodiscard]] ReadChain read_speaker(const Reading& reading, std::uint32_t first, std::uint32_t limit,
                                     std::string_view cue, bool known_only, const Discourse& discourse, bool relays);

/// Whom another one quotes, behind the word at `quoting` ("from"): a known speaker, or any short name with what it said
/// right behind it.
[[nodiscard]] ReadChain read_quoted(const Reading& reading, std::uint32_t quoting, std::uint32_t limit,
                                    const Discourse& discourse);

/// "[A toll] that the ministry published": a verb with a pronoun for what stands before it.
[[nodiscard]] bool is_published(const Reading& reading, std::uint32_t verb);

/// "The source", "the agency": the speaker meant, where one was named before.
[[nodiscard]] std::optional<AttributionChain> resolve_definite(const Reading& reading, TokenRange phrase,
                                                               const Discourse& discourse);

}  // namespace isnad::claims
