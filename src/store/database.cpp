// The known timeline in SQLite. Articles are rows; event_key leads from a key of an event to the articles that tell it.
//
// Every change is one transaction: a program that is killed, or a machine that stops, leaves the state before or after
// it (the write-ahead log of https://www.sqlite.org/wal.html). A second writer waits a little and is then refused.
#include "store/database.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

#include "store/content_hash.h"
#include "store/fail.h"
#include "store/known_update.h"
#include "store/sqlite.h"

namespace isnad {
namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr int database_schema = 2;       // PRAGMA user_version
constexpr int application = 0x69736e64;  // PRAGMA application_id: "isnd"
constexpr int patience_ms = 2000;        // for another writer
constexpr const char* make_one = "make one with: isnad timeline ARTICLES -o timeline.db";

constexpr const char* layout =
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, url TEXT NOT NULL, "
    "title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL);"
    "CREATE INDEX article_hash ON article (hash);"
    "CREATE TABLE event_key (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;"
    "CREATE INDEX event_key_article ON event_key (article);";

constexpr const char* columns = "SELECT id, path, url, title, publisher, published, text FROM article ";

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

/// Nothing, where the database is one of ours and of a version that this program knows.
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

/// For reading; where the file may be written, what the write-ahead log leaves beside it is cleaned up at the end.
Result<std::shared_ptr<sqlite3>> open_known(const std::string& path) {
  Database database = sqlite::open(path, SQLITE_OPEN_READWRITE);
  if (!database) return fail(ErrorCode::unreadable, path, "cannot be opened", "check the permissions of the file");
  if (auto error = refuse(database.get(), path)) return *error;
  return std::shared_ptr<sqlite3>(std::move(database));
}

RawArticle article_of(const Statement& row) {
  RawArticle article;
  int number = 0;
  DocumentSource& source = article.source;
  for (std::string* part :
       {&source.id, &source.path, &source.url, &source.title, &source.publisher, &source.published, &article.text}) {
    *part = row.text(number++);
  }
  return article;
}

/// Adds, replaces and forgets within one open transaction.
class Writer {
 public:
  explicit Writer(sqlite3* database)
      : database_(database),
        by_hash_(database, "SELECT number FROM article WHERE hash = ?"),
        by_id_(database, "SELECT number, path FROM article WHERE id = ?"),
        insert_(
            database,
            "INSERT INTO article (id, path, url, title, publisher, published, text, hash) VALUES (?,?,?,?,?,?,?,?)"),
        insert_key_(database, "INSERT OR IGNORE INTO event_key VALUES (?, ?)"),
        delete_(database, "DELETE FROM article WHERE number = ?"),
        delete_keys_(database, "DELETE FROM event_key WHERE article = ?"),
        by_name_(database, "SELECT number FROM article WHERE id = ?1 OR path = ?1") {}

  [[nodiscard]] bool ok() const {
    return by_hash_.ok() && by_id_.ok() && insert_.ok() && insert_key_.ok() && delete_.ok() && delete_keys_.ok() &&
           by_name_.ok();
  }

  /// `once`: an article of the same content is this one.
  void put(const KnownArticle& known, bool once, UpdateOutcome& outcome) {
    const std::string hash = content_hash(known.article);
    if (const auto number = once ? find(by_hash_, hash) : std::nullopt) {
      // Known already; what it is found by may have grown.
      ++outcome.unchanged;
      return add_keys(*number, known.keys);
    }
    DocumentSource source = known.article.source;
    const std::string id = source.id;
    bool replaced = false;
    for (std::size_t n = 2;; ++n) {
      by_id_.reset();
      by_id_.bind(1, source.id);
      if (!by_id_.row()) break;
      if (by_id_.text(1) == source.path) {  // the same file, edited
        remove(by_id_.integer(0));
        replaced = true;
        break;
      }
      source.id = id + "-" + std::to_string(n);
    }
    by_id_.reset();
    ++(replaced ? outcome.replaced : outcome.added);
    int number = 0;
    for (const std::string* part :
         std::initializer_list<const std::string*>{&source.id, &source.path, &source.url, &source.title,
                                                   &source.publisher, &source.published, &known.article.text, &hash}) {
      insert_.bind(++number, *part);
    }
    if (insert_.run()) add_keys(sqlite3_last_insert_rowid(database_), known.keys);
  }

  /// What an article that is there is found by has grown.
  void extend(const KnownArticle& known) {
    if (const auto number = find(by_hash_, content_hash(known.article))) add_keys(*number, known.keys);
  }

  /// Returns how many articles had that id or path.
  std::size_t forget(const std::string& name) {
    std::vector<std::int64_t> numbers;
    by_name_.reset();
    by_name_.bind(1, name);
    while (by_name_.row()) numbers.push_back(by_name_.integer(0));
    by_name_.reset();
    for (const std::int64_t number : numbers) remove(number);
    return numbers.size();
  }

 private:
  static std::optional<std::int64_t> find(Statement& statement, const std::string& value) {
    statement.reset();
    statement.bind(1, value);
    std::optional<std::int64_t> out;
    if (statement.row()) out = statement.integer(0);
    statement.reset();
    return out;
  }
  void add_keys(std::int64_t number, const std::vector<std::int64_t>& keys) {
    for (const std::int64_t key : keys) {
      insert_key_.bind(1, key);
      insert_key_.bind(2, number);
      if (!insert_key_.run()) return;
    }
  }
  void remove(std::int64_t number) {
    for (Statement* statement : {&delete_keys_, &delete_}) {
      statement->bind(1, number);
      statement->run();
    }
  }

