// isnad/store.h - files: articles in, outputs out, known timelines, settings. The only stage but cli that touches the
// disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"
#include "isnad/report.h"
#include "isnad/rules.h"
#include "isnad/text.h"

namespace isnad {

// Limits. What is larger is refused with ErrorCode::too_large, also where it only becomes so by decompression.
inline constexpr std::size_t max_file_bytes = std::size_t{1} << 30;  ///< one file, decompressed

/// An article as read from disk, before analysis.
struct RawArticle {
  DocumentSource source;
  std::string text;  ///< decoded
};

struct ReadResult {
  std::vector<RawArticle> articles;  ///< in order of id; ids made unique ("name", "name-2")
  std::vector<Error> errors;         ///< each names its file; the others are read all the same
};

/// Reads files, folders (recursively, in order of name, hidden files left out) and "-" (standard input):
/// .txt .html .jsonl, each also .gz; a file named otherwise is taken for what its content looks like. `published`: for
/// articles that give no day (ISO day; empty: none). The order of `paths` makes no difference to the articles.
[[nodiscard]] ReadResult read_articles(const std::vector<std::string>& paths, const std::string& published);

/// Sorts by id and makes ids unique; ties are broken by content, so that any order of input gives the same ids.
void order_articles(std::vector<RawArticle>& articles);

/// A contradiction that a known timeline tells: of what rule, which words lead it, and whom else it quotes. Articles
/// are named by id.
struct KnownFinding {
  std::string rule;
  std::string article;              ///< that leads it
  std::string place;                ///< the words
  std::vector<std::string> others;  ///< each once, in order; empty: the article contradicts itself, or the calendar
  auto operator<=>(const KnownFinding&) const = default;
};
/// The contradictions of a timeline, in its order.
[[nodiscard]] std::vector<KnownFinding> known_findings(const Timeline& timeline);

struct KnownTimeline {
  std::vector<RawArticle> articles;  ///< in order of id
  std::vector<KnownFinding> findings;
};
/// A known timeline (.json as written by timeline_json, .jsonl of timelines or claims, .db): the texts and sources of
/// its articles, and what contradicts what among them. Errors: unreadable, bad_json, bad_timeline.
[[nodiscard]] Result<KnownTimeline> read_timeline(const std::string& path);

/// An article and what it is found by: hashes of the event types, participants, sources and wordings that another
/// article about the same happening shares with it.
struct KnownArticle {
  RawArticle article;
  std::vector<std::int64_t> keys;  ///< rising
};
/// The keys of an article by itself. O(tokens).
[[nodiscard]] std::vector<std::int64_t> article_keys(const DocumentAnalysis& analysis, const Grammar& grammar);
/// The articles of a timeline, each with the keys of all its events.
[[nodiscard]] std::vector<KnownArticle> known_articles(const Timeline& timeline, const Grammar& grammar);

/// True where the file begins as an SQLite database does.
[[nodiscard]] bool is_database_file(const std::string& path);
/// So many articles of a large database are looked at beside each new one. Links depend on what else a corpus tells, so
/// that in a database which holds no more, all are. (Of 256 findings against the articles of one story, 178 come back
/// from among 11,500 others; 182 with 12 articles; where articles are copied or long, fewer with fewer.)
inline constexpr std::size_t most_touched = 16;
/// A text of usual length. Reading an article costs what it is long: no more text is looked at than so many articles of
/// usual length have.
inline constexpr std::size_t usual_bytes = 4000;
/// All articles of a database that holds at most `most`; of a larger one the `most` that share most of the keys, one
/// that few articles have counting more, and none that more than 2,000 have; what is longer than the room that is left
/// is passed over, unless it shares the most. With what contradicts what in them. Errors: unreadable, bad_timeline.
[[nodiscard]] Result<KnownTimeline> read_touched(const std::string& path, const std::vector<std::int64_t>& keys,
                                                 std::size_t most);

/// What became of articles that were put into a known timeline.
struct UpdateOutcome {
  std::size_t added = 0;
  std::size_t replaced = 0;   ///< same id and path, other content
  std::size_t unchanged = 0;  ///< the content was there, under whatever name
  std::size_t forgotten = 0;
  std::size_t total = 0;  ///< articles afterwards
};
/// Adds to `known` what it has not yet, after taking out what `forget` names by id or path. `path` is for the Error.
/// Error: bad_config (nothing of that name).
[[nodiscard]] Result<UpdateOutcome> merge_articles(std::vector<RawArticle>& known, std::vector<RawArticle> fresh,
                                                   const std::vector<std::string>& forget, const std::string& path);
/// The same in a database, which is made where there is none. `neighbours`: articles that are there already, and are
/// now found by more keys. `findings` name articles of both by the ids that they have there. One transaction: all of it
/// or nothing, also where the program is killed. Errors: unreadable (also: another writer), bad_timeline, bad_config.
[[nodiscard]] Result<UpdateOutcome> update_database(const std::string& path, const std::vector<KnownArticle>& articles,
                                                    const std::vector<KnownArticle>& neighbours,
                                                    const std::vector<KnownFinding>& findings,
                                                    const std::vector<std::string>& forget);
/// Makes these articles, and what contradicts what among them, the whole content of a database, at once.
[[nodiscard]] Result<bool> write_database(const std::string& path, const std::vector<KnownArticle>& articles,
                                          const std::vector<KnownFinding>& findings);

/// Held while a file is read and replaced, so that two programs do not undo each other's work.
class WriteLock {
 public:
  /// Waits two seconds for another holder. Errors: unreadable.
  [[nodiscard]] static Result<WriteLock> take(const std::string& path);
  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&&) = delete;
  ~WriteLock();

