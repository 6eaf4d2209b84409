// One event's lane.
#include <algorithm>

#include "report/escape.h"
#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

constexpr double label_line = 18;
constexpr double small_line = 15;
constexpr std::size_t most_findings = 2;

struct GutterLine {
  std::string text;
  Font font;
  std::string color;
  double height = small_line;
  bool sign = false;
  Hyperlink link;
};

/// On one line where they fit, else a line each.
std::vector<std::string> status_lines(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " \u00B7 ") + part;
  if (label_width(all, small_font) <= gutter) return {all};
  std::vector<std::string> lines;
  for (const std::string& part : parts) lines.push_back(fitted(part, small_font, gutter));
  return lines;
}

std::vector<GutterLine> gutter_lines(const Lane& lane, const Timeline& timeline, const PictureWords& words) {
  const Language language = words.language();
  std::vector<GutterLine> lines;
  for (std::string& line : wrapped(lane.label, lane_font, gutter, 3)) {
    lines.push_back({isolated(line),
                     lane_font,
                     std::string(color::ink),
                     label_line,
                     false,
                     {{}, "#" + lane.id, shortened(lane.label, 400)}});
  }
  for (const std::string& line : status_lines(words.status(lane))) {
    lines.push_back({line, small_font, std::string(color::quiet), small_line, false, {}});
  }
  for (std::size_t i = 0; i < lane.findings.size() && i < most_findings; ++i) {
    const Finding& finding = timeline.audit.findings[lane.findings[i]];
    const std::string text = fitted(rule_words(finding, language), small_font, gutter - sign_size - 5);
    lines.push_back(
        {text,
         small_font,
         std::string(color::conflict),
         small_line,
         true,
         {{}, "#" + anchor("finding-", finding.id), shortened(printable(in(finding.message, language)), 400)}});
  }
  if (lane.findings.size() > most_findings) {
    const auto more = static_cast<std::int64_t>(lane.findings.size() - most_findings);
    lines.push_back({message(language, "picture.more.findings", {{"n", more}}),
                     small_font,
                     std::string(color::conflict),
                     small_line,
                     false,
                     {}});
  }
  if (lane.left_out > 0) {
    const auto more = static_cast<std::int64_t>(lane.left_out);
    lines.push_back({message(language, "picture.more.claims", {{"n", more}}),
                     small_font,
                     std::string(color::quiet),
                     small_line,
                     false,
                     {}});
  }
  return lines;
}

double height_of(const std::vector<GutterLine>& lines) {
  double height = 0;
  for (const GutterLine& line : lines) height += line.height;
  return height;
}

Hyperlink link_of(const Bar& bar, const PictureWords& words) { return {bar.id, "#" + bar.id, words.tooltip(bar)}; }

/// What belongs to a bar beside the bar itself: followed and hovered over alike, but the id is the bar's.
Hyperlink follower(Hyperlink link) {
  link.id.clear();
  return link;
}

/// Tears a bar where the axis is broken, unless its label lies there.
void tear(Scene& scene, const PlacedBar& placed, const Plot& plot, double down) {
  for (const Break& gap : plot.scale.breaks()) {
    const double from = plot.origin + gap.from + tear_inset;
    const double to = plot.origin + gap.to - tear_inset;
    if (placed.label_from < to && from < placed.label_to) continue;
    for (const Span& span : placed.spans) {
      if (span.from < from && to < span.to) add_tear(scene, from, to, down, down + bar_height);
    }
  }
}

void add_bar(Scene& scene, const Bar& bar, const PlacedBar& placed, const Plot& plot, const PictureWords& words,
             double down, Places& places) {
  Hyperlink link = link_of(bar, words);
  const double center = down + bar_height / 2;
  for (std::size_t i = 0; i < placed.spans.size(); ++i) {
    add_span(scene, placed.spans[i], bar, down, link);
    if (i == 0) {
      link = follower(link);
      continue;
    }
    Stroke either;  // "or"
    either.css = "either";
    either.color = source_color(bar.source).strong;
    either.dashed = true;
    either.points = {{placed.spans[i - 1].to, center}, {placed.spans[i].from, center}};
    if (either.points[1].along > either.points[0].along) scene.strokes.push_back(either);
  }
  tear(scene, placed, plot, down);
  if (bar.in_conflict) add_sign(scene, placed.sign_from, center, link);
  Text label;
  label.css = "claim";
  label.text = placed.label;
  label.font = bar_font;
  label.color = color::ink;
  label.rect = {placed.label_from, down, placed.label_to - placed.label_from, bar_height};
  label.link = link;
  add_text(scene, label);
  places[bar.claim] = {{placed.from(), down, placed.to() - placed.from(), bar_height}, false};
}

struct PlacedChip {
  const Bar* bar;
  std::string label;
  Rect rect;
};

