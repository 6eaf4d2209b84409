// Time cut into cells: days, weeks, months ..., each with its number.
#pragma once

#include <cstdint>

#include "isnad/calendar.h"

namespace isnad::picture {

/// Weeks begin on Mondays.
enum class CellUnit : std::uint8_t { day, week, month, quarter, year, decade, century };

/// Days outside the years 1400 .. 9999 stand at their edge.
[[nodiscard]] Day within_calendar(Day day);

/// Number of the cell that holds a day, or the edge at which it stands; cells that follow each other have numbers that
/// do.
[[nodiscard]] std::int64_t cell_of(Day day, CellUnit unit);

/// First day of a cell; the one behind the last cell begins behind the last day.
[[nodiscard]] Day cell_begin(std::int64_t cell, CellUnit unit);

}  // namespace isnad::picture
