// The letters that the page brings along.
#pragma once

#include <string>

namespace isnad::html {

/// The rule of a style sheet by which a reader without Noto Sans Arabic gets it from the page itself: the widths of the
/// picture's labels are its. Empty in a program that was built where the font is missing. The font is under the SIL
/// Open Font License, which lets documents carry it.
[[nodiscard]] std::string font_face();

}  // namespace isnad::html
