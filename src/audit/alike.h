// Whether two written words are forms of one word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::audit_rules {

/// Two forms of one word, or two spellings of one name: most letters are common ("their gathering", "the gathering"),
/// or the first and the last one and all but two between. O(letters of the one x letters of the other).
[[nodiscard]] bool alike(std::string_view a, std::string_view b);
/// How many of the first words are alike to one of the others; no word is empty.
[[nodiscard]] std::size_t alike_words(const std::vector<std::string>& words, const std::vector<std::string>& others);

}  // namespace isnad::audit_rules
