// What an article says of its publication day without telling it, and the day that follows.
#pragma once

#include <optional>
#include <vector>

#include "isnad/time.h"

namespace isnad {

/// What an expression means by itself, without the steps that lead there.
[[nodiscard]] Resolution resolved_alone(const Meaning& meaning);

/// The day that an expression tells by itself, without knowing any other day.
[[nodiscard]] std::optional<Day> full_day(const Meaning& meaning);

struct Hints {
  std::optional<TimeDomain> date_line;  ///< the days that a date line allows that tells none in full
  const Timex* evidence = nullptr;      ///< that date line
  std::optional<Weekday> today;         ///< of "today, Sunday", or in the line above the text
  std::vector<Day> told;                ///< days that the text tells in full
  std::optional<Day> updated;           ///< "last updated on": no earlier than the publication
  const Timex* anniversary = nullptr;   ///< "today", which is one
};

/// Adds what an expression in text of this role says. O(1).
void note_hints(const Timex& timex, Role role, Hints& hints);

/// The days that the hints leave, as `domain`, and `day` where one follows:
/// - the only one left (a Hijri day with its weekday);
/// - the last one up to the update of the page, where it is near;
/// - that of the update, where nothing else tells a day: many pages print no other;
/// - the year in which the weekday is right and that day near one that the text tells in full. A year told alone, or a
///   month of it, may be that of any background, and tells nothing.
void infer(const Hints& hints, Publication& out);

}  // namespace isnad
