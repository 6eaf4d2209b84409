// The files that settings name by paths and globs.
#include <algorithm>
#include <filesystem>

#include "isnad/store.h"
#include "store/article_files.h"
#include "store/fail.h"
#include "store/glob.h"

namespace isnad {

namespace fs = std::filesystem;

Result<std::vector<std::string>> corpus_paths(const Settings& settings) {
  const fs::path base = fs::path(settings.path).parent_path();
  std::vector<Glob> ignore;
  for (const std::string& pattern : settings.ignore) ignore.emplace_back(pattern);
  std::vector<std::string> out;
  const auto add = [&](const std::string& file) {
    const std::string relative = fs::path(file).lexically_relative(base).generic_string();
    const auto covers = [&relative](const Glob& glob) { return glob.covers(relative); };
    if (std::none_of(ignore.begin(), ignore.end(), covers)) out.push_back(file);
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
    const Glob pattern(entry);
    std::size_t found = 0;
    for (const std::string& file : article_files({base.string()}).files) {
      if (!pattern.is(fs::path(file).lexically_relative(base).generic_string())) continue;
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
