// isnad/sha256.h - SHA-256, by which reports name the files that they speak of, pages the scripts that may run in them,
// and known timelines the articles that they hold.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

using Sha256 = std::array<std::uint8_t, 32>;

/// Source: FIPS 180-4. O(size).
[[nodiscard]] Sha256 sha256(std::string_view bytes);
/// 64 hexadecimal digits, as sha256sum prints them.
[[nodiscard]] std::string hexadecimal(const Sha256& digest);

}  // namespace isnad
