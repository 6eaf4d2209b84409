// The hash of a short key without a branch: to call a function that tells lengths apart takes longer than hashing one.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace isnad::text {

/// Longest key that is hashed so.
inline constexpr std::size_t short_key_bytes = 16;

/// The hash of a key of at most short_key_bytes, the same on every machine. So many bytes can be read from `key` on.
inline std::uint32_t hash_of_short_key(const char* key, std::size_t size) {
  // By the size of a key: those bits of eight bytes that belong to it, of the first eight and of those behind.
  struct Masks {
    std::array<std::uint64_t, short_key_bytes + 1> first{}, behind{};
  };
  static constexpr Masks masks = [] {
    Masks m;
    const auto bytes = [](std::size_t n) { return n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1; };
    for (std::size_t n = 0; n <= short_key_bytes; ++n) {
      m.first[n] = bytes(n);
      m.behind[n] = bytes(n < 8 ? 0 : n - 8);
    }
    return m;
  }();
  std::uint64_t first = 0, behind = 0;
  std::memcpy(&first, key, 8);
  std::memcpy(&behind, key + 8, 8);
  if constexpr (std::endian::native == std::endian::big) {
    first = __builtin_bswap64(first);
    behind = __builtin_bswap64(behind);
  }
  std::uint64_t hash = ((first & masks.first[size]) ^ size) * 0x9E3779B97F4A7C15U;
  hash = (hash ^ (hash >> 32U) ^ (behind & masks.behind[size])) * 0xC2B2AE3D27D4EB4FU;
  hash = (hash ^ (hash >> 29U)) * 0x9E3779B97F4A7C15U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace isnad::text
