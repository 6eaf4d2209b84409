// The articles in full, each sentence that holds a claim under an id of its own.
#include <algorithm>
#include <set>

#include "report/escape.h"
#include "report/html_parts.h"
#include "report/json_values.h"
#include "report/palette.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

Bilingual published(const Page& page, std::size_t d) {
  const auto& publications = page.timeline.graph.publications;
  const Publication& publication = d < publications.size() ? publications[d] : page.timeline.documents[d].publication;
  const auto words = [&](Language language) {
    const picture::DateWords& dates = page.dates(language);
    std::string date;
    if (publication.day) {
      date = dates.day_and_year(*publication.day);
    } else if (d < page.timeline.graph.publication_windows.size()) {
      date = dates.window(page.timeline.graph.publication_windows[d]);
    }
    if (date.empty()) return message(language, "html.published.unknown");
    switch (publication.origin) {
      case PublicationOrigin::given:
        return message(language, "html.published.given", {{"date", date}});
      case PublicationOrigin::stated:
        return message(language, "html.published.stated", {{"date", date}});
      case PublicationOrigin::inferred:
      case PublicationOrigin::unknown:
        break;
    }
    return message(language, "html.published.inferred", {{"date", date}});
  };
  return {words(Language::ar), words(Language::en)};
}

/// A link out of the page, where it is one that a browser may follow.
std::string address(const DocumentSource& source) {
  const std::string shown = shortened(printable(source.url.empty() ? source.path : source.url), 120);
  const std::string_view url(source.url);
  const std::string words = "<bdi dir=\"ltr\">" + xml_escaped(shown) + "</bdi>";
  if (url.substr(0, 8) != "https://" && url.substr(0, 7) != "http://") return words;
  return "<a rel=\"noreferrer noopener\" href=\"" + xml_escaped(printable(url)) + "\">" + words + "</a>";
}

/// A paragraph, its sentences with claims in elements of their own.
std::string paragraph(const Page& page, std::size_t d, std::uint32_t block, const std::set<std::uint32_t>& cited) {
  const Document& document = page.timeline.documents[d].document;
  const Block& whole = document.blocks[block];
  const std::string_view text(document.text);
  std::string out = whole.role == Role::headline ? "<p class=\"headline\">" : "<p>";
  std::size_t at = whole.begin.value;
  for (const std::uint32_t s : cited) {
    const Sentence& sentence = document.sentences[s];
    if (sentence.block != block || sentence.first >= sentence.last) continue;
    const SourceSpan span = document.span(sentence);
    if (span.begin.value < at) continue;
    const std::string before = escaped(text.substr(at, span.begin.value - at));
    if (!before.empty()) out += before + " ";
    out += "<span class=\"cited\" id=\"s" + std::to_string(d) + "-" + std::to_string(s) + "\">" +
           escaped(slice(document.text, span)) + "</span> ";
    at = span.end.value;
  }
  return out + escaped(text.substr(at, whole.end.value - at)) + "</p>\n";
}

std::string article(const Page& page, std::size_t d) {
  const DocumentAnalysis& analysis = page.timeline.documents[d];
  const Document& document = analysis.document;
  std::set<std::uint32_t> cited;
  for (const Claim& claim : analysis.claims) {
    if (claim.sentence < document.sentences.size()) cited.insert(claim.sentence);
  }
  const std::string title = title_of(document).empty() ? document.source.publisher : title_of(document);
  std::string out = "<details class=\"article\" data-source=\"" + std::to_string(d) + "\" id=\"" +
                    picture::anchor("document-", document.source.id) + "\">\n<summary><span class=\"source source-" +
                    std::to_string(d % source_color_count) + "\"><bdi>" + escaped(page.names[d]) + "</bdi></span> " +
                    quoted_words(shortened(printable(title), 300)) + " <span class=\"quiet\">" +
                    both(published(page, d)) + "</span></summary>\n<p class=\"quiet\">" + address(document.source) +
                    "</p>\n<div class=\"text\"" + language_attributes(document) + ">\n";
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) out += paragraph(page, d, b, cited);
  return out + "</div>\n</details>\n";
}

}  // namespace

std::string sentence_id(const Timeline& timeline, ClaimRef ref) {
  const std::uint32_t sentence = claim_of(timeline, ref).sentence;
  const Document& document = document_of(timeline, ref.document);
  if (sentence >= document.sentences.size()) return {};
  const Sentence& s = document.sentences[sentence];
  if (s.first >= s.last || s.block >= document.blocks.size()) return {};
  return "s" + std::to_string(index(ref.document)) + "-" + std::to_string(sentence);
}

std::string articles_section(const Page& page) {
  std::string out = "<section id=\"articles\">\n<h2>" + say("html.sources") + "</h2>\n";
  std::set<std::size_t> told;
  for (const Event& event : page.timeline.linking.events) {
    for (const ClaimRef& ref : event.claims) told.insert(index(ref.document));
  }
  for (const Finding& finding : page.timeline.audit.findings) {
    for (const Evidence& evidence : finding.evidence) told.insert(index(evidence.span.document));
  }
  // An article that tells nothing is worth its place only among few.
  constexpr std::size_t few = 100;
  for (std::size_t d = 0; d < page.timeline.documents.size(); ++d) {
    if (told.count(d) > 0 || page.timeline.documents.size() <= few) out += article(page, d);
  }
  return out + "</section>\n";
}

}  // namespace isnad::html
