// Hashing of lists of numbers, for what is met seldom enough to be kept in a map.
#pragma once

#include <cstdint>
#include <vector>

namespace isnad::rules {

/// Mixes another number into a hash.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t number) {
  hash = (hash ^ number) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29U);
}

struct HashOfNumbers {
  std::size_t operator()(const std::vector<std::uint32_t>& numbers) const {
    std::uint64_t hash = numbers.size();
    for (const std::uint32_t number : numbers) hash = mixed(hash, number);
    return hash;
  }
};

}  // namespace isnad::rules
