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

/// As starts_with() and ends_with(): nearly always the last byte tells.
bool begins(std::string_view key, std::string_view affix) {
  return !affix.empty() && key.size() >= affix.size() && key[affix.size() - 1] == affix.back() &&
         key.starts_with(affix);
}
bool ends(std::string_view key, std::string_view affix) {
  return !affix.empty() && key.size() >= affix.size() && key.back() == affix.back() && key.ends_with(affix);
}

}  // namespace

std::vector<Stemmer::Affix> Stemmer::affixes(std::vector<std::string> texts) {
  std::vector<Affix> all;
  for (std::string& text : texts) {
    const std::size_t letters = letters_of(text);
    all.push_back({std::move(text), letters});
  }
  return all;
}

Stemmer::Stemmer(const Grammar& grammar, std::string_view language)
    : articles_(affixes(grammar.article_prefixes(language))),
      before_(affixes(longest_first(grammar.forms(language, "stem-before")))),
      behind_(affixes(longest_first(grammar.forms(language, "stem-behind")))) {}

std::string_view Stemmer::operator()(std::string_view key) const {
  std::size_t letters = letters_of(key);
  const auto cut = [&](const std::vector<Affix>& affixes, std::size_t fewest, bool before) {
    const auto found = std::find_if(affixes.begin(), affixes.end(), [&](const Affix& affix) {
      return letters >= affix.letters + fewest && (before ? begins(key, affix.text) : ends(key, affix.text));
    });
    if (found == affixes.end()) return false;
    before ? key.remove_prefix(found->text.size()) : key.remove_suffix(found->text.size());
    letters -= found->letters;
    return true;
  };
  constexpr std::size_t fewest_behind_article = 3;
  cut(articles_, fewest_behind_article, true);
  while (cut(before_, fewest_letters, true)) {
  }
  while (cut(behind_, fewest_letters, false)) {
  }
  return key;
}

std::string_view without_article(std::string_view key, const std::vector<std::string>& articles, std::size_t least) {
  for (const std::string& article : articles)
    if (key.size() >= article.size() + least && begins(key, article)) return key.substr(article.size());
  return key;
}

}  // namespace isnad