/// Chips in rows behind the words "no date"; `height` grows by their rows.
std::vector<PlacedChip> place_chips(const Lane& lane, const Plot& plot, const PictureWords& words, double down,
                                    double& height) {
  constexpr double gap = 8;
  constexpr double longest_chip = 260;
  const double begin = plot.begin + axis_apron;
  const double caption = label_width(message(words.language(), "picture.undated"), small_font);
  double along = begin + caption + gap;
  std::vector<PlacedChip> chips;
  double row = down;
  for (const Bar& bar : lane.chips) {
    const double sign = bar.in_conflict ? sign_size + 4 : 0;
    std::string label = words.chip(bar, small_font, longest_chip - sign);
    const double width = stripe + 5 + sign + label_width(label, small_font) + 6;
    if (along + width > plot.end - axis_apron && along > begin + caption + gap) {
      along = begin + caption + gap;
      row += row_height;
    }
    chips.push_back({&bar, std::move(label), {along, row, width, bar_height}});
    along += width + gap;
  }
  if (!chips.empty()) height += row - down + row_height;
  return chips;
}

void add_chip(Scene& scene, const PlacedChip& chip, const PictureWords& words, Places& places) {
  const Bar& bar = *chip.bar;
  const Hyperlink link = link_of(bar, words);
  Mark mark;
  mark.rect = chip.rect;
  mark.css = bar.in_conflict ? "chip conflict" : "chip";
  mark.fill = color::paper;
  mark.stroke = bar.in_conflict ? color::conflict : source_color(bar.source).strong;
  mark.stroke_width = bar.in_conflict ? 2 : 1;
  mark.dashed = true;
  mark.link = link;
  scene.marks.push_back(mark);
  Mark band;
  band.css = "source";
  band.rect = {chip.rect.along + 1, chip.rect.down + 1, stripe, bar_height - 2};
  band.fill = source_color(bar.source).strong;
  scene.marks.push_back(band);
  double along = chip.rect.along + stripe + 5;
  if (bar.in_conflict) {
    add_sign(scene, along, chip.rect.center().down, follower(link));
    along += sign_size + 4;
  }
  Text label;
  label.css = "claim";
  label.text = chip.label;
  label.font = small_font;
  label.color = color::ink;
  label.rect = {along, chip.rect.down, chip.rect.end() - along, bar_height};
  label.link = follower(link);
  add_text(scene, label);
  places[bar.claim] = {chip.rect, true};
}

}  // namespace

double add_lane(Scene& scene, const Lane& lane, const std::vector<PlacedBar>& bars, const Plot& plot,
                const Timeline& timeline, const PictureWords& words, double down, Places& places) {
  const std::vector<GutterLine> lines = gutter_lines(lane, timeline, words);
  double rows = row_height * static_cast<double>(bars.size());
  const double first_row = down + lane_padding + (row_height - bar_height) / 2;
  const std::vector<PlacedChip> chips = place_chips(lane, plot, words, first_row + rows, rows);
  const double height = std::max(rows, height_of(lines)) + 2 * lane_padding;
  const bool disputed = !lane.findings.empty() || lane.status == EventStatus::disputed;

  Mark ground;
  ground.rect = {page_margin, down, plot.end - page_margin, height};
  ground.css = disputed ? "lane disputed" : "lane";
  ground.fill = disputed ? color::disputed_lane : color::lane;
  ground.link.id = lane.id;
  scene.ground.push_back(ground);
  if (disputed) {  // a second sign beside the tint
    Mark edge;
    edge.css = "edge";
    edge.rect = {page_margin, down, 3, height};
    edge.fill = color::conflict;
    scene.ground.push_back(edge);
  }

  double line_down = down + (height - height_of(lines)) / 2;
  for (const GutterLine& line : lines) {
    double along = page_margin + 12;
    if (line.sign) {
      add_sign(scene, along, line_down + line.height / 2, line.link);
      along += sign_size + 5;
    }
    Text text;
    text.css = line.font.bold ? "event" : line.color == color::conflict ? "alarm" : "quiet";
    text.text = line.text;
    text.font = line.font;
    text.color = line.color;
    text.rect = {along, line_down, page_margin + 12 + gutter - along, line.height};
    text.link = line.link;
    add_text(scene, text);
    line_down += line.height;
  }

  for (std::size_t i = 0; i < bars.size(); ++i) {
    add_bar(scene, lane.bars[i], bars[i], plot, words, first_row + row_height * static_cast<double>(i), places);
  }
  if (!chips.empty()) {
    Text caption;
    caption.css = "quiet";
    caption.text = message(words.language(), "picture.undated");
    caption.font = small_font;
    caption.color = color::quiet;
    caption.rect = {plot.begin + axis_apron, chips.front().rect.down, label_width(caption.text, small_font),
                    bar_height};
    add_text(scene, caption);
  }
  for (const PlacedChip& chip : chips) add_chip(scene, chip, words, places);
  return height;
}

}  // namespace isnad::picture
