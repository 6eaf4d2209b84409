// The picture: model, layout, Graphviz.
#include "isnad/report.h"
#include "report/graphviz_render.h"
#include "report/layout_picture.h"

namespace isnad {
namespace {

/// A bitmap without letters is worse than none; DOT and SVG find their fonts where they are shown.
bool needs_fonts(PictureFormat format) { return format == PictureFormat::png || format == PictureFormat::pdf; }

Error refusal(Language language, std::string text, const char* remedy) {
  Error error;
  error.code = ErrorCode::rendering;
  error.message = std::move(text);
  error.remedy = message(language, remedy);
  return error;
}

}  // namespace

Result<std::string> draw(const Timeline& timeline, PictureFormat format, const PictureOptions& options) {
  std::size_t claims = 0;
  for (const DocumentAnalysis& analysis : timeline.documents) claims += analysis.claims.size();
  if (claims > picture::max_claims_drawn) {
    return refusal(options.language,
                   message(options.language, "picture.error.too_many", {{"n", static_cast<std::int64_t>(claims)}}),
                   "picture.error.too_many.remedy");
  }
  if (needs_fonts(format) && !drawing_facts().has_arabic) {
    return refusal(options.language, message(options.language, "picture.error.no_font"),
                   "picture.error.no_font.remedy");
  }
  const picture::PictureModel model = picture::picture_model(timeline, options.language);
  const picture::PictureWords words(model, options.language);
  return picture::render(picture::lay_out(model, timeline, words), format);
}

}  // namespace isnad
