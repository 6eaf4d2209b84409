// The line of an article around a place, for a terminal.
#pragma once

#include <string>

#include "isnad/text.h"

namespace isnad {

/// A line cut to what can be read at a glance, safe to show.
struct Excerpt {
  std::string before;  ///< up to the marked stretch
  std::string marked;
  std::string after;
  bool reordered = false;  ///< holds right-to-left text: columns on the screen are not those of the text
};
[[nodiscard]] Excerpt excerpt_of(const Document& document, const SourceSpan& span);

/// Columns that a text takes on a terminal: none for marks, two for wide East Asian characters (UAX 11).
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace isnad
