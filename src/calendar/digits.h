// Numbers of fixed width in dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace isnad {

/// The number that `text` writes; nothing where it is empty, longer than 9, or holds anything but ASCII digits.
inline std::optional<std::int32_t> digits(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace isnad
