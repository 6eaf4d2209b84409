// The folding behind the matching form, for callers that collect many forms in one string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::text {

/// Appends the matching form of `utf8` to `out`; where `offsets` is given, also for each byte appended the byte of
/// `utf8` from which it came. Linear.
void append_matching_form(std::string_view utf8, std::string& out, std::vector<std::uint32_t>* offsets = nullptr);

/// The matching form of a character that is told by itself, as those of marks and digits are; 0 for any other.
[[nodiscard]] char32_t folded_alone(char32_t c);

/// Appends the matching forms of the plain Arabic letters (unicode.h) from byte `at` on, each by itself; returns the
/// first byte behind them. What follows may still combine with the last of them.
std::size_t append_plain_letters(std::string_view utf8, std::size_t at, std::string& out);

}  // namespace isnad::text
