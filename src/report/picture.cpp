// The picture: model, layout, Graphviz.
#include "isnad/report.h"
#include "report/graphviz_output.h"
#include "report/graphviz_render.h"
#include "report/layout_picture.h"

namespace isnad {
namespace picture {
namespace {

/// A bitmap without letters is worse than none; DOT and SVG find their fonts where they are shown.
bool needs_fonts(PictureFormat format) { return format == PictureFormat::png || format == PictureFormat::pdf; }

}  // namespace

Result<std::string> draw_picture(const Timeline& timeline, PictureFormat format, const PictureOptions& options,
                                 Heading heading) {
  const Language language = options.language;
  std::size_t claims = 0;
  for (const Event& event : timeline.linking.events) claims += event.claims.size();
  if (claims > max_claims_drawn) {
    return graphviz::failure(language,
                             message(language, "picture.error.too_many", {{"n", static_cast<std::int64_t>(claims)}}),
                             "picture.error.too_many.remedy");
  }
  if (needs_fonts(format) && !drawing_facts().has_arabic) {
    return graphviz::failure(language, message(language, "picture.error.no_font"), "picture.error.no_font.remedy");
  }
  const PictureModel model = picture_model(timeline, options);
  const PictureWords words(model, language);
  if (options.style == PictureStyle::graph) return render(graph_scene(model, timeline, words), format);
  return render(lay_out(model, timeline, words, heading), format);
}

}  // namespace picture

Result<std::string> draw(const Timeline& timeline, PictureFormat format, const PictureOptions& options) {
  return picture::draw_picture(timeline, format, options, picture::Heading::shown);
}

}  // namespace isnad
