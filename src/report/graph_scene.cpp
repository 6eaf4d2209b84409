#include "report/graph_scene.h"

#include <algorithm>
#include <map>
#include <optional>

#include "report/escape.h"
#include "report/json_values.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

constexpr Font name_font{13, true};
constexpr Font claim_font{11, false};
constexpr double node_width = 190, claim_width = 260;
constexpr std::size_t name_lines = 3;

/// More days than this are told by the dates of the events alone.
constexpr std::int64_t most_days_told = 99;

/// Where an event lies: by what all say together, or where nobody else tells it by its one claim.
Window window_of(const Lane& lane) {
  if (lane.window.bounded() || lane.bars.size() != 1) return lane.window;
  Window all = lane.bars.front().windows.front();
  for (const Window& window : lane.bars.front().windows) all = hull(all, window);
  return all;
}

/// Whole days from one window to the other, at least and at most.
struct Apart {
  std::int64_t least = 0, most = 0;
};

std::optional<Apart> certainly_apart(const Window& first, const Window& second) {
  if (!first.bounded() || !second.bounded() || !(*first.latest < *second.earliest)) return std::nullopt;
  return Apart{day_of(*second.earliest) - day_of(*first.latest), day_of(*second.latest) - day_of(*first.earliest)};
}

class SceneBuilder {
 public:
  SceneBuilder(const PictureModel& model, const Timeline& timeline, const PictureWords& words)
      : model_(model), timeline_(timeline), words_(words) {
    for (const auto* lanes : {&model.lanes, &model.undated_lanes})
      for (const Lane& lane : *lanes) lanes_.push_back(&lane);
  }

  GraphScene build() {
    scene_.language = words_.language();
    scene_.title = {words_.title(model_), text("picture.graph.legend")};
    for (const Lane* lane : lanes_) add_event(*lane);
    add_order();
    for (const Relation& relation : timeline_.graph.relations) add_relation(relation);
    for (const Clash& clash : model_.clashes) add_clash(clash);
    leave_out_the_unrelated();
    return std::move(scene_);
  }

 private:
  [[nodiscard]] std::string text(const char* key) const { return message(words_.language(), key); }

  void add_event(const Lane& lane) {
    GraphNode node;
    node.lines = wrapped(lane.label, name_font, node_width, name_lines);
    for (std::string& line : words_.status(lane)) node.lines.push_back(std::move(line));
    const bool disputed = !lane.findings.empty();
    node.css = disputed ? "node disputed" : "node";
    node.fill = disputed ? color::disputed_lane : color::lane;
    node.stroke = disputed ? color::conflict : color::quiet;
    node.dashed = lane.bars.empty();
    node.link.id = lane.id;
    event_nodes_.emplace(lane.event, scene_.nodes.size());
    for (const auto* bars : {&lane.bars, &lane.chips})
      for (const Bar& bar : *bars) bars_.emplace(bar.claim, std::pair(&bar, scene_.nodes.size()));
    scene_.nodes.push_back(std::move(node));
  }

