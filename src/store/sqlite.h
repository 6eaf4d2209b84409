// Thin handles over SQLite: a database, a statement, a transaction that is undone unless it is committed.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace isnad::sqlite {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

/// Null where it cannot be opened. A path is never taken for a URI.
[[nodiscard]] Database open(const std::string& path, int flags);

/// A prepared statement. What fails is told by the database's own error state; ok() remembers it.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql);
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int number, std::string_view text);
  void bind(int number, std::int64_t integer);
  /// True where there is a row; false at the end or on failure.
  [[nodiscard]] bool row();
  /// Runs it to its end, and makes it ready to be run again. Returns ok().
  bool run();
  void reset();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  sqlite3_stmt* statement_ = nullptr;
  bool ok_ = true;
};

/// How long the texts of a column are, without reading them. O(log rows) each.
class TextSizes {
 public:
  TextSizes(sqlite3* database, const char* table, const char* column)
      : database_(database), table_(table), column_(column) {}
  ~TextSizes() { sqlite3_blob_close(blob_); }
  TextSizes(const TextSizes&) = delete;
  TextSizes& operator=(const TextSizes&) = delete;

  /// Bytes; 0 where it fails.
  [[nodiscard]] std::size_t of(std::int64_t row);
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  sqlite3* database_;
  const char *table_, *column_;
  sqlite3_blob* blob_ = nullptr;
  bool ok_ = true;
};

/// The one integer that a statement gives; nothing but `otherwise` where it fails.
[[nodiscard]] std::int64_t integer_of(sqlite3* database, const char* sql, std::int64_t otherwise);

}  // namespace isnad::sqlite
