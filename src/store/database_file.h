// The file of a timeline database: its layout, and what is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "isnad/core.h"
#include "store/sqlite.h"

namespace isnad::database {

/// How long another writer is waited for.
inline constexpr int patience_ms = 2000;

/// What the last failure of a database means.
[[nodiscard]] Error failure(sqlite3* database, const std::string& path, std::string_view what);
/// False where it fails.
[[nodiscard]] bool execute(sqlite3* database, const std::string& sql);
/// Makes the tables of an empty database. False where it fails.
[[nodiscard]] bool lay_out(sqlite3* database);
/// Nothing, where the database is one of ours and of a version that this program knows.
[[nodiscard]] std::optional<Error> refuse(sqlite3* database, const std::string& path);

}  // namespace isnad::database
