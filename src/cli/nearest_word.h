// What may have been meant by a misspelt word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::cli {

/// The word of `words` nearest to `written` by edit distance, where that is at most a third of its length; else empty.
[[nodiscard]] std::string nearest_word(std::string_view written, const std::vector<std::string>& words);

}  // namespace isnad::cli
