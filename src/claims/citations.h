// Whom a speaker cites, and who passes on what he said: the links around the speaker that a verb names.
#pragma once

#include <string>

#include "claims/attribution.h"
#include "claims/reading.h"
#include "claims/speaker.h"

namespace isnad::claims {

/// "(Citing) what a channel broadcast": the token behind "what" and its verb with a pronoun; `at` where none stands
/// there.
[[nodiscard]] std::uint32_t behind_what_told(const Reading& reading, std::uint32_t at, std::uint32_t limit);

/// Keeps references: the parts must outlive it.
class Citations {
 public:
  Citations(const Reading& reading, const Discourse& discourse) : reading_(reading), discourse_(discourse) {}

  /// "It said, citing the newspaper, that ...": appends whom the last speaker cites between the tokens.
  void add_cited(TokenRange between, AttributionChain& chain) const;
  /// "The ministry said, in a statement that the agency published, that ...": who passes it on stands outermost.
  void add_publisher(TokenRange between, AttributionChain& chain) const;

 private:
  [[nodiscard]] ReadChain received_from(TokenRange text, const std::string& cue) const;

  const Reading& reading_;
  const Discourse& discourse_;
};

}  // namespace isnad::claims
