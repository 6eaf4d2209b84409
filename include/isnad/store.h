// isnad/store.h - files: articles in, outputs out, known timelines, settings. The only stage but cli that touches the
// disk.
#pragma once

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

/// The articles of a known timeline (.json as written by timeline_json, .jsonl of timelines or claims, .db): their
/// texts and sources. Errors: unreadable, bad_json, bad_timeline.
[[nodiscard]] Result<std::vector<RawArticle>> read_timeline(const std::string& path);
/// The same articles as an SQLite database. Replaces the file at once, or leaves it as it was.
[[nodiscard]] Result<bool> write_database(const std::string& path, const Timeline& timeline);

/// Rule files of a folder (for --rules), paths relative to it.
[[nodiscard]] Result<std::vector<RuleFile>> read_rules(const std::string& folder);

[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// Writes `content` to a new file beside `path` and moves it there: the old file stays whole until then.
[[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view content);

/// isnad.json: JSON with comments; each key is optional.
struct Settings {
  std::string path;                 ///< of the file; empty: built-in settings
  std::vector<std::string> corpus;  ///< paths or globs, relative to it; ** stands for any folders
  std::vector<std::string> ignore;  ///< globs, likewise
  std::vector<std::pair<std::string, std::string>> levels;  ///< rule -> error|warning|note|off
  std::string baseline;                                     ///< path, relative to it
  std::string fail_on = "error";                            ///< error|warning|note|never
  std::vector<std::string> outputs;                         ///< files to write, relative to it
};
/// The settings in `json`; `path` is the file's, for messages and as the base of relative paths. Strict: an unknown key
/// is an error. Errors: bad_json, bad_config, with line and column.
[[nodiscard]] Result<Settings> parse_settings(std::string_view json, const std::string& path);
/// The first isnad.json found upwards from a folder, or the built-in settings where there is none.
[[nodiscard]] Result<Settings> find_settings(const std::string& folder);
/// The articles that "corpus" names and "ignore" does not. A path or pattern that fits nothing is an error.
[[nodiscard]] Result<std::vector<std::string>> corpus_paths(const Settings& settings);

/// Ids of the findings that were accepted before (a baseline file).
[[nodiscard]] Result<std::vector<std::string>> read_baseline(const std::string& path);
[[nodiscard]] std::string baseline_json(const Timeline& timeline);

}  // namespace isnad
