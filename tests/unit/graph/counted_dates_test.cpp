// Dates that are counted from what another article, or another sentence, dates.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "isnad/calendar.h"
#include "isnad/graph.h"
#include "project_grammar.h"

namespace isnad {
namespace {

struct Article {
  const char *published, *text;
};

/// EDTF, by claim, of the first claim whose trigger is that word; "none" where it has none, "missing" without a claim.
std::string date_of(const std::vector<Article>& articles, const std::string& trigger,
                    std::string* derivation = nullptr) {
  std::vector<DocumentAnalysis> corpus;
  for (const Article& article : articles) {
    DocumentSource source;
    source.id = std::string(1, static_cast<char>('a' + corpus.size()));
    source.published = article.published;
    const auto number = static_cast<DocumentIndex>(corpus.size());
    corpus.push_back(analyze(read_document(number, source, article.text, {}), project_grammar()));
  }
  const Linking linking = link(corpus, project_grammar());
  const TemporalGraph graph = build_graph(corpus, linking);
  for (const DocumentAnalysis& d : corpus)
    for (std::size_t c = 0; c < d.claims.size(); ++c) {
      if (slice(d.document.text, d.claims[c].trigger) != trigger) continue;
      const DatedClaim& dated = graph.dated[index(d.document.index)][c];
      if (derivation != nullptr && !dated.derivation.empty()) *derivation = dated.derivation.front().en;
      return dated.domain ? edtf(*dated.domain) : "none";
    }
  return "missing";
}

// "The committee's report came out on Monday"; "the minister resigned two days after the publication of the report".
constexpr const char* came_out =
    "\u0635\u062f\u0631 \u062a\u0642\u0631\u064a\u0631 \u0644\u062c\u0646\u0629 \u0627\u0644\u0642\u0637\u0627\u0631 "
    "\u064a\u0648\u0645 \u0627\u0644\u0627\u062b\u0646\u064a\u0646.";
constexpr const char* resigned_after =
    "\u0642\u062f\u0645 \u0648\u0632\u064a\u0631 \u0627\u0644\u0646\u0642\u0644 "
    "\u0627\u0633\u062a\u0642\u0627\u0644\u062a\u0647 \u0628\u0639\u062f \u064a\u0648\u0645\u064a\u0646 \u0645\u0646 "
    "\u0635\u062f\u0648\u0631 \u062a\u0642\u0631\u064a\u0631 \u0644\u062c\u0646\u0629 "
    "\u0627\u0644\u0642\u0637\u0627\u0631.";
const std::string resignation = "\u0627\u0633\u062a\u0642\u0627\u0644\u062a\u0647";

TEST(CountedDates, AreTakenFromAnotherSentence) {
  const std::string both = std::string(came_out) + " " + resigned_after;
  std::string derivation;
  EXPECT_EQ(date_of({{"2022-02-25", both.c_str()}}, resignation, &derivation), "2022-02-23");
  EXPECT_NE(derivation.find("counted from"), std::string::npos) << derivation;
}

TEST(CountedDates, StayOpenWhereNothingDatesWhatTheyCountFrom) {
  EXPECT_EQ(date_of({{"2022-02-25", resigned_after}}, resignation), "../2022-02-25");
}

TEST(CountedDates, StayOpenWhereTwoSentencesDateItApart) {
  const std::string apart = std::string(came_out) +
                            " \u0648\u0635\u062f\u0631 \u062a\u0642\u0631\u064a\u0631 \u0644\u062c\u0646\u0629 "
                            "\u0627\u0644\u0642\u0637\u0627\u0631 \u064a\u0648\u0645 "
                            "\u0627\u0644\u062b\u0644\u0627\u062b\u0627\u0621. " +
                            resigned_after;
  EXPECT_EQ(date_of({{"2022-02-25", apart.c_str()}}, resignation), "../2022-02-25");
}

}  // namespace
}  // namespace isnad
