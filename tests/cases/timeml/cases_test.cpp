// Runs each .case of this folder: a TimeML document, a line ----, and what is printed of it in English. Lines of the
// expectation that begin with # are comments.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "case_files.h"
#include "isnad/report.h"

namespace isnad::tml {
namespace {

const std::filesystem::path folder = test::case_folder("timeml");

class TimemlCase : public testing::TestWithParam<std::string> {};

TEST_P(TimemlCase, IsJudgedAsExpected) {
  std::ifstream file(folder / (GetParam() + ".case"));
  ASSERT_TRUE(file);
  std::string input;
  std::string expected;
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "----") {
      behind = true;
    } else if (!behind) {
      input += line + '\n';
    } else if (!line.starts_with("#")) {
      expected += line + '\n';
    }
  }
  ASSERT_TRUE(behind) << "no line ----";
  auto document = parse(input, "it");
  ASSERT_TRUE(document) << document.error().message;
  const auto analysis = analyze(*std::move(document));
  ASSERT_TRUE(analysis);
  EXPECT_EQ(link_check_text(*analysis, {Language::en, false}), expected);
}

INSTANTIATE_TEST_SUITE_P(Folder, TimemlCase, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad::tml
