// The formats that can be written, by name and by extension.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::cli {

enum class Format {
  text,
  json,
  jsonl,
  sarif,
  lines,
  junit,
  github,
  gitlab,
  timeml,
  dot,
  svg,
  png,
  pdf,
  html,
  csv,
  timelinejs,
  jsonld,
  db
};

[[nodiscard]] std::string_view to_string(Format format);
/// The format that --format names.
[[nodiscard]] std::optional<Format> format_of_name(std::string_view name);
/// The format that a file's extension tells.
[[nodiscard]] std::optional<Format> format_of_file(std::string_view path);
/// Bytes that are no text for a terminal.
[[nodiscard]] bool is_binary(Format format);

/// One thing to write.
struct Output {
  std::string path;  ///< "-": standard output
  Format format{};
};

}  // namespace isnad::cli
