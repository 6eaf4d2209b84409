#include "report/label_width.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "report/escape.h"

namespace isnad::picture {
namespace {

/// Advances in em of an Arabic letter: at the end of a joined group, and joined to the next letter.
struct ArabicAdvance {
  char32_t letter;
  float last;
  float joined;
};

constexpr std::array<ArabicAdvance, 46> arabic{{
    {0x0621, 0.41F, 0.41F}, {0x0622, 0.29F, 0.24F}, {0x0623, 0.29F, 0.24F}, {0x0624, 0.47F, 0.45F},
    {0x0625, 0.29F, 0.24F}, {0x0626, 0.76F, 0.36F}, {0x0627, 0.29F, 0.24F}, {0x0628, 1.09F, 0.38F},
    {0x0629, 0.49F, 0.41F}, {0x062A, 1.09F, 0.41F}, {0x062B, 1.09F, 0.41F}, {0x062C, 0.65F, 0.64F},
    {0x062D, 0.65F, 0.64F}, {0x062E, 0.65F, 0.64F}, {0x062F, 0.53F, 0.48F}, {0x0630, 0.53F, 0.48F},
    {0x0631, 0.40F, 0.37F}, {0x0632, 0.40F, 0.37F}, {0x0633, 1.27F, 0.87F}, {0x0634, 1.27F, 0.87F},
    {0x0635, 1.35F, 0.97F}, {0x0636, 1.35F, 0.97F}, {0x0637, 0.83F, 0.72F}, {0x0638, 0.83F, 0.72F},
    {0x0639, 0.53F, 0.52F}, {0x063A, 0.53F, 0.52F}, {0x0640, 0.27F, 0.27F}, {0x0641, 1.09F, 0.52F},
    {0x0642, 0.81F, 0.51F}, {0x0643, 0.92F, 0.53F}, {0x0644, 0.73F, 0.32F}, {0x0645, 0.56F, 0.57F},
    {0x0646, 0.73F, 0.36F}, {0x0647, 0.49F, 0.51F}, {0x0648, 0.47F, 0.45F}, {0x0649, 0.76F, 0.36F},
    {0x064A, 0.76F, 0.39F}, {0x067E, 1.09F, 0.41F}, {0x0686, 0.72F, 0.64F}, {0x0698, 0.40F, 0.37F},
    {0x06A4, 1.09F, 0.52F}, {0x06A9, 0.97F, 0.53F}, {0x06AF, 0.97F, 0.53F}, {0x06BE, 0.60F, 0.60F},
    {0x06CC, 0.76F, 0.39F}, {0x06D2, 1.00F, 0.60F},
}};

/// Advances in em of U+0020 .. U+007E.
constexpr std::array<float, 95> ascii{
    0.26F, 0.27F, 0.41F, 0.64F, 0.57F, 0.83F, 0.73F, 0.23F, 0.30F, 0.30F, 0.55F, 0.57F, 0.27F, 0.32F, 0.27F, 0.37F,
    0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.57F, 0.27F, 0.27F, 0.57F, 0.57F, 0.57F, 0.43F,
    0.90F, 0.64F, 0.65F, 0.62F, 0.73F, 0.55F, 0.52F, 0.73F, 0.74F, 0.34F, 0.27F, 0.62F, 0.52F, 0.91F, 0.76F, 0.78F,
    0.61F, 0.78F, 0.62F, 0.55F, 0.58F, 0.73F, 0.60F, 0.93F, 0.59F, 0.56F, 0.57F, 0.33F, 0.37F, 0.33F, 0.57F, 0.44F,
    0.28F, 0.56F, 0.61F, 0.48F, 0.61F, 0.56F, 0.34F, 0.61F, 0.61F, 0.25F, 0.25F, 0.53F, 0.25F, 0.94F, 0.61F, 0.61F,
    0.61F, 0.61F, 0.41F, 0.48F, 0.36F, 0.61F, 0.51F, 0.79F, 0.53F, 0.51F, 0.47F, 0.38F, 0.55F, 0.38F, 0.57F};

constexpr double margin = 1.06;       // wider fonts, hinting
constexpr double bold_factor = 1.09;  // Noto Sans Bold against Regular, measured on running text

bool joins_next(char32_t letter) {
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(letter), UCHAR_JOINING_TYPE);
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_LEFT_JOINING;
}

bool joins_previous(char32_t letter) {
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(letter), UCHAR_JOINING_TYPE);
  return type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING || type == U_JT_RIGHT_JOINING;
}

bool transparent(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE) == U_JT_TRANSPARENT;
}

double advance(char32_t c, bool joined_to_next) {
  if (c < 0x20) return 0;
  if (c < 0x7F) return static_cast<double>(ascii[c - 0x20]);
  if (transparent(c) || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR) return 0;
  const auto* found = std::lower_bound(arabic.begin(), arabic.end(), c,
                                       [](const ArabicAdvance& a, char32_t letter) { return a.letter < letter; });
  if (found != arabic.end() && found->letter == c) {
    return static_cast<double>(joined_to_next ? found->joined : found->last);
  }
  const auto block = ublock_getCode(static_cast<UChar32>(c));
  if (block == UBLOCK_ARABIC) return joined_to_next ? 0.65 : 1.1;
  if (block == UBLOCK_GENERAL_PUNCTUATION) return c == 0x2014 || c == 0x2026 ? 1.0 : 0.5;
  if (block == UBLOCK_LATIN_1_SUPPLEMENT || block == UBLOCK_LATIN_EXTENDED_A || block == UBLOCK_GREEK ||
      block == UBLOCK_CYRILLIC) {
    return u_isupper(static_cast<UChar32>(c)) != 0 ? 0.85 : 0.65;
  }
  return 1.1;  // ideographs, symbols, what has no glyph
}

}  // namespace

double label_width(std::string_view utf8, const Font& font) {
  const std::u32string text = to_code_points(utf8);
  double width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t next = i + 1;
    while (next < text.size() && transparent(text[next])) ++next;
    const bool joined = next < text.size() && joins_next(text[i]) && joins_previous(text[next]);
    width += advance(text[i], joined);
  }
  return width * font.size * margin * (font.bold ? bold_factor : 1.0);
}

std::string fitted(std::string_view utf8, const Font& font, double width) {
  if (label_width(utf8, font) <= width) return std::string(utf8);
  std::size_t fits = 2;
  std::size_t too_long = std::max<std::size_t>(3, code_points(utf8) + 1);
  while (too_long - fits > 1) {
    const std::size_t middle = fits + (too_long - fits) / 2;
    (label_width(shortened(utf8, middle), font) <= width ? fits : too_long) = middle;
  }
  return shortened(utf8, fits);
}

std::vector<std::string> wrapped(std::string_view utf8, const Font& font, double width, std::size_t lines) {
  std::vector<std::string> out;
  std::string_view rest = utf8;
  while (out.size() + 1 < lines && label_width(rest, font) > width) {
    std::size_t end = 0;  // of the longest run of words that fits
    for (std::size_t at = rest.find(' '); at != std::string_view::npos; at = rest.find(' ', at + 1)) {
      if (label_width(rest.substr(0, at), font) > width) break;
      end = at;
    }
    if (end == 0) break;
    out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  out.push_back(fitted(rest, font, width));
  return out;
}

}  // namespace isnad::picture