  sqlite3* database_;
  Statement by_hash_, by_id_, insert_, insert_key_, delete_, delete_keys_, by_name_;
};

/// Runs `change` in one transaction of the database, which is made where there is none.
Result<UpdateOutcome> change(const std::string& path,
                             const std::function<std::optional<Error>(Writer&, UpdateOutcome&)>& work,
                             bool empty_first) {
  const bool is_new = !is_database_file(path);
  if (struct stat facts{}; is_new && ::stat(path.c_str(), &facts) == 0 && facts.st_size > 0) {
    return fail(ErrorCode::bad_timeline, path, "not a timeline database", "name another file, or remove this one");
  }
  Database database = sqlite::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return fail(ErrorCode::unreadable, path, "cannot be written", "check the permissions of the folder");
  sqlite3_busy_timeout(database.get(), patience_ms);
  const auto wrong = [&] { return failure(database.get(), path, "cannot be written"); };
  if (!execute(database.get(), "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;")) return wrong();
  // Two programs may have found no file: the second one finds the tables of the first.
  if (sqlite::integer_of(database.get(), "SELECT count(*) FROM sqlite_master", -1) == 0) {
    if (!execute(database.get(), fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; {}", application,
                                             database_schema, layout))) {
      return wrong();
    }
  }
  if (auto error = refuse(database.get(), path)) return *error;
  UpdateOutcome outcome;
  if (empty_first && !execute(database.get(), "DELETE FROM event_key; DELETE FROM article;")) return wrong();
  {
    Writer writer(database.get());
    if (auto error = work(writer, outcome)) return *error;
    if (!writer.ok()) return wrong();
  }
  outcome.total = static_cast<std::size_t>(sqlite::integer_of(database.get(), "SELECT count(*) FROM article", 0));
  if (!execute(database.get(), "COMMIT")) return wrong();
  return outcome;
}

}  // namespace

bool is_database_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return false;
  std::string head(16, ' ');
  const ssize_t n = ::read(fd, head.data(), head.size());
  ::close(fd);
  return n == 16 && head == std::string_view("SQLite format 3\0", 16);
}

namespace {

Result<std::vector<RawArticle>> read_all(sqlite3* database, const std::string& path) {
  Statement rows(database, (std::string(columns) + "ORDER BY id").c_str());
  std::vector<RawArticle> articles;
  while (rows.row()) articles.push_back(article_of(rows));
  if (!rows.ok()) return failure(database, path, "cannot be read");
  return articles;
}

/// Numbers of the articles for which most speaks. `touched` gives those of a key, one more than count at most.
std::vector<std::int64_t> sharing_most(Statement& touched, const std::vector<std::int64_t>& keys, std::size_t most) {
  constexpr std::size_t too_common = 2000;
  std::map<std::int64_t, double> shared;
  for (const std::int64_t key : keys) {
    std::vector<std::int64_t> numbers;
    touched.reset();
    touched.bind(1, key);
    while (touched.row()) numbers.push_back(touched.integer(0));
    if (numbers.size() > too_common) continue;
    for (const std::int64_t number : numbers) shared[number] += 1.0 / static_cast<double>(numbers.size());
  }
  std::vector<std::pair<double, std::int64_t>> order;
  for (const auto& [number, weight] : shared) order.emplace_back(-weight, number);
  std::sort(order.begin(), order.end());
  if (order.size() > most) order.resize(most);
  std::vector<std::int64_t> out;
  for (const auto& [weight, number] : order) out.push_back(number);
  return out;
}

}  // namespace

Result<std::vector<RawArticle>> read_database(const std::string& path) {
  const auto database = open_known(path);
  if (!database) return database.error();
  return read_all(database->get(), path);
}

Result<std::vector<RawArticle>> read_touched(const std::string& path, const std::vector<std::int64_t>& keys,
                                             std::size_t most) {
  const auto database = open_known(path);
  if (!database) return database.error();
  if (sqlite::integer_of(database->get(), "SELECT count(*) FROM article", 0) <= static_cast<std::int64_t>(most))
    return read_all(database->get(), path);
  Statement touched(database->get(), "SELECT article FROM event_key WHERE key = ? LIMIT 2001");
  Statement row(database->get(), (std::string(columns) + "WHERE number = ?").c_str());
  std::map<std::string, RawArticle> found;  // by id
  for (const std::int64_t number : sharing_most(touched, keys, most)) {
    row.reset();
    row.bind(1, number);
    if (!row.row()) continue;
    RawArticle article = article_of(row);
    std::string id = article.source.id;
    found.emplace(std::move(id), std::move(article));
  }
  if (!touched.ok() || !row.ok()) return failure(database->get(), path, "cannot be read");
  std::vector<RawArticle> out;
  for (auto& [id, article] : found) out.push_back(std::move(article));
  return out;
}

Result<UpdateOutcome> update_database(const std::string& path, const std::vector<KnownArticle>& articles,
                                      const std::vector<KnownArticle>& neighbours,
                                      const std::vector<std::string>& forget) {
  return change(
      path,
      [&](Writer& writer, UpdateOutcome& outcome) -> std::optional<Error> {
        for (const std::string& name : forget) {
          const std::size_t n = writer.forget(name);
          if (n == 0 && writer.ok()) return unknown_article(path, name);
          outcome.forgotten += n;
        }
        for (const KnownArticle& known : articles) writer.put(known, true, outcome);
        for (const KnownArticle& known : neighbours) writer.extend(known);
        return std::nullopt;
      },
      false);
}

Result<bool> write_database(const std::string& path, const std::vector<KnownArticle>& articles) {
  const Result<UpdateOutcome> outcome = change(
      path,
      [&](Writer& writer, UpdateOutcome& counts) -> std::optional<Error> {
        for (const KnownArticle& known : articles) writer.put(known, false, counts);
        return std::nullopt;
      },
      true);
  if (!outcome) return outcome.error();
  return true;
}

}  // namespace isnad
