// Making the sets to be met fewer and smaller.
#pragma once

#include "solve/cover_rows.h"

namespace isnad::solver {

/// Leaves the minimal sets, ordered by size and content. Each is compared with the smaller ones, mostly one word each.
void drop_supersets(Rows& rows);

/// Removes elements beside which another, no heavier, meets at least the same sets. True where there were any.
bool drop_dominated(Rows& rows, const std::vector<std::int64_t>& weights);

/// Elements that some cheapest hitting set has, by the pairs among `rows`: v, where a neighbour u of v is no lighter,
/// is in pairs only, and has no neighbours but v and those of v. For without v a hitting set has all neighbours of v;
/// with v for u it is one as well, and no heavier. So of claims that contradict one another two by two, only the
/// heaviest is left. Domination in weighted vertex covers: Lamm, Schulz, Strash, Williger and Zhang, ALENEX 2019.
Set dominating_neighbours(const Rows& rows, const std::vector<std::int64_t>& weights);

/// Sets that share no element, directly or through others, part by part.
std::vector<Rows> split_cover(const Rows& rows);

}  // namespace isnad::solver