 private:
  explicit WriteLock(int fd) : fd_(fd) {}
  int fd_;
};

/// Rule files of a folder (for --rules), paths relative to it.
[[nodiscard]] Result<std::vector<RuleFile>> read_rules(const std::string& folder);

[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// Writes `content` to a new file beside `path` and moves it there: the old file stays whole until then.
[[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view content);

/// SHA-256 of each regular file that can be read, in the order of the paths.
[[nodiscard]] std::vector<FileHash> hash_files(const std::vector<std::string>& paths);

/// What isnad.json says of one rule of findings.
struct RuleSetting {
  std::string rule;
  std::string level;                ///< error|warning|note|off; empty: its own
  std::vector<std::string> ignore;  ///< globs: not reported where its leading place lies there
};

/// What isnad.json says of one source, or of several.
struct SourceSetting {
  std::string source;  ///< a publisher, the host of a URL, or a glob of paths
  Credibility credibility = Credibility::normal;
};

/// isnad.json: JSON with comments; each key is optional.
struct Settings {
  std::string path;                 ///< of the file; empty: built-in settings
  std::vector<std::string> corpus;  ///< paths or globs, relative to it; ** stands for any folders
  std::vector<std::string> ignore;  ///< globs, likewise
  std::vector<RuleSetting> rules;
  std::vector<SourceSetting> sources;  ///< of those that fit an article the last one counts
  std::string baseline;                ///< path, relative to it
  std::string suppressions;            ///< path, relative to it
  std::string fail_on = "error";       ///< error|warning|note|never
  std::vector<std::string> outputs;    ///< files to write, relative to it
};
/// The settings in `json`; `path` is the file's, for messages and as the base of relative paths. Strict: an unknown key
/// is an error. Errors: bad_json, bad_config, with line and column.
[[nodiscard]] Result<Settings> parse_settings(std::string_view json, const std::string& path);
/// The first isnad.json found upwards from a folder, or the built-in settings where there is none.
[[nodiscard]] Result<Settings> find_settings(const std::string& folder);
/// The articles that "corpus" names and "ignore" does not. A path or pattern that fits nothing is an error.
[[nodiscard]] Result<std::vector<std::string>> corpus_paths(const Settings& settings);

/// Gives articles the credibility of the settings. O(articles x sources).
void apply_source_settings(std::vector<RawArticle>& articles, const Settings& settings);

/// The path of the article that holds a finding's leading place: where it is reported.
[[nodiscard]] const std::string& path_of(const Timeline& timeline, const Finding& finding);

/// Gives findings the levels of the settings, drops those that are off or ignored, and restores the order by level.
void apply_rule_settings(Timeline& timeline, const Settings& settings);

/// Findings to leave out, each with a reason. What an entry names must all fit; "" fits anything.
struct Suppression {
  std::string finding;  ///< id
  std::string rule;
  std::string path;  ///< glob, relative to the folder of the file
  std::string reason;
  std::optional<Day> until;  ///< the last day on which it holds
  LineColumn place{0, 0};    ///< in the file
};
struct Suppressions {
  std::string path;  ///< of the file; empty: there are none
  std::vector<Suppression> entries;
};
/// A file of suppressions, as strict as settings. Errors: bad_json, bad_config.
[[nodiscard]] Result<Suppressions> parse_suppressions(std::string_view json, const std::string& path);

struct SuppressionOutcome {
  std::vector<std::size_t> kept;  ///< of the findings selected, those that no entry leaves out
  std::size_t suppressed = 0;
  std::vector<std::size_t> expired;  ///< entries that no longer hold
  std::vector<std::size_t> unused;   ///< entries that fit no finding
};
[[nodiscard]] SuppressionOutcome suppress(const Suppressions& suppressions, const Timeline& timeline,
                                          const std::vector<std::size_t>& selected, Day today);

/// A finding that was accepted before: told by its words, so that it survives edits elsewhere and new names of files.
struct BaselineEntry {
  std::string id;    ///< of the finding, without the number of further articles
  std::string path;  ///< where it was, relative to the baseline's folder: tells apart what has the same words
  std::string message;
};
struct Baseline {
  std::string path;  ///< of the file
  std::vector<BaselineEntry> entries;
};
/// Errors: unreadable, bad_json, bad_config.
[[nodiscard]] Result<Baseline> read_baseline(const std::string& path);
/// The baseline that accepts these findings.
[[nodiscard]] Baseline accept(const Timeline& timeline, const std::vector<std::size_t>& selected,
                              const std::string& path);

struct BaselineOutcome {
  std::vector<std::size_t> kept;  ///< of the findings selected, those that are new
  std::size_t accepted = 0;
  std::vector<std::size_t> stale;  ///< entries whose finding is gone
};
/// One entry accepts one finding.
[[nodiscard]] BaselineOutcome compare(const Baseline& baseline, const Timeline& timeline,
                                      const std::vector<std::size_t>& selected);
[[nodiscard]] std::string baseline_json(const Baseline& baseline);

}  // namespace isnad
