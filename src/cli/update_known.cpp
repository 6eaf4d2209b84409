#include "cli/update_known.h"

#include <filesystem>
#include <iterator>
#include <set>

#include "cli/output_format.h"
#include "cli/pipeline.h"
#include "cli/standard_streams.h"
#include "isnad/report.h"
#include "report/escape.h"

namespace isnad::cli {
namespace {

bool is_database(const std::string& path) { return format_of_file(path) == Format::db || is_database_file(path); }

Result<UpdateOutcome> update_file(const Session& session, const std::string& path, std::vector<RawArticle> articles,
                                  const std::vector<std::string>& forget, const Grammar& grammar) {
  const Result<WriteLock> lock = WriteLock::take(path);
  if (!lock) return lock.error();
  std::error_code error;
  std::vector<RawArticle> all;
  if (std::filesystem::exists(path, error)) {
    Result<KnownTimeline> known = read_timeline(path);
    if (!known) return known.error();
    all = std::move(known->articles);
  }
  Result<UpdateOutcome> outcome = merge_articles(all, std::move(articles), forget, path);
  if (!outcome || outcome->added + outcome->replaced + outcome->forgotten == 0) return outcome;
  const Timeline timeline = assemble(analyse_all(session, std::move(all), grammar, analyze), grammar);
  const Result<bool> written =
      write_file(path, format_of_file(path) == Format::jsonl ? timeline_jsonl(timeline) : timeline_json(timeline));
  if (!written) return written.error();
  return outcome;
}

/// The articles of a database that tell of the same events, under ids that no new one has.
Result<std::vector<RawArticle>> neighbours_of(const Session& session, const std::string& path,
                                              const std::vector<RawArticle>& articles, const Grammar& grammar) {
  if (articles.empty() || !is_database_file(path)) return std::vector<RawArticle>{};
  Result<KnownTimeline> known = touched_by(session, path, articles, grammar);
  if (!known) return known.error();
  std::set<std::string> ids;
  for (const RawArticle& article : articles) ids.insert(article.source.id);
  for (RawArticle& article : known->articles) {
    while (!ids.insert(article.source.id).second) article.source.id += '~';
  }
  return std::move(known->articles);
}

Result<UpdateOutcome> update_rows(const Session& session, const std::string& path, std::vector<RawArticle> articles,
                                  const std::vector<std::string>& forget, const Grammar& grammar) {
  Result<std::vector<RawArticle>> touched = neighbours_of(session, path, articles, grammar);
  if (!touched) return touched.error();
  const auto fresh = static_cast<std::ptrdiff_t>(articles.size());
  std::vector<RawArticle> all = std::move(articles);
  all.insert(all.end(), std::make_move_iterator(touched->begin()), std::make_move_iterator(touched->end()));
  // A new article may be the link between events, whose articles are then found by the keys of both.
  const Timeline timeline = assemble(analyse_all(session, std::move(all), grammar, analyze), grammar);
  const std::vector<KnownArticle> known = known_articles(timeline, grammar);
  return update_database(path, {known.begin(), known.begin() + fresh}, {known.begin() + fresh, known.end()},
                         known_findings(timeline), forget);
}

}  // namespace

Result<KnownTimeline> touched_by(const Session& session, const std::string& path,
                                 const std::vector<RawArticle>& articles, const Grammar& grammar) {
  std::vector<std::int64_t> keys;
  for (const DocumentAnalysis& analysis : analyse_all(session, articles, grammar, analyze)) {
    const std::vector<std::int64_t> own = article_keys(analysis, grammar);
    keys.insert(keys.end(), own.begin(), own.end());
  }
  return read_touched(path, keys, most_touched * articles.size());
}

void update_known(Session& session, const std::string& path, std::vector<RawArticle> articles,
                  const std::vector<std::string>& forget, const Grammar& grammar) {
  const auto update = is_database(path) ? update_rows : update_file;
  const Result<UpdateOutcome> outcome = update(session, path, std::move(articles), forget, grammar);
  if (!outcome) {
    session.fail(outcome.error());
    return;
  }
  if (session.options.quiet) return;
  const auto n = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  write_error(printable(path) + ": " +
              session.text("updated", {{"added", n(outcome->added)},
                                       {"replaced", n(outcome->replaced)},
                                       {"unchanged", n(outcome->unchanged)},
                                       {"forgotten", n(outcome->forgotten)},
                                       {"total", n(outcome->total)}}) +
              "\n");
}

}  // namespace isnad::cli
