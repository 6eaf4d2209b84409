// Where something of a layer may begin.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "rules/language.h"

namespace isnad::rules {

/// Tokens of a document by layer, a bit each: most layers have a begin at few tokens, which are found without looking
/// at the others.
class LayerBegins {
 public:
  /// `room`: for the bits.
  LayerBegins(std::size_t layers, std::size_t tokens, std::vector<std::uint64_t> room = {})
      : words_(tokens / 64 + 1), bits_(std::move(room)) {
    bits_.assign(layers * words_, 0);
  }
  [[nodiscard]] std::vector<std::uint64_t>& room() { return bits_; }

  void mark(std::uint32_t token, LayerMask layers) {
    for (; layers != 0; layers &= layers - 1) {
      const auto layer = static_cast<std::size_t>(std::countr_zero(layers));
      bits_[layer * words_ + token / 64] |= std::uint64_t{1} << (token % 64);
    }
  }
  /// Calls `found` with each token of a layer, in order; it may mark tokens of other layers.
  template <class Found>
  void each(std::size_t layer, const Found& found) const {
    for (std::size_t w = 0; w < words_; ++w) {
      for (std::uint64_t bits = bits_[layer * words_ + w]; bits != 0; bits &= bits - 1) {
        found(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
      }
    }
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace isnad::rules
