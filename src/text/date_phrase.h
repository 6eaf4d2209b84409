// Dates as a page prints them in its datelines. Only their extent matters here; the time stage reads them.
#pragma once

#include <cstdint>

#include "text/cue_index.h"

namespace isnad::text {

/// A printed date: tokens [first, last), and what it gives.
struct DatePhrase {
  std::uint32_t first = 0, last = 0;
  bool year = false;    ///< a year, or a date all in figures
  bool day = false;     ///< a weekday or month, or a date all in figures
  bool figure = false;  ///< a day of the month or a clock time beside it

  [[nodiscard]] bool empty() const { return first == last; }
  /// Names a calendar day: not a bare month, weekday or year.
  [[nodiscard]] bool names_day() const { return day && figure; }
};

/// The longest date that begins at token `at` and ends by `last`: weekday, day, month (or two names of it), year,
/// clock time, a second date in another calendar, in any order that prints them. It ends behind the year unless a
/// clock time or a second date follows. Empty when token `at` begins none. Bounded by a few dozen tokens.
[[nodiscard]] DatePhrase date_phrase(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last);

}  // namespace isnad::text
