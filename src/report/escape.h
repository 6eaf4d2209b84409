// Article text on its way into an output: it may hold anything, and must neither break the format nor the line.
//
//   printable()  first, for every text that a person will see on one line
//   shortened()  where there is only so much room
//   isolated()   where it stands beside text of the other direction
//   xml_escaped(), dot_escaped()  last, once, for the format
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "isnad/messages.h"

namespace isnad {

/// One line of valid UTF-8, safe to show: bytes that are no UTF-8 become U+FFFD; control characters, line separators
/// and runs of white space one space, none at the ends; bidi controls, byte order marks, noncharacters, tags and other
/// invisible characters go (zero-width joiner and non-joiner stay: Persian needs them). Idempotent. O(n).
[[nodiscard]] std::string printable(std::string_view utf8);

/// The first `limit` code points of valid UTF-8; a longer text ends in an ellipsis, which counts, and is cut between
/// words where one ends near. Never cuts between a letter and its marks. Precondition: limit >= 2. O(n).
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t limit);

/// The code points of `utf8`; U+FFFD for bytes that are none. O(n).
[[nodiscard]] std::u32string to_code_points(std::string_view utf8);

/// How many they are.
[[nodiscard]] std::size_t code_points(std::string_view utf8);

/// The text in a bidi isolate of the language's direction (RLI or LRI ... PDI): it cannot reorder what is around it.
[[nodiscard]] std::string isolated(std::string_view text, Language language);
/// The text in an isolate that takes its direction from its first letter (FSI ... PDI): for a name of unknown language.
[[nodiscard]] std::string isolated(std::string_view text);

/// Printable text in which each run such as "2024-12-07T03:00", "002_6d.txt" or "../2024" stands in a left-to-right
/// isolate: beside Arabic letters the hyphens of a date would be taken apart and its parts change places. O(n).
[[nodiscard]] std::string with_isolated_runs(std::string_view printable);

/// For XML and HTML, in text and in quoted attributes: the five special characters as entities. What XML 1.0 forbids
/// becomes U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view utf8);

/// For a Graphviz label, tooltip or URL handed over through cgraph (which itself quotes what it writes): backslashes
/// doubled, so that \N is no node name, and ampersands as entities, because Graphviz decodes them.
[[nodiscard]] std::string dot_escaped(std::string_view utf8);

}  // namespace isnad
