// A known timeline as an SQLite database: for corpora too large to be one JSON file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"
#include "isnad/store.h"

namespace isnad {

/// True where the bytes begin as an SQLite 3 database does.
[[nodiscard]] bool is_database(std::string_view bytes);

/// The articles of a database that write_database wrote. Errors: unreadable, bad_timeline.
[[nodiscard]] Result<std::vector<RawArticle>> read_database(const std::string& path);

}  // namespace isnad
