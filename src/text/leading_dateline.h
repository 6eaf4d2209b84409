// The dateline with which an agency's story begins.
#pragma once

#include <cstdint>

#include "text/cue_index.h"
#include "text/page_line.h"

namespace isnad::text {

/// The end of the dateline with which a paragraph begins ("CITY, July 19 (Agency) - "); the paragraph's begin where it
/// begins with none.
[[nodiscard]] std::uint32_t leading_dateline_end(const TokenView& view, const CueIndex& cues, const PageLine& line);

}  // namespace isnad::text
