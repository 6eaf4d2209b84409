// The whole page: one file that needs nothing else, and may load nothing else.
#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "report/escape.h"
#include "report/html_content_hash.h"
#include "report/html_parts.h"
#include "report/layout_picture.h"
#include "report/palette.h"
#include "report/picture_model.h"
#include "report/picture_words.h"
#include "report_assets.h"

namespace isnad {
namespace {

using html::content_hash;
using html::Page;

std::string_view asset(std::string_view name) {
  for (const auto* file = assets::report_assets_begin; file != assets::report_assets_end; ++file) {
    if (file->name == name) return file->content;
  }
  assert(false && "an asset that is not built in");
  return {};
}

std::string source_styles() {
  std::string out;
  for (std::size_t i = 0; i < source_color_count; ++i) {
    const SourceColor source = source_color(i);
    out += fmt::format(".source-{}{{background:{};box-shadow:inset .2rem 0 {}}}\n", i, source.light, source.strong);
  }
  return out;
}

/// The picture's marks get other ids than the rows that they lead to.
std::string with_own_ids(std::string svg) {
  for (const std::string_view prefix : {" id=\"claim-", " id=\"event-", " id=\"a_claim-", " id=\"a_event-"}) {
    constexpr std::string_view own = "mark-";
    constexpr std::size_t before = 5;  // behind ` id="`
    for (std::size_t at = svg.find(prefix); at != std::string::npos; at = svg.find(prefix, at + prefix.size())) {
      svg.insert(at + before, own);
    }
  }
  return svg;
}

/// The style element of the picture, whose hash the policy names.
std::string_view style_of(std::string_view svg) {
  const std::size_t begin = svg.find("<style>");
  const std::size_t end = svg.find("</style>");
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return svg.substr(begin + 7, end - begin - 7);
}

std::string header(const Page& page, const picture::PictureModel& model, const std::string& title) {
  std::string out = "<header>\n<h1>" + xml_escaped(title) + "</h1>\n<ul class=\"counts\">";
  const auto count = [&](const char* key, std::size_t n, bool alarm) {
    const std::string words = page.say(key, {{"n", static_cast<std::int64_t>(n)}});
    out += (alarm ? "<li class=\"alarm\">\u26A0 " : "<li>") + xml_escaped(words) + "</li>";
  };
  count("picture.counts.documents", model.documents, false);
  count("picture.counts.claims", model.claims, false);
  count("html.events", page.timeline.linking.events.size(), false);
  count("picture.counts.contradictions", model.contradictions, model.contradictions > 0);
  return out + "</ul>\n</header>\n";
}

/// Shown by the script alone: without it, it would do nothing.
std::string tools(const Page& page) {
  return "<div class=\"tools\" hidden>\n<label>" + xml_escaped(page.say("html.search")) +
         " <input type=\"search\" id=\"search\" autocomplete=\"off\"></label>\n<label><input type=\"checkbox\" "
         "id=\"disputed\"> " +
         xml_escaped(page.say("html.disputed_only")) + "</label>\n<span class=\"quiet\">" +
         xml_escaped(page.say("html.shown")) + " <output id=\"shown\"></output></span>\n</div>\n";
}

}  // namespace

Result<std::string> report_html(const Timeline& timeline, Language language) {
  const Page page(timeline, language);
  const picture::PictureModel model = picture::picture_model(timeline, language);
  const std::string title = picture::PictureWords(model, language).title(model);
  const Result<std::string> svg =
      picture::draw_picture(timeline, PictureFormat::svg, language, picture::Heading::left_out);

  std::string figure;
  std::string styles = "'" + content_hash(std::string(asset("report.css")) + source_styles()) + "'";
  if (svg) {  // the outer element scrolls, from where reading begins; the inner one keeps lines in their place
    styles += " '" + content_hash(style_of(*svg)) + "'";
    figure = "<div class=\"picture\"><div dir=\"ltr\">\n" + with_own_ids(*svg) + "</div></div>\n";
  } else {
    figure = "<p class=\"refused\">" +
             xml_escaped(page.say("html.picture.refused", {{"reason", svg.error().message}})) + "<br>" +
             xml_escaped(svg.error().remedy) + "</p>\n";
  }
  const std::string_view script = asset("report.js");

  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src '{}'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n",
      language == Language::ar ? "ar" : "en", language == Language::ar ? "rtl" : "ltr", styles, content_hash(script),
      xml_escaped(title), asset("report.css"), source_styles());
  out += header(page, model, title) + "<main>\n";
  out += "<section aria-label=\"" + xml_escaped(page.say("html.picture")) + "\">\n" + figure + "</section>\n";
  out += tools(page) + findings_section(page) + events_section(page) + sources_section(page);
  out += "</main>\n<footer>" + xml_escaped(page.say("html.footer", {{"version", std::string(version)}})) +
         "</footer>\n<script>" + std::string(script) + "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace isnad
