// Rules from a folder.
#include <algorithm>
#include <filesystem>

#include "isnad/store.h"
#include "store/fail.h"

namespace isnad {

Result<std::vector<RuleFile>> read_rules(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> paths;
  fs::recursive_directory_iterator it(folder, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    const bool hidden = it->path().filename().native().starts_with('.');
    if (hidden && it->is_directory(error)) it.disable_recursion_pending();
    if (!hidden && it->path().extension() == ".json" && it->is_regular_file(error)) paths.push_back(it->path());
  }
  if (error) {
    return fail(ErrorCode::unreadable, folder, "cannot be read: " + error.message(),
                "--rules takes a folder with one folder a language: common, ar, en");
  }
  if (paths.empty()) {
    return fail(ErrorCode::unreadable, folder, "holds no rule files",
                "--rules takes a folder with one folder a language: common, ar, en");
  }
  std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  std::vector<RuleFile> files;
  for (const fs::path& path : paths) {
    Result<std::string> content = read_file(path.string());
    if (!content) return content.error();
    files.push_back({path.lexically_relative(folder).generic_string(), *std::move(content)});
  }
  return files;
}

}  // namespace isnad
