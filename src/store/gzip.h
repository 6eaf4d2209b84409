// gzip, read with a limit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "isnad/core.h"

namespace isnad {

/// True where `bytes` begin as a gzip member does.
[[nodiscard]] bool is_gzip(std::string_view bytes);

/// The content of a gzip file of one or more members. Stops at `limit` bytes, so that a small file cannot fill the
/// memory. `path` is only for the Error. Errors: unreadable (damaged or cut short), too_large.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t limit, const std::string& path);

}  // namespace isnad
