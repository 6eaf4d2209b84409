// The written form of pattern elements.
#pragma once

#include "rules/model.h"

namespace isnad::rules {

/// An element from its string ("b+al?+@month(value=1..6)=m?") or its object.
[[nodiscard]] Element read_element(const Source& source, const Node& node);
/// A list of elements, matched one after another.
[[nodiscard]] std::vector<Element> read_sequence(const Source& source, const Node& node);
/// The members "before", "not_before", "after", "not_after".
[[nodiscard]] Guards read_guards(const Source& source, ObjectReader& reader);

}  // namespace isnad::rules
