// Whole files, in and out.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "isnad/sha256.h"
#include "isnad/store.h"
#include "store/fail.h"

namespace isnad {
namespace {

/// Closes a file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  /// Closes now and tells whether everything had arrived.
  [[nodiscard]] bool close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

std::string reason(int error) { return std::error_code(error, std::generic_category()).message(); }

std::string remedy_for(int error) {
  switch (error) {
    case ENOENT:
      return "check the spelling of the path";
    case EACCES:
    case EPERM:
      return "check the permissions of the file and of its folder";
    case ENOSPC:
      return "free some space, or write elsewhere";
    case EISDIR:
      return "name a file, not a folder";
    default:
      return {};
  }
}

Error unreadable(const std::string& path, int error) {
  return fail(ErrorCode::unreadable, path, fmt::format("cannot be read: {}", reason(error)), remedy_for(error));
}

Error unwritable(const std::string& path, int error) {
  return fail(ErrorCode::unreadable, path, fmt::format("cannot be written: {}", reason(error)), remedy_for(error));
}

bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

/// The file that `path` names when symbolic links are followed, so that a link is written through, not replaced.
std::string target_of(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  ::free(real);  // NOLINT(cppcoreguidelines-no-malloc): realpath allocates with malloc
  return out;
}

/// A file beside its target that becomes it when it is whole. Where the file system can, it has no name before that, so
/// that a program that is killed leaves nothing behind.
class Draft {
 public:
  explicit Draft(const std::string& target) : path_(target + ".XXXXXX") {
    const std::size_t slash = target.rfind('/');
    folder_ = slash == std::string::npos ? "." : target.substr(0, slash + 1);
  }
  [[nodiscard]] int open() {
    const int fd = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd >= 0) return fd;
    named_ = true;
    return ::mkostemp(path_.data(), O_CLOEXEC);
  }
  /// Gives the file its passing name.
  [[nodiscard]] bool name(int fd) {
    if (named_) return true;
    path_.replace(path_.size() - 6, 6, std::to_string(::getpid()));
    ::unlink(path_.c_str());
    const std::string nameless = "/proc/self/fd/" + std::to_string(fd);
    named_ = ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW) == 0;
    return named_;
  }
  void remove() const {
    if (named_) ::unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::string folder_;
  bool named_ = false;
};

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const bool standard_input = path == "-";
  Descriptor file(standard_input ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return unreadable(path, errno);
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return unreadable(path, errno);
  if (S_ISDIR(facts.st_mode)) return unreadable(path, EISDIR);
  std::string out;
  if (S_ISREG(facts.st_mode)) {
    if (static_cast<std::uint64_t>(facts.st_size) > max_file_bytes) {
      return fail(ErrorCode::too_large, path, fmt::format("larger than {} MiB", max_file_bytes >> 20), "split it");
    }
    out.reserve(static_cast<std::size_t>(facts.st_size));
  }
  std::string piece(std::size_t{1} << 16, '\0');
  while (true) {
    const ssize_t n = ::read(file.get(), piece.data(), piece.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return unreadable(path, errno);
    }
    if (n == 0) return out;
    if (out.size() + static_cast<std::size_t>(n) > max_file_bytes) {
      return fail(ErrorCode::too_large, path, fmt::format("larger than {} MiB", max_file_bytes >> 20), "split it");
    }
    out.append(piece, 0, static_cast<std::size_t>(n));
  }
}

std::vector<FileHash> hash_files(const std::vector<std::string>& paths) {
  std::vector<FileHash> out;
  for (const std::string& path : paths) {
    // A known timeline may name anything: a pipe would never end.
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) continue;
    if (const Result<std::string> bytes = read_file(path)) out.push_back({path, hexadecimal(sha256(*bytes))});
  }
  return out;
}

Result<bool> write_file(const std::string& path, std::string_view content) {
  struct stat facts {};
  const bool exists = ::stat(path.c_str(), &facts) == 0;
  if (exists && S_ISDIR(facts.st_mode)) return unwritable(path, EISDIR);
  if (exists && !S_ISREG(facts.st_mode)) {  // a device or a pipe has no other name to be moved to
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0 || !write_all(file.get(), content) || !file.close()) return unwritable(path, errno);
    return true;
  }
  const std::string target = target_of(path);
  // mkostemp makes the file private; a new file gets the usual mode, an old one keeps its own.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? (facts.st_mode & 07777U) : (0666U & ~mask);
  Draft draft(target);
  Descriptor file(draft.open());
  if (file.get() < 0) return unwritable(path, errno);
  if (!write_all(file.get(), content) || ::fchmod(file.get(), mode) != 0 || ::fsync(file.get()) != 0 ||
      !draft.name(file.get()) || !file.close() || ::rename(draft.path().c_str(), target.c_str()) != 0) {
    const int error = errno;
    draft.remove();
    return unwritable(path, error);
  }
  return true;
}

}  // namespace isnad
