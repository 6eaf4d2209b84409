// Runs each .case of this folder: an article, a line ----, and what is expected of it. Lines before the article that
// begin with # are comments; "#: tokens", "#: sentences" or "#: blocks" among them says what is compared:
//   blocks     one line a block, "role: text" (the default); "..." at the end leaves the rest of the text open
//   sentences  one line a sentence
//   tokens     one line a sentence, its tokens' matching forms separated by one space, "~" before a glued one
// "#: title TEXT" gives the headline as known apart from the text.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "case_files.h"
#include "isnad/text.h"
#include "page_cues.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("text");

struct Case {
  std::string compared = "blocks";
  std::string title;
  std::string article;
  std::vector<std::string> expected;
};

Case read_case(const std::filesystem::path& path) {
  Case c;
  std::ifstream file(path);
  bool in_article = false;
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (!in_article && line.starts_with("#: title ")) {
      c.title = line.substr(9);
    } else if (!in_article && line.starts_with("#: ")) {
      c.compared = line.substr(3);
    } else if (!in_article && line.starts_with("#")) {
      continue;
    } else if (line == "----") {
      behind = true;
    } else if (behind) {
      if (!line.empty()) c.expected.push_back(line);
    } else {
      in_article = true;
      c.article += line + "\n";
    }
  }
  return c;
}

constexpr std::array<const char*, 6> role_names = {"headline", "dateline", "caption", "body", "related", "duplicate"};

std::string text_of(const Document& d, ByteOffset begin, ByteOffset end) {
  return d.text.substr(begin.value, end - begin);
}

std::vector<std::string> observe(const Document& d, const std::string& compared) {
  std::vector<std::string> lines;
  if (compared == "blocks") {
    for (const Block& b : d.blocks) {
      lines.push_back(std::string(role_names.at(static_cast<std::size_t>(b.role))) + ": " + text_of(d, b.begin, b.end));
    }
    return lines;
  }
  for (const Sentence& s : d.sentences) {
    std::string line;
    if (compared == "sentences") {
      line = text_of(d, d.tokens[s.first].begin, d.tokens[s.last - 1].end);
    } else {
      for (std::uint32_t i = s.first; i < s.last; ++i) {
        if (i > s.first) line += d.tokens[i].glued ? "~" : " ";
        line += d.key(d.tokens[i]);
      }
    }
    lines.push_back(line);
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

class TextCase : public testing::TestWithParam<std::string> {};

TEST_P(TextCase, IsReadAsExpected) {
  const Case c = read_case(folder / (GetParam() + ".case"));
  ASSERT_FALSE(c.expected.empty());
  DocumentSource source;
  source.title = c.title;
  const Document d = read_document(DocumentIndex{0}, source, c.article, test::page_cues());
  std::vector<std::string> observed = observe(d, c.compared);
  for (std::size_t i = 0; i < std::min(observed.size(), c.expected.size()); ++i) {
    const std::string& e = c.expected[i];
    if (!e.ends_with("...")) continue;
    const std::string known = e.substr(0, e.size() - 3);
    if (observed[i].starts_with(known)) observed[i] = e;
  }
  EXPECT_EQ(joined(c.expected), joined(observed));
}

INSTANTIATE_TEST_SUITE_P(All, TextCase, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
