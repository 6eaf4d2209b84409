// A header that shares its line with the text.
#pragma once

#include <cstdint>

#include "text/cue_index.h"
#include "text/page_line.h"

namespace isnad::text {

/// A line into which a page's header and the article's text were run together, parted at its publication date:
/// [first, caption) caption, [caption, headline) headline, [headline, dateline) section and date, then the text.
struct RunTogetherHeader {
  std::uint32_t caption = 0, headline = 0, dateline = 0;  ///< ends, in tokens

  [[nodiscard]] bool found(const PageLine& line) const { return dateline != line.first; }
};
[[nodiscard]] RunTogetherHeader run_together_header(const TokenView& view, const CueIndex& cues, const PageLine& line);

}  // namespace isnad::text
