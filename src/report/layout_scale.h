// The time axis: linear where something begins or ends, broken where nothing does.
//
// Time is cut into cells - days, or months, years, decades, centuries where the story is longer. A cell in which a
// window begins or ends is shown in full, all at one scale, so that hours keep their place within their day. Longer
// stretches without any begin or end shrink to a marked break that says how long it is.
#pragma once

#include <cstdint>
#include <vector>

#include "report/time_cells.h"

namespace isnad::picture {

/// A cell shown in full: [begin, end), at [from, to] on the axis.
struct Cell {
  Day begin, end;
  double from = 0, to = 0;
  bool detailed = false;  ///< something begins or ends inside it, not only at its edges
};

/// A stretch that is not shown.
struct Break {
  Day begin, end;
  double from = 0, to = 0;
};

/// Lengths in points from the axis' begin.
class TimeScale {
 public:
  /// Fits an axis of about `length` to the windows; open sides do not count. With no bounded side at all there are no
  /// cells. Moments outside the years 1400 .. 9999 stand at their edge. O(n log n).
  TimeScale(const std::vector<Window>& windows, double length);

  /// Where a moment lies; inside breaks in proportion; outside of the axis at its end.
  [[nodiscard]] double at(Instant t) const;
  [[nodiscard]] double length() const { return length_; }
  [[nodiscard]] CellUnit unit() const { return unit_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }

 private:
  CellUnit unit_ = CellUnit::day;
  double length_ = 0;
  std::vector<Cell> cells_;
  std::vector<Break> breaks_;
};

}  // namespace isnad::picture
