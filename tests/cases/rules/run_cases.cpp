// Runs the .case files of this folder. A file is a row of sections, each begun by a line "@@ ...":
//
//   @@ file ar/x.json       a rule file, as it follows; a later one of the same path replaces it
//   @@ include ar/y.json    the project's own rule file of that path
//   @@ text                 a text, a line "----", and what must be found in it: all items, one a line
//   @@ error                what compiling the files so far must say: PATH:LINE:COLUMN: MESSAGE
//
// An item is: CLASS 'SURFACE' FIELD=VALUE ... with pre=PROCLITICS and post=PRONOUN where there are any. A line that
// ends in " *" names only some of the fields. Lines that begin with # are for people.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "isnad/rules.h"

namespace isnad {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  EXPECT_TRUE(in) << path;
  return content.str();
}

struct Section {
  std::string head;
  std::string body;
  int line = 0;
};

std::vector<Section> sections_of(const std::string& text) {
  std::vector<Section> sections;
  std::istringstream in(text);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("#")) continue;
    if (line.starts_with("@@ ")) {
      sections.push_back({line.substr(3), "", number});
    } else if (!sections.empty()) {
      sections.back().body += line + "\n";
    }
  }
  return sections;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::string show(const Scalar& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  return number != nullptr ? std::to_string(*number) : std::get<std::string>(value);
}

std::vector<std::string> fields_of(const Item& item) {
  std::vector<std::string> fields;
  for (const auto& [name, value] : item.value.fields()) fields.push_back(fmt::format("{}={}", name, show(value)));
  if (!item.proclitics.empty()) fields.push_back("pre=" + item.proclitics);
  if (!item.enclitic.empty()) fields.push_back("post=" + item.enclitic);
  return fields;
}

class RuleCases : public testing::TestWithParam<std::string> {};

TEST_P(RuleCases, Hold) {
  const std::string path = GetParam();
  std::map<std::string, std::string> files;
  for (const Section& section : sections_of(read_file(path))) {
    SCOPED_TRACE(fmt::format("{}:{}", path, section.line));
    const std::string name = section.head.substr(section.head.find(' ') + 1);
    if (section.head.starts_with("file ")) {
      files[name] = section.body;
      continue;
    }
    if (section.head.starts_with("include ")) {
      files[name] = read_file(std::filesystem::path(ISNAD_SOURCE_DIR) / "rules" / name);
      continue;
    }
    std::vector<RuleFile> rules;
    for (const auto& [file, content] : files) rules.push_back({file, content});
    const Result<Grammar> grammar = Grammar::compile(rules);
    if (section.head == "error") {
      ASSERT_FALSE(grammar) << "compiles";
      const Error& error = grammar.error();
      EXPECT_EQ(fmt::format("{}:{}:{}: {}\n", error.path, error.place.line, error.place.column, error.message),
                section.body);
      continue;
    }
    ASSERT_EQ(section.head, "text");
    ASSERT_TRUE(grammar) << grammar.error().path << ":" << grammar.error().place.line << ": " << grammar.error().message
                         << "\n"
                         << grammar.error().context;
    const std::size_t rule = section.body.find("----\n");
    ASSERT_NE(rule, std::string::npos);
    Document document = read_document(DocumentIndex{0}, {}, section.body.substr(0, rule), {});
    document.language = "ar";
    const Annotation annotation = grammar->annotate(document);
    const std::vector<std::string> expected = lines_of(section.body.substr(rule + 5));
    for (std::size_t i = 0; i < std::max(expected.size(), annotation.items.size()); ++i) {
      std::string found = "nothing";
      if (i < annotation.items.size()) {
        const Item& item = annotation.items[i];
        std::vector<std::string> fields = fields_of(item);
        if (i < expected.size() && expected[i].ends_with(" *")) {
          std::erase_if(fields,
                        [&](const std::string& f) { return expected[i].find(" " + f + " ") == std::string::npos; });
          fields.emplace_back("*");
        }
        found = fmt::format("{} '{}'{}{}", grammar->class_name(item.cls),
                            slice(document.text, {document.index, item.begin, item.end}), fields.empty() ? "" : " ",
                            fmt::join(fields, " "));
      }
      EXPECT_EQ(found, i < expected.size() ? expected[i] : "nothing");
    }
  }
}

std::vector<std::string> case_files() {
  std::vector<std::string> files;
  const std::filesystem::path folder = std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases/rules";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Files, RuleCases, testing::ValuesIn(case_files()),
                         [](const auto& file) { return std::filesystem::path(file.param).stem().string(); });

}  // namespace
}  // namespace isnad
