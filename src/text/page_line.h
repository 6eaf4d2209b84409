// What the shape of a line tells about it.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cue_index.h"
#include "text/inline_links.h"
#include "text/page_layout.h"

namespace isnad::text {

struct PageLine {
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::uint32_t line = 0;             ///< number of the source line
  std::uint32_t content = 0;          ///< first token behind a bullet; `first` where there is none
  InlineLinks links;                  ///< links run into it; at `last` where there are none
  std::uint32_t words = 0;            ///< words and numbers, without links at its end
  std::uint64_t form = 0;             ///< fingerprint of its words: equal for repetitions of a line
  bool full_stop = false;             ///< ends as a statement does
  bool stop = false;                  ///< ends with any mark that ends a sentence

  [[nodiscard]] bool bullet() const { return content != first; }
  /// A paragraph of prose: complete, and too long for a link or a headline.
  [[nodiscard]] bool full_sentence() const { return full_stop && !bullet() && words >= 8; }
};

[[nodiscard]] PageLine describe_line(const TokenView& view, const CueIndex& cues, const TokenLine& line);

/// Fingerprint of the words in [first, last), marks apart.
[[nodiscard]] std::uint64_t form_of(const TokenView& view, std::uint32_t first, std::uint32_t last);

/// Words and numbers in [first, last), counted up to `enough`.
[[nodiscard]] std::uint32_t words_between(const TokenView& view, std::uint32_t first, std::uint32_t last,
                                          std::uint32_t enough);

/// A mark that parts the entries of a date line or masthead.
[[nodiscard]] bool parts_segments(std::string_view key);

/// A bracket, round or square, that opens or closes.
[[nodiscard]] bool opens_bracket(std::string_view key);
[[nodiscard]] bool closes_bracket(std::string_view key);

/// The name of a city has no more words, as far as date lines go.
inline constexpr std::uint32_t longest_city = 2;

/// A dash of any kind, a tatweel standing for one included.
[[nodiscard]] bool is_dash(std::string_view key);

}  // namespace isnad::text
