// UTF-8 that came from outside: names of files, lines quoted in messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad {

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t code_point_count(std::string_view utf8);

/// `bytes` with U+FFFD for what is not UTF-8 and for control characters and bidi controls: a file may have any name.
[[nodiscard]] std::string printable_utf8(std::string_view bytes);

}  // namespace isnad
