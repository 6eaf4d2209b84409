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

/// The end of the dateline with which a paragraph begins ("CITY, July 19 (Agency) - "); the paragraph's begin where it
/// begins with none.
[[nodiscard]] std::uint32_t leading_dateline_end(const TokenView& view, const CueIndex& cues, const PageLine& line);

/// A line into which a page's header and the article's text were run together, parted at its publication date:
/// [first, caption) caption, [caption, headline) headline, [headline, dateline) section and date, then the text.
struct RunTogetherHeader {
  std::uint32_t caption = 0, headline = 0, dateline = 0;  ///< ends, in tokens

  [[nodiscard]] bool found(const PageLine& line) const { return dateline != line.first; }
};
[[nodiscard]] RunTogetherHeader run_together_header(const TokenView& view, const CueIndex& cues, const PageLine& line);

}  // namespace isnad::text
