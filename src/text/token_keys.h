// Where the matching forms of tokens are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/text.h"
#include "text/fold.h"
#include "text/key_hash.h"
#include "text/plain_letters.h"
#include "text/tokenise.h"
#include "text/unicode.h"

namespace isnad::text {

/// The matching forms of the tokens, one after another. Of the string that holds them some bytes more are in use while
/// they are written, so that a letter need not ask for its room.
class Keys {
 public:
  explicit Keys(std::string& all) : all_(all), size_(all.size()) {}
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys() { all_.resize(size_); }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t hash_from(std::size_t begin) {
    const std::size_t size = size_ - begin;
    if (size > short_key_bytes) return hash_of_key({all_.data() + begin, size});
    make_room();
    return hash_of_short_key(all_.data() + begin, size);
  }
  void cut(std::size_t size) { size_ = size; }
  void append(std::string_view form) {
    all_.resize(size_);
    all_ += form;
    size_ = all_.size();
  }
  void append_form_of(std::string_view written) {
    const char32_t alone = folded_alone(only_code_point(written));
    if (alone != 0 && alone < 0x80) {
      make_room();
      all_[size_++] = static_cast<char>(alone);
      return;
    }
    all_.resize(size_);
    append_matching_form(written, all_);
    size_ = all_.size();
  }
  /// Appends the forms of the plain letters from byte `at` on; returns the first byte behind them.
  std::size_t append_plain_letters(std::string_view text, std::size_t at) {
    for (std::size_t letters = group_letters; letters == group_letters;) {
      make_room();
      letters = fold_plain_group(text, at, all_.data() + size_);
      size_ += 2 * letters;
      at += 2 * letters;
    }
    return at;
  }

 private:
  void make_room() {
    if (size_ + group_bytes > all_.size()) all_.resize(size_ + spare_key_bytes);
  }

  std::string& all_;
  std::size_t size_;
};

}  // namespace isnad::text
