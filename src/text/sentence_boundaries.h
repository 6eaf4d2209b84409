// Where sentences end inside a stretch of tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cue_index.h"

namespace isnad::text {

/// The token behind the last of each sentence in [first, last), in order; the last entry is `last`. Empty for an empty
/// stretch. No sentence is longer than max_sentence_tokens. Linear but for sorting the quotations.
[[nodiscard]] std::vector<std::uint32_t> sentence_ends(const TokenView& view, const CueIndex& cues, std::uint32_t first,
                                                       std::uint32_t last);

/// Whether the stretch ends as a sentence does: a full stop, question or exclamation mark, perhaps inside closing
/// quotation marks or brackets; not an ellipsis.
[[nodiscard]] bool ends_in_stop(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last);

/// The same of a full stop alone: a statement.
[[nodiscard]] bool ends_in_full_stop(const TokenView& view, std::uint32_t first, std::uint32_t last);

}  // namespace isnad::text
