#include "report/graphviz_render.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/escape.h"
#include "report/graphviz_output.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

using graphviz::families;
using graphviz::set;
using graphviz::set_default;

constexpr double points_per_inch = 72;

/// Fills a graph with a scene.
class Drawing {
 public:
  Drawing(Agraph_t* graph, const Scene& scene, PictureFormat format)
      : graph_(graph), scene_(scene), svg_(format == PictureFormat::svg) {}

  void draw() {
    Mark page;
    page.css = "page";
    page.rect = {0, 0, scene_.length, scene_.height};
    page.fill = color::paper;
    add(page);
    for (const Mark& mark : scene_.ground) add(mark);
    for (const Mark& mark : scene_.marks) add(mark);
    for (const Text& text : scene_.texts) add(text);
    for (const Stroke& stroke : scene_.strokes) add(stroke);
  }

 private:
  [[nodiscard]] bool mirrored() const { return scene_.language == Language::ar; }
  [[nodiscard]] double x(double along) const { return mirrored() ? scene_.length - along : along; }
  [[nodiscard]] double y(double down) const { return scene_.height - down; }
  [[nodiscard]] std::string position(const Point& p) const {
    return fmt::format("{:.2f},{:.2f}", x(p.along), y(p.down));
  }

  Agnode_t* node(const Rect& rect, const char* shape, const std::string& css) {
    std::string name = "n" + std::to_string(++nodes_);
    Agnode_t* node = graphviz::library().agnode(graph_, name.data(), 1);
    set(node, "shape", shape);
    set(node, "pos", position(rect.center()));
    set(node, "width", fmt::format("{:.4f}", rect.length / points_per_inch));
    set(node, "height", fmt::format("{:.4f}", rect.height / points_per_inch));
    set(node, "class", css);
    return node;
  }

  void add(const Mark& mark) {
    const bool triangle =
        mark.form == Form::warning || mark.form == Form::arrow_back || mark.form == Form::arrow_forward;
    Agnode_t* n = node(mark.rect, triangle ? "triangle" : "box", mark.css);
    std::string style = "filled";
    if (mark.form == Form::rounded) style += ",rounded";
    if (mark.dashed) style += ",dashed";
    set(n, "style", style);
    std::string fill = mark.fill.empty() ? "transparent" : mark.fill;
    if (!mark.fades_to.empty()) {
      const bool to_the_left = mark.fades_back != mirrored();
      fill = to_the_left ? mark.fades_to + ":" + fill : fill + ":" + mark.fades_to;
      set(n, "gradientangle", "0");
    }
    set(n, "fillcolor", fill);
    set(n, "color", mark.stroke.empty() ? "transparent" : mark.stroke);
    set(n, "penwidth", mark.stroke.empty() ? "0" : fmt::format("{:.2f}", mark.stroke_width));
    if (mark.form == Form::arrow_back || mark.form == Form::arrow_forward) {
      const bool to_the_left = (mark.form == Form::arrow_back) != mirrored();
      set(n, "orientation", to_the_left ? "90" : "270");
    }
    if (mark.form == Form::warning) {
      // The mark inside the sign: a bar and a dot, so that no font is needed.
      graphviz::refer(n, mark.link, scene_.language);
      const Point c = mark.rect.center();
      Mark ink;
      ink.css = "sign-ink";
      ink.fill = color::paper;
      const double unit = mark.rect.height / 12;
      ink.rect = {c.along - 0.75 * unit, c.down - 2.2 * unit, 1.5 * unit, 4 * unit};
      add(ink);
      ink.rect = {c.along - 0.75 * unit, c.down + 2.8 * unit, 1.5 * unit, 1.5 * unit};
      add(ink);
      return;
    }
    graphviz::refer(n, mark.link, scene_.language);
  }

