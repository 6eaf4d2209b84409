// The words on the picture: labels of bars, of lanes, tooltips.
#pragma once

#include <string>
#include <vector>

#include "report/label_width.h"
#include "report/picture_dates.h"
#include "report/picture_model.h"

namespace isnad::picture {

class PictureWords {
 public:
  PictureWords(const PictureModel& model, Language language);

  /// "8 December . 001 -> Reuters -> Interfax", not wider than `width`: where it would be, names and then links of the
  /// chain are shortened. Each name is isolated, so that the order of the chain is the order of the line.
  [[nodiscard]] std::string bar(const Bar& bar, const Font& font, double width) const;
  /// The same without a date, for claims that have none.
  [[nodiscard]] std::string chip(const Bar& bar, const Font& font, double width) const;
  /// All of it, and the evidence.
  [[nodiscard]] std::string tooltip(const Bar& bar) const;
  /// "8 December 2024", "3 independent origins"
  [[nodiscard]] std::vector<std::string> status(const Lane& lane) const;
  [[nodiscard]] std::string title(const PictureModel& model) const;

  [[nodiscard]] const DateWords& dates() const { return dates_; }
  [[nodiscard]] Language language() const { return language_; }

 private:
  [[nodiscard]] std::string date(const Bar& bar) const;
  Language language_;
  DateWords dates_;
};

}  // namespace isnad::picture
