// Balanced quotations.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cue_index.h"

namespace isnad::text {

/// A quotation: the tokens of its opening and closing mark.
struct Quotation {
  std::uint32_t open = 0, close = 0;
};

/// A quotation longer than this is taken for a pair of lost marks.
inline constexpr std::uint32_t max_quoted_tokens = 200;

/// The outermost balanced quotations in [first, last), in order. Marks without a partner are passed over.
[[nodiscard]] std::vector<Quotation> quotations(const TokenView& view, std::uint32_t first, std::uint32_t last);

/// The mark closes a bracket or (by its shape) a quotation.
[[nodiscard]] bool is_closing_mark(std::string_view key);

}  // namespace isnad::text
