// Who has a piece of news from whom, as articles tell it: by the attribution of a claim, or by the words of a sentence
// that makes no claim ("then a channel broadcast it, citing the radio").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/context.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {

/// One who passes on what another one told.
struct Quoting {
  DocumentIndex document{};
  std::uint32_t sentence = 0;
  std::optional<ClaimRef> claim;
  std::vector<std::string> carrier, origin;  ///< content words of their names; no carrier: the text names none
  std::string origin_name;
  bool through_agency = false;    ///< the origin is a news agency, which is there to be quoted
  bool origin_unknown = false;    ///< no rule tells that the origin's words name a speaker
  std::vector<std::string> told;  ///< stems of what is told, in its sentence or the one before
};

/// The quotings of all articles, in order of document and sentence. O(tokens).
[[nodiscard]] std::vector<Quoting> quotings_of(const Context& context, const ToldWords& words);

}  // namespace isnad::audit_rules
