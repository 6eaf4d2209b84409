#include "store/text_place.h"

#include <algorithm>

#include "store/utf8.h"

namespace isnad {
namespace {

/// A line longer than this is cut around the place: minified JSON has one line.
constexpr std::size_t readable_bytes = 60;

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

LineColumn place_in(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const std::size_t begin = line_begin(text, at);
  return {static_cast<std::uint32_t>(lines) + 1,
          static_cast<std::uint32_t>(code_point_count(text.substr(begin, at - begin))) + 1};
}

std::string context_of(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  std::size_t begin = line_begin(text, at);
  std::size_t end = std::min(text.find('\n', at), text.size());
  if (at - begin > readable_bytes) {
    begin = at - readable_bytes;
    while (begin < at && is_continuation(text[begin])) ++begin;
  }
  if (end - at > readable_bytes) {
    end = at + readable_bytes;
    while (end > at && end < text.size() && is_continuation(text[end])) --end;
  }
  std::string line = printable_utf8(text.substr(begin, end - begin));
  const std::size_t before = code_point_count(printable_utf8(text.substr(begin, at - begin)));
  return "  " + line + "\n  " + std::string(before, ' ') + "^";
}

}  // namespace isnad
