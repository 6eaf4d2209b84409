// Names as they sound, for comparing them across scripts.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "isnad/rules.h"
#include "isnad/stems.h"

namespace isnad::linking {

/// The consonants of a name, by the class `sound` of a language: "himal" and its Arabic spelling are both "hml".
class Sounds {
 public:
  Sounds(const Grammar& grammar, std::string_view language);

  /// Consonants in order, one that follows itself once, an h at the end not at all. Empty where fewer than three are
  /// left: they fit many names. O(letters).
  [[nodiscard]] std::string operator()(std::string_view key) const;

 private:
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> sounds_;  ///< of one or more letters
  std::size_t longest_ = 0;                                                         ///< of those, in bytes
};

}  // namespace isnad::linking
