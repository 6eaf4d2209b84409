// The legend: which colour is which source, what the signs mean, what is not drawn.
#include <algorithm>

#include "report/escape.h"
#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

constexpr double line_height = 24;
constexpr double sample_length = 30;
constexpr double sample_height = 15;
constexpr double item_gap = 22;
constexpr std::size_t most_sources = 16;
constexpr double longest_source = 250;

/// Items side by side, in lines, behind a caption.
class Flow {
 public:
  Flow(Scene& scene, double down, const std::string& caption) : scene_(scene), down_(down) {
    const double width = label_width(caption, small_font);
    text(page_margin, caption, color::quiet, width);
    begin_ = page_margin + std::max(width + 14, 64.0);
    along_ = begin_;
  }
  /// Where a sample of `length` and then `words` go; the sample's place is returned.
  Rect item(const std::string& words, double length, std::string_view color = color::ink) {
    const double width = label_width(words, small_font);
    const double needed = length + (length > 0 ? 6 : 0) + width;
    if (along_ + needed > scene_.length - page_margin && along_ > begin_) {
      along_ = begin_;
      down_ += line_height;
    }
    const Rect sample{along_, down_ + (line_height - sample_height) / 2, length, sample_height};
    text(along_ + needed - width, words, color, width);
    along_ += needed + item_gap;
    return sample;
  }
  [[nodiscard]] double bottom() const { return down_ + line_height; }

 private:
  void text(double along, const std::string& words, std::string_view color, double width) {
    Text text;
    text.css = color == color::quiet ? "quiet" : "legend";
    text.text = words;
    text.font = small_font;
    text.color = color;
    text.rect = {along, down_, width, line_height};
    add_text(scene_, text);
  }
  Scene& scene_;
  double begin_ = 0, along_ = 0, down_;
};

Mark sample(const Rect& rect, const SourceColor& source) {
  Mark mark;
  mark.css = "sample";
  mark.rect = rect;
  mark.fill = source.light;
  mark.stroke = source.strong;
  mark.stroke_width = 1.1;
  return mark;
}

double add_sources(Scene& scene, const PictureModel& model, const PictureWords& words, double down) {
  const Language language = words.language();
  Flow flow(scene, down, message(language, "picture.legend.sources"));
  std::vector<Source> sources = model.sources;
  std::stable_sort(sources.begin(), sources.end(),
                   [](const Source& a, const Source& b) { return a.claims > b.claims; });
  const std::size_t shown = std::min(sources.size(), most_sources);
  std::sort(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(shown),
            [](const Source& a, const Source& b) { return a.document < b.document; });
  for (std::size_t i = 0; i < shown; ++i) {
    const SourceColor source = source_color(sources[i].document);
    std::string name = isolated(sources[i].name);
    if (!sources[i].title.empty()) {
      name += " \u00B7 " + isolated(fitted(shortened(sources[i].title, 80), small_font, longest_source));
    }
    Mark mark = sample(flow.item(name, sample_length), source);
    scene.marks.push_back(mark);
    Mark band = mark;
    band.css = "source";
    band.rect.length = stripe;
    band.fill = source.strong;
    band.stroke.clear();
    scene.marks.push_back(band);
  }
  if (sources.size() > shown) {
    const auto more = static_cast<std::int64_t>(sources.size() - shown);
    flow.item(message(language, "picture.legend.more_sources", {{"n", more}}), 0, color::quiet);
  }
  return flow.bottom() - down;
}

double add_signs(Scene& scene, const PictureWords& words, double down) {
  const Language language = words.language();
  const SourceColor grey = source_color(source_color_count - 1);
  Flow flow(scene, down, message(language, "picture.legend.signs"));
  scene.marks.push_back(sample(flow.item(message(language, "picture.legend.exact"), sample_length), grey));

  Mark vague = sample(flow.item(message(language, "picture.legend.vague"), sample_length), grey);
  vague.dashed = true;
  scene.marks.push_back(vague);

  Mark open = sample(flow.item(message(language, "picture.legend.open"), sample_length + 8), grey);
  open.dashed = true;
  open.fades_to = color::paper;
  open.fades_back = true;
  scene.marks.push_back(open);
  Mark head;
  head.form = Form::arrow_back;
  head.css = "open";
  head.rect = {open.rect.along + 2, open.rect.center().down - 4, 7, 8};
  head.fill = grey.strong;
  scene.marks.push_back(head);

  const Rect clash_room = flow.item(message(language, "picture.legend.conflict"), sample_length + 16, color::conflict);
  Mark clash = sample({clash_room.along, clash_room.down, sample_length, clash_room.height}, grey);
  clash.stroke = color::conflict;
  clash.stroke_width = 2;
  scene.marks.push_back(clash);
  add_sign(scene, clash.rect.end() + 4, clash.rect.center().down, {});

  const Rect torn = flow.item(message(language, "picture.legend.break"), 22);
  add_tear(scene, torn.along + 2, torn.end() - 2, torn.down - 2, torn.bottom() + 2);
  flow.item(message(language, "picture.chain.arrow") + " " + message(language, "picture.legend.chain"), 0);
  return flow.bottom() - down;
}

}  // namespace

double add_legend(Scene& scene, const PictureModel& model, const PictureWords& words, double down) {
  const Language language = words.language();
  double at = down;
  if (!model.sources.empty()) at += add_sources(scene, model, words, at);
  at += add_signs(scene, words, at);
  const auto note = [&](const char* key, std::size_t n) {
    if (n == 0) return;
    add_line(scene, message(language, key, {{"n", static_cast<std::int64_t>(n)}}), small_font, color::quiet,
             "quiet left-out", at, 17);
    at += 17;
  };
  note("picture.left_out.dated", model.dated_left_out);
  note("picture.left_out.undated", model.undated_left_out);
  return at - down;
}

}  // namespace isnad::picture
