// Known articles out of a database: all, or those that a new article touches.
#include <algorithm>
#include <map>

#include "store/database.h"
#include "store/database_file.h"
#include "store/fail.h"
#include "store/sqlite.h"

namespace isnad {
namespace {

using sqlite::Database;
using sqlite::Statement;

/// Reads the rows of articles, and what contradictions each leads.
class Reader {
 public:
  explicit Reader(sqlite3* database)
      : findings_(database,
                  "SELECT rule, place, article.id FROM finding JOIN article ON article.number = other "
                  "WHERE article = ? ORDER BY rule, place, article.id") {}

  [[nodiscard]] bool ok() const { return findings_.ok(); }

  /// `row` has number, id, path, url, title, publisher, published, text.
  void take(const Statement& row) {
    RawArticle& article = out.articles.emplace_back();
    int column = 1;
    DocumentSource& source = article.source;
    for (std::string* part :
         {&source.id, &source.path, &source.url, &source.title, &source.publisher, &source.published, &article.text}) {
      *part = row.text(column++);
    }
    findings_.reset();
    findings_.bind(1, row.integer(0));
    while (findings_.row()) add_finding(source.id);
  }

  KnownTimeline out;

 private:
  void add_finding(const std::string& article) {
    const KnownFinding* last = out.findings.empty() ? nullptr : &out.findings.back();
    const std::string rule = findings_.text(0), place = findings_.text(1), other = findings_.text(2);
    const bool same = last != nullptr && last->article == article && last->rule == rule && last->place == place;
    if (!same) out.findings.push_back({rule, article, place, {}});
    if (other != article) out.findings.back().others.push_back(other);
  }

  Statement findings_;
};

constexpr const char* columns = "SELECT number, id, path, url, title, publisher, published, text FROM article ";

/// For reading, in one state of the database, whatever others write meanwhile: its locks are taken once, not for each
/// statement. Where the file may be written, what the write-ahead log leaves beside it is cleaned up at the end.
Result<std::shared_ptr<sqlite3>> open_known(const std::string& path) {
  Database database = sqlite::open(path, SQLITE_OPEN_READWRITE);
  if (!database) return fail(ErrorCode::unreadable, path, "cannot be opened", "check the permissions of the file");
  if (auto error = database::refuse(database.get(), path)) return *error;
  if (!database::execute(database.get(), "BEGIN")) return database::failure(database.get(), path, "cannot be read");
  return std::shared_ptr<sqlite3>(std::move(database));
}

Result<KnownTimeline> read_all(sqlite3* database, const std::string& path) {
  Statement rows(database, (std::string(columns) + "ORDER BY id").c_str());
  Reader reader(database);
  while (rows.row()) reader.take(rows);
  if (!rows.ok() || !reader.ok()) return database::failure(database, path, "cannot be read");
  return std::move(reader.out);
}

/// Counting all rows of a large database takes longer than all else that is read of it.
bool holds_at_most(sqlite3* database, std::size_t most) {
  Statement count(database, "SELECT count(*) FROM (SELECT 1 FROM article LIMIT ?)");
  count.bind(1, static_cast<std::int64_t>(most) + 1);
  return count.row() && count.integer(0) <= static_cast<std::int64_t>(most);
}

/// By number of the article, how much speaks for it: of each key it has, one share among all that have it. `touched`
/// gives those of a key, one more than count at most.
std::map<std::int64_t, double> weights_of(Statement& touched, const std::vector<std::int64_t>& keys) {
  constexpr std::size_t too_common = 2000;
  std::map<std::int64_t, double> out;
  for (const std::int64_t key : keys) {
    std::vector<std::int64_t> numbers;
    touched.reset();
    touched.bind(1, key);
    while (touched.row()) numbers.push_back(touched.integer(0));
    if (numbers.size() > too_common) continue;
    for (const std::int64_t number : numbers) out[number] += 1.0 / static_cast<double>(numbers.size());
  }
  return out;
}

/// Numbers of the articles for which most speaks, as long as there is room for their texts.
std::vector<std::int64_t> sharing_most(const std::map<std::int64_t, double>& weights, std::size_t most,
                                       sqlite::TextSizes& texts) {
  std::vector<std::pair<double, std::int64_t>> order;
  for (const auto& [number, weight] : weights) order.emplace_back(-weight, number);
  std::sort(order.begin(), order.end());
  std::vector<std::int64_t> out;
  const std::size_t room = most * usual_bytes;
  std::size_t used = 0;
  for (const auto& [weight, number] : order) {
    if (out.size() == most || used >= room) break;
    const std::size_t bytes = texts.of(number);
    if (!out.empty() && used + bytes > room) continue;
    out.push_back(number);
    used += bytes;
  }
  return out;
}

}  // namespace

Result<KnownTimeline> read_database(const std::string& path) {
  const auto database = open_known(path);
  if (!database) return database.error();
  return read_all(database->get(), path);
}

Result<KnownTimeline> read_touched(const std::string& path, const std::vector<std::int64_t>& keys, std::size_t most) {
  const auto database = open_known(path);
  if (!database) return database.error();
  if (holds_at_most(database->get(), most)) return read_all(database->get(), path);
  Statement touched(database->get(), "SELECT article FROM event_key WHERE key = ? LIMIT 2001");
  Statement row(database->get(), (std::string(columns) + "WHERE number = ?").c_str());
  Reader reader(database->get());
  sqlite::TextSizes texts(database->get(), "article", "text");
  for (const std::int64_t number : sharing_most(weights_of(touched, keys), most, texts)) {
    row.reset();
    row.bind(1, number);
    if (row.row()) reader.take(row);
  }
  if (!touched.ok() || !texts.ok() || !row.ok() || !reader.ok())
    return database::failure(database->get(), path, "cannot be read");
  std::sort(reader.out.articles.begin(), reader.out.articles.end(),
            [](const RawArticle& a, const RawArticle& b) { return a.source.id < b.source.id; });
  return std::move(reader.out);
}

}  // namespace isnad
