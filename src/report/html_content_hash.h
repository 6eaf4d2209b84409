// Hashes for a Content-Security-Policy: only the styles and scripts that the page was made with may run.
#pragma once

#include <string>
#include <string_view>

namespace isnad::html {

/// "sha256-..." of the bytes, as CSP 3 writes it: SHA-256 (FIPS 180-4) in Base64 (RFC 4648). O(n).
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace isnad::html
