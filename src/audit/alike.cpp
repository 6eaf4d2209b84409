#include "audit/alike.h"

#include <algorithm>

#include "isnad/text.h"

namespace isnad::audit_rules {
namespace {

/// A word in matching form, by its letters.
struct Letters {
  std::u32string letters;
  std::uint64_t kinds = 0;  ///< a bit a letter, by its last six bits

  explicit Letters(std::string_view word) {
    for (const char c : matching_form(word)) {  // valid UTF-8
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0U) == 0x80U && !letters.empty())
        letters.back() = (letters.back() << 6U) | (byte & 0x3FU);
      else
        letters.push_back(byte);
    }
    for (const char32_t letter : letters) kinds |= bit(letter);
  }
  /// Letters that `other` may have, too: never fewer than they have in common.
  [[nodiscard]] std::size_t shared_with(const Letters& other) const {
    return static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(),
                                                  [&](char32_t letter) { return (bit(letter) & other.kinds) != 0; }));
  }

 private:
  static std::uint64_t bit(char32_t letter) { return std::uint64_t{1} << (letter & 0x3FU); }
};

/// The letters that two words have in common, in their order.
std::size_t common_letters(const std::u32string& x, const std::u32string& y) {
  std::vector<std::size_t> row(y.size() + 1, 0);
  for (const char32_t letter : x) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t longest = letter == y[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = row[j];
      row[j] = longest;
    }
  }
  return row[y.size()];
}

/// How many letters have to be put in, left out or replaced.
std::size_t edits(const std::u32string& x, const std::u32string& y) {
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t replaced = diagonal + static_cast<std::size_t>(x[i - 1] != y[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[y.size()];
}

bool alike(const Letters& a, const Letters& b) {
  const std::u32string &x = a.letters, &y = b.letters;
  constexpr std::size_t root = 3, most_edits = 2;
  const std::size_t longer = std::max(x.size(), y.size());
  const auto enough = [&](std::size_t common) { return common >= root && 10 * common >= 7 * longer; };
  // Most pairs are told apart by their letters alone, without regard to order.
  if (enough(std::min(a.shared_with(b), y.size())) && enough(common_letters(x, y))) return true;
  if (x.empty() || y.empty() || x.front() != y.front() || x.back() != y.back()) return false;
  return longer - std::min(x.size(), y.size()) <= most_edits && edits(x, y) <= most_edits;
}

}  // namespace

bool alike(std::string_view a, std::string_view b) { return alike(Letters(a), Letters(b)); }

std::size_t alike_words(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  std::vector<Letters> letters;
  letters.reserve(others.size());
  for (const std::string& other : others) letters.emplace_back(other);
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    const Letters own(word);
    return std::any_of(letters.begin(), letters.end(), [&](const Letters& other) { return alike(own, other); });
  }));
}

}  // namespace isnad::audit_rules
