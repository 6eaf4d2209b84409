#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "report/graphviz_render.h"

namespace isnad::picture {
namespace {

/// What a style sheet says once and Graphviz would say in every element; and the weight of bold texts, for which
/// Graphviz knows only font names. unicode-bidi: a line stands alone, whatever the page around it.
constexpr std::string_view style =
    "text{unicode-bidi:plaintext}"
    ".title text,.event text,.tick text,.heading text{font-weight:700}"
    ".edge text{paint-order:stroke;stroke:#fff;stroke-width:3px}"
    "a{cursor:pointer}"
    "a:hover text{text-decoration:underline}";

/// Graphviz numbers gradients through the life of the process; here they count from 1 in each picture, so that the same
/// picture is the same text.
class Gradients {
 public:
  [[nodiscard]] std::string renumbered(std::string_view line) {
    for (const std::string_view lead : {"<linearGradient id=\"l_", "<polygon fill=\"url(#l_"}) {
      if (line.substr(0, lead.size()) != lead) continue;
      const std::size_t end = std::min(line.find_first_not_of("0123456789", lead.size()), line.size());
      const std::string number(line.substr(lead.size(), end - lead.size()));
      const std::size_t own = numbers_.emplace(number, numbers_.size() + 1).first->second;
      return fmt::format("{}fade-{}{}", lead.substr(0, lead.size() - 2), own, line.substr(end));
    }
    return std::string(line);
  }

 private:
  std::map<std::string, std::size_t> numbers_;
};

/// The colours of a gradient as attributes: a page whose policy forbids inline styles would show black.
std::string without_inline_style(std::string line) {
  constexpr std::string_view lead = "<stop offset=";
  constexpr std::string_view inline_style = "style=\"stop-color:";
  constexpr std::string_view opacity = ";stop-opacity:";
  if (line.compare(0, lead.size(), lead) != 0) return line;
  if (const std::size_t at = line.find(inline_style); at != std::string::npos)
    line.replace(at, inline_style.size(), "stop-color=\"");
  if (const std::size_t at = line.find(opacity); at != std::string::npos) {
    line.replace(at, opacity.size(), "\" stop-opacity=\"");
  }
  if (const std::size_t at = line.find(";\"/>"); at != std::string::npos) line.erase(at, 1);
  return line;
}

/// Graphviz writes hyphens as "&#45;", for the sake of comments.
std::string with_hyphens(std::string line) {
  constexpr std::string_view entity = "&#45;";
  for (std::size_t at = line.find(entity); at != std::string::npos; at = line.find(entity, at + 1)) {
    line.replace(at, entity.size(), "-");
  }
  return line;
}

bool starts(std::string_view line, std::string_view with) { return line.substr(0, with.size()) == with; }

}  // namespace

std::string tidy_svg(const std::string& svg, Language language, double length, double height) {
  std::string out;
  out.reserve(svg.size());
  out += fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"timeline\" "
      "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" direction=\"ltr\" lang=\"{2}\">\n<style>{3}</style>\n",
      std::lround(length), std::lround(height), language == Language::ar ? "ar" : "en", style);
  const std::string_view all(svg);
  Gradients gradients;
  std::size_t at = all.find("<g id=");  // behind the prologue, the comments and the opening of the svg element
  while (at < all.size()) {
    const std::size_t end = std::min(all.find('\n', at), all.size() - 1) + 1;
    const std::string_view line = all.substr(at, end - at);
    // Both stand on lines of their own; article text never begins a line, for labels and tooltips hold no line ends.
    if (!starts(line, "<title>") && !starts(line, "<!--"))
      out += with_hyphens(without_inline_style(gradients.renumbered(line)));
    at = end;
  }
  return out;
}

}  // namespace isnad::picture