  /// What the windows leave no doubt about, without the edges that follow from others.
  void add_order() {
    const std::size_t n = lanes_.size();
    std::vector<std::vector<bool>> before(n, std::vector<bool>(n, false));
    const auto apart = [&](std::size_t a, std::size_t b) {
      return certainly_apart(window_of(*lanes_[a]), window_of(*lanes_[b]));
    };
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) before[a][b] = apart(a, b).has_value();
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        if (!before[a][b]) continue;
        bool follows = false;
        for (std::size_t k = 0; k < n && !follows; ++k) follows = before[a][k] && before[k][b];
        if (follows) continue;
        GraphEdge edge{a, b, days(*apart(a, b)), "order", std::string(color::tear), true, true, false, {}};
        scene_.edges.push_back(std::move(edge));
      }
  }

  [[nodiscard]] std::string days(const Apart& apart) const {
    if (apart.most == 0 || apart.most > most_days_told) return {};
    if (apart.least == apart.most) return message(words_.language(), "picture.graph.days", {{"n", apart.least}});
    return message(words_.language(), "picture.graph.days_between", {{"least", apart.least}, {"most", apart.most}});
  }

  void add_relation(const Relation& relation) {
    const auto from = event_nodes_.find(relation.from), to = event_nodes_.find(relation.to);
    if (from == event_nodes_.end() || to == event_nodes_.end() || !relation.claim) return;
    const Claim& claim = claim_of(timeline_, *relation.claim);
    std::string said;
    if (claim.time.timex) {
      const auto& analysis = timeline_.documents[index(relation.claim->document)];
      said = shortened(printable(slice(analysis.document.text, analysis.timexes[*claim.time.timex].span)), 40);
    }
    const bool after = relation.kind == "after";
    scene_.edges.push_back({after ? to->second : from->second,
                            after ? from->second : to->second,
                            std::move(said),
                            "relation",
                            std::string(color::ink),
                            true,
                            true,
                            false,
                            {}});
  }

  void add_clash(const Clash& clash) {
    const auto odd = claim_node(clash.odd), other = claim_node(clash.other);
    if (!odd || !other) return;
    GraphEdge edge{*odd, *other, {}, "clash", std::string(color::conflict), false, false, true, {}};
    const Finding& finding = timeline_.audit.findings[clash.finding];
    edge.link.tooltip = printable(in(finding.message, words_.language()));
    scene_.edges.push_back(std::move(edge));
  }

  /// Events about which nothing is known but that they happened would stand at the begin of time, where they do not
  /// belong.
  void leave_out_the_unrelated() {
    std::vector<bool> related(scene_.nodes.size(), scene_.edges.empty());
    for (const GraphEdge& edge : scene_.edges) related[edge.from] = related[edge.to] = true;
    std::vector<GraphNode> kept;
    std::vector<std::size_t> place;
    for (std::size_t n = 0; n < scene_.nodes.size(); ++n) {
      place.push_back(kept.size());
      if (related[n]) kept.push_back(std::move(scene_.nodes[n]));
    }
    for (GraphEdge& edge : scene_.edges) {
      edge.from = place[edge.from];
      edge.to = place[edge.to];
    }
    const std::size_t out = scene_.nodes.size() - kept.size() + model_.dated_left_out + model_.undated_left_out;
    if (out > 0)
      scene_.title.push_back(
          message(words_.language(), "picture.graph.left_out", {{"n", static_cast<std::int64_t>(out)}}));
    scene_.nodes = std::move(kept);
  }

  /// The node of a claim, beside its event.
  std::optional<std::size_t> claim_node(ClaimRef claim) {
    const auto found = bars_.find(claim);
    if (found == bars_.end()) return std::nullopt;
    const auto [known, fresh] = claim_nodes_.emplace(claim, scene_.nodes.size());
    if (!fresh) return known->second;
    const auto& [bar, event] = found->second;
    GraphNode node;
    node.lines = {bar->windows.empty() ? words_.chip(*bar, claim_font, claim_width)
                                       : words_.bar(*bar, claim_font, claim_width)};
    node.lines.front() = "\u26A0 " + node.lines.front();
    node.css = "claim";
    node.fill = source_color(bar->source).light;
    node.stroke = color::conflict;
    node.small = true;
    node.link = {bar->id, {}, words_.tooltip(*bar)};
    scene_.nodes.push_back(std::move(node));
    scene_.edges.push_back({event, known->second, {}, "cycle", std::string(color::conflict), false, true, false, {}});
    return known->second;
  }

  const PictureModel& model_;
  const Timeline& timeline_;
  const PictureWords& words_;
  std::vector<const Lane*> lanes_;
  std::map<std::size_t, std::size_t> event_nodes_;
  std::map<ClaimRef, std::pair<const Bar*, std::size_t>> bars_;
  std::map<ClaimRef, std::size_t> claim_nodes_;
  GraphScene scene_;
};

}  // namespace

GraphScene graph_scene(const PictureModel& model, const Timeline& timeline, const PictureWords& words) {
  return SceneBuilder(model, timeline, words).build();
}

}  // namespace isnad::picture
