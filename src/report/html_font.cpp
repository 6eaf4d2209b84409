#include "report/html_font.h"

#include "report/base64.h"
#include "report_font.h"

namespace isnad::html {

std::string font_face() {
  if (assets::report_font_begin == assets::report_font_end) return {};
  return "@font-face{font-family:\"Noto Sans Arabic\";src:local(\"Noto Sans Arabic\"),url(data:font/ttf;base64," +
         base64(assets::report_font_begin->content) + ")}";
}

}  // namespace isnad::html
