// Links that were run into a paragraph.
#pragma once

#include <cstdint>

#include "text/cue_index.h"

namespace isnad::text {

/// Links amid a paragraph ("... said. Related: A - B. He added ..."): tokens [first, last). Where the paragraph has
/// none, first is its end.
struct InlineLinks {
  std::uint32_t first = 0, last = 0;
};

/// The first links in [first, last) that begin where a sentence does and are announced by a colon. They end with a full
/// stop when prose follows it, otherwise with the paragraph. Linear.
[[nodiscard]] InlineLinks inline_links(const TokenView& view, const CueIndex& cues, std::uint32_t first,
                                       std::uint32_t last);

}  // namespace isnad::text
