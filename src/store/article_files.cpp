#include "store/article_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>

#include "store/fail.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

struct Extension {
  std::string_view name;
  ArticleFormat format;
};
constexpr std::array extensions{Extension{".txt", ArticleFormat::text},    Extension{".text", ArticleFormat::text},
                                Extension{".html", ArticleFormat::html},   Extension{".htm", ArticleFormat::html},
                                Extension{".xhtml", ArticleFormat::html},  Extension{".jsonl", ArticleFormat::jsonl},
                                Extension{".ndjson", ArticleFormat::jsonl}};

bool ends_with_ignoring_case(std::string_view text, std::string_view end) {
  if (text.size() <= end.size()) return false;
  text.remove_prefix(text.size() - end.size());
  return std::equal(text.begin(), text.end(), end.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::string_view without_gz(std::string_view path) {
  if (ends_with_ignoring_case(path, ".gz")) path.remove_suffix(3);
  return path;
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Collects files below folders. Symbolic links to folders are not followed: they may form rings.
class Walk {
 public:
  explicit Walk(FileList& list) : list_(list) {}

  void add(const std::string& path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    if (seen_.insert(error ? path : canonical.string()).second) list_.files.push_back(path);
  }

  /// Adds the articles of a folder; returns how many entries looked like one.
  std::size_t folder(const fs::path& path) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      if (!name_of(it->path().native()).starts_with('.')) entries.push_back(it->path());
    }
    if (error) {
      list_.errors.push_back(fail(ErrorCode::unreadable, path.string(), "cannot be read: " + error.message(),
                                  "check the permissions of the folder"));
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    std::size_t found = error ? 1 : 0;
    for (const fs::path& entry : entries) {
      if (fs::is_directory(fs::symlink_status(entry, error))) {
        found += folder(entry);
      } else if (format_of_name(entry.native()) && fs::is_regular_file(entry, error)) {
        ++found;
        add(entry.string());
      }
    }
    return found;
  }

 private:
  FileList& list_;
  std::set<std::string> seen_;
};

}  // namespace

std::optional<ArticleFormat> format_of_name(std::string_view path) {
  path = name_of(without_gz(path));
  for (const Extension& e : extensions) {
    if (ends_with_ignoring_case(path, e.name)) return e.format;
  }
  return std::nullopt;
}

ArticleFormat format_of_content(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return ArticleFormat::text;
  bytes.remove_prefix(first);
  if (bytes.starts_with("{\"") || bytes.starts_with("{ \"")) return ArticleFormat::jsonl;
  for (const std::string_view tag : {"<!doctype html", "<!DOCTYPE html", "<!DOCTYPE HTML", "<html", "<HTML", "<?xml"}) {
    if (bytes.starts_with(tag)) return ArticleFormat::html;
  }
  return ArticleFormat::text;
}

std::string stem_of(std::string_view path) {
  std::string_view name = name_of(without_gz(path));
  for (const Extension& e : extensions) {
    if (ends_with_ignoring_case(name, e.name)) {
      name.remove_suffix(e.name.size());
      break;
    }
  }
  return std::string(name);
}

FileList article_files(const std::vector<std::string>& paths) {
  FileList list;
  Walk walk(list);
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      if (walk.folder(path) == 0) {
        list.errors.push_back(fail(ErrorCode::unreadable, path, "holds no articles",
                                   "articles are .txt, .html or .jsonl files, plain or .gz"));
      }
    } else {
      walk.add(path);
    }
  }
  return list;
}

}  // namespace isnad
