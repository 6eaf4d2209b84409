// Short texts side by side.
#pragma once

#include <string>
#include <string_view>

#include "report/layout_parts.h"

namespace isnad::picture {

/// Texts of one row that must not touch each other: one that has no room behind the last is left out.
class Row {
 public:
  Row(Scene& scene, const Font& font, std::string_view color, std::string css, double down, double height)
      : scene_(scene), font_(font), color_(color), css_(std::move(css)), down_(down), height_(height) {}
  /// Centred at `middle`; texts come in order of it.
  void add(const std::string& words, double middle, const Hyperlink& link = {});

 private:
  Scene& scene_;
  Font font_;
  std::string_view color_;
  std::string css_;
  double down_, height_;
  double free_ = -1e9;
};

}  // namespace isnad::picture
