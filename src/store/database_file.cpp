// Articles are rows; event_key leads from a key of an event to the articles that tell it; finding has one row for each
// article that a contradiction quotes beside the one that leads it.
#include "store/database_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "isnad/store.h"
#include "store/fail.h"

namespace isnad {

bool is_database_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return false;
  std::string head(16, ' ');
  const ssize_t n = ::read(fd, head.data(), head.size());
  ::close(fd);
  return n == 16 && head == std::string_view("SQLite format 3\0", 16);
}

namespace database {
namespace {

constexpr int database_schema = 3;       // PRAGMA user_version
constexpr int application = 0x69736e64;  // PRAGMA application_id: "isnd"
constexpr const char* make_one = "make one with: isnad timeline ARTICLES -o timeline.db";

constexpr const char* layout =
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, url TEXT NOT NULL, "
    "title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL);"
    "CREATE INDEX article_hash ON article (hash);"
    "CREATE TABLE event_key (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;"
    "CREATE INDEX event_key_article ON event_key (article);"
    "CREATE TABLE finding (article INTEGER NOT NULL, rule TEXT NOT NULL, place TEXT NOT NULL, other INTEGER NOT NULL, "
    "PRIMARY KEY (article, rule, place, other)) WITHOUT ROWID;"
    "CREATE INDEX finding_other ON finding (other);";

}  // namespace

Error failure(sqlite3* database, const std::string& path, std::string_view what) {
  switch (sqlite3_errcode(database)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::unreadable, path, "another program is writing to it", "try again when it is done");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(ErrorCode::bad_timeline, path, fmt::format("damaged: {}", sqlite3_errmsg(database)), make_one);
    case SQLITE_FULL:
      return fail(ErrorCode::unreadable, path, fmt::format("{}: no space left", what), "free some space");
    default:
      return fail(ErrorCode::unreadable, path, fmt::format("{}: {}", what, sqlite3_errmsg(database)));
  }
}

bool execute(sqlite3* database, const std::string& sql) {
  return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool lay_out(sqlite3* database) {
  return execute(database, fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; {}", application,
                                       database_schema, layout));
}

std::optional<Error> refuse(sqlite3* database, const std::string& path) {
  // What a file says of its own views and triggers is not to be trusted.
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_busy_timeout(database, patience_ms);
  const std::int64_t version_found = sqlite::integer_of(database, "PRAGMA user_version", -1);
  if (version_found < 0) return failure(database, path, "cannot be read");
  const std::int64_t maker = sqlite::integer_of(database, "PRAGMA application_id", -1);
  if (maker == application && version_found > database_schema) {
    return fail(ErrorCode::bad_timeline, path,
                fmt::format("written by a newer version: schema {}, this program reads up to {}", version_found,
                            database_schema),
                "update isnad");
  }
  if (maker != application || version_found != database_schema) {
    return fail(ErrorCode::bad_timeline, path, "not a timeline of this version of the program", make_one);
  }
  return std::nullopt;
}

}  // namespace database
}  // namespace isnad
