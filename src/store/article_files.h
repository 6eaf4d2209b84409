// Which files hold articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad {

enum class ArticleFormat : std::uint8_t { text, html, jsonl };

/// The format that a file's name tells, ".gz" aside; nothing where it tells none.
[[nodiscard]] std::optional<ArticleFormat> format_of_name(std::string_view path);
/// The format that the content of a file without a telling name has.
[[nodiscard]] ArticleFormat format_of_content(std::string_view bytes);
/// The name of an article's file without folders and the extensions of articles: "a/b.txt.gz" -> "b".
[[nodiscard]] std::string stem_of(std::string_view path);

struct FileList {
  std::vector<std::string> files;
  std::vector<Error> errors;
};
/// The files that `paths` name; folders give the articles within, in order of name. A file that is named twice counts
/// once.
[[nodiscard]] FileList article_files(const std::vector<std::string>& paths);

}  // namespace isnad
