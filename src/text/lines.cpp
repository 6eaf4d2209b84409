#include "text/lines.h"

#include <algorithm>

#include "isnad/text.h"
#include "text/unicode.h"

namespace isnad {
namespace text {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t begin = 0;
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  // What ends a line begins with one of three bytes, which begin nothing else of interest.
  const auto may_end = [&](std::uint32_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    return byte == '\n' || byte == '\r' || byte == 0xE2;
  };
  while (at < size) {
    constexpr std::uint32_t stride = 16;  // looked at together
    while (at + stride <= size) {
      unsigned any = 0;
      for (std::uint32_t i = 0; i < stride; ++i) any |= may_end(at + i) ? 1U : 0U;
      if (any != 0) break;
      at += stride;
    }
    while (at < size && !may_end(at)) ++at;
    if (at == size) break;
    const CodePoint c = code_point_at(text, at);
    const std::uint32_t next = at + c.size;
    if (ends_line(c.value)) {
      lines.push_back({begin, at});
      begin = next;
      if (c.value == U'\r' && next < size && text[next] == '\n') ++begin;
      at = begin;
    } else {
      at = next;
    }
  }
  if (begin < size) lines.push_back({begin, size});
  return lines;
}

}  // namespace text

LineColumn place(const Document& document, ByteOffset at) {
  const auto after = std::upper_bound(document.lines.begin(), document.lines.end(), at);
  LineColumn p;
  p.line = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - document.lines.begin(), 1));
  const std::uint32_t begin = after == document.lines.begin() ? 0 : (after - 1)->value;
  const std::uint32_t end = std::min(at.value, static_cast<std::uint32_t>(document.text.size()));
  for (std::uint32_t i = begin; i < end;) {
    i += text::code_point_at(document.text, i).size;
    if (i <= end) ++p.column;
  }
  return p;
}

}  // namespace isnad
