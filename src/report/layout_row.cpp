#include "report/layout_row.h"

namespace isnad::picture {

void Row::add(const std::string& words, double middle, const Hyperlink& link) {
  const double width = label_width(words, font_);
  if (words.empty() || middle - width / 2 < free_) return;
  Text text;
  text.css = css_;
  text.text = words;
  text.font = font_;
  text.color = color_;
  text.align = Align::middle;
  text.rect = {middle - width / 2, down_, width, height_};
  text.link = link;
  add_text(scene_, text);
  constexpr double gap = 4;
  free_ = middle + width / 2 + gap;
}

}  // namespace isnad::picture
