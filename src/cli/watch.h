// Waiting until files change.
#pragma once

#include <string>
#include <vector>

namespace isnad::cli {

/// When each of the files below the paths was last written, and how large it is. What is not there is told too.
[[nodiscard]] std::vector<std::string> traces_of(const std::vector<std::string>& paths);

/// Returns when the traces are others than `before`. Looks twice a second: works on every file system.
void wait_for_change(const std::vector<std::string>& paths, const std::vector<std::string>& before);

}  // namespace isnad::cli
