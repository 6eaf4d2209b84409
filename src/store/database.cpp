#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <memory>

#include "store/fail.h"

namespace isnad {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

struct EndStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

constexpr const char* layout =
    "CREATE TABLE article (id TEXT PRIMARY KEY, path TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, "
    "publisher TEXT NOT NULL, published TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;";

Database open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int state = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Database database(raw);
  if (state != SQLITE_OK) database.reset();
  return database;
}

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database, sql, -1, &raw, nullptr) != SQLITE_OK) return nullptr;
  return Statement(raw);
}

std::string column(sqlite3_stmt* statement, int number) {
  const void* bytes = sqlite3_column_blob(statement, number);
  const int size = sqlite3_column_bytes(statement, number);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool bind(sqlite3_stmt* statement, int number, const std::string& text) {
  return sqlite3_bind_text64(statement, number, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
}

Error failure(sqlite3* database, const std::string& path, std::string_view what) {
  return fail(ErrorCode::unreadable, path,
              fmt::format("{}: {}", what, database == nullptr ? "cannot be opened" : sqlite3_errmsg(database)));
}

}  // namespace

bool is_database(std::string_view bytes) { return bytes.starts_with(std::string_view("SQLite format 3\0", 16)); }

Result<std::vector<RawArticle>> read_database(const std::string& path) {
  const Database database = open(path, SQLITE_OPEN_READONLY);
  if (!database) return failure(nullptr, path, "cannot be read");
  {
    const Statement schema = prepare(database.get(), "PRAGMA user_version");
    if (!schema || sqlite3_step(schema.get()) != SQLITE_ROW) return failure(database.get(), path, "cannot be read");
    const int found = sqlite3_column_int(schema.get(), 0);
    if (found < 1 || found > json_schema_version) {
      return fail(ErrorCode::bad_timeline, path,
                  fmt::format("not a timeline of this program: schema {}, known is {}", found, json_schema_version),
                  "make one with: isnad timeline ARTICLES -o timeline.db");
    }
  }
  const Statement rows =
      prepare(database.get(), "SELECT id, path, url, title, publisher, published, text FROM article ORDER BY id");
  if (!rows) return failure(database.get(), path, "cannot be read");
  std::vector<RawArticle> articles;
  int state = SQLITE_ROW;
  while ((state = sqlite3_step(rows.get())) == SQLITE_ROW) {
    RawArticle article;
    article.source.id = column(rows.get(), 0);
    article.source.path = column(rows.get(), 1);
    article.source.url = column(rows.get(), 2);
    article.source.title = column(rows.get(), 3);
    article.source.publisher = column(rows.get(), 4);
    article.source.published = column(rows.get(), 5);
    article.text = column(rows.get(), 6);
    articles.push_back(std::move(article));
  }
  if (state != SQLITE_DONE) return failure(database.get(), path, "cannot be read");
  return articles;
}

Result<bool> write_database(const std::string& path, const Timeline& timeline) {
  // Made beside the old one and moved over it, so that a failure leaves the old one whole.
  const std::string temporary = path + ".new";
  ::unlink(temporary.c_str());
  const auto give_up = [&temporary](Error error) {
    ::unlink(temporary.c_str());
    return error;
  };
  {
    const Database database = open(temporary, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!database) return fail(ErrorCode::unreadable, path, "cannot be written", "check the permissions of the folder");
    const std::string begin =
        fmt::format("PRAGMA journal_mode = OFF; PRAGMA user_version = {}; BEGIN; {}", json_schema_version, layout);
    if (sqlite3_exec(database.get(), begin.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      return give_up(failure(database.get(), path, "cannot be written"));
    }
    const Statement insert = prepare(database.get(), "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return give_up(failure(database.get(), path, "cannot be written"));
    for (const DocumentAnalysis& analysis : timeline.documents) {
      const DocumentSource& source = analysis.document.source;
      int number = 0;
      for (const std::string* text : {&source.id, &source.path, &source.url, &source.title, &source.publisher,
                                      &source.published, &analysis.document.text}) {
        if (!bind(insert.get(), ++number, *text)) return give_up(failure(database.get(), path, "cannot be written"));
      }
      if (sqlite3_step(insert.get()) != SQLITE_DONE || sqlite3_reset(insert.get()) != SQLITE_OK) {
        return give_up(failure(database.get(), path, "cannot be written"));
      }
    }
    if (sqlite3_exec(database.get(), "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
      return give_up(failure(database.get(), path, "cannot be written"));
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    return give_up(fail(ErrorCode::unreadable, path, "cannot be written"));
  }
  return true;
}

}  // namespace isnad
