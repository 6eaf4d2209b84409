#include <gtest/gtest.h>

#include "isnad/text.h"

namespace isnad {
namespace {

TEST(HtmlArticle, ParagraphsAndHeadingsAreLines) {
  const auto page = article_of_html(
      "<body><h1>The   head\nline</h1><p>One <b>bold</b>&amp;c.</p><p>Two<br>three.</p><ul><li>a<li>b</ul></body>");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "The head line\nOne bold&c.\nTwo\nthree.\n- a\n- b\n");
}

TEST(HtmlArticle, LeavesOutWhatIsNotRead) {
  const auto page = article_of_html(
      "<nav>menu</nav><script>var p='<p>x</p>';</script><style>p{}</style><p>text</p><aside>other</aside>"
      "<button>go</button><p hidden>no</p><p aria-hidden=true>no</p><!-- no --><footer>rights</footer>");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "text\n");
}

TEST(HtmlArticle, TakesTheArticleWhereThePageMarksIt) {
  const std::string paragraph = "<p>" + std::string(250, 'x') + "</p>";
  const auto page =
      article_of_html("<p>before</p><article>" + paragraph + "</article><article>short</article><p>after</p>");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, std::string(250, 'x') + "\n");
}

TEST(HtmlArticle, PrefersTheBetterMetadata) {
  const auto page = article_of_html(R"(<head>
    <title>Headline | Outlet</title>
    <meta property="og:title" content=" Headline ">
    <meta property="og:site_name" content="Outlet">
    <meta property="og:url" content="https://example.org/1?share">
    <link rel="canonical" href="https://example.org/1">
    <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},
      {"@type":"NewsArticle","headline":"Other","datePublished":"2024-12-09T08:00:00Z"}]}</script>
    <meta property="article:published_time" content="2024-12-09T10:00:00+03:00"></head><p>x)");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->source.title, "Headline");
  EXPECT_EQ(page->source.publisher, "Outlet");
  EXPECT_EQ(page->source.url, "https://example.org/1");
  EXPECT_EQ(page->source.published, "2024-12-09T10:00:00+03:00");
}

TEST(HtmlArticle, TakesTheDayFromJsonLdWhereNothingElseTells) {
  const auto page = article_of_html(
      R"(<script type="application/ld+json">[{"datePublished":"2011-01-14"}]</script><time datetime="2020-01-01">x</time>)");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->source.published, "2011-01-14");
}

TEST(HtmlArticle, PassesOverADayThatIsNone) {
  const auto page = article_of_html(R"(<meta property="article:published_time" content="yesterday"><p>x)");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->source.published, "");
}

TEST(HtmlArticle, PassesOverBrokenJson) {
  EXPECT_TRUE(article_of_html("<script type=\"application/ld+json\">{\"datePublished\": [[[</script>"));
}

TEST(HtmlArticle, SurvivesNestingAsDeepAsItAccepts) {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<div>";
  const auto page = article_of_html(html + "text");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "text\n");
}

TEST(HtmlArticle, RefusesEndlessNesting) {
  std::string html;
  for (int i = 0; i < 300000; ++i) html += "<div>";
  const auto page = article_of_html(html);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::too_large);
}

TEST(HtmlArticle, TakesParagraphsThatAreNeverClosed) {
  std::string html;
  for (int i = 0; i < 5000; ++i) html += "<p>x";
  const auto page = article_of_html(html);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text.size(), 10000U);
}

}  // namespace
}  // namespace isnad
