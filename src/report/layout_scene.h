// The picture as shapes with places: what the layout makes and Graphviz draws.
//
// Lengths are points. `along` runs from the begin of reading (right in Arabic, left in English) and `down` from the
// top, so that the layout knows no direction; the drawing mirrors it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/messages.h"
#include "report/label_width.h"

namespace isnad::picture {

struct Point {
  double along = 0, down = 0;
};

struct Rect {
  double along = 0, down = 0;  ///< the corner at the begin, above
  double length = 0, height = 0;
  [[nodiscard]] double end() const { return along + length; }
  [[nodiscard]] double bottom() const { return down + height; }
  [[nodiscard]] Point center() const { return {along + length / 2, down + height / 2}; }
};

/// What a reader can do with a mark: link to it, follow it, hover over it. All may be empty; printable text.
struct Hyperlink {
  std::string id;  ///< of the element
  std::string url;
  std::string tooltip;
};

enum class Form : std::uint8_t { box, rounded, warning, arrow_back, arrow_forward };

/// A filled shape.
struct Mark {
  Form form = Form::box;
  Rect rect;
  std::string css;       ///< classes
  std::string fill;      ///< "" for none
  std::string fades_to;  ///< a second colour, reached at the begin (fades_back) or end
  bool fades_back = false;
  std::string stroke;  ///< "" for none
  double stroke_width = 1;
  bool dashed = false;
  Hyperlink link;
};

enum class Align : std::uint8_t { begin, middle, end };

/// One line of text (isolated by the drawing); centred in height.
struct Text {
  Rect rect;
  std::string css;
  std::string text;
  Font font;
  std::string color;
  Align align = Align::begin;
  Hyperlink link;
};

/// A line through points.
struct Stroke {
  std::vector<Point> points;
  std::string css;
  std::string color;
  double width = 1;
  bool dashed = false;
  Hyperlink link;
};

/// Painted in the order of the members.
struct Scene {
  Language language = Language::ar;
  double length = 0, height = 0;
  std::vector<Mark> ground;  ///< lanes, grid
  std::vector<Mark> marks;   ///< bars
  std::vector<Text> texts;
  std::vector<Stroke> strokes;  ///< above all
};

}  // namespace isnad::picture
