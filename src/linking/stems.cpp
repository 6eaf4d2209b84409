#include "isnad/stems.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::size_t fewest_letters = 4;

std::vector<std::string> longest_first(std::vector<std::string> affixes) {
  std::sort(affixes.begin(), affixes.end(),
            [](const std::string& a, const std::string& b) { return std::pair(b.size(), a) < std::pair(a.size(), b); });
  return affixes;
}

}  // namespace

Stemmer::Stemmer(const Grammar& grammar, std::string_view language)
    : articles_(grammar.article_prefixes(language)),
      before_(longest_first(grammar.forms(language, "stem-before"))),
      behind_(longest_first(grammar.forms(language, "stem-behind"))) {}

std::string_view Stemmer::operator()(std::string_view key) const {
  for (const std::string& article : articles_)
    if (key.starts_with(article) && letters_of(key) > letters_of(article) + 2) {
      key.remove_prefix(article.size());
      break;
    }
  const auto long_enough = [&](const std::string& affix) {
    return letters_of(key) >= letters_of(affix) + fewest_letters;
  };
  const auto cut = [&](const std::vector<std::string>& affixes, bool before) {
    const auto found = std::find_if(affixes.begin(), affixes.end(), [&](const std::string& affix) {
      return (before ? key.starts_with(affix) : key.ends_with(affix)) && long_enough(affix);
    });
    if (found == affixes.end()) return false;
    before ? key.remove_prefix(found->size()) : key.remove_suffix(found->size());
    return true;
  };
  while (cut(before_, true)) {
  }
  while (cut(behind_, false)) {
  }
  return key;
}

std::size_t letters_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace isnad
