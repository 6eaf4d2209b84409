// Events as schema.org Events (JSON-LD 1.1).
//
// A date stands there only where no claim contradicts another and the event fits into one day: schema.org has no word
// for "between", and a window after a repair would take sides. All else is said in the description, claim by claim.
#include <algorithm>
#include <set>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/escape.h"
#include "report/json_values.h"
#include "report/json_writer.h"
#include "report/picture_model.h"

namespace isnad {
namespace {

bool is_disputed(const Timeline& timeline, std::size_t e, const std::set<ClaimRef>& contradicted) {
  const auto& claims = timeline.linking.events[e].claims;
  return timeline.graph.status[e] == EventStatus::disputed ||
         std::any_of(claims.begin(), claims.end(), [&](ClaimRef ref) { return contradicted.count(ref) > 0; });
}

/// "ARTICLE < SPEAKER: DATE: words", a claim a line.
std::string description(const Timeline& timeline, const Event& event) {
  constexpr std::size_t longest = 300;
  std::string out;
  for (const ClaimRef& ref : event.claims) {
    const Claim& claim = claim_of(timeline, ref);
    const Document& document = document_of(timeline, ref.document);
    if (!out.empty()) out += "\n";
    out += printable(document.source.id);
    for (const Speaker& speaker : claim.attribution) out += " < " + printable(speaker.name);
    if (const std::string date = date_of(timeline, ref); !date.empty()) out += ": " + date;
    out += ": " + shortened(printable(slice(document.text, claim.span)), longest);
  }
  return out;
}

void write_articles(JsonWriter& json, const Timeline& timeline, const Event& event) {
  std::set<std::uint32_t> documents;
  for (const ClaimRef& ref : event.claims) documents.insert(static_cast<std::uint32_t>(index(ref.document)));
  json.key("subjectOf");
  json.begin_array();
  for (const std::uint32_t d : documents) {
    const Document& document = timeline.documents[d].document;
    json.begin_object();
    json.member("@type", "NewsArticle");
    json.member("identifier", printable(document.source.id));
    json.member_if("headline", printable(title_of(document)));
    json.member_if("url", printable(document.source.url));
    json.member_if("inLanguage", document.language);
    if (!document.source.publisher.empty()) {
      json.key("publisher");
      json.begin_object();
      json.member("@type", "Organization");
      json.member("name", printable(document.source.publisher));
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string timeline_jsonld(const Timeline& timeline, Language language) {
  std::set<ClaimRef> contradicted;
  for (const Finding& finding : timeline.audit.findings) {
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.claim && picture::contradicts(finding)) contradicted.insert(*evidence.claim);
    }
  }
  JsonWriter json(JsonLayout::pretty);
  json.begin_object();
  json.member("@context", "https://schema.org");
  json.key("@graph");
  json.begin_array();
  for (std::size_t e = 0; e < timeline.linking.events.size(); ++e) {
    const Event& event = timeline.linking.events[e];
    const Window& window = timeline.graph.event_windows[e];
    const bool disputed = is_disputed(timeline, e, contradicted);
    json.begin_object();
    json.member("@type", "Event");
    json.member("@id", "#" + picture::anchor("event-", event.id));
    json.member("name", printable(in(event.label, language)));
    if (!disputed && window.bounded() && day_of(*window.earliest) == day_of(*window.latest)) {
      json.member("startDate", rfc3339(*window.earliest).substr(0, 10));
    }
    const std::string said = description(timeline, event);
    json.member("description", disputed ? message(language, "picture.status.disputed") + "\n" + said : said);
    for (const Participant& participant : event.participants) {
      if (participant.role != "place" || participant.name.empty()) continue;
      json.key("location");
      json.begin_object();
      json.member("@type", "Place");
      json.member("name", printable(participant.name));
      json.end_object();
      break;
    }
    write_articles(json, timeline, event);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.result() + "\n";
}

}  // namespace isnad
