#include "text/lines.h"

#include <algorithm>

#include "isnad/text.h"
#include "text/unicode.h"

namespace isnad {
namespace text {
namespace {

/// Where a byte stands next; asked with growing places, so that the text is passed once.
class NextByte {
 public:
  NextByte(std::string_view text, char byte) : text_(text), byte_(byte), next_(find(0)) {}
  /// The first place from `at` on; the size of the text where there is none.
  std::uint32_t from(std::uint32_t at) {
    if (next_ < at) next_ = find(at);
    return next_;
  }

 private:
  [[nodiscard]] std::uint32_t find(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(text_.find(byte_, at), text_.size()));
  }

  std::string_view text_;
  char byte_;
  std::uint32_t next_;
};

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  // What ends a line begins with one of three bytes, which begin nothing else of interest.
  NextByte feed(text, '\n'), carriage(text, '\r'), separator(text, '\xE2');
  for (std::uint32_t at = 0; at < size;) {
    at = std::min({feed.from(at), carriage.from(at), separator.from(at)});
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
