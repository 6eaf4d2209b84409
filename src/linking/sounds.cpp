#include "linking/sounds.h"

#include <algorithm>

namespace isnad::linking {

Sounds::Sounds(const Grammar& grammar, std::string_view language) {
  for (const std::string& form : grammar.forms(language, "sound")) {
    const std::size_t space = form.find(' ');
    if (space == std::string::npos) continue;
    sounds_.emplace(form.substr(0, space), form.substr(space + 1));
    longest_ = std::max(longest_, space);
  }
}

std::string Sounds::operator()(std::string_view key) const {
  constexpr std::size_t fewest = 3;
  std::string consonants;
  while (!key.empty()) {
    std::size_t taken = 1;
    for (std::size_t length = std::min(longest_, key.size()); length > 0; --length) {
      if (length < key.size() && (static_cast<unsigned char>(key[length]) & 0xC0U) == 0x80U) continue;  // in a letter
      const auto sound = sounds_.find(key.substr(0, length));
      if (sound == sounds_.end()) continue;
      taken = length;
      if (!consonants.ends_with(sound->second)) consonants += sound->second;
      break;
    }
    key.remove_prefix(taken);
  }
  if (consonants.ends_with('h')) consonants.pop_back();
  return consonants.size() >= fewest ? consonants : std::string{};
}

}  // namespace isnad::linking
