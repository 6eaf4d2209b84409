#include "cli/nearest_word.h"

#include <algorithm>

namespace isnad::cli {
namespace {

/// Levenshtein's distance, bytes as letters: commands and options are ASCII. O(|a| |b|).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row;
  for (std::size_t j = 0; j <= b.size(); ++j) row.push_back(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_word(std::string_view written, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 64;  // nobody misspells a word into more
  if (written.size() > longest) return {};
  std::string best;
  std::size_t least = longest;
  for (const std::string& word : words) {
    const std::size_t distance = edit_distance(written, word);
    if (distance * 3 <= std::max(word.size(), written.size()) && distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

}  // namespace isnad::cli
