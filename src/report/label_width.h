// How wide a text will be, before any font is loaded.
//
// The picture must be the same wherever it is made, and an SVG is shown with whatever fonts the reader has: so widths
// come from a table and not from a font. The table holds the advances of Noto Sans and Noto Sans Arabic (2020) per
// letter and joining form, with a margin for wider fonts; what it does not know is taken to be wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::picture {

struct Font {
  double size = 12;  ///< em, in points
  bool bold = false;
};

/// Upper estimate of the width in points of one line of printable text. O(n).
[[nodiscard]] double label_width(std::string_view utf8, const Font& font);

/// The longest beginning of `utf8` that is not wider than `width`, with an ellipsis where something is cut. O(n log n).
[[nodiscard]] std::string fitted(std::string_view utf8, const Font& font, double width);

/// `utf8` in at most `lines` lines broken at spaces, none wider than `width`; the last one is shortened where it is too
/// long, and so is a word that does not fit. At least one line, possibly empty.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view utf8, const Font& font, double width,
                                               std::size_t lines);

}  // namespace isnad::picture
