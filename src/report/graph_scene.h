// The temporal graph as a graph: events, what lies between them, and the claims that cannot all be true. Graphviz finds
// the places (its engine "dot").
#pragma once

#include <string>
#include <vector>

#include "report/layout_scene.h"
#include "report/picture_words.h"

namespace isnad::picture {

/// A box with lines of printable text.
struct GraphNode {
  std::vector<std::string> lines;
  std::string css;
  std::string fill, stroke;
  bool small = false;   ///< a claim beside its event
  bool dashed = false;  ///< nobody dates it
  Hyperlink link;
};

struct GraphEdge {
  std::size_t from = 0, to = 0;  ///< nodes; time runs from `from` to `to`
  std::string label;             ///< printable; may be empty. Only where `places`: Graphviz 2.42 frees twice what it
                                 ///< keeps of labels between nodes of one rank
  std::string css;
  std::string color;
  bool directed = true;
  bool places = true;  ///< `to` is put behind `from`
  bool bold = false;
  Hyperlink link;
};

struct GraphScene {
  Language language = Language::ar;
  std::vector<std::string> title;
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// The events of the model; between them what their windows leave no doubt about (each event before the next ones, not
/// before those behind them) with the days that lie between, what an article says of two of them, and each
/// contradiction as the cycle of its claims. O(lanes^3): the model holds a few dozen.
[[nodiscard]] GraphScene graph_scene(const PictureModel& model, const Timeline& timeline, const PictureWords& words);

}  // namespace isnad::picture
