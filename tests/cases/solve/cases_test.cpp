// Runs each .case of this folder: a network, a line ----, and the fields of the solution
// that matter. Lines that begin with # are comments.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "isnad/solve.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

const std::filesystem::path folder = std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases/solve";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class SolveCase : public testing::TestWithParam<std::string> {};

TEST_P(SolveCase, HasTheExpectedSolution) {
  std::ifstream file(folder / (GetParam() + ".case"));
  ASSERT_TRUE(file);
  std::string input;
  std::string expected;
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    if (line == "----") {
      behind = true;
    } else {
      (behind ? expected : input) += line + '\n';
    }
  }
  ASSERT_TRUE(behind) << "no line ----";

  const auto network = parse_network(input);
  ASSERT_TRUE(network) << network.error().message;
  const Solution solution = solve(*network);
  rapidjson::Document wanted;
  rapidjson::Document found;
  ASSERT_FALSE(wanted.Parse(expected.c_str()).HasParseError());
  const std::string printed = to_json(*network, solution);
  ASSERT_FALSE(found.Parse(printed.c_str()).HasParseError());
  for (const auto& member : wanted.GetObject()) {
    ASSERT_TRUE(found.HasMember(member.name)) << member.name.GetString();
    EXPECT_TRUE(found[member.name] == member.value) << member.name.GetString() << " of " << printed;
  }

  const checker::Report report = test::check(*network, solution);
  EXPECT_TRUE(report.confirmed()) << testing::PrintToString(report.faults) << ", unproven " << report.unproven;
}

INSTANTIATE_TEST_SUITE_P(Folder, SolveCase, testing::ValuesIn(case_names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace isnad::solver
