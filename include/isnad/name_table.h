// isnad/name_table.h - numbers by name, for tables of millions.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace isnad {

/// Finds the numbers of names that the owner keeps, by number. A hash table with linear probing at most half full:
/// eight bytes a slot and one access as a rule, where a tree of strings needs twenty and a copy of each name.
class NameTable {
 public:
  static constexpr std::uint32_t absent = 0xFFFFFFFF;

  /// The number of `name`, or absent. `name_of(number)` gives the name of a number that was added.
  template <class NameOf>
  std::uint32_t find(std::string_view name, const NameOf& name_of) const {
    if (slots_.empty()) return absent;
    const std::uint32_t hash = hash_of(name);
    for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[i];
      if (slot.number == absent || (slot.hash == hash && name_of(slot.number) == name)) return slot.number;
    }
  }

  /// Precondition: the name is not in the table, and `number` is not `absent`.
  void add(std::string_view name, std::uint32_t number) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    place({hash_of(name), number});
    ++count_;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = absent;
  };

  static std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
  }

  void place(Slot slot) {
    std::size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].number != absent) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != absent) place(slot);
    }
  }

  std::vector<Slot> slots_;  ///< a power of two of them
  std::size_t count_ = 0;
};

}  // namespace isnad
