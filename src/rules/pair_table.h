// Pairs of numbers as dense keys of a hash table, without a node for each.
#pragma once

#include <cstdint>
#include <vector>

namespace isnad::rules {

/// A number for each pair of numbers; open addressing. Looking one up costs one hash and, nearly always, one cache
/// line.
template <class Number>
class PairTable {
 public:
  PairTable() : slots_(first_size) {}

  /// The number of a pair; 0 where it has none.
  [[nodiscard]] std::uint32_t find(Number a, Number b) const {
    for (std::size_t at = slot_of(a, b);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == 0 || (slot.a == a && slot.b == b)) return slot.number;
    }
  }
  /// Gives a pair that has none a number, which is not 0.
  void add(Number a, Number b, std::uint32_t number) {
    if (++count_ * 2 > slots_.size()) grow();
    put({a, b, number});
  }
  void clear() {
    slots_.assign(first_size, {});
    count_ = 0;
  }

 private:
  static constexpr std::size_t first_size = 256;  // a power of two; at most half of it is taken

  struct Slot {
    Number a = 0, b = 0;
    std::uint32_t number = 0;  ///< 0: free
  };
  [[nodiscard]] std::size_t slot_of(Number a, Number b) const {
    const std::uint64_t mixed = (std::uint64_t{a} ^ (std::uint64_t{b} * 0xC2B2AE3D27D4EB4FU)) * 0x9E3779B97F4A7C15U;
    return (mixed >> 32U) & (slots_.size() - 1);
  }
  void put(const Slot& full) {
    std::size_t at = slot_of(full.a, full.b);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = full;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != 0) put(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace isnad::rules
