// The lines of a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad::text {

/// A line without its line end.
struct Line {
  std::uint32_t begin = 0, end = 0;
};

/// All lines; a text that ends in a line end has no empty line behind it. Empty for an empty text. Linear.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

}  // namespace isnad::text
