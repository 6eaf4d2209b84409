#include "store/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

namespace isnad {
namespace {

namespace fs = std::filesystem;

/// Parts of a path between slashes.
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0 && path.substr(0, slash) != ".") parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  // reach[j]: the pattern's parts so far can stand for the first j parts of the path.
  std::vector<bool> reach(path.size() + 1, false);
  reach[0] = true;
  for (const std::string& part : pattern) {
    std::vector<bool> next(path.size() + 1, false);
    for (std::size_t j = 0; j <= path.size(); ++j) {
      if (part == "**") {
        next[j] = reach[j] || (j > 0 && next[j - 1]);
      } else if (j > 0) {
        next[j] = reach[j - 1] && ::fnmatch(part.c_str(), path[j - 1].c_str(), FNM_PERIOD) == 0;
      }
    }
    reach = std::move(next);
  }
  return reach.back();
}

}  // namespace

Glob::Glob(std::string_view pattern) : parts_(parts_of(pattern)) {}

bool Glob::is(std::string_view path) const { return matches(parts_, parts_of(path)); }

bool Glob::covers(std::string_view path) const {
  for (std::vector<std::string> parts = parts_of(path); !parts.empty(); parts.pop_back()) {
    if (matches(parts_, parts)) return true;
  }
  return false;
}

bool is_glob(std::string_view path) { return path.find_first_of("*?[") != std::string_view::npos; }

std::string seen_from(const std::string& settings_path, const std::string& article_path) {
  std::error_code error;
  const fs::path base = fs::absolute(settings_path, error).lexically_normal().parent_path();
  std::string out = fs::absolute(article_path, error).lexically_normal().lexically_relative(base).generic_string();
  for (const std::string_view collection : {".jsonl#", ".ndjson#", ".gz#"}) {
    const std::size_t at = out.find(collection);
    if (at != std::string::npos) out[at + collection.size() - 1] = '/';
  }
  return out;
}

}  // namespace isnad
