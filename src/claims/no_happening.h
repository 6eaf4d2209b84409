// What has a date beside it and tells of no happening: headings, lists of fixtures, names, descriptions.
#pragma once

#include "claims/reading.h"

namespace isnad::claims {

/// A finite verb of any known kind stands in the range.
[[nodiscard]] bool has_verb(const Reading& reading, TokenRange range);

/// How many words stand in the range beside its times.
[[nodiscard]] std::uint32_t words_in(const Reading& reading, TokenRange range);

/// "Main news of Saturday", "Stadium of Sousse: Star - Club", "what is known as the treaty of", "and "Beauty and the
/// Beast" in 2017": the word at `trigger` that stands for the range heads or names something.
[[nodiscard]] bool tells_nothing(const Reading& reading, std::uint32_t trigger, TokenRange range);

/// "The bond that joins them": the present of a relative clause tells what is so; a time further on is of another.
[[nodiscard]] bool only_describes(const Reading& reading, std::uint32_t trigger, TokenRange range);

}  // namespace isnad::claims
