// A known timeline as an SQLite database: for corpora too large to be one JSON file.
#pragma once

#include <string>
#include <vector>

#include "isnad/core.h"
#include "isnad/store.h"

namespace isnad {

/// All articles of a database, in order of id. Errors: unreadable, bad_timeline.
[[nodiscard]] Result<std::vector<RawArticle>> read_database(const std::string& path);

}  // namespace isnad
