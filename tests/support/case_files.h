// The files of tests/cases: an input, a line "----", and what is expected of it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace isnad::test {

/// Where the cases of a stage stand.
inline std::filesystem::path case_folder(const std::string& stage) {
  return std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases" / stage;
}

/// The names of the files of a folder with this extension, without it, sorted.
inline std::vector<std::string> case_names(const std::filesystem::path& folder,
                                           const std::string& extension = ".case") {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The name of a file as GoogleTest takes it for a test: letters, digits and underscores.
inline std::string title_of_case(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

}  // namespace isnad::test
