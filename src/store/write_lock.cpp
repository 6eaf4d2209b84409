// One writer at a time. The folder is locked, not the file: a file that is replaced would take its lock with it, and
// nothing is left behind.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "isnad/store.h"
#include "store/fail.h"

namespace isnad {

WriteLock::WriteLock(WriteLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
WriteLock::~WriteLock() {
  if (fd_ >= 0) ::close(fd_);
}

Result<WriteLock> WriteLock::take(const std::string& path) {
  using namespace std::chrono_literals;
  std::error_code error;
  const std::string folder = std::filesystem::absolute(path, error).parent_path().string();
  WriteLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock.fd_ < 0) return fail(ErrorCode::unreadable, path, "its folder cannot be opened", "check the path");
  const auto end = std::chrono::steady_clock::now() + 2s;
  while (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) break;  // a file system without locks
    if (std::chrono::steady_clock::now() > end) {
      return fail(ErrorCode::unreadable, path, "another program is writing to it", "try again when it is done");
    }
    std::this_thread::sleep_for(20ms);
  }
  return lock;
}

}  // namespace isnad
