#include "cli/watch.h"

#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace isnad::cli {

namespace fs = std::filesystem;

std::vector<std::string> traces_of(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  const auto add = [&out](const std::string& path) {
    struct stat facts {};
    const bool there = ::stat(path.c_str(), &facts) == 0;
    out.push_back(path + ' ' +
                  (there ? std::to_string(facts.st_mtim.tv_sec) + '.' + std::to_string(facts.st_mtim.tv_nsec) + ' ' +
                               std::to_string(facts.st_size) + ' ' + std::to_string(facts.st_ino)
                         : std::string("missing")));
  };
  for (const std::string& path : paths) {
    add(path);
    std::error_code error;
    for (fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, error), end;
         !error && it != end; it.increment(error)) {
      add(it->path().string());
    }
  }
  return out;
}

void wait_for_change(const std::vector<std::string>& paths, const std::vector<std::string>& before) {
  using namespace std::chrono_literals;
  do {
    std::this_thread::sleep_for(500ms);
  } while (traces_of(paths) == before);
}

}  // namespace isnad::cli
