// SHA-256 (FIPS 180-4), for reports that name the files that they speak of.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// 64 hexadecimal digits. O(size).
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace isnad
