// Events with their claims, and the articles.
#include <algorithm>
#include <set>

#include "report/escape.h"
#include "report/event_order.h"
#include "report/html_parts.h"
#include "report/json_values.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

/// Events in order of time, those without a date behind them.
std::vector<std::size_t> all_events(const Timeline& timeline) {
  std::vector<std::size_t> order = events_in_time(timeline);
  std::vector<bool> dated(timeline.linking.events.size(), false);
  for (const std::size_t e : order) dated[e] = true;
  for (std::size_t e = 0; e < dated.size(); ++e) {
    if (!dated[e]) order.push_back(e);
  }
  return order;
}

std::string claim_row(const Page& page, ClaimRef ref) {
  const Claim& claim = claim_of(page.timeline, ref);
  const std::string id = picture::anchor("claim-", claim.id);
  std::string out = page.in_conflict.count(ref) > 0 ? "<tr class=\"conflict\" id=\"" : "<tr id=\"";
  out += id + "\"><td><a class=\"permalink\" href=\"#" + id + "\" title=\"" + xml_escaped(page.say("html.permalink")) +
         "\">\u00B6</a></td><td class=\"when\">";
  if (page.in_conflict.count(ref) > 0) out += "\u26A0 ";
  out += when_cell(page, ref);
  if (claim.polarity == Polarity::denied)
    out += " <span class=\"badge plain\">" + xml_escaped(page.say("picture.denied")) + "</span>";
  out += "</td><td>" + source_chip(page, ref.document) + "</td><td>" + chain_words(page, claim) +
         "</td><td class=\"said\"" + language_attributes(document_of(page.timeline, ref.document)) + ">" +
         quotation(page, claim.span, &ref) + "</td></tr>\n";
  return out;
}

std::string event(const Page& page, std::size_t e) {
  const Timeline& timeline = page.timeline;
  const Event& event = timeline.linking.events[e];
  const bool contradicted = std::any_of(event.claims.begin(), event.claims.end(),
                                        [&](ClaimRef ref) { return page.in_conflict.count(ref) > 0; });
  const bool disputed = contradicted || timeline.graph.status[e] == EventStatus::disputed;
  std::string out = disputed ? "<section class=\"event disputed\" id=\"" : "<section class=\"event\" id=\"";
  const std::string label = printable(in(event.label, page.language));
  out += picture::anchor("event-", event.id) + "\">\n<div class=\"head\"><h3>" +
         xml_escaped(label.empty() ? printable(event.type) : label) + "</h3> ";
  if (disputed) {
    out += "<span class=\"badge disputed\">\u26A0 " + xml_escaped(page.say("picture.status.disputed")) + "</span>";
  } else if (const std::string window = page.dates.window(timeline.graph.event_windows[e]); !window.empty()) {
    out += "<span class=\"badge plain\">" + xml_escaped(window) + "</span>";
  }
  out += "</div>\n<div class=\"scroll\"><table><thead><tr><th></th>";
  for (const char* column : {"when", "source", "chain", "evidence"}) {
    out += "<th>" + xml_escaped(page.say(std::string("html.column.") + column)) + "</th>";
  }
  out += "</tr></thead><tbody>\n";
  for (const ClaimRef& ref : event.claims) out += claim_row(page, ref);
  return out + "</tbody></table></div>\n</section>\n";
}

std::string published(const Page& page, std::size_t d) {
  const auto& publications = page.timeline.graph.publications;
  const Publication& publication = d < publications.size() ? publications[d] : page.timeline.documents[d].publication;
  std::string date;
  if (publication.day) {
    date = page.dates.day_and_year(*publication.day);
  } else if (d < page.timeline.graph.publication_windows.size()) {
    date = page.dates.window(page.timeline.graph.publication_windows[d]);
  }
  if (date.empty()) return page.say("html.published.unknown");
  switch (publication.origin) {
    case PublicationOrigin::given:
      return page.say("html.published.given", {{"date", date}});
    case PublicationOrigin::stated:
      return page.say("html.published.stated", {{"date", date}});
    case PublicationOrigin::inferred:
    case PublicationOrigin::unknown:
      break;
  }
  return page.say("html.published.inferred", {{"date", date}});
}

/// A link out of the page, where it is one that a browser may follow.
std::string address(const DocumentSource& source) {
  const std::string shown = shortened(printable(source.url.empty() ? source.path : source.url), 120);
  const std::string_view url(source.url);
  if (url.substr(0, 8) != "https://" && url.substr(0, 7) != "http://") return "<bdi>" + xml_escaped(shown) + "</bdi>";
  return "<a rel=\"noreferrer noopener\" href=\"" + xml_escaped(printable(url)) + "\"><bdi>" + xml_escaped(shown) +
         "</bdi></a>";
}

}  // namespace

std::string events_section(const Page& page) {
  std::string out = "<section>\n<h2>" + xml_escaped(page.say("html.timeline")) + "</h2>\n";
  for (const std::size_t e : all_events(page.timeline)) out += event(page, e);
  return out + "</section>\n";
}

std::string sources_section(const Page& page) {
  std::string out =
      "<section>\n<h2>" + xml_escaped(page.say("html.sources")) + "</h2>\n<div class=\"scroll\"><table><thead><tr>";
  for (const char* column : {"source", "title", "published", "file"}) {
    out += "<th>" + xml_escaped(page.say(std::string("html.column.") + column)) + "</th>";
  }
  out += "</tr></thead><tbody>\n";
  for (std::size_t d = 0; d < page.timeline.documents.size(); ++d) {
    const Document& document = page.timeline.documents[d].document;
    out += "<tr id=\"" + picture::anchor("document-", document.source.id) + "\"><td>" +
           source_chip(page, document.index) + "</td><td>" +
           quoted_words(shortened(
               printable(document.source.title.empty() ? document.source.publisher : document.source.title), 300)) +
           "</td><td>" + xml_escaped(published(page, d)) + "</td><td>" + address(document.source) + "</td></tr>\n";
  }
  return out + "</tbody></table></div>\n</section>\n";
}

}  // namespace isnad::html
