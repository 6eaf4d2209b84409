// Tokens of one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/text.h"

namespace isnad::text {

/// While keys are written, so many bytes behind them are in use too, at most.
inline constexpr std::size_t spare_key_bytes = 256;

/// Appends the tokens of text[begin, end) to `tokens` and their matching forms to `keys`. Linear.
void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens,
              std::string& keys);

}  // namespace isnad::text
