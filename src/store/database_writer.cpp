// Changes of a database. Every one is one transaction: a program that is killed, or a machine that stops, leaves the
// state before or after it (the write-ahead log of https://www.sqlite.org/wal.html). A second writer waits a little and
// is then refused.
#include <sys/stat.h>

#include <functional>
#include <map>
#include <optional>

#include "store/content_hash.h"
#include "store/database_file.h"
#include "store/fail.h"
#include "store/known_update.h"
#include "store/sqlite.h"

namespace isnad {
namespace {

using database::execute;
using sqlite::Database;
using sqlite::Statement;

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
        insert_finding_(database, "INSERT OR IGNORE INTO finding VALUES (?, ?, ?, ?)"),
        delete_findings_(database, "DELETE FROM finding WHERE article = ?1 OR other = ?1"),
        by_name_(database, "SELECT number FROM article WHERE id = ?1 OR path = ?1") {}

  [[nodiscard]] bool ok() const {
    return by_hash_.ok() && by_id_.ok() && insert_.ok() && insert_key_.ok() && delete_.ok() && delete_keys_.ok() &&
           insert_finding_.ok() && delete_findings_.ok() && by_name_.ok();
  }

  /// `once`: an article of the same content is this one.
  void put(const KnownArticle& known, bool once, UpdateOutcome& outcome) {
    const std::string hash = content_hash(known.article);
    if (const auto number = once ? find(by_hash_, hash) : std::nullopt) {
      // Known already; what it is found by may have grown.
      ++outcome.unchanged;
      return found(known, *number);
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
    if (insert_.run()) found(known, sqlite3_last_insert_rowid(database_));
  }

  /// What an article that is there is found by has grown.
  void extend(const KnownArticle& known) {
    if (const auto number = find(by_hash_, content_hash(known.article))) found(known, *number);
  }

  /// Of articles that were put or extended.
  void put(const KnownFinding& finding) {
    const auto article = numbers_.find(finding.article);
    if (article == numbers_.end()) return;
    insert_finding_.bind(1, article->second);
    insert_finding_.bind(2, finding.rule);
    insert_finding_.bind(3, finding.place);
    for (const std::string& id : finding.others.empty() ? std::vector{finding.article} : finding.others) {
      const auto other = numbers_.find(id);
      if (other == numbers_.end()) continue;
      insert_finding_.bind(4, other->second);
      if (!insert_finding_.run()) return;
    }
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
  void found(const KnownArticle& known, std::int64_t number) {
    numbers_[known.article.source.id] = number;
    add_keys(number, known.keys);
  }
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
    for (Statement* statement : {&delete_findings_, &delete_keys_, &delete_}) {
      statement->bind(1, number);
      statement->run();
    }
  }

  sqlite3* database_;
  Statement by_hash_, by_id_, insert_, insert_key_, delete_, delete_keys_, insert_finding_, delete_findings_, by_name_;
  std::map<std::string, std::int64_t> numbers_;  // by the id that an article came with
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
  sqlite3_busy_timeout(database.get(), database::patience_ms);
  const auto wrong = [&] { return database::failure(database.get(), path, "cannot be written"); };
  if (!execute(database.get(), "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;")) return wrong();
  // Two programs may have found no file: the second one finds the tables of the first.
  if (sqlite::integer_of(database.get(), "SELECT count(*) FROM sqlite_master", -1) == 0) {
    if (!database::lay_out(database.get())) return wrong();
  }
  if (auto error = database::refuse(database.get(), path)) return *error;
  UpdateOutcome outcome;
  if (empty_first && !execute(database.get(), "DELETE FROM finding; DELETE FROM event_key; DELETE FROM article;"))
    return wrong();
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

Result<UpdateOutcome> update_database(const std::string& path, const std::vector<KnownArticle>& articles,
                                      const std::vector<KnownArticle>& neighbours,
                                      const std::vector<KnownFinding>& findings,
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
        for (const KnownFinding& finding : findings) writer.put(finding);
        return std::nullopt;
      },
      false);
}

Result<bool> write_database(const std::string& path, const std::vector<KnownArticle>& articles,
                            const std::vector<KnownFinding>& findings) {
  const Result<UpdateOutcome> outcome = change(
      path,
      [&](Writer& writer, UpdateOutcome& counts) -> std::optional<Error> {
        for (const KnownArticle& known : articles) writer.put(known, false, counts);
        for (const KnownFinding& finding : findings) writer.put(finding);
        return std::nullopt;
      },
      true);
  if (!outcome) return outcome.error();
  return true;
}

}  // namespace isnad
