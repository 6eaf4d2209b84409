// Who says what: the speakers of a sentence, and the stretch of words that each of them answers for.
#pragma once

#include <optional>
#include <vector>

#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// A stretch of words said by someone.
struct Scope {
  TokenRange cue;                      ///< the attributing words with the speaker
  TokenRange content;                  ///< what is said; may be empty (a detached tail)
  AttributionChain chain;              ///< outermost first
  std::optional<std::uint32_t> timex;  ///< when it was said, where that stands between verb and content
  bool outer = false;                  ///< "according to": encloses the verbs of saying inside its content
  bool denies = false;                 ///< "denied that"
  bool expects = false;                ///< "expects that", "believes that": it may be otherwise
  bool refuses = false;                ///< "declined to answer": nothing is claimed
  bool embedded = false;               ///< of "what X announced": X does not go on speaking
  bool present = false;                ///< the verb of saying is one (else a participle, a colon, "according to")
};

/// The speakers named so far in a document, for "the source", "he added".
struct Discourse {
  struct Recent {
    AttributionChain chain;
    bool spoke = false;           ///< else only acted
    std::uint32_t paragraph = 0;  ///< where that was
  };
  std::vector<Recent> recent;       ///< who may go on speaking, the last one behind
  AttributionChain last_anonymous;  ///< of the last unnamed source
  AttributionChain last_agency;
  AttributionChain list;       ///< who said the list whose items follow; empty outside of one
  bool list_of_text = false;   ///< they may be plain paragraphs
  bool list_of_item = false;   ///< it is one item, and ends with its paragraph
  bool someone_acted = false;  ///< in the last sentence, who is not known: he may go on to speak
  /// When each speaker spoke, where that was said: by name and timex, in order.
  std::vector<std::pair<Speaker, std::uint32_t>> occasions;
  std::uint32_t paragraph = 0;
  std::uint32_t paragraph_begin = 0;  ///< its first token
};

/// Is the token one of those that tell who says it?
[[nodiscard]] bool is_in_cue(const std::vector<Scope>& scopes, std::uint32_t token);

/// All scopes of a sentence, in order of their cue; updates the discourse. O(tokens of the sentence).
[[nodiscard]] std::vector<Scope> scopes_of(const Reading& reading, const Sentence& sentence, Discourse& discourse);

/// Is the sentence only a tail ("according to TASS.") that belongs to the one before?
[[nodiscard]] bool is_detached_tail(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes);

/// Puts a chain around another: "..., Lavrov explained. According to the agency."
void enclose(const AttributionChain& outer, AttributionChain& chain);

/// The chain that covers a token, outermost first: "according to" scopes, then sayers from outside in.
[[nodiscard]] AttributionChain chain_at(const std::vector<Scope>& scopes, std::uint32_t token);

}  // namespace isnad::claims
