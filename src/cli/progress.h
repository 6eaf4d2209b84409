// How far the work is, on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace isnad::cli {

/// A bar on standard error for work that takes longer than a second; it is gone when the work is done. Thread-safe.
class Progress {
 public:
  Progress(bool enabled, std::string label, std::size_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// One more is done.
  void advance();

 private:
  using Clock = std::chrono::steady_clock;

  std::mutex lock_;
  bool enabled_;
  std::string label_;
  std::size_t total_;
  std::size_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point drawn_{};
};

}  // namespace isnad::cli
