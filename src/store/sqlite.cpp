#include "store/sqlite.h"

namespace isnad::sqlite {

Database open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int state = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Database database(raw);
  if (state != SQLITE_OK) database.reset();
  return database;
}

Statement::Statement(sqlite3* database, const char* sql) {
  ok_ = sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) == SQLITE_OK;
}

void Statement::bind(int number, std::string_view text) {
  // A null pointer would be the value NULL.
  const char* data = text.empty() ? "" : text.data();
  ok_ = ok_ && sqlite3_bind_text64(statement_, number, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK;
}

void Statement::bind(int number, std::int64_t integer) {
  ok_ = ok_ && sqlite3_bind_int64(statement_, number, integer) == SQLITE_OK;
}

bool Statement::row() {
  if (!ok_) return false;
  const int state = sqlite3_step(statement_);
  ok_ = state == SQLITE_ROW || state == SQLITE_DONE;
  return state == SQLITE_ROW;
}

bool Statement::run() {
  while (row()) continue;
  if (ok_) reset();
  return ok_;
}

void Statement::reset() { sqlite3_reset(statement_); }

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::size_t TextSizes::of(std::int64_t row) {
  if (!ok_) return 0;
  const int state = blob_ == nullptr ? sqlite3_blob_open(database_, "main", table_, column_, row, 0, &blob_)
                                     : sqlite3_blob_reopen(blob_, row);
  ok_ = state == SQLITE_OK;
  return ok_ ? static_cast<std::size_t>(sqlite3_blob_bytes(blob_)) : 0;
}

std::int64_t integer_of(sqlite3* database, const char* sql, std::int64_t otherwise) {
  Statement statement(database, sql);
  return statement.row() ? statement.integer(0) : otherwise;
}

}  // namespace isnad::sqlite
