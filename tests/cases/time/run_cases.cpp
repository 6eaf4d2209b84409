// Runs each .case of this folder: an article, a line ----, and what is expected of its times. Before the article,
//   #: published DAY    the publication day, as known apart from the text ("found": as find_publication says)
//   #: url URL, #: path PATH
// Expected are all temporal expressions in order, one a line: "VALUE | SURFACE", with "| EDTF" behind where the domain
// matters and "| !weekday" (deictic, day, pair) where the words disagree; and "published: DAY ORIGIN" where that is
// told.
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

struct Case {
  DocumentSource source;
  std::string published;
  std::string article;
  std::vector<std::string> expected;
};

Case read_case(const std::filesystem::path& path) {
  Case c;
  std::ifstream file(path);
  bool in_article = false;
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    if (!in_article && line.starts_with("#: published ")) {
      c.published = line.substr(13);
    } else if (!in_article && line.starts_with("#: url ")) {
      c.source.url = line.substr(7);
    } else if (!in_article && line.starts_with("#: path ")) {
      c.source.path = line.substr(8);
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

std::string told(const Mismatch& m) {
  switch (m.kind) {
    case Mismatch::Kind::weekday:
      return "!weekday";
    case Mismatch::Kind::no_such_day:
      return "!day";
    case Mismatch::Kind::deictic_weekday:
      return "!deictic";
    case Mismatch::Kind::calendar_pair:
      return "!pair";
  }
  return "";
}

std::string told(const Publication& p) {
  static constexpr const char* origins[] = {"given", "stated", "inferred", "unknown"};
  const std::string day = p.day ? edtf(window_of(*p.day)) : "-";
  return fmt::format("published: {} {}", day, origins[static_cast<int>(p.origin)]);
}

class TimeCases : public testing::TestWithParam<std::string> {};

TEST_P(TimeCases, Hold) {
  const Case c = read_case(folder / (GetParam() + ".case"));
  const Grammar& grammar = project_grammar();
  const Document document = read_document(DocumentIndex{0}, c.source, c.article, grammar.page_cues());
  std::vector<Timex> timexes = tag(document, grammar, grammar.annotate(document));
  const Publication publication = find_publication(document, timexes);
  resolve_all(timexes, document, c.published == "found" ? publication.day : parse_iso_day(c.published), {});

  std::size_t at = 0;
  for (const std::string& line : c.expected) {
    if (line.starts_with("published: ")) {
      EXPECT_EQ(told(publication), line);
      continue;
    }
    ASSERT_LT(at, timexes.size()) << "missing: " << line;
    const Timex& t = timexes[at++];
    std::string found = fmt::format("{} | {}", t.value, slice(document.text, t.span));
    const auto bars = std::count(line.begin(), line.end(), '|');
    if (bars >= 2 && line.find("| !") == std::string::npos) found += " | " + (t.domain ? edtf(*t.domain) : "-");
    if (t.mismatch) found += " | " + told(*t.mismatch);
    EXPECT_EQ(found, line) << t.rule;
  }
  for (; at < timexes.size(); ++at) {
    ADD_FAILURE() << "beside: " << timexes[at].value << " | " << slice(document.text, timexes[at].span) << " by "
                  << timexes[at].rule;
  }
}

INSTANTIATE_TEST_SUITE_P(All, TimeCases, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
