// Which stretch of a page is for what.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/cue_index.h"

namespace isnad::text {

/// The tokens [first, last) of line `line`.
struct TokenLine {
  std::uint32_t first = 0, last = 0;
  std::uint32_t line = 0;
};

/// A stretch of one line with its role.
struct Region {
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::uint32_t line = 0;
  Role role{};
  std::vector<std::uint32_t> sentence_ends;  ///< see there; empty where they were not asked for yet
};

/// The regions of a page, in order, covering all tokens of its lines (which have at least one each). `title`: the
/// headline where it is known apart from the text, else empty. Linear.
[[nodiscard]] std::vector<Region> lay_out(const TokenView& view, const CueIndex& cues,
                                          const std::vector<TokenLine>& lines, std::string_view title);

}  // namespace isnad::text
