// What this program was made of.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace isnad::cli {

/// Names and values: compiler, kind of build, the libraries in use, the rules inside the program.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> build_facts();

}  // namespace isnad::cli
