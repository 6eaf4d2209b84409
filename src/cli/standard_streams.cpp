#include "cli/standard_streams.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace isnad::cli {
namespace {

/// 0, or the errno of the failure.
int write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

}  // namespace

Result<bool> write_output(std::string_view text) {
  const int failure = write_all(STDOUT_FILENO, text);
  if (failure == 0) return true;
  if (failure == EPIPE) return false;
  Error error;
  error.code = ErrorCode::unreadable;
  error.message = "standard output cannot be written: " + std::generic_category().message(failure);
  error.remedy = "write to a file with -o FILE";
  return error;
}

void write_error(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

}  // namespace isnad::cli
