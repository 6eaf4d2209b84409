// Events with their claims.
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

/// How the date was reached, and where the sentence stands in its article.
std::string grounds(const Page& page, ClaimRef ref) {
  std::string out;
  const DatedClaim* dated = picture::dated_of(page.timeline, ref);
  if (dated != nullptr && !dated->derivation.empty()) {
    out += "<details class=\"grounds\"><summary>" + say("html.how_dated") + "</summary>" +
           steps(dated->derivation, "ul") + "</details>";
  }
  const std::string sentence = sentence_id(page.timeline, ref);
  if (!sentence.empty()) {
    out += "<a class=\"evidence\" href=\"#" + sentence + "\">" + say("html.in_its_article") + "</a>";
  }
  return out;
}

std::string claim_row(const Page& page, ClaimRef ref, const std::string& event, Language language) {
  const Claim& claim = claim_of(page.timeline, ref);
  const std::string id = picture::anchor("claim-", claim.id);
  const bool conflict = page.in_conflict.count(ref) > 0;
  std::string out = conflict ? "<tr class=\"conflict\" id=\"" : "<tr id=\"";
  out += id + "\" data-source=\"" + std::to_string(index(ref.document)) + "\" data-event=\"" + event +
         "\"><td><a class=\"permalink\" href=\"#" + id + "\"" +
         say_in("aria-label", message("html.permalink"), language) + ">\u00B6</a></td><td class=\"when\">";
  if (conflict) out += "\u26A0 ";
  out += when_cell(page, ref);
  if (claim.polarity == Polarity::denied) out += " <span class=\"badge plain\">" + say("picture.denied") + "</span>";
  out += "</td><td>" + source_chip(page, ref.document) + "</td><td class=\"chain\">" + chain_words(claim) +
         "</td><td class=\"said\"><div class=\"quote\"" +
         language_attributes(document_of(page.timeline, ref.document)) + ">" + quotation(page, claim.span, &ref) +
         "</div>" + grounds(page, ref) + "</td></tr>\n";
  return out;
}

/// Its kind, its period, its places and the rules of its findings, for filters.
std::string data(const Page& page, const Choices& choices, std::size_t e) {
  std::set<std::string_view> rules;
  for (const ClaimRef& ref : page.timeline.linking.events[e].claims) {
    const auto found = page.findings_of.find(ref);
    if (found == page.findings_of.end()) continue;
    for (const std::size_t f : found->second) rules.insert(to_string(page.timeline.audit.findings[f].rule));
  }
  std::string places;
  for (const std::size_t place : choices.places_of[e]) places += (places.empty() ? "" : " ") + std::to_string(place);
  std::string names;
  for (const std::string_view rule : rules) names += (names.empty() ? "" : " ") + std::string(rule);
  std::string period;
  if (const auto p = choices.overview.period_of[e]) {
    period = " data-period=\"" + picture::period_id(choices.overview.periods[*p]) + "\"";
  }
  return period + " data-type=\"" + std::to_string(choices.type_of[e]) + "\" data-places=\"" + places +
         "\" data-rules=\"" + names + "\"";
}

std::string table_head() {
  std::string out = "<thead><tr><th scope=\"col\"><span class=\"hidden\">" + say("html.permalink") + "</span></th>";
  for (const char* column : {"when", "source", "chain", "evidence"}) {
    out += "<th scope=\"col\">" + say(std::string("html.column.") + column) + "</th>";
  }
  return out + "</tr></thead>";
}

std::string event(const Page& page, const Choices& choices, std::size_t e, Language language) {
  const Timeline& timeline = page.timeline;
  const Event& event = timeline.linking.events[e];
  const bool contradicted = std::any_of(event.claims.begin(), event.claims.end(),
                                        [&](ClaimRef ref) { return page.in_conflict.count(ref) > 0; });
  const bool disputed = contradicted || timeline.graph.status[e] == EventStatus::disputed;
  const std::string id = picture::anchor("event-", event.id);
  std::string out = disputed ? "<section class=\"event disputed\" id=\"" : "<section class=\"event\" id=\"";
  const Bilingual label = printable(event.label.ar).empty() ? Bilingual{event.type, event.type} : event.label;
  out += id + "\"" + data(page, choices, e) + ">\n<div class=\"head\"><h3>" + both(label) + "</h3> ";
  if (disputed) {
    out += "<span class=\"badge disputed\">\u26A0 " + say("picture.status.disputed") + "</span>";
  } else if (const Window& window = timeline.graph.event_windows[e]; window.earliest || window.latest) {
    out += "<span class=\"badge plain\">" + say([&](Language shown) { return page.dates(shown).window(window); }) +
           "</span>";
  }
  out += "</div>\n<div class=\"scroll\"><table>" + table_head() + "<tbody>\n";
  for (const ClaimRef& ref : event.claims) out += claim_row(page, ref, id, language);
  return out + "</tbody></table></div>\n</section>\n";
}

}  // namespace

std::string events_section(const Page& page, const Choices& choices, Language language) {
  std::string out = "<section id=\"events\">\n<h2>" + say("html.timeline") + "</h2>\n";
  for (const std::size_t e : all_events(page.timeline)) out += event(page, choices, e, language);
  // Filled by the script, with all claims in one table.
  std::string head = table_head();
  head.insert(head.find("<th scope=\"col\">", head.find("</th>")),
              "<th scope=\"col\">" + say("html.column.event") + "</th>");
  return out + "<div class=\"scroll\" id=\"all-claims\" hidden><table>" + head +
         "<tbody></tbody></table></div>\n</section>\n";
}

}  // namespace isnad::html
