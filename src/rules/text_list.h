// Many short texts, one after another in one string.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::rules {

/// A list of texts that only grows. Read from an archive at once, however many there are.
class TextList {
 public:
  void push_back(std::string_view text) {
    text_ += text;
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return std::string_view(text_).substr(begins_[i], begins_[i + 1] - begins_[i]);
  }
  /// See archive.h.
  template <class A>
  void transfer(A& archive) {
    archive(text_, begins_);
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace isnad::rules
