// Base64 (RFC 4648).
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// The bytes in Base64, padded. O(n).
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace isnad
