#include "text/page_line.h"

#include <algorithm>
#include <array>

#include "text/sentence_boundaries.h"

namespace isnad::text {
namespace {

constexpr std::array<std::string_view, 14> bullets = {"-",      "*",      "\u2022", "\u2023", "\u25AA",
                                                      "\u25CF", "\u25E6", "\u00B7", "\u2013", "\u25BA",
                                                      "\u25B6", "\u25A0", "\u2013", "\u25CB"};

/// The first token behind a bullet or list number.
std::uint32_t behind_bullet(const TokenView& view, const TokenLine& line) {
  const std::uint32_t i = line.first;
  if (line.last - i < 2) return i;
  if (view.is_mark(i) && std::find(bullets.begin(), bullets.end(), view.key(i)) != bullets.end()) {
    return view[i + 1].kind == TokenKind::integer && view[i + 1].glued ? i : i + 1;  // "-5" is a number
  }
  if (view[i].kind == TokenKind::integer && view.key(i).size() <= 2 && line.last - i > 2 && view[i + 1].glued &&
      (view.key(i + 1) == "." || view.key(i + 1) == ")") && view.is_word(i + 2)) {
    return i + 2;
  }
  return i;
}

}  // namespace

bool is_dash(std::string_view key) {
  return key == "-" || key == "\u2010" || key == "\u2011" || key == "\u2012" || key == "\u2013" || key == "\u2014" ||
         key == "\u2015" || key == "\u2212";
}

bool parts_segments(std::string_view key) {
  return is_dash(key) || key == "|" || key == "/" || key == "," || key == "\u060C" || key == "\u2022" ||
         key == "\u00B7" || key == ">" || key == "\u203A";
}

bool opens_bracket(std::string_view key) { return key == "(" || key == "["; }

bool closes_bracket(std::string_view key) { return key == ")" || key == "]"; }

std::uint32_t words_between(const TokenView& view, std::uint32_t first, std::uint32_t last, std::uint32_t enough) {
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < last && words < enough; ++i) words += view.is_mark(i) ? 0U : 1U;
  return words;
}

std::uint64_t form_of(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  std::uint64_t form = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (view.is_mark(i)) continue;
    // Multiplied by an odd number and folded, so that the order of the words counts.
    form = (form ^ view[i].key_hash) * 0x9E3779B97F4A7C15U;
    form ^= form >> 32U;
  }
  return form;
}

PageLine describe_line(const TokenView& view, const CueIndex& cues, const TokenLine& line) {
  PageLine p;
  p.first = line.first;
  p.last = line.last;
  p.line = line.line;
  p.content = behind_bullet(view, line);
  p.links = inline_links(view, cues, p.content, p.last);
  const std::uint32_t end = p.links.last == p.last ? p.links.first : p.last;
  p.words = end - p.content - static_cast<std::uint32_t>(view.marks_in(p.content, end).size());
  p.form = form_of(view, p.content, p.last);
  p.full_stop = ends_in_full_stop(view, p.content, end);
  p.stop = ends_in_stop(view, cues, p.content, end);
  return p;
}

}  // namespace isnad::text
