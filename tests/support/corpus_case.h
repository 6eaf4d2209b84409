// A case of several articles: each begins with a line "## ID", or "## ID published DAY" where the day is known apart
// from its text; then a line "----", and what is expected. Other lines that begin with # are comments.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "isnad/text.h"

namespace isnad::test {

struct Article {
  DocumentSource source;
  std::string text;
};

struct CorpusCase {
  std::vector<Article> articles;
  std::vector<std::string> expected;  ///< lines, without empty ones
};

inline CorpusCase read_corpus_case(const std::filesystem::path& path) {
  CorpusCase result;
  std::ifstream file(path);
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "----") {
      behind = true;
    } else if (behind) {
      if (!line.empty()) result.expected.push_back(line);
    } else if (line.starts_with("## ")) {
      Article article;
      const std::size_t published = line.find(" published ");
      article.source.id = line.substr(3, published == std::string::npos ? published : published - 3);
      if (published != std::string::npos) article.source.published = line.substr(published + 11);
      result.articles.push_back(std::move(article));
    } else if (!line.starts_with("#") && !result.articles.empty()) {
      result.articles.back().text += line + "\n";
    }
  }
  return result;
}

}  // namespace isnad::test
