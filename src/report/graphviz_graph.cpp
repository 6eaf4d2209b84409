// A graph whose places Graphviz finds.
#include <fmt/format.h>

#include <charconv>

#include "report/escape.h"
#include "report/graphviz_output.h"
#include "report/graphviz_render.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

using graphviz::refer;
using graphviz::set;
using graphviz::set_default;

constexpr double pad_inches = 0.25;

/// `end`: how Graphviz sets each line: "\\n" in the middle, "\\l" and "\\r" at a side.
std::string label_of(const std::vector<std::string>& lines, Language language, const char* end) {
  std::string label;
  for (const std::string& line : lines) label += dot_escaped(isolated(line, language)) + end;
  return label;
}

graphviz::Graph graph_of(const GraphScene& scene, PictureFormat format) {
  char name[] = "timeline";
  const graphviz::Library& gv = graphviz::library();
  graphviz::Graph graph(gv.agopen(name, *gv.directed, nullptr));
  Agraph_t* g = graph.get();
  const bool mirrored = scene.language == Language::ar;
  const std::string font(graphviz::families);
  set_default(g, AGRAPH, "charset", "UTF-8");
  set_default(g, AGRAPH, "rankdir", mirrored ? "RL" : "LR");
  set_default(g, AGRAPH, "pad", fmt::format("{}", pad_inches));
  set_default(g, AGRAPH, "outputorder", "edgesfirst");  // where dot leads a line over a box, it goes on behind it
  set_default(g, AGRAPH, "nodesep", "0.2");
  set_default(g, AGRAPH, "ranksep", "0.6");
  set_default(g, AGRAPH, "bgcolor", std::string(color::paper));
  set_default(g, AGRAPH, "fontname", font);
  set_default(g, AGRAPH, "fontsize", "15");
  set_default(g, AGRAPH, "fontcolor", std::string(color::ink));
  set_default(g, AGRAPH, "labelloc", "t");
  set_default(g, AGRAPH, "labeljust", mirrored ? "r" : "l");
  set_default(g, AGRAPH, "label", label_of(scene.title, scene.language, mirrored ? "\\r" : "\\l"));
  if (format == PictureFormat::png) set_default(g, AGRAPH, "dpi", "144");
  set_default(g, AGNODE, "fontname", font);
  set_default(g, AGNODE, "shape", "box");
  set_default(g, AGNODE, "margin", "0.14,0.08");
  set_default(g, AGNODE, "fontcolor", std::string(color::ink));
  set_default(g, AGEDGE, "fontname", font);
  set_default(g, AGEDGE, "fontsize", "11");
  set_default(g, AGEDGE, "arrowsize", "0.7");
  std::vector<Agnode_t*> nodes;
  for (std::size_t n = 0; n < scene.nodes.size(); ++n) {
    const GraphNode& node = scene.nodes[n];
    std::string key = "n" + std::to_string(n + 1);
    Agnode_t* made = gv.agnode(g, key.data(), 1);
    set(made, "label", label_of(node.lines, scene.language, "\\n"));
    set(made, "class", node.css);
    set(made, "style", node.dashed ? "filled,rounded,dashed" : "filled,rounded");
    set(made, "fillcolor", node.fill);
    set(made, "color", node.stroke);
    set(made, "fontsize", node.small ? "11" : "13");
    refer(made, node.link, scene.language);
    nodes.push_back(made);
  }
  for (const GraphEdge& edge : scene.edges) {
    Agedge_t* made = gv.agedge(g, nodes[edge.from], nodes[edge.to], nullptr, 1);
    if (!edge.label.empty()) set(made, "label", dot_escaped(isolated(edge.label, scene.language)));
    set(made, "class", edge.css);
    set(made, "color", edge.color);
    set(made, "fontcolor", edge.color == color::tear ? std::string(color::quiet) : edge.color);
    set(made, "penwidth", edge.bold ? "2" : "1");
    if (!edge.directed) set(made, "dir", "none");
    if (!edge.places) set(made, "constraint", "false");
    refer(made, edge.link, scene.language);
  }
  return graph;
}

/// The number behind `name="` in the opening tag of Graphviz's SVG, in points.
double length_of(std::string_view svg, std::string_view name) {
  const std::string lead = fmt::format("<svg {}=\"", name), later = fmt::format(" {}=\"", name);
  std::size_t at = svg.find(lead);
  at = at != std::string_view::npos ? at + lead.size() : svg.find(later, svg.find("<svg")) + later.size();
  double value = 0;
  std::from_chars(svg.data() + at, svg.data() + svg.size(), value);
  return value;
}

}  // namespace

Result<std::string> render(const GraphScene& scene, PictureFormat format) {
  return graphviz::rendered(
      scene.language, format, "dot", [&] { return graph_of(scene, format); },
      [&](const std::string& svg) {
        return tidy_svg(svg, scene.language, length_of(svg, "width"), length_of(svg, "height"));
      });
}

}  // namespace isnad::picture
