#include "report/text_excerpt.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "report/escape.h"

namespace isnad {
namespace {

constexpr std::size_t context_limit = 60;  // code points on either side
constexpr std::size_t marked_limit = 160;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Calls `action(code point)` for each.
template <class Action>
void for_each_code_point(std::string_view utf8, Action action) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    action(c);
  }
}

bool is_right_to_left(std::string_view utf8) {
  bool found = false;
  for_each_code_point(utf8, [&found](UChar32 c) {
    if (c < 0) return;
    const UCharDirection direction = u_charDirection(c);
    found |= direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
  });
  return found;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bytes of the last (or first) `limit` code points: never more than that much of a line is cleaned.
std::string_view last_of(std::string_view text, std::size_t limit) {
  std::size_t at = text.size();
  for (std::size_t seen = 0; at > 0 && seen < limit; ++seen) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  }
  return text.substr(at);
}
std::string_view first_of(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size() && seen < limit; ++seen) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return text.substr(0, at);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for_each_code_point(utf8, [&width](UChar32 c) {
    constexpr std::uint32_t zero_width = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
    if (c >= 0 && (U_GET_GC_MASK(c) & zero_width) != 0) return;
    const int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
  });
  return width;
}

Excerpt excerpt_of(const Document& document, const SourceSpan& span) {
  const std::string_view text = document.text;
  const std::size_t begin = span.begin.value;
  const auto line = std::upper_bound(document.lines.begin(), document.lines.end(), span.begin);
  const std::size_t line_begin = line == document.lines.begin() ? 0 : std::prev(line)->value;
  const std::size_t line_end = std::min(text.find('\n', begin), text.size());
  const std::size_t end = std::min<std::size_t>(span.end.value, line_end);

  Excerpt out;
  const std::string_view before = last_of(text.substr(line_begin, begin - line_begin), context_limit);
  const std::string_view marked = text.substr(begin, end - begin);
  const std::string_view after = first_of(text.substr(end, line_end - end), context_limit);

  out.before = printable(before);
  if (before.size() < begin - line_begin) out.before.insert(0, ellipsis);
  if (!before.empty() && is_space(before.back()) && !out.before.empty()) out.before += ' ';

  const std::string_view head = first_of(marked, marked_limit);
  out.marked = printable(head);
  if (head.size() < marked.size()) {
    const std::string_view tail = last_of(marked.substr(head.size()), context_limit);
    out.marked += " " + std::string(ellipsis) + " " + printable(tail);
  }

  out.after = printable(after);
  if (!after.empty() && is_space(after.front()) && !out.after.empty()) out.after.insert(0, 1, ' ');
  if (end + after.size() < line_end) out.after += ellipsis;
  out.reordered = is_right_to_left(out.before) || is_right_to_left(out.marked) || is_right_to_left(out.after);
  return out;
}

}  // namespace isnad
