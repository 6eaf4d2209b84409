// Dates in words, as short as a label needs: "8 December", "dawn of 8 December", "21-30 November", "until 7 December".
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "isnad/calendar.h"
#include "isnad/messages.h"
#include "isnad/time.h"

namespace isnad::picture {

/// Words of one language, by ICU; numbers in Latin digits, the proleptic Gregorian calendar, clock times as they are.
/// Making one is slow (milliseconds), asking it is quick. Not for several threads at once.
class DateWords {
 public:
  /// `year`: the year that goes without saying in short dates.
  DateWords(Language language, std::optional<std::int32_t> year);
  ~DateWords();
  DateWords(const DateWords&) = delete;
  DateWords& operator=(const DateWords&) = delete;

  /// A window in words; the year is said where it is not the one that goes without saying. "" where both sides are
  /// open.
  [[nodiscard]] std::string window(const Window& window, std::optional<DayPart> part = std::nullopt) const;
  [[nodiscard]] std::string day(Day day) const;           ///< "8 December"
  [[nodiscard]] std::string short_day(Day day) const;     ///< "8 Dec", where the language has short names
  [[nodiscard]] std::string day_and_year(Day day) const;  ///< "8 December 2024"
  [[nodiscard]] std::string weekday(Day day) const;       ///< "Sunday"
  [[nodiscard]] std::string month(Day day) const;         ///< "December"
  [[nodiscard]] std::string month_and_year(Day day) const;
  [[nodiscard]] std::string year(Day day) const;  ///< "2024"

 private:
  struct Formats;
  [[nodiscard]] std::string bounded(Instant earliest, Instant latest, std::optional<DayPart> part) const;
  [[nodiscard]] std::string moment(Instant t, bool whole_day, std::optional<DayPart> part) const;
  [[nodiscard]] bool year_is_said(Day day) const;
  Language language_;
  std::optional<std::int32_t> year_;
  std::unique_ptr<Formats> formats_;
};

}  // namespace isnad::picture
