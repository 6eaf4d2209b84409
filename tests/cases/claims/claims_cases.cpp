// Runs each .case of this folder: an article, a line ----, and what must be among its claims. Lines before the article
// that begin with # are comments; "#: published DAY" gives the publication day; behind a line ==== stands another
// article of the same day with its own expected lines. Expected lines:
//   TYPE | EDTF | POLARITY MODALITY | CHAIN     a claim of this type with this date ("-": none), and this chain, names
//   of speakers
//                                               outermost first with " < " between ("-": the article's own voice; "*":
//                                               any)
//   no TYPE                                     no claim of this type ("no *": no claim at all)
//   says NAME | WORDS                           the claim told by these words of the article has NAME as its innermost
//                                               speaker ("-": the article's own voice); where an event and a statement
//                                               hold the words, the event's counts
//   tells WORDS                                 some claim quotes these words, no more and no fewer
//   by WORD                                     some claim is told by this word, its trigger
//   wrong NAME | WORDS                          that should be so and is not: fails when it comes right
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "case_files.h"
#include "graph/settle.h"
#include "isnad/claims.h"
#include "project_grammar.h"

namespace isnad {
namespace {

const std::filesystem::path folder = test::case_folder("claims");

std::string line_of(const DocumentAnalysis& analysis, const Claim& claim, bool any_chain) {
  Window published;
  if (analysis.publication.day) published = window_of(*analysis.publication.day);
  const auto domain = graph::claim_domain(analysis, claim, published);
  const std::string date = domain ? edtf(*domain) : "";
  std::string chain;
  for (const Speaker& s : claim.attribution) chain += (chain.empty() ? "" : " < ") + s.name;
  if (chain.empty()) chain = "-";
  return claim.type + " | " + (date.empty() ? "-" : date) + " | " + std::string(to_string(claim.polarity)) + " " +
         std::string(to_string(claim.modality)) + " | " + (any_chain ? "*" : chain);
}

/// Is NAME the innermost speaker of a claim that the words tell?
bool says(const DocumentAnalysis& analysis, const std::string& name, const std::string& words) {
  const std::size_t at = analysis.document.text.find(words);
  if (at == std::string::npos) return false;
  const auto told = [&](const Claim& c) { return c.span.begin.value < at + words.size() && at < c.span.end.value; };
  const bool event = std::any_of(analysis.claims.begin(), analysis.claims.end(),
                                 [&](const Claim& c) { return told(c) && c.type != "statement"; });
  return std::any_of(analysis.claims.begin(), analysis.claims.end(), [&](const Claim& c) {
    return told(c) && (c.type != "statement" || !event) &&
           (c.attribution.empty() ? "-" : c.attribution.back().name) == name;
  });
}

class ClaimsCase : public testing::TestWithParam<std::string> {};

struct Article {
  std::string text;
  std::vector<std::string> expected;
};

void check(const DocumentSource& source, const std::string& article, const std::vector<std::string>& expected) {
  ASSERT_FALSE(expected.empty());
  const DocumentAnalysis analysis =
      analyze(read_document(DocumentIndex{}, source, article, project_grammar().page_cues()), project_grammar());
  std::string all;
  for (const Claim& c : analysis.claims) all += "  " + line_of(analysis, c, false) + "\n";
  for (const std::string& line : expected) {
    if (const bool wrong = line.starts_with("wrong "); wrong || line.starts_with("says ")) {
      const std::size_t name = wrong ? 6 : 5, bar = line.find(" | ");
      ASSERT_NE(bar, std::string::npos) << line;
      ASSERT_NE(analysis.document.text.find(line.substr(bar + 3)), std::string::npos) << line;
      EXPECT_NE(says(analysis, line.substr(name, bar - name), line.substr(bar + 3)), wrong) << line << "; claims:\n"
                                                                                            << all;
      continue;
    }
    if (line.starts_with("tells ")) {
      EXPECT_TRUE(std::any_of(analysis.claims.begin(), analysis.claims.end(),
                              [&](const Claim& c) { return slice(analysis.document.text, c.span) == line.substr(6); }))
          << line << "; claims:\n"
          << all;
      continue;
    }
    if (line.starts_with("by ")) {
      EXPECT_TRUE(
          std::any_of(analysis.claims.begin(), analysis.claims.end(),
                      [&](const Claim& c) { return slice(analysis.document.text, c.trigger) == line.substr(3); }))
          << line << "; claims:\n"
          << all;
      continue;
    }
    if (line.starts_with("no ")) {
      const std::string type = line.substr(3);
      EXPECT_TRUE(std::none_of(analysis.claims.begin(), analysis.claims.end(),
                               [&](const Claim& c) { return type == "*" || c.type == type; }))
          << line << "; claims:\n"
          << all;
      continue;
    }
    EXPECT_TRUE(std::any_of(analysis.claims.begin(), analysis.claims.end(),
                            [&](const Claim& c) { return line_of(analysis, c, line.ends_with("| *")) == line; }))
        << "missing: " << line << "\nclaims:\n"
        << all;
  }
  for (const Claim& c : analysis.claims) {  // spans slice to what they say
    EXPECT_TRUE(c.span.begin <= c.trigger.begin || c.type == "statement");
    for (const Participant& p : c.participants) EXPECT_EQ(p.name, slice(analysis.document.text, p.span));
    for (const Speaker& s : c.attribution) EXPECT_EQ(s.name, slice(analysis.document.text, s.span));
  }
}

TEST_P(ClaimsCase, HoldsWhatItSays) {
  std::ifstream file(folder / (GetParam() + ".case"));
  DocumentSource source;
  source.id = GetParam();
  std::vector<Article> articles(1);
  bool behind = false;
  for (std::string line; std::getline(file, line);) {
    Article& article = articles.back();
    if (article.text.empty() && line.starts_with("#: published "))
      source.published = line.substr(13);
    else if (article.text.empty() && line.starts_with("#"))
      continue;
    else if (line == "----")
      behind = true;
    else if (line == "====") {
      articles.emplace_back();
      behind = false;
    } else if (behind) {
      if (!line.empty()) article.expected.push_back(line);
    } else
      article.text += line + "\n";
  }
  for (const Article& article : articles) check(source, article.text, article.expected);
}

INSTANTIATE_TEST_SUITE_P(Claims, ClaimsCase, testing::ValuesIn(test::case_names(folder)), test::title_of_case);

}  // namespace
}  // namespace isnad
