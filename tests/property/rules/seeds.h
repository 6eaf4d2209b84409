// Seeds of random tests: a fixed row of them, or the one in ISNAD_SEED.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace isnad::test {

inline std::vector<std::uint32_t> seeds(std::uint32_t count) {
  if (const char* given = std::getenv("ISNAD_SEED")) return {static_cast<std::uint32_t>(std::stoul(given))};
  std::vector<std::uint32_t> all;
  for (std::uint32_t seed = 1; seed <= count; ++seed) all.push_back(seed);
  return all;
}

/// A number in [least, most]; the same on every machine, unlike the standard distributions.
inline std::uint32_t pick(std::mt19937& random, std::uint32_t least, std::uint32_t most) {
  return least + static_cast<std::uint32_t>(random() % (most - least + 1));
}

}  // namespace isnad::test
