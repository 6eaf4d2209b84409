// The parts of the layout, and the measures that they share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/layout_scale.h"
#include "report/layout_scene.h"
#include "report/picture_model.h"
#include "report/picture_words.h"

namespace isnad::picture {

// Points.
inline constexpr double page_margin = 24;
inline constexpr double gutter = 220;  // event labels
inline constexpr double gutter_gap = 12;
inline constexpr double axis_length = 940;  // aimed at
inline constexpr double axis_apron = 14;    // between the axis and the edge of the lanes
inline constexpr double bar_height = 21;
inline constexpr double row_height = 27;
inline constexpr double lane_padding = 9;
inline constexpr double lane_gap = 7;
inline constexpr double stripe = 4;
inline constexpr double shortest_bar = 7;
inline constexpr double longest_label = 400;
inline constexpr double sign_size = 12;
inline constexpr double tear_inset = 4;  // of what is torn out, within its break

inline constexpr Font title_font{21, true};
inline constexpr Font counts_font{13, false};
inline constexpr Font lane_font{13.5, true};
inline constexpr Font bar_font{12, false};
inline constexpr Font small_font{10.5, false};
inline constexpr Font tiny_font{8.5, false};

/// One window of a bar, placed.
struct Span {
  double from = 0, to = 0;
  bool open_back = false, open_forward = false;
};

/// A bar along the axis; how far down is its lane's affair.
struct PlacedBar {
  std::vector<Span> spans;
  std::string label;
  double label_from = 0, label_to = 0;
  double sign_from = 0;  ///< of the warning sign, where it is in conflict
  [[nodiscard]] double from() const { return spans.front().from; }
  [[nodiscard]] double to() const { return spans.back().to; }
};

/// The axis and all bars on it: their lengths decide where the lanes end.
struct Plot {
  TimeScale scale;
  double begin = 0;                          ///< of the lanes
  double origin = 0;                         ///< of the axis
  double end = 0;                            ///< of the lanes
  std::vector<std::vector<PlacedBar>> bars;  ///< by lane
};
[[nodiscard]] Plot plot_of(const PictureModel& model, const PictureWords& words);

/// Where a claim was drawn.
struct Place {
  Rect rect;
  bool chip = false;
};
using Places = std::map<ClaimRef, Place>;

/// Draws a lane at `down`; returns its height.
double add_lane(Scene& scene, const Lane& lane, const std::vector<PlacedBar>& bars, const Plot& plot,
                const Timeline& timeline, const PictureWords& words, double down, Places& places);

/// Draws the labels of the axis, upwards or downwards from the lanes; returns their height.
double add_axis_labels(Scene& scene, const Plot& plot, const PictureWords& words, double down);
/// The lines of the axis and its breaks over the lanes.
void add_grid(Scene& scene, const Plot& plot, double down, double bottom);

/// Lines between claims that cannot both be true.
void add_clashes(Scene& scene, const PictureModel& model, const Timeline& timeline, Language language,
                 const Places& places);

/// Draws how many events each period holds; returns its height.
double add_overview(Scene& scene, const Timeline& timeline, Language language, double down);

/// Draws the legend and what is left out; returns its height.
double add_legend(Scene& scene, const PictureModel& model, const PictureWords& words, double down);

// Shapes that several parts draw.

/// The filled part of a bar, with the stripe of its source at the known end.
void add_span(Scene& scene, const Span& span, const Bar& bar, double down, const Hyperlink& link);
/// A red sign of warning.
void add_sign(Scene& scene, double along, double center, const Hyperlink& link);
void add_text(Scene& scene, Text text);
/// A line of text over the whole page.
void add_line(Scene& scene, std::string words, const Font& font, std::string_view color, const char* css, double down,
              double height);
/// The two edges of a piece torn out between `from` and `to`.
void add_tear(Scene& scene, double from, double to, double down, double bottom);

/// "picture.rule.NAME" of a finding's rule.
[[nodiscard]] std::string rule_words(const Finding& finding, Language language);

}  // namespace isnad::picture
