// A month without its year that news announces.
#pragma once

#include "isnad/time.h"

namespace isnad {

/// A month told without its year and without a word on its side, which is the next one: news mostly announces it (14 of
/// 21 in the Arabic BBC and CNN and Jawhara FM), unless a year was told shortly before.
[[nodiscard]] bool is_next_month(const Meaning& m, Day publication);

}  // namespace isnad
