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
/// .txt .html .jsonl, each also .gz. `published`: for articles that give no day (ISO day; empty: none).
[[nodiscard]] ReadResult read_articles(const std::vector<std::string>& paths, const std::string& published);

/// The articles of a known timeline (.json as written by timeline_json, or .jsonl): their texts and sources.
[[nodiscard]] Result<std::vector<RawArticle>> read_timeline(const std::string& path);

/// Rule files of a folder (for --rules), paths relative to it.
[[nodiscard]] Result<std::vector<RuleFile>> read_rules(const std::string& folder);

[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// Writes `content` to a new file beside `path` and moves it there: the old file stays whole until then.
[[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view content);

/// isnad.json, found upwards from a folder.
struct Settings {
  std::string path;                 ///< of the file; empty: built-in settings
  std::vector<std::string> corpus;  ///< paths or globs relative to it
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, std::string>> levels;  ///< rule -> error|warning|note|off
  std::string baseline;
  std::string fail_on = "error";
  std::vector<std::string> outputs;
};
[[nodiscard]] Result<Settings> find_settings(const std::string& folder);

/// Ids of the findings that were accepted before (a baseline file).
[[nodiscard]] Result<std::vector<std::string>> read_baseline(const std::string& path);
[[nodiscard]] std::string baseline_json(const Timeline& timeline);

}  // namespace isnad
