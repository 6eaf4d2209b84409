#include "report/source_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 5> collections{".jsonl#", ".ndjson#", ".jsonl.gz#", ".ndjson.gz#", "stdin#"};
constexpr std::array<std::string_view, 6> containers{".jsonl", ".ndjson", ".gz", ".html", ".htm", ".xhtml"};

}  // namespace

std::string file_of(const DocumentSource& source) {
  for (const std::string_view mark : collections) {
    const std::size_t at = source.path.find(mark);
    if (at != std::string::npos) return source.path.substr(0, at + mark.size() - 1);
  }
  return source.path;
}

bool places_hold(const DocumentSource& source) {
  const std::string file = file_of(source);
  return std::none_of(containers.begin(), containers.end(),
                      [&file](std::string_view end) { return std::string_view(file).ends_with(end); });
}

std::string uri_of(const DocumentSource& source) {
  const std::string file = file_of(source);
  std::string out = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            std::string_view("-._~/").find(c) != std::string_view::npos;
    if (unreserved) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

Region region_of(const SourceSpan& span, const Document& document) {
  return {place(document, span.begin), place(document, span.end)};
}

std::string place_text(const SourceSpan& span, const Document& document) {
  const LineColumn at = place(document, span.begin);
  return fmt::format("{}:{}:{}", document.source.path, at.line, at.column);
}

}  // namespace isnad
