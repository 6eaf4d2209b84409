// The timeline as JSON and as JSON Lines; and the claims of one article, the map step.
#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/json_values.h"

namespace isnad {
namespace {

/// The id of each claim's event, by document and claim; empty where it belongs to none.
std::vector<std::vector<std::string_view>> events_of_claims(const Timeline& timeline) {
  std::vector<std::vector<std::string_view>> out;
  for (const DocumentAnalysis& analysis : timeline.documents) out.emplace_back(analysis.claims.size());
  for (const Event& event : timeline.linking.events) {
    for (const ClaimRef& ref : event.claims) out[index(ref.document)][ref.claim] = event.id;
  }
  return out;
}

void write_document(JsonWriter& json, const Timeline& timeline, std::size_t document) {
  write_document(json, timeline.documents[document].document, timeline.graph.publications[document],
                 timeline.graph.publication_windows[document]);
}

void write_event(JsonWriter& json, const Timeline& timeline, std::size_t number) {
  const Event& event = timeline.linking.events[number];
  json.begin_object();
  json.member("id", event.id);
  json.member("type", event.type);
  json.key("label");
  json.raw(bilingual_json(event.label));
  json.key("participants");
  json.begin_array();
  for (const Participant& participant : event.participants) {
    JsonWriter line(JsonLayout::line);
    line.begin_object();
    line.member("role", participant.role);
    line.member("name", participant.name);
    line.member_if("id", participant.entity);
    line.end_object();
    json.raw(line.result());
  }
  json.end_array();
  json.key("window");
  JsonWriter window(JsonLayout::line);
  window.begin_object();
  write_time(window, timeline.graph.event_windows[number]);
  window.end_object();
  json.raw(window.result());
  json.member("status", to_string(timeline.graph.status[number]));
  json.member("origins", timeline.audit.origins[number].count);
  json.key("claims");
  json.begin_array();
  for (const ClaimRef& ref : event.claims) json.value(claim_of(timeline, ref).id);
  json.end_array();
  json.end_object();
}

std::string relation_json(const Timeline& timeline, const Relation& relation) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("from", timeline.linking.events[relation.from].id);
  json.member("to", timeline.linking.events[relation.to].id);
  json.member("kind", relation.kind);
  if (relation.claim) json.member("claim", claim_of(timeline, *relation.claim).id);
  json.end_object();
  return json.result();
}

ClaimWhen when_of(const Timeline& timeline, std::size_t document, std::size_t claim) {
  const DatedClaim& dated = timeline.graph.dated[document][claim];
  const DocumentAnalysis& analysis = timeline.documents[document];
  return {dated.domain, date_of(analysis, analysis.claims[claim], dated.domain), dated.text};
}

/// Calls `action(document, claim, event id)` for every claim, in order of document and position.
template <class Action>
void for_each_claim(const Timeline& timeline, Action action) {
  const auto events = events_of_claims(timeline);
  for (std::size_t d = 0; d < timeline.documents.size(); ++d) {
    for (std::size_t c = 0; c < timeline.documents[d].claims.size(); ++c) action(d, c, events[d][c]);
  }
}

/// {"NAME":VALUE} and a line end.
template <class Write>
void add_line(std::string& out, std::string_view name, Write write) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.key(name);
  write(json);
  json.end_object();
  out += json.result();
  out += '\n';
}

}  // namespace

std::string timeline_json(const Timeline& timeline) {
  JsonWriter json(JsonLayout::pretty);
  const auto list = [&json](std::string_view name, std::size_t size, auto write) {
    json.key(name);
    json.begin_array();
    for (std::size_t i = 0; i < size; ++i) write(i);
    json.end_array();
  };
  json.begin_object();
  json.key("isnad");
  write_head(json);
  list("documents", timeline.documents.size(), [&](std::size_t i) { write_document(json, timeline, i); });
  json.key("claims");
  json.begin_array();
  for_each_claim(timeline, [&](std::size_t d, std::size_t c, std::string_view event) {
    write_claim(json, timeline.documents[d].claims[c], timeline.documents[d].document, when_of(timeline, d, c), event);
  });
  json.end_array();
  list("events", timeline.linking.events.size(), [&](std::size_t i) { write_event(json, timeline, i); });
  list("relations", timeline.graph.relations.size(),
       [&](std::size_t i) { json.raw(relation_json(timeline, timeline.graph.relations[i])); });
  list("findings", timeline.audit.findings.size(),
       [&](std::size_t i) { write_finding(json, timeline.audit.findings[i], timeline); });
  json.end_object();
  return json.result() + "\n";
}

std::string timeline_jsonl(const Timeline& timeline) {
  std::string out;
  add_line(out, "isnad", write_head);
  for (std::size_t d = 0; d < timeline.documents.size(); ++d) {
    add_line(out, "document", [&](JsonWriter& json) { write_document(json, timeline, d); });
  }
  for_each_claim(timeline, [&](std::size_t d, std::size_t c, std::string_view event) {
    add_line(out, "claim", [&](JsonWriter& json) {
      write_claim(json, timeline.documents[d].claims[c], timeline.documents[d].document, when_of(timeline, d, c),
                  event);
    });
  });
  for (std::size_t i = 0; i < timeline.linking.events.size(); ++i) {
    add_line(out, "event", [&](JsonWriter& json) { write_event(json, timeline, i); });
  }
  for (const Relation& relation : timeline.graph.relations) {
    add_line(out, "relation", [&](JsonWriter& json) { json.raw(relation_json(timeline, relation)); });
  }
  for (const Finding& finding : timeline.audit.findings) {
    add_line(out, "finding", [&](JsonWriter& json) { write_finding(json, finding, timeline); });
  }
  return out;
}

std::string claims_jsonl(const DocumentAnalysis& analysis) {
  std::string out;
  const Publication& publication = analysis.publication;
  Window window;
  if (publication.day) {
    window = window_of(*publication.day);
  } else if (publication.domain) {
    window = publication.domain->hull();
  }
  add_line(out, "document", [&](JsonWriter& json) { write_document(json, analysis.document, publication, window); });
  for (const Claim& claim : analysis.claims) {
    ClaimWhen when;
    if (claim.time.timex) {
      const Timex& timex = analysis.timexes[*claim.time.timex];
      when = {timex.domain, date_of(analysis, claim, timex.domain),
              std::string(slice(analysis.document.text, timex.span))};
    }
    add_line(out, "claim", [&](JsonWriter& json) { write_claim(json, claim, analysis.document, when, {}); });
  }
  return out;
}

}  // namespace isnad
