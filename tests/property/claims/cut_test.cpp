// Articles that break off: whatever word is the last, the claims are read and lie within the text.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "isnad/claims.h"
#include "project_grammar.h"

namespace isnad {
namespace {

std::vector<std::string> stories() {
  std::vector<std::string> texts;
  const std::filesystem::path folder = ISNAD_SOURCE_DIR "/tests/data/stories";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    std::ostringstream text;
    text << file.rdbuf();
    texts.push_back(text.str());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(CutArticles, AreReadToTheirLastWord) {
  constexpr unsigned seed = 20261126;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const Grammar& grammar = project_grammar();
  const PageCueIndex cues(grammar.page_cues());
  std::size_t claims = 0;
  for (const std::string& text : stories()) {
    const Document whole = read_document(DocumentIndex{0}, {}, text, cues);
    for (int cut = 0; cut < 8; ++cut) {
      const Token& last = whole.tokens[std::uniform_int_distribution<std::size_t>(0, whole.tokens.size() - 1)(random)];
      // A sentence that ends in a relay, a colon or in the middle of a name.
      for (const std::string_view end : {"", ":", " \u0648\u0646\u0642\u0644 \u0639\u0646\u0647"}) {
        const std::string rest = text.substr(0, last.end.value) + std::string(end);
        const DocumentAnalysis read = analyze(read_document(DocumentIndex{0}, {}, rest, cues), grammar);
        for (const Claim& claim : read.claims) ASSERT_LE(claim.span.end.value, rest.size()) << rest;
        claims += read.claims.size();
      }
    }
  }
  EXPECT_GT(claims, 1000U);
}

}  // namespace
}  // namespace isnad
