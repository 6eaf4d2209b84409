// Other articles on the page: lists of links amid the body or behind it, teasers, page furniture.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cue_index.h"
#include "text/page_line.h"

namespace isnad::text {

/// How a line announces other articles.
enum class Opener : std::uint8_t {
  none,
  this_line,    ///< its links stand on the line itself
  inline_list,  ///< a list amid the body follows
  tail          ///< what follows stands behind the article
};
[[nodiscard]] Opener opener_of(const TokenView& view, const CueIndex& cues, const PageLine& line);

/// A line that is no article's text: "Share", "All rights reserved", a row of short labels, a lost placeholder.
[[nodiscard]] bool is_furniture(const TokenView& view, const CueIndex& cues, const PageLine& line);

/// For each of lines[from, end): whether it belongs to other articles or the page, not to this one. Linear.
///
/// A list that an opener announces ends where prose comes back. The difficulty is that teasers are prose, too. They
/// stand under a headline of their own and alone, while an article that goes on does so behind bullets, or for several
/// paragraphs, or with a word that only makes sense as continuation ("he added").
[[nodiscard]] std::vector<bool> find_related(const TokenView& view, const CueIndex& cues,
                                             const std::vector<PageLine>& lines, std::size_t from);

}  // namespace isnad::text
