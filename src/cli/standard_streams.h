// Standard output and standard error, written whole or not at all.
#pragma once

#include <string_view>

#include "isnad/core.h"

namespace isnad::cli {

/// Writes to standard output. A reader that went away (`| head`) is no error: the rest is dropped. Error: unreadable.
[[nodiscard]] Result<bool> write_output(std::string_view text);
/// Writes to standard error; there is nowhere to say that it failed.
void write_error(std::string_view text);

}  // namespace isnad::cli
