// Runs each .case of this folder: a network, a line ----, and the fields of the solution
// that matter. Lines that begin with # are comments.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "case_files.h"
#include "isnad/solve.h"
#include "solver_check.h"

namespace isnad::solver {
namespace {

const std::filesystem::path folder = test::case_folder("solve");

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

INSTANTIATE_TEST_SUITE_P(Folder, SolveCase, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad::solver
