// Sets to be met by as little weight as possible.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// An element of the sets to be met: dense, from 0, in order of rank.
using Element = std::uint32_t;
/// Ascending, without repetition.
using Set = std::vector<Element>;

inline bool has(const Set& s, Element e) { return std::binary_search(s.begin(), s.end(), e); }

/// A set to be met, and the price at which a lower bound has it met.
struct Row {
  Set elements;
  std::int64_t price = 0;  ///< in fractions of a weight, see CoverBound
};
using Rows = std::vector<Row>;

/// Elements taken, and what they weigh.
struct Choice {
  std::vector<Element> elements;
  std::int64_t weight = 0;
};

}  // namespace isnad::solver
