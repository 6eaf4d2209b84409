// Where in a file something stands, for messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "isnad/core.h"

namespace isnad {

/// Line and column (code points) of byte `at`. O(at).
[[nodiscard]] LineColumn place_in(std::string_view text, std::size_t at);

/// The line that holds byte `at`, cut to a readable length, with a caret below the place.
[[nodiscard]] std::string context_of(std::string_view text, std::size_t at);

}  // namespace isnad
