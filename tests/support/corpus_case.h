// A case of several articles: each begins with a line "## ID", with " published DAY" behind it where the day is known
// apart from the text, and " by NAME" where the outlet is; then a line "----", and what is expected. Other lines that
// begin with # are comments.
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

/// Cuts what stands behind `word` off the line.
inline std::string cut_behind(std::string& line, const std::string& word) {
  const std::size_t at = line.find(word);
  if (at == std::string::npos) return {};
  std::string behind = line.substr(at + word.size());
  line.resize(at);
  return behind;
}

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
      article.source.publisher = cut_behind(line, " by ");
      article.source.published = cut_behind(line, " published ");
      article.source.id = line.substr(3);
      result.articles.push_back(std::move(article));
    } else if (!line.starts_with("#") && !result.articles.empty()) {
      result.articles.back().text += line + "\n";
    }
  }
  return result;
}

}  // namespace isnad::test
