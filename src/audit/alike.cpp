#include "audit/alike.h"

#include <algorithm>

#include "isnad/text.h"

namespace isnad::audit_rules {
namespace {

std::u32string code_points(std::string_view utf8) {
  std::u32string letters;
  for (const char c : utf8) {  // a matching form is valid UTF-8
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !letters.empty())
      letters.back() = (letters.back() << 6U) | (byte & 0x3FU);
    else
      letters.push_back(byte);
  }
  return letters;
}

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

}  // namespace

bool alike(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(matching_form(a)), y = code_points(matching_form(b));
  constexpr std::size_t root = 3;
  const std::size_t common = common_letters(x, y);
  if (common >= root && 10 * common >= 7 * std::max(x.size(), y.size())) return true;
  if (x.empty() || y.empty() || x.front() != y.front() || x.back() != y.back()) return false;
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
  return row[y.size()] <= 2;
}

std::size_t alike_words(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(others.begin(), others.end(),
                       [&](const std::string& other) { return word == other || alike(word, other); });
  }));
}

}  // namespace isnad::audit_rules
