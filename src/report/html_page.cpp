// The whole page: one file that needs nothing else, and may load nothing else.
#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "report/escape.h"
#include "report/html_content_hash.h"
#include "report/html_font.h"
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

/// From here on a browser lays out what is out of sight only when it is scrolled to.
constexpr std::size_t many_claims = 2000;
/// Above this, what one article alone says is left out.
constexpr std::size_t most_claims = 6000;

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

/// The ids of a picture get a prefix: the page holds two of them, and rows under the ids that the marks lead to.
std::string with_own_ids(std::string svg, std::string_view prefix) {
  for (const std::string_view lead : {" id=\"", "\"url(#"}) {
    for (std::size_t at = svg.find(lead); at != std::string::npos; at = svg.find(lead, at + lead.size())) {
      svg.insert(at + lead.size(), prefix);
    }
  }
  return svg;
}

/// The style element of a picture, whose hash the policy names.
std::string_view style_of(std::string_view svg) {
  const std::size_t begin = svg.find("<style>");
  const std::size_t end = svg.find("</style>");
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return svg.substr(begin + 7, end - begin - 7);
}

/// All scripts, in order of name.
std::string scripts() {
  std::string out;
  for (const auto* file = assets::report_assets_begin; file != assets::report_assets_end; ++file) {
    if (file->name.size() > 3 && file->name.substr(file->name.size() - 3) == ".js") out += file->content;
  }
  return out;
}

std::string button(const char* id, const Bilingual& words, Language language, std::string_view sign = "",
                   std::string_view more = "") {
  const std::string say = html::say_in(sign.empty() ? "text" : "aria-label", words, language);
  return "<button type=\"button\" id=\"" + std::string(id) + "\"" + say + std::string(more) + ">" +
         (sign.empty() ? html::escaped(in(words, language)) : std::string(sign)) + "</button>\n";
}

/// One picture a language; its style, for the policy. Or why there is none.
struct Figure {
  std::string html;
  std::string style;
};

Figure figure(const Timeline& timeline, Language language, PictureGroup group) {
  Figure out;
  std::string pictures;
  for (const Language of : {Language::ar, Language::en}) {
    const Result<std::string> svg = picture::draw_picture(timeline, PictureFormat::svg,
                                                          {of, group, PictureStyle::lanes}, picture::Heading::left_out);
    if (!svg) {
      out.html += "<p class=\"refused\">" + html::say([&](Language said) {
                    return message(said, "html.picture.refused", {{"reason", svg.error().message}});
                  }) +
                  "<br>" + xml_escaped(svg.error().remedy) + "</p>\n";
      return out;
    }
    const char* name = of == Language::ar ? "ar" : "en";
    // Lines of text keep their place in an element that runs from left to right, whatever the page around it.
    pictures += fmt::format("<div dir=\"ltr\" class=\"in-{0}\">\n{1}</div>\n", name,
                            with_own_ids(*svg, name + std::string("-")));
    out.style = style_of(*svg);
  }
  out.html = "<div class=\"bar-of-tools\" id=\"zoom\" hidden>\n" +
             button("zoom-in", message("html.zoom.in"), language, "+") +
             button("zoom-out", message("html.zoom.out"), language, "\u2212") +
             button("zoom-fit", message("html.zoom.fit"), language) +
             button("zoom-full", message("html.zoom.full"), language) +
             "</div>\n<div class=\"picture\" tabindex=\"0\" role=\"region\"" +
             html::say_in("aria-label", message("html.picture"), language) + ">\n" + pictures + "</div>\n";
  return out;
}

/// `whole`: what is counted; `page`: what is shown of it.
std::string header(const Timeline& whole, const Page& page, Language language) {
  Bilingual title;
  picture::PictureModel model;
  for (const Language of : {Language::ar, Language::en}) {
    model = picture::picture_model(whole, {of});
    (of == Language::ar ? title.ar : title.en) = picture::PictureWords(model, of).title(model);
  }
  std::string out = "<title" + html::say_in("text", title, language) + ">" + html::escaped(in(title, language)) +
                    "</title>\n</head>\n<body" + (model.claims > many_claims ? " class=\"many\"" : "") +
                    ">\n<a class=\"skip\" href=\"#events\">" + html::say("html.skip") + "</a>\n<header>\n" +
                    button("language", message("html.other_language"), language, "", " hidden") + "<h1>" +
                    html::both(title) + "</h1>\n<ul class=\"counts\">";
  const auto count = [&out](const char* key, std::size_t n, bool alarm) {
    out += (alarm ? "<li class=\"alarm\">\u26A0 " : "<li>") + html::say(key, {{"n", static_cast<std::int64_t>(n)}}) +
           "</li>";
  };
  count("picture.counts.documents", model.documents, false);
  count("picture.counts.claims", model.claims, false);
  count("html.events", whole.linking.events.size(), false);
  count("picture.counts.contradictions", model.contradictions, model.contradictions > 0);
  out += "</ul>\n";
  const std::size_t left_out = whole.linking.events.size() - page.timeline.linking.events.size();
  if (left_out > 0) {
    out +=
        "<p class=\"refused\">" + html::say("html.left_out", {{"n", static_cast<std::int64_t>(left_out)}}) + "</p>\n";
  }
  return out + "</header>\n";
}

/// Where a claim is shown in its article, over the page.
std::string evidence_dialog(Language language) {
  return "<dialog id=\"evidence\"" + html::say_in("aria-label", message("html.evidence"), language) + ">\n" +
         button("close", message("html.close"), language) + "<div class=\"content\"></div>\n</dialog>\n";
}

}  // namespace

Result<std::string> report_html(const Timeline& timeline, const PictureOptions& options) {
  const Language language = options.language;
  std::size_t claims = 0;
  for (const Event& event : timeline.linking.events) claims += event.claims.size();
  std::optional<Timeline> shared;
  if (claims > most_claims) shared = narrowed(timeline, {{}, {}, false, true});
  const Timeline& shown = shared ? *shared : timeline;

  const Page page(shown);
  const html::Choices choices = html::choices_of(shown);
  const Figure drawn = figure(shown, language, options.group);
  const std::string style = html::font_face() + std::string(asset("report.css")) + source_styles();
  const std::string script = scripts();
  std::string styles = "'" + content_hash(style) + "'";
  if (!drawn.style.empty()) styles += " '" + content_hash(drawn.style) + "'";

  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src '{}'; "
      "font-src data:; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<style>{}</style>\n",
      language == Language::ar ? "ar" : "en", language == Language::ar ? "rtl" : "ltr", styles, content_hash(script),
      style);
  out += header(timeline, page, language) + "<main>\n<section>\n<h2 class=\"hidden\">" + html::say("html.picture") +
         "</h2>\n" + drawn.html + "</section>\n";
  out += html::tools(page, choices, language) + html::findings_section(page, language) +
         html::events_section(page, choices, language) + html::articles_section(page);
  out += "</main>\n" + evidence_dialog(language) + "<footer>" +
         html::say("html.footer", {{"version", std::string(version)}}) + "</footer>\n<script>" + script +
         "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace isnad
