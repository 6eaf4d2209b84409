#include "cli/progress.h"

#include <fmt/format.h>

#include <utility>

#include "cli/standard_streams.h"

namespace isnad::cli {

using namespace std::chrono_literals;

Progress::Progress(bool enabled, std::string label, std::size_t total)
    : enabled_(enabled && total > 0), label_(std::move(label)), total_(total) {}

Progress::~Progress() {
  if (drawn_ != Clock::time_point{}) write_error("\r\x1b[K");
}

void Progress::advance() {
  const std::scoped_lock guard(lock_);
  ++done_;
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now - begin_ < 1s || now - drawn_ < 100ms) return;
  drawn_ = now;
  constexpr std::size_t width = 30;
  const std::size_t filled = done_ * width / total_;
  write_error(fmt::format("\r\x1b[K[{}{}] {}/{} {}", std::string(filled, '#'), std::string(width - filled, '-'), done_,
                          total_, label_));
}

}  // namespace isnad::cli
