// From the flat record that a rule computes to a typed meaning: the one place that knows the fields' names.
//
//   kind       calendar (default) offset current range alternatives span duration set reference
//              (the rules say "name" of what is called after a time: no kind, hence no meaning)
//   direction  past present future;  anchor publication previous event none;  period begin middle end
//   century decade year month day quarter half season hour minute weekday(1 Monday .. 7)  part  zone  hijri=1
//   place      IANA name of a zone;  bc=1 before Christ
//   clock      "16.30";  decade_of a year of the decade
//   twelve_hour=1  nth=1 count unit rest rest_unit approximate=1 from.*     first part of a range or of alternatives;
//   to.* the second; third.* the third pair.*     the same day told in another calendar
#pragma once

#include <optional>

#include "isnad/time.h"

namespace isnad {

/// The meaning that a record states; nothing where it states none (an unknown word in a field, a number out of range).
[[nodiscard]] std::optional<Meaning> compose(const Record& record);

/// The TIMEX3 type of a meaning.
[[nodiscard]] TimexType type_of(const Meaning& meaning);

}  // namespace isnad
