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

}  // namespace isnad::text
