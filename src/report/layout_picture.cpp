#include "report/layout_picture.h"

#include <algorithm>

#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

double add_title(Scene& scene, const PictureModel& model, const PictureWords& words, double down) {
  const Language language = words.language();
  add_line(scene, words.title(model), title_font, color::ink, "title", down, 30);

  double along = page_margin;
  const auto count = [&](const char* key, std::size_t n, std::string_view color, const char* css) {
    Text text;
    text.css = css;
    text.text = message(language, key, {{"n", static_cast<std::int64_t>(n)}});
    text.font = counts_font;
    text.color = color;
    text.rect = {along, down + 31, label_width(text.text, text.font), 20};
    along = text.rect.end() + 18;
    add_text(scene, text);
  };
  count("picture.counts.documents", model.documents, color::quiet, "quiet");
  count("picture.counts.claims", model.claims, color::quiet, "quiet");
  if (model.contradictions > 0) {
    add_sign(scene, along, down + 41, {});
    along += sign_size + 5;
  }
  count("picture.counts.contradictions", model.contradictions,
        model.contradictions > 0 ? color::conflict : color::quiet, model.contradictions > 0 ? "alarm" : "quiet");
  return 60;
}

constexpr Font heading_font{12.5, true};

double add_heading(Scene& scene, std::string words, std::string_view color, double down) {
  add_line(scene, std::move(words), heading_font, color, "heading", down, 24);
  return 26;
}

}  // namespace

Scene lay_out(const PictureModel& model, const Timeline& timeline, const PictureWords& words, Heading heading) {
  Scene scene;
  scene.language = words.language();
  const Plot plot = plot_of(model, words);
  scene.length = plot.end + page_margin;
  Places places;
  double at = page_margin - 6;
  if (heading == Heading::shown) at += add_title(scene, model, words, at);
  if (model.dated_left_out > 0) at += add_overview(scene, timeline, words.language(), at);
  if (model.lanes.empty()) {
    at += add_heading(scene, message(words.language(), "picture.nothing"), color::quiet, at);
  } else {
    at += add_axis_labels(scene, plot, words, at) + 4;
    const double top = at;
    for (std::size_t i = 0; i < model.lanes.size(); ++i) {
      const std::string& group = model.lanes[i].group;
      if (!group.empty() && (i == 0 || model.lanes[i - 1].group_order != model.lanes[i].group_order)) {
        at += add_heading(scene, fitted(group, heading_font, scene.length - 2 * page_margin), color::ink, at);
      }
      at += add_lane(scene, model.lanes[i], plot.bars[i], plot, timeline, words, at, places) + lane_gap;
    }
    add_grid(scene, plot, top - 4, at);
    constexpr double tall = 700;  // the labels above are out of sight
    if (at - top > tall) at += add_axis_labels(scene, plot, words, at);
  }
  if (!model.undated_lanes.empty()) {
    at += 8;
    at += add_heading(scene, message(words.language(), "picture.undated.section"), color::ink, at);
    for (const Lane& lane : model.undated_lanes) {
      at += add_lane(scene, lane, {}, plot, timeline, words, at, places) + lane_gap;
    }
  }
  add_clashes(scene, model, timeline, words.language(), places);
  at += 6;
  at += add_legend(scene, model, words, at);
  scene.height = at + page_margin - 8;
  return scene;
}

}  // namespace isnad::picture
