// The overview above a picture that has no room for all events: a column a period, as high as it holds events.
#include <algorithm>

#include "report/escape.h"
#include "report/layout_parts.h"
#include "report/layout_row.h"
#include "report/overview.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

constexpr double tallest = 64;
constexpr double shortest = 2;
constexpr double widest = 46;
constexpr double between = 3;
constexpr Font name_font{10.5, true};

std::string_view caption_key(CellUnit unit) {
  static constexpr std::string_view keys[] = {
      "picture.overview.day",  "picture.overview.week",   "picture.overview.month",  "picture.overview.quarter",
      "picture.overview.year", "picture.overview.decade", "picture.overview.century"};
  return keys[static_cast<std::size_t>(unit)];
}

/// What stands below a column, and below that where it changes.
struct ColumnWords {
  std::string name, group;
};

ColumnWords words_of(const Period& period, CellUnit unit, const DateWords& dates) {
  if (period.all_before || period.all_behind) return {"\u2026", {}};
  switch (unit) {
    case CellUnit::day:
    case CellUnit::week:
      return {std::to_string(civil_from_day(period.begin).day), dates.month_and_year(period.begin)};
    case CellUnit::month:
    case CellUnit::quarter:
      return {dates.month(period.begin), dates.year(period.begin)};
    case CellUnit::year:
    case CellUnit::decade:
    case CellUnit::century:
      break;
  }
  return {dates.year(period.begin), {}};
}

Hyperlink link_of(const Period& period, const Overview& overview, const Timeline& timeline, const DateWords& dates,
                  Language language) {
  std::string names;
  for (const std::size_t e : period.most_told) {
    constexpr std::size_t longest_name = 60;
    names += (names.empty() ? "" : " \u00B7 ") +
             isolated(shortened(printable(in(timeline.linking.events[e].label, language)), longest_name));
  }
  Hyperlink link;
  link.url = "#" + period_id(period);
  link.tooltip = message(language, "picture.overview.tooltip",
                         {{"period", period_name(period, overview.unit, dates, language)},
                          {"n", static_cast<std::int64_t>(period.events)},
                          {"disputed", static_cast<std::int64_t>(period.disputed)},
                          {"names", names}});
  return link;
}

}  // namespace

double add_overview(Scene& scene, const Timeline& timeline, Language language, double down) {
  const Overview overview = overview_of(timeline);
  if (overview.periods.empty()) return 0;
  const DateWords dates(language, std::nullopt);
  double at = down;
  const auto note = [&](std::string words, const char* css) {
    constexpr double height = 20;
    add_line(scene, std::move(words), small_font, color::quiet, css, at, height);
    at += height;
  };
  note(message(language, caption_key(overview.unit)), "quiet");

  std::size_t most = 1;
  for (const Period& period : overview.periods) most = std::max(most, period.events);
  const double pitch =
      std::min(widest, (scene.length - 2 * page_margin) / static_cast<double>(overview.periods.size()));
  const double ground = at + 14 + tallest;
  const auto height_of = [&](std::size_t n) {
    return n == 0 ? 0 : std::max(shortest, tallest * static_cast<double>(n) / static_cast<double>(most));
  };
  Row names(scene, name_font, color::ink, "tick", ground + 2, 16);
  Row groups(scene, small_font, color::quiet, "quiet", ground + 17, 14);
  std::string group;
  bool grouped = false;
  for (std::size_t i = 0; i < overview.periods.size(); ++i) {
    const Period& period = overview.periods[i];
    const double along = page_margin + pitch * static_cast<double>(i);
    const double middle = along + pitch / 2;
    const Hyperlink link = period.events > 0 ? link_of(period, overview, timeline, dates, language) : Hyperlink{};
    const double height = height_of(period.events);
    const auto column = [&](double from, double size, std::string_view color, const char* css) {
      if (size <= 0) return;
      Mark mark;
      mark.css = css;
      mark.rect = {along + between / 2, from, pitch - between, size};
      mark.fill = color;
      mark.link = link;
      scene.marks.push_back(mark);
    };
    column(ground - height, height, color::column, "period");
    const double red = std::min(height, height_of(period.disputed));
    column(ground - red, red, color::conflict, "period disputed");
    if (period.events > 0) {
      Row count(scene, tiny_font, color::quiet, "quiet", ground - height - 13, 12);
      count.add(std::to_string(period.events), middle, link);
    }
    const ColumnWords words = words_of(period, overview.unit, dates);
    names.add(words.name, middle);
    if (words.group != group) groups.add(words.group, middle);
    grouped = grouped || !words.group.empty();
    group = words.group;
  }
  Mark line;
  line.css = "grid";
  line.rect = {page_margin, ground, pitch * static_cast<double>(overview.periods.size()), 0.8};
  line.fill = color::grid;
  scene.ground.push_back(line);
  at = ground + (grouped ? 36 : 22);
  const auto remark = [&](const char* key, std::size_t n) {
    if (n > 0) note(message(language, key, {{"n", static_cast<std::int64_t>(n)}}), "quiet left-out");
  };
  remark("picture.overview.one_sided", overview.one_sided);
  remark("picture.overview.wider", overview.wider);
  return at + 8 - down;
}

}  // namespace isnad::picture
