// Matching forms as dense numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::rules {

/// Index of a matching form that the rules name.
using WordId = std::uint32_t;
inline constexpr WordId no_word = 0xFFFFFFFFU;

/// A hash table of strings, open addressing: one look-up costs one hash and, nearly always, one comparison.
class Vocabulary {
 public:
  Vocabulary() : slots_(64, Slot{}) {}
  WordId intern(std::string_view word);
  [[nodiscard]] WordId find(std::string_view word) const;
  /// The same for a word in two parts.
  [[nodiscard]] WordId find(std::string_view begin, std::string_view end) const;
  [[nodiscard]] std::string_view word(WordId id) const {
    return std::string_view(text_).substr(begins_[id], begins_[id + 1] - begins_[id]);
  }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  /// See archive.h.
  template <class A>
  void transfer(A& archive) {
    archive(slots_, text_, begins_);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = no_word;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::string text_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace isnad::rules
