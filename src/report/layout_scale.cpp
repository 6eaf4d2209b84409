#include "report/layout_scale.h"

#include <algorithm>
#include <array>

namespace isnad::picture {
namespace {

constexpr std::size_t most_cells = 36;     // more of them, and the next longer unit is taken
constexpr std::int64_t longest_empty = 1;  // cells without begin or end that are still shown
constexpr double break_length = 62;        // room for the words "12 months"
constexpr double shortest_cell = 64;       // room for "27 November"
constexpr double longest_cell = 190;

/// The units of an axis, the finest first.
constexpr std::array units = {CellUnit::day, CellUnit::month, CellUnit::year, CellUnit::decade, CellUnit::century};

double proportion(Instant t, Day begin, Day end) {
  const auto whole = static_cast<double>((start_of(end) - start_of(begin)).value);
  return std::clamp(static_cast<double>((t - start_of(begin)).value) / whole, 0.0, 1.0);
}

}  // namespace

TimeScale::TimeScale(const std::vector<Window>& windows, double length) {
  // A window ends behind its last minute, at the edge of the next cell perhaps: the cell of that last minute counts.
  std::vector<Instant> sides;
  for (const Window& w : windows) {
    if (w.earliest) sides.push_back(*w.earliest);
    if (w.latest) sides.push_back(*w.latest);
  }
  if (sides.empty()) return;
  std::vector<std::int64_t> shown;
  for (const CellUnit unit : units) {
    unit_ = unit;
    shown.clear();
    for (const Instant t : sides) shown.push_back(cell_of(day_of(t), unit_));
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    if (shown.size() <= most_cells) break;
  }

  std::size_t breaks = 0;
  std::int64_t cells = static_cast<std::int64_t>(shown.size());
  for (std::size_t i = 1; i < shown.size(); ++i) {
    const std::int64_t empty = shown[i] - shown[i - 1] - 1;
    (empty > longest_empty) ? void(++breaks) : void(cells += empty);
  }
  const double room = length - break_length * static_cast<double>(breaks);
  const double cell_length = std::clamp(room / static_cast<double>(cells), shortest_cell, longest_cell);

  double at = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::int64_t next = shown[i];
    if (i > 0) {
      next = shown[i - 1] + 1;
      if (shown[i] - next > longest_empty) {
        breaks_.push_back({cell_begin(next, unit_), cell_begin(shown[i], unit_), at, at + break_length});
        at += break_length;
        next = shown[i];
      }
    }
    for (; next <= shown[i]; ++next) {
      cells_.push_back({cell_begin(next, unit_), cell_begin(next + 1, unit_), at, at + cell_length, false});
      at += cell_length;
    }
  }
  length_ = at;
  for (const Instant t : sides) {
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [day = within_calendar(day_of(t))](const Cell& c) {
      return c.begin <= day && day < c.end;
    });
    if (cell == cells_.end()) continue;
    if (t != start_of(cell->begin) && t != end_of(cell->end - 1)) cell->detailed = true;
  }
}

double TimeScale::at(Instant t) const {
  if (cells_.empty()) return 0;
  const Day day = day_of(t);
  const auto in = [&](const auto& stretch) { return stretch.begin <= day && day < stretch.end; };
  const auto place = [&](const auto& s) { return s.from + (s.to - s.from) * proportion(t, s.begin, s.end); };
  if (const auto cell = std::find_if(cells_.begin(), cells_.end(), in); cell != cells_.end()) return place(*cell);
  if (const auto gap = std::find_if(breaks_.begin(), breaks_.end(), in); gap != breaks_.end()) return place(*gap);
  return day < cells_.front().begin ? 0 : length_;
}

}  // namespace isnad::picture
