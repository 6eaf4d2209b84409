// Where a page says when, where and by whom the article was published.
#pragma once

#include <cstdint>

#include "text/cue_index.h"
#include "text/page_line.h"

namespace isnad::text {

/// A line that is all publication: date, masthead, section, way through the site ("Home > World").
[[nodiscard]] bool is_dateline(const TokenView& view, const CueIndex& cues, const PageLine& line);

/// A short line that names who wrote the article or where it comes from ("By our staff", "Source: AGENCY").
[[nodiscard]] bool is_byline(const TokenView& view, const CueIndex& cues, const PageLine& line);

}  // namespace isnad::text