  void add(const Text& text) {
    Agnode_t* n = node(text.rect, "plaintext", text.css);
    std::string label = dot_escaped(isolated(text.text, scene_.language));
    if (text.align != Align::middle) label += (text.align == Align::begin) != mirrored() ? "\\l" : "\\r";
    set(n, "label", label);
    set(n, "fontsize", fmt::format("{:.1f}", text.font.size));
    set(n, "fontcolor", text.color);
    if (text.font.bold && !svg_) set(n, "fontname", std::string(families) + ",Bold");
    graphviz::refer(n, text.link, scene_.language);
  }

  /// A polyline: an edge between two points that are not drawn, with its whole way given.
  void add(const Stroke& stroke) {
    const auto anchor_node = [&](const Point& p) {
      Agnode_t* n = node({p.along, p.down, 0, 0}, "point", "");
      set(n, "style", "invis");
      return n;
    };
    Agnode_t* tail = anchor_node(stroke.points.front());
    Agnode_t* head = anchor_node(stroke.points.back());
    Agedge_t* edge = graphviz::library().agedge(graph_, tail, head, nullptr, 1);
    std::string way = position(stroke.points.front());
    for (std::size_t i = 1; i < stroke.points.size(); ++i) {  // a straight line as a Bezier curve
      way += " " + position(stroke.points[i - 1]) + " " + position(stroke.points[i]) + " " + position(stroke.points[i]);
    }
    set(edge, "pos", way);
    set(edge, "class", stroke.css);
    set(edge, "color", stroke.color);
    set(edge, "penwidth", fmt::format("{:.2f}", stroke.width));
    if (stroke.dashed) set(edge, "style", "dashed");
    graphviz::refer(edge, stroke.link, scene_.language);
  }

  Agraph_t* graph_;
  const Scene& scene_;
  bool svg_;
  std::size_t nodes_ = 0;
};

graphviz::Graph graph_of(const Scene& scene, PictureFormat format, double dpi) {
  char name[] = "timeline";
  graphviz::Graph graph(graphviz::library().agopen(name, *graphviz::library().undirected, nullptr));
  Agraph_t* g = graph.get();
  const std::string font(families);
  set_default(g, AGRAPH, "charset", "UTF-8");
  set_default(g, AGRAPH, "layout", "nop2");
  set_default(g, AGRAPH, "outputorder", "nodesfirst");
  set_default(g, AGRAPH, "splines", "line");
  set_default(g, AGRAPH, "pad", "0");
  set_default(g, AGRAPH, "margin", "0");
  set_default(g, AGRAPH, "bgcolor", std::string(color::paper));
  set_default(g, AGRAPH, "fontname", font);
  if (format == PictureFormat::png) set_default(g, AGRAPH, "dpi", fmt::format("{:.0f}", dpi));
  set_default(g, AGNODE, "fontname", font);
  set_default(g, AGNODE, "fixedsize", "true");
  set_default(g, AGNODE, "margin", "0");
  set_default(g, AGNODE, "label", "");
  set_default(g, AGEDGE, "fontname", font);
  Drawing(g, scene, format).draw();
  return graph;
}

}  // namespace

Result<std::string> render(const Scene& scene, PictureFormat format) {
  constexpr double sharp = 144;  // twice the size of the SVG's pixels
  constexpr double legible = 72;
  const double longest = std::max(scene.length, scene.height) / points_per_inch;
  const double dpi = std::min(sharp, std::floor(longest_side_px / longest));
  if (dpi < legible) {
    const auto rounded = [](double v) { return static_cast<std::int64_t>(std::llround(v)); };
    return graphviz::failure(scene.language,
                             message(scene.language, "picture.error.too_large",
                                     {{"length", rounded(scene.length)}, {"height", rounded(scene.height)}}),
                             "picture.error.too_many.remedy");
  }
  return graphviz::rendered(
      scene.language, format, "nop2", [&] { return graph_of(scene, format, dpi); },
      [&](const std::string& svg) { return tidy_svg(svg, scene.language, scene.length, scene.height); });
}

}  // namespace isnad::picture
