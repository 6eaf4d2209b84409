// The elements of a TimeML file, as they stand there: attributes and places, nothing resolved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad::tml {

struct Attribute {
  std::string name;
  std::string value;
};

/// EVENT, MAKEINSTANCE, TIMEX3 or TLINK.
struct Element {
  std::string name;
  std::vector<Attribute> attributes;
  LineColumn place;
  std::string text;  ///< the words within, for EVENT and TIMEX3; cut to max_text bytes

  /// The value of the first of these attributes that is there and not empty; else empty.
  [[nodiscard]] std::string_view get(std::initializer_list<std::string_view> names) const;
};

struct Elements {
  std::vector<Element> list;  ///< in order of their start tags
  std::size_t other_links = 0;
};

/// Reads the XML. Error bad_timeml with line and column. O(bytes); nesting costs heap alone.
Result<Elements> read_elements(std::string_view xml, const std::string& path);

/// A text of the file, quoted for a message: shortened to a readable length.
std::string quoted(std::string_view text);

}  // namespace isnad::tml
