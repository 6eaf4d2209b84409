// The lines above an article's text: headline, dateline, caption, and what the page puts there besides.
#pragma once

#include <string_view>
#include <vector>

#include "text/cue_index.h"
#include "text/page_line.h"

namespace isnad::text {

/// The roles of the lines above the text; lines[roles.size()] is its first. `title`: the headline where it is known
/// apart from the text, else empty. Linear.
[[nodiscard]] std::vector<Role> header_roles(const TokenView& view, const CueIndex& cues,
                                             const std::vector<PageLine>& lines, std::string_view title);

}  // namespace isnad::text
