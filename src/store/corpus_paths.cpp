// The files that settings name by paths and globs.
#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "isnad/store.h"
#include "store/article_files.h"
#include "store/fail.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

bool is_glob(std::string_view path) { return path.find_first_of("*?[") != std::string_view::npos; }

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

/// "**" stands for any number of folders, the other signs for what fnmatch says, within one part.
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

/// A pattern that names a folder also means all that it holds.
bool ignored(const std::vector<std::vector<std::string>>& patterns, std::vector<std::string> path) {
  for (; !path.empty(); path.pop_back()) {
    for (const auto& pattern : patterns) {
      if (matches(pattern, path)) return true;
    }
  }
  return false;
}

}  // namespace

Result<std::vector<std::string>> corpus_paths(const Settings& settings) {
  const fs::path base = fs::path(settings.path).parent_path();
  std::vector<std::vector<std::string>> ignore;
  for (const std::string& pattern : settings.ignore) ignore.push_back(parts_of(pattern));
  std::vector<std::string> out;
  const auto add = [&](const std::string& file) {
    const fs::path relative = fs::path(file).lexically_relative(base);
    if (!ignored(ignore, parts_of(relative.generic_string()))) out.push_back(file);
  };
  for (const std::string& entry : settings.corpus) {
    if (!is_glob(entry)) {
      const fs::path path = base / entry;
      std::error_code error;
      if (!fs::exists(path, error)) {
        return fail(ErrorCode::bad_config, settings.path, "\"corpus\" names a path that does not exist: " + entry,
                    "paths are relative to the folder of this file");
      }
      const FileList list = article_files({path.lexically_normal().string()});
      if (!list.errors.empty()) return list.errors.front();
      for (const std::string& file : list.files) add(file);
      continue;
    }
    const std::vector<std::string> pattern = parts_of(entry);
    std::size_t found = 0;
    for (const std::string& file : article_files({base.string()}).files) {
      if (!matches(pattern, parts_of(fs::path(file).lexically_relative(base).generic_string()))) continue;
      ++found;
      add(file);
    }
    if (found == 0) {
      return fail(ErrorCode::bad_config, settings.path, "\"corpus\" has a pattern that no article fits: " + entry,
                  "patterns are relative to the folder of this file; ** stands for any folders");
    }
  }
  return out;
}

}  // namespace isnad
