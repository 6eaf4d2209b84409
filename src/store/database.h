// A known timeline as an SQLite database: for corpora too large to be one JSON file.
#pragma once

#include <string>
#include <vector>

#include "isnad/core.h"
#include "isnad/store.h"

namespace isnad {

/// All of a database. Errors: unreadable, bad_timeline.
[[nodiscard]] Result<KnownTimeline> read_database(const std::string& path);

}  // namespace isnad
