// Runs each line of the .phrases files: a phrase of news, " => ", and the temporal expressions in it, in order:
// "VALUE | SURFACE", several divided by " ; ", nothing where it is a trap; without a surface only the value counts.
// "@published DAY" holds for the lines behind it, "@language en" for a file. The values were worked out with a
// calendar.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "case_files.h"
#include "isnad/time.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("time");

struct Expected {
  std::string value, surface;
};

std::vector<Expected> read_expected(const std::string& text) {
  std::vector<Expected> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(" ; ", at), text.size());
    const std::string one = text.substr(at, end - at);
    const std::size_t bar = one.find(" | ");
    out.push_back({one.substr(0, bar), bar == std::string::npos ? "" : one.substr(bar + 3)});
    at = end + 3;
  }
  return out;
}

class Phrases : public testing::TestWithParam<std::string> {};

TEST_P(Phrases, AreDated) {
  std::ifstream file(folder / (GetParam() + ".phrases"));
  std::optional<Day> published;
  int number = 0;
  int tried = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("@published ")) {
      published = parse_iso_day(line.substr(11));
      continue;
    }
    const std::size_t arrow = line.find(" =>");
    if (line.empty() || line.starts_with("#") || arrow == std::string::npos) continue;
    ++tried;
    const std::string text = line.substr(0, arrow);
    const std::vector<Expected> expected = read_expected(line.size() > arrow + 4 ? line.substr(arrow + 4) : "");
    const Document document = read_document(DocumentIndex{0}, {}, text, project_grammar().page_cues());
    std::vector<Timex> found = tag(document, project_grammar(), project_grammar().annotate(document));
    resolve_all(found, document, published, {});
    std::string told;
    for (const Timex& t : found) told += fmt::format("\n  {} | {} by {}", t.value, slice(text, t.span), t.rule);
    EXPECT_EQ(found.size(), expected.size()) << GetParam() << ".phrases:" << number << ' ' << text << told;
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
      EXPECT_EQ(found[i].value, expected[i].value) << GetParam() << ".phrases:" << number << ' ' << text << told;
      if (!expected[i].surface.empty()) {
        EXPECT_EQ(slice(text, found[i].span), expected[i].surface) << GetParam() << ".phrases:" << number << told;
      }
    }
  }
  EXPECT_GT(tried, 0);
}

INSTANTIATE_TEST_SUITE_P(Files, Phrases, testing::ValuesIn(test::case_names(folder, ".phrases")), test::title_of_case);

}  // namespace
}  // namespace isnad
