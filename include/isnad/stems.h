// isnad/stems.h - words without what inflection and clitics add to them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/rules.h"

namespace isnad {

/// Light stemming by two classes of words of a language: what is written before a word (stem-before) and behind it
/// (stem-behind). For telling whether two texts may have the same word, not for showing.
class Stemmer {
 public:
  Stemmer() = default;
  Stemmer(const Grammar& grammar, std::string_view language);

  /// The stem of a matching form: without article, then without what stands before and behind as long as four letters
  /// are left. O(letters).
  [[nodiscard]] std::string_view operator()(std::string_view key) const;

 private:
  struct Affix {
    std::string text;
    std::size_t letters = 0;
  };
  static std::vector<Affix> affixes(std::vector<std::string> texts);

  std::vector<Affix> articles_, before_, behind_;  ///< longest first
};

/// Hashes a word, for tables that are asked with parts of a text.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

/// A matching form without the article that it begins with, where so many bytes at `least` are left behind it; of the
/// `articles` the first that fits. O(articles).
[[nodiscard]] std::string_view without_article(std::string_view key, const std::vector<std::string>& articles,
                                               std::size_t least);

}  // namespace isnad
