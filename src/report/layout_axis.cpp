// The time axis: what its cells are called, its lines, and the breaks torn out of it.
#include <algorithm>
#include <cmath>

#include "report/layout_parts.h"
#include "report/layout_row.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

constexpr double hour_room = 14;  // a quarter of a day narrower than this gets no line

constexpr Font name_font{12, true};
constexpr Font gap_font{9.5, false};

/// The three rows of an axis label: what it is part of, the cell, the weekday.
struct CellWords {
  std::string above, name, below;
};

/// The longest name of a day that has room: at the least its number.
std::string day_name(const Cell& cell, double room, const DateWords& dates) {
  constexpr double gap = 4;
  for (std::string name : {dates.day(cell.begin), dates.short_day(cell.begin)}) {
    if (label_width(name, name_font) <= room - gap) return name;
  }
  return std::to_string(civil_from_day(cell.begin).day);
}

CellWords words_of(const Cell& cell, double room, CellUnit unit, const DateWords& dates) {
  switch (unit) {
    case CellUnit::day:
      return {dates.year(cell.begin), day_name(cell, room, dates), dates.weekday(cell.begin)};
    case CellUnit::month:
      return {dates.year(cell.begin), dates.month(cell.begin), {}};
    case CellUnit::year:
      return {{}, dates.year(cell.begin), {}};
    case CellUnit::week:
    case CellUnit::quarter:
    case CellUnit::decade:
    case CellUnit::century:
      break;
  }
  return {{}, dates.year(cell.begin) + "\u2013" + dates.year(cell.end - 1), {}};
}

std::string gap_words(const Break& gap, Language language) {
  const std::int64_t days = gap.end - gap.begin;
  if (days <= 60) return message(language, "picture.gap.days", {{"n", days}});
  const auto whole = [days](double unit) { return std::llround(static_cast<double>(days) / unit); };
  if (days < 2 * 365) return message(language, "picture.gap.months", {{"n", std::int64_t{whole(30.44)}}});
  return message(language, "picture.gap.years", {{"n", std::int64_t{whole(365.2425)}}});
}

/// What the name of a cell may take: the cell, and half of a break on either side, but as much on both, for it stands
/// in the middle.
double room_of(const Cell& cell, const std::vector<Break>& breaks) {
  double before = 0;
  double behind = 0;
  for (const Break& gap : breaks) {
    if (std::abs(gap.to - cell.from) < 0.01) before = (gap.to - gap.from) / 2;
    if (std::abs(gap.from - cell.to) < 0.01) behind = (gap.to - gap.from) / 2;
  }
  return cell.to - cell.from + 2 * std::min(before, behind);
}

}  // namespace

double add_axis_labels(Scene& scene, const Plot& plot, const PictureWords& words, double down) {
  if (plot.scale.cells().empty()) return 0;
  const CellUnit unit = plot.scale.unit();
  const auto& cells = plot.scale.cells();
  const auto& breaks = plot.scale.breaks();
  double at = down;
  Row years(scene, small_font, color::quiet, "quiet", at, 14);
  if (unit == CellUnit::day || unit == CellUnit::month) at += 14;
  Row names(scene, name_font, color::ink, "tick", at, 18);
  at += 18;
  // Weekdays keep within their cells, how long a break is within the break: they cannot touch.
  Row weekdays(scene, small_font, color::quiet, "quiet", at, 14);
  Row gaps(scene, gap_font, color::quiet, "quiet", at, 14);
  if (unit == CellUnit::day || !breaks.empty()) at += 14;
  const bool hours = unit == CellUnit::day && std::any_of(cells.begin(), cells.end(), [](const Cell& c) {
                       return c.detailed && (c.to - c.from) / 4 >= hour_room;
                     });
  Row clock(scene, tiny_font, color::quiet, "quiet", at, 12);
  const double ruler = at;
  if (hours || !breaks.empty()) at += 12;

  std::string year;
  auto gap = breaks.begin();
  for (const Cell& cell : cells) {
    if (gap != breaks.end() && gap->to <= cell.from) {
      const double from = plot.origin + gap->from + tear_inset;
      const double to = plot.origin + gap->to - tear_inset;
      gaps.add(fitted(gap_words(*gap, words.language()), gap_font, to - from + tear_inset), (from + to) / 2);
      add_tear(scene, from, to, ruler, at + 2);
      ++gap;
    }
    const CellWords cell_words = words_of(cell, room_of(cell, breaks), unit, words.dates());
    const double middle = plot.origin + (cell.from + cell.to) / 2;
    if (cell_words.above != year) years.add(cell_words.above, middle);
    year = cell_words.above;
    names.add(cell_words.name, middle);
    if (label_width(cell_words.below, small_font) <= cell.to - cell.from - 4) weekdays.add(cell_words.below, middle);
    if (!hours || !cell.detailed) continue;
    const double quarter = (cell.to - cell.from) / 4;
    for (int i = 1; i < 4; ++i) {
      clock.add((i < 2 ? "0" : "") + std::to_string(6 * i), plot.origin + cell.from + quarter * i);
    }
  }
  return at - down;
}

void add_grid(Scene& scene, const Plot& plot, double down, double bottom) {
  const auto line = [&](double along, std::string_view color, double width, const char* css) {
    Mark mark;
    mark.css = css;
    mark.rect = {plot.origin + along - width / 2, down, width, bottom - down};
    mark.fill = color;
    scene.ground.push_back(mark);
  };
  for (const Break& gap : plot.scale.breaks()) {
    Mark torn;
    torn.css = "torn";
    torn.rect = {plot.origin + gap.from + tear_inset, down, gap.to - gap.from - 2 * tear_inset, bottom - down};
    torn.fill = color::paper;
    scene.ground.push_back(torn);
  }
  double before = -1;
  for (const Cell& cell : plot.scale.cells()) {
    if (cell.from != before) line(cell.from, color::grid, 0.8, "grid");
    line(cell.to, color::grid, 0.8, "grid");
    before = cell.to;
    const double quarter = (cell.to - cell.from) / 4;
    if (plot.scale.unit() != CellUnit::day || !cell.detailed || quarter < hour_room) continue;
    for (int i = 1; i < 4; ++i) line(cell.from + quarter * i, color::fine_grid, 0.6, "grid fine");
  }
}

}  // namespace isnad::picture
