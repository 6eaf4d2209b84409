// Shapes that several parts of the picture draw.
#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {

void add_span(Scene& scene, const Span& span, const Bar& bar, double down, const Hyperlink& link) {
  const SourceColor source = source_color(bar.source);
  Mark mark;
  mark.rect = {span.from, down, span.to - span.from, bar_height};
  mark.css = "bar";
  mark.fill = source.light;
  mark.dashed = bar.vague;
  mark.stroke = bar.in_conflict ? color::conflict : source.strong;
  mark.stroke_width = bar.in_conflict ? 2 : 1.1;
  mark.link = link;
  if (bar.in_conflict) mark.css += " conflict";
  if (span.open_back || span.open_forward) {
    mark.css += " open";
    mark.fades_to = color::paper;
    mark.fades_back = span.open_back;
  }
  scene.marks.push_back(mark);

  const bool known_end = span.open_back && !span.open_forward;
  const double inset = bar.in_conflict ? 1 : 0.5;
  Mark band;
  band.css = "source";
  band.rect = {known_end ? span.to - stripe - inset : span.from + inset, down + inset, stripe, bar_height - 2 * inset};
  band.fill = source.strong;
  if (!(span.open_back && span.open_forward)) scene.marks.push_back(band);

  const auto arrow = [&](Form form, double along) {
    Mark head;
    head.form = form;
    head.css = "open";
    head.rect = {along, down + bar_height / 2 - 5, 8, 10};
    head.fill = bar.in_conflict ? std::string(color::conflict) : std::string(source.strong);
    scene.marks.push_back(head);
  };
  if (span.open_back) arrow(Form::arrow_back, span.from + 2);
  if (span.open_forward) arrow(Form::arrow_forward, span.to - 10);
}

void add_sign(Scene& scene, double along, double center, const Hyperlink& link) {
  Mark sign;
  sign.form = Form::warning;
  sign.rect = {along, center - sign_size / 2, sign_size, sign_size};
  sign.css = "sign";
  sign.fill = color::conflict;
  sign.link = link;
  scene.marks.push_back(sign);
}

void add_text(Scene& scene, Text text) {
  if (!text.text.empty()) scene.texts.push_back(std::move(text));
}

void add_line(Scene& scene, std::string words, const Font& font, std::string_view color, const char* css, double down,
              double height) {
  Text line;
  line.css = css;
  line.text = std::move(words);
  line.font = font;
  line.color = color;
  line.rect = {page_margin, down, scene.length - 2 * page_margin, height};
  add_text(scene, std::move(line));
}

void add_tear(Scene& scene, double from, double to, double down, double bottom) {
  constexpr double tooth = 4.5;
  constexpr double depth = 3;
  for (const double edge : {from, to - depth}) {
    Stroke stroke;
    stroke.css = "tear";
    stroke.color = color::tear;
    bool out = false;
    for (double at = down; at < bottom; at += tooth) {
      stroke.points.push_back({edge + (out ? depth : 0), at});
      out = !out;
    }
    stroke.points.push_back({edge + (out ? depth : 0), bottom});
    scene.strokes.push_back(std::move(stroke));
  }
}

std::string rule_words(const Finding& finding, Language language) {
  return message(language, "picture.rule." + std::string(to_string(finding.rule)));
}

}  // namespace isnad::picture
