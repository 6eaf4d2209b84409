// Patterns of paths, as settings write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// A path with *, ?, [...] within one part and ** for any number of folders. What names a folder also means all that
/// it holds.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// The whole path is as the pattern says. O(parts of the pattern x parts of the path).
  [[nodiscard]] bool is(std::string_view path) const;
  /// The path, or a folder above it, is.
  [[nodiscard]] bool covers(std::string_view path) const;

 private:
  std::vector<std::string> parts_;
};

/// Whether a path has a sign of a pattern.
[[nodiscard]] bool is_glob(std::string_view path);

/// A path of an article as seen from the folder of a file of settings: what its globs are compared with. An article of
/// a collection ("wire.jsonl#7") lies in the collection as in a folder ("wire.jsonl/7").
[[nodiscard]] std::string seen_from(const std::string& settings_path, const std::string& article_path);

}  // namespace isnad
