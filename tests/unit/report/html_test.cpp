// The page: complete, escaped, closed to the network; both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "report/base64.h"
#include "report/html_content_hash.h"
#include "report/html_parts.h"
#include "report/picture_model.h"
#include "sample_timeline.h"
#include "xml_check.h"

namespace isnad {
namespace {

using test::occurrences;
using test::TimelineBuilder;
using testing::HasSubstr;
using testing::Not;

std::string page(const Timeline& timeline, Language language = Language::ar) {
  auto result = report_html(timeline, {language});
  EXPECT_TRUE(result);
  return result ? *result : std::string();
}

/// The page as XML: without doctype and with its void elements closed, script and styles emptied.
std::string as_xml(std::string html) {
  html = html.substr(html.find('\n') + 1);
  html = std::regex_replace(html, std::regex("<(meta|input|br)((?:\\s[^<>]*)?)>"), "<$1$2/>");
  html = std::regex_replace(html, std::regex(" (hidden|checked)>"), ">");
  for (const char* tag : {"script", "style"}) {
    const std::string open = std::string("<") + tag + ">";
    const std::string close = std::string("</") + tag + ">";
    for (std::size_t at = html.find(open); at != std::string::npos; at = html.find(open, at + open.size())) {
      html.erase(at + open.size(), html.find(close, at) - at - open.size());
    }
  }
  return html;
}

TEST(ContentHash, IsSha256InBase64) {
  // FIPS 180-4 examples: "abc" ba7816bf..15ad, "" e3b0c442..b855; as Base64.
  EXPECT_EQ(html::content_hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_EQ(html::content_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  // 1,000,000 letters a: cdc76e5c 9914fb92 81a1c7e2 84d73e67 f1809a48 a497200e 046d39cc c7112cd0.
  EXPECT_EQ(html::content_hash(std::string(1'000'000, 'a')), "sha256-zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

TEST(Page, HoldsEveryClaimAndFindingUnderItsPermalink) {
  const Timeline story = test::sample_story();
  const std::string html = page(story);
  for (const auto& analysis : story.documents) {
    for (const Claim& claim : analysis.claims) {
      const std::string id = picture::anchor("claim-", claim.id);
      EXPECT_EQ(occurrences(html, " id=\"" + id + "\""), 1U) << claim.id;
    }
  }
  for (const Finding& finding : story.audit.findings) {
    EXPECT_EQ(occurrences(html, " id=\"" + picture::anchor("finding-", finding.id) + "\""), 1U);
  }
  EXPECT_EQ(occurrences(html, "<section class=\"event"), story.linking.events.size());
  EXPECT_EQ(occurrences(html, "<svg "), 2U);  // one a language
}

TEST(Page, IdsAreUniqueAndLinksLeadToThem) {
  for (const Language language : {Language::ar, Language::en}) {
    const std::string html = page(test::sample_story(), language);
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator i(html.begin(), html.end(), id), end; i != end; ++i) {
      EXPECT_TRUE(ids.insert((*i)[1]).second) << "twice: " << (*i)[1];
    }
    const std::regex href("href=\"#([^\"]*)\"");
    for (std::sregex_iterator i(html.begin(), html.end(), href), end; i != end; ++i) {
      EXPECT_EQ(ids.count((*i)[1]), 1U) << (*i)[1];
    }
  }
}

TEST(Page, QuotesBothSidesAndMarksTheWordsThatDate) {
  const std::string html = page(test::sample_story());
  const Timeline story = test::sample_story();
  // "the seventh of December", "dawn yesterday", "yesterday morning, Sunday": in the finding and in the table.
  for (const ClaimRef& ref : {*story.audit.findings[0].evidence[0].claim, *story.audit.findings[0].evidence[1].claim,
                              *story.audit.findings[0].evidence[2].claim}) {
    const std::string words = story.graph.dated[index(ref.document)][ref.claim].text;
    EXPECT_EQ(occurrences(html, "<mark>" + words + "</mark>"), 2U) << words;
  }
  EXPECT_THAT(html, HasSubstr("dir=\"rtl\""));
  EXPECT_THAT(html, HasSubstr("<div dir=\"ltr\" class=\"in-ar\">\n<svg "));
}

TEST(Page, BringsTheLettersOfThePicture) {
  const std::string html = page(test::sample_story());
  EXPECT_THAT(html, HasSubstr("font-src data:"));
  // "AAEAAAA": how a TrueType font begins, in Base64.
  EXPECT_THAT(html, HasSubstr("src:local(\"Noto Sans Arabic\"),url(data:font/ttf;base64,AAEAAAA"));
}

TEST(Base64, AsInRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Page, LoadsNothingAndRunsNothingElse) {
  const std::string html = page(test::sample_story());
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, Not(HasSubstr("unsafe-inline")));
  EXPECT_THAT(html, Not(HasSubstr(" src=")));
  EXPECT_THAT(html, Not(HasSubstr("@import")));
  EXPECT_THAT(html, Not(HasSubstr(" style=\"")));
  EXPECT_EQ(occurrences(html, "<script>"), 1U);
  // Each style and script is the one whose hash the policy names.
  for (const char* tag : {"script", "style"}) {
    const std::string open = std::string("<") + tag + ">";
    for (std::size_t at = html.find(open); at != std::string::npos; at = html.find(open, at + 1)) {
      const std::size_t begin = at + open.size();
      const std::size_t end = html.find(std::string("</") + tag + ">", begin);
      EXPECT_THAT(html, HasSubstr("'" + html::content_hash(html.substr(begin, end - begin)) + "'"));
    }
  }
}

TEST(Page, IsWellFormedWhateverTheArticlesHold) {
  EXPECT_EQ(test::xml_problem(as_xml(page(test::sample_story()))), "");
  for (const std::string& text : std::vector<std::string>{
           "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "</style></script><img src=x>", "&lt; & &#60;",
           "\xFF\xFE broken \xC3(", std::string("a\0b", 3), "\u202Ebidi\u2066", std::string(10000, 'w'), "@@ {claims}",
           "\\N \\"}) {
    TimelineBuilder builder;
    const auto a = builder.document("a" + text, text, text);
    const auto e = builder.event({text, text}, EventStatus::disputed);
    const ClaimRef x = builder.claim(a, e, "2024-12-07", {text});
    const ClaimRef y = builder.claim(a, e, "2024-12-08");
    builder.finding(FindingRule::date_conflict, Level::error, {x, y}, {text, text});
    Timeline& timeline = builder.edit();
    timeline.documents[a].document.source.url = "javascript:" + text;
    timeline.audit.findings[0].evidence[0].label = {text, text};
    timeline.audit.findings[0].evidence[0].derivation = {{text, text}};
    timeline.audit.findings[0].reasoning = {{text, text}};
    timeline.audit.findings[0].repair = Repair{{x}, text};
    for (const Language language : {Language::ar, Language::en}) {
      const std::string html = page(timeline, language);
      EXPECT_EQ(test::xml_problem(as_xml(html)), "") << text.substr(0, 40);
      EXPECT_THAT(html, Not(HasSubstr("<img")));
      EXPECT_THAT(html, Not(HasSubstr("href=\"javascript")));
      EXPECT_EQ(occurrences(html, "<script"), 1U);
    }
  }
}

TEST(Page, OnlyWebAddressesBecomeLinks) {
  TimelineBuilder builder;
  builder.document("a", "text");
  builder.edit().documents[0].document.source.url = "https://example.org/?a=1&b=\"2\"";
  const std::string html = page(builder.get(), Language::en);
  EXPECT_THAT(html, HasSubstr("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
  EXPECT_THAT(html, HasSubstr("noreferrer"));
}

TEST(Page, OfVeryManyClaimsShowsWhatSeveralTellAndSaysSo) {
  TimelineBuilder builder;
  const auto a = builder.document("a", "text");
  const auto b = builder.document("b", "text");
  const auto shared = builder.event({"x", "Shared"});
  builder.claim(a, shared, "2024-12-07");
  builder.claim(b, shared, "2024-12-07");
  const auto alone = builder.event({"x", "Alone"});
  const ClaimRef one = builder.claim(a, alone, "2024-12-08");
  EXPECT_THAT(page(builder.get(), Language::en), HasSubstr(">Alone<"));
  // One claim, counted over and over.
  builder.edit().linking.events[alone].claims.resize(6001, one);
  const std::string html = page(builder.get(), Language::en);
  EXPECT_EQ(occurrences(html, "<section class=\"event"), 1U);
  EXPECT_THAT(html, HasSubstr("1 event that one article alone tells is not on this page"));
}

TEST(Page, APictureThatIsRefusedLeavesTheRest) {
  TimelineBuilder builder;
  const auto d = builder.document("a", "text");
  const auto other = builder.document("b", "text");
  const auto e = builder.event({"x", "Event"});
  const ClaimRef one = builder.claim(d, e, "2024-12-07");
  builder.edit().linking.events[e].claims.resize(picture::max_claims_drawn + 1, one);
  builder.claim(other, e, "2024-12-07");
  const std::string html = page(builder.get(), Language::en);
  EXPECT_EQ(occurrences(html, "<svg "), 0U);
  EXPECT_THAT(html, HasSubstr("The picture was not drawn"));
}

TEST(Page, SameTimelineSameBytes) {
  EXPECT_TRUE(page(test::sample_story()) == page(test::sample_story()));
  EXPECT_FALSE(page(Timeline{}).empty());
}

}  // namespace
}  // namespace isnad
