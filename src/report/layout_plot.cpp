// The axis and how long each bar and its label are along it.
#include <algorithm>

#include "report/layout_parts.h"

namespace isnad::picture {
namespace {

constexpr double open_shortest = 96;
constexpr double open_longest = 250;
constexpr double beside = 6;  // between a bar and its label

double sign_room(const Bar& bar) { return bar.in_conflict ? sign_size + 4 : 0; }

/// A window on the axis, from 0. An open side has no length of its own: it gets room for its label, and fades.
Span span_of(const Window& window, const TimeScale& scale, double open_length) {
  Span span;
  span.open_back = !window.earliest;
  span.open_forward = !window.latest;
  if (window.earliest) span.from = scale.at(*window.earliest);
  if (window.latest) span.to = scale.at(*window.latest + Minutes{1});
  if (span.open_back) span.from = span.to - open_length;
  if (span.open_forward) span.to = span.from + open_length;
  const double missing = shortest_bar - (span.to - span.from);
  if (missing > 0) {
    span.from -= missing / 2;
    span.to += missing / 2;
  }
  return span;
}

PlacedBar placed(const Bar& bar, const TimeScale& scale, const PictureWords& words) {
  PlacedBar out;
  out.label = words.bar(bar, bar_font, longest_label);
  const double width = label_width(out.label, bar_font);
  const double inside = stripe + 5 + sign_room(bar) + width + 5;
  const double open_length = std::clamp(inside + 22, open_shortest, open_longest);
  for (const Window& window : bar.windows) out.spans.push_back(span_of(window, scale, open_length));
  const Span& first = out.spans.front();
  if (first.to - first.from >= inside + (first.open_back || first.open_forward ? 14 : 0)) {
    out.sign_from = first.from + stripe + 4 + (first.open_back ? 14 : 0);
  } else {
    out.sign_from = out.to() + beside;
  }
  out.label_from = out.sign_from + sign_room(bar) + (out.sign_from > out.to() ? 0 : 1);
  out.label_to = out.label_from + width;
  return out;
}

void shift(PlacedBar& bar, double by) {
  for (Span& span : bar.spans) {
    span.from += by;
    span.to += by;
  }
  bar.label_from += by;
  bar.label_to += by;
  bar.sign_from += by;
}

}  // namespace

Plot plot_of(const PictureModel& model, const PictureWords& words) {
  std::vector<Window> windows;
  for (const Lane& lane : model.lanes) {
    for (const Bar& bar : lane.bars) windows.insert(windows.end(), bar.windows.begin(), bar.windows.end());
  }
  Plot plot{TimeScale(windows, axis_length), page_margin + 12 + gutter + gutter_gap, 0, 0, {}};
  double first = 0;
  double last = std::max(plot.scale.length(), axis_length * 0.6);
  for (const Lane& lane : model.lanes) {
    auto& bars = plot.bars.emplace_back();
    for (const Bar& bar : lane.bars) {
      bars.push_back(placed(bar, plot.scale, words));
      first = std::min(first, bars.back().from());
      last = std::max({last, bars.back().to(), bars.back().label_to});
    }
  }
  plot.origin = plot.begin + axis_apron - first;
  plot.end = plot.origin + last + axis_apron;
  for (auto& bars : plot.bars) {
    for (PlacedBar& bar : bars) shift(bar, plot.origin);
  }
  return plot;
}

}  // namespace isnad::picture
