// Whether two written words are forms of one word.
#pragma once

#include <string_view>

namespace isnad::audit_rules {

/// Two forms of one word, or two spellings of one name: most letters are common ("their gathering", "the gathering"),
/// or the first and the last one and all but two between. O(letters of the one x letters of the other).
[[nodiscard]] bool alike(std::string_view a, std::string_view b);

}  // namespace isnad::audit_rules
