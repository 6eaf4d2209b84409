#include "report/json_values.h"

#include "isnad/calendar.h"
#include "isnad/messages.h"
#include "isnad/report.h"

namespace isnad {
namespace {

void write_instant(JsonWriter& json, std::string_view name, const std::optional<Instant>& instant) {
  json.key(name);
  if (instant) {
    json.value(rfc3339(*instant));
  } else {
    json.null();
  }
}

void write_time(JsonWriter& json, const std::string& date, const Window& hull) {
  json.key("edtf");
  if (date.empty()) {
    json.null();
  } else {
    json.value(date);
  }
  write_instant(json, "earliest", hull.earliest);
  write_instant(json, "latest", hull.latest);
}

std::string_view origin_name(PublicationOrigin origin) {
  switch (origin) {
    case PublicationOrigin::given:
      return "given";
    case PublicationOrigin::stated:
      return "stated";
    case PublicationOrigin::inferred:
      return "inferred";
    case PublicationOrigin::unknown:
      break;
  }
  return "unknown";
}

std::string source_json(const DocumentSource& source) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member_if("url", source.url);
  json.member_if("title", source.title);
  json.member_if("publisher", source.publisher);
  json.member_if("published", source.published);
  json.end_object();
  return json.result();
}

std::string body_json(const Document& document) {
  JsonWriter json(JsonLayout::line);
  json.begin_array();
  for (const Block& block : document.blocks) {
    if (block.role != Role::body) continue;
    json.begin_array();
    json.value(block.begin.value);
    json.value(block.end.value);
    json.end_array();
  }
  json.end_array();
  return json.result();
}

std::string speaker_json(const Speaker& speaker, const Document& document) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("name", speaker.name);
  json.member("kind", to_string(speaker.kind));
  json.member_if("cue", speaker.cue);
  if (!speaker.span.empty()) {
    json.key("span");
    json.raw(span_json(speaker.span, document));
  }
  json.end_object();
  return json.result();
}

std::string when_json(const ClaimWhen& when, const Claim& claim) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  const bool dated = when.domain && !when.domain->empty();
  write_time(json, when.edtf, dated ? when.domain->hull() : Window{});
  json.member("relation", to_string(claim.time.relation));
  json.member("text", when.text);
  json.end_object();
  return json.result();
}

void write_derivation(JsonWriter& json, std::string_view name, const std::vector<Bilingual>& steps, Language language) {
  json.key(name);
  json.begin_array();
  for (const Bilingual& step : steps) json.value(in(step, language));
  json.end_array();
}

void write_evidence(JsonWriter& json, const Evidence& evidence, const Timeline& timeline) {
  const Document& document = document_of(timeline, evidence.span.document);
  const LineColumn at = place(document, evidence.span.begin);
  json.begin_object();
  json.member("document", document.source.id);
  json.member("path", document.source.path);
  json.member("begin", evidence.span.begin.value);
  json.member("end", evidence.span.end.value);
  json.member("line", at.line);
  json.member("column", at.column);
  json.member("text", slice(document.text, evidence.span));
  if (evidence.claim) json.member("claim", claim_of(timeline, *evidence.claim).id);
  json.key("label");
  json.raw(bilingual_json(evidence.label));
  json.member_if("attribution", evidence.attribution);
  if (!evidence.derivation.empty()) {
    write_derivation(json, "derivation", evidence.derivation, Language::en);
    write_derivation(json, "derivation_ar", evidence.derivation, Language::ar);
  }
  json.end_object();
}

}  // namespace

std::string title_of(const Document& document) {
  if (!document.source.title.empty()) return document.source.title;
  for (const Block& block : document.blocks) {
    if (block.role == Role::headline) {
      return document.text.substr(block.begin.value, block.end - block.begin);
    }
  }
  return {};
}

void write_head(JsonWriter& json) {
  json.begin_object();
  json.member("schema", json_schema_version);
  json.member("version", version);
  json.end_object();
}

const Claim& claim_of(const Timeline& timeline, ClaimRef ref) {
  return timeline.documents[index(ref.document)].claims[ref.claim];
}

const Document& document_of(const Timeline& timeline, DocumentIndex document) {
  return timeline.documents[index(document)].document;
}

std::string span_json(const SourceSpan& span, const Document& document) {
  const LineColumn at = place(document, span.begin);
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("document", document.source.id);
  json.member("begin", span.begin.value);
  json.member("end", span.end.value);
  json.member("line", at.line);
  json.member("column", at.column);
  json.end_object();
  return json.result();
}

std::string bilingual_json(const Bilingual& text) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("ar", text.ar);
  json.member("en", text.en);
  json.end_object();
  return json.result();
}

std::string date_of(const DocumentAnalysis& analysis, const Claim& claim, const std::optional<TimeDomain>& domain) {
  if (!domain || domain->empty() || domain->hull() == Window{}) return {};
  if (claim.time.timex && claim.time.relation == TimeRelation::at)
    if (const Timex& timex = analysis.timexes[*claim.time.timex]; timex.domain == domain) return edtf(timex);
  return edtf(*domain);
}

std::string date_of(const Timeline& timeline, ClaimRef ref) {
  return date_of(timeline.documents[index(ref.document)], claim_of(timeline, ref),
                 timeline.graph.dated[index(ref.document)][ref.claim].domain);
}

void write_time(JsonWriter& json, const Window& window) {
  const bool open = !window.earliest && !window.latest;
  write_time(json, open ? std::string() : edtf(window), window);
}

void write_document(JsonWriter& json, const Document& document, const Publication& publication, const Window& window) {
  json.begin_object();
  json.member("id", document.source.id);
  json.member("path", document.source.path);
  json.member("language", document.language);
  json.member("title", title_of(document));
  json.key("source");
  json.raw(source_json(document.source));
  json.key("published");
  json.begin_object();
  const bool open = !window.earliest && !window.latest;
  write_time(json, open ? "XXXX-XX-XX" : edtf(window), window);  // EDTF's "some day"
  json.member("origin", origin_name(publication.origin));
  if (publication.evidence) {
    json.key("evidence");
    json.raw(span_json(*publication.evidence, document));
  }
  json.end_object();
  json.key("body");
  json.raw(body_json(document));
  json.member("text", document.text);
  json.end_object();
}

void write_claim(JsonWriter& json, const Claim& claim, const Document& document, const ClaimWhen& when,
                 std::string_view event) {
  json.begin_object();
  json.member("id", claim.id);
  json.member("document", document.source.id);
  json.key("event");
  if (event.empty()) {
    json.null();
  } else {
    json.value(event);
  }
  json.member("type", claim.type);
  json.member("trigger", slice(document.text, claim.trigger));
  json.key("participants");
  json.begin_array();
  for (const Participant& participant : claim.participants) {
    JsonWriter line(JsonLayout::line);
    line.begin_object();
    line.member("role", participant.role);
    line.member("name", participant.name);
    line.member_if("id", participant.entity);
    line.end_object();
    json.raw(line.result());
  }
  json.end_array();
  json.key("when");
  if (when.domain || !when.text.empty()) {
    json.raw(when_json(when, claim));
  } else {
    json.null();
  }
  json.member("polarity", to_string(claim.polarity));
  json.member("modality", to_string(claim.modality));
  json.key("attribution");
  json.begin_array();
  for (const Speaker& speaker : claim.attribution) json.raw(speaker_json(speaker, document));
  json.end_array();
  json.key("span");
  json.raw(span_json(claim.span, document));
  json.member("text", slice(document.text, claim.span));
  json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const Timeline& timeline) {
  json.begin_object();
  json.member("id", finding.id);
  json.member("rule", to_string(finding.rule));
  json.member("level", to_string(finding.level));
  json.key("message");
  json.raw(bilingual_json(finding.message));
  if (finding.event) json.member("event", timeline.linking.events[*finding.event].id);
  json.key("evidence");
  json.begin_array();
  for (const Evidence& evidence : finding.evidence) write_evidence(json, evidence, timeline);
  json.end_array();
  write_derivation(json, "reasoning", finding.reasoning, Language::en);
  write_derivation(json, "reasoning_ar", finding.reasoning, Language::ar);
  if (finding.repair) {
    json.key("repair");
    json.begin_object();
    json.key("drop");
    json.begin_array();
    for (const ClaimRef& ref : finding.repair->drop) json.value(claim_of(timeline, ref).id);
    json.end_array();
    json.member_if("instead", finding.repair->instead);
    json.end_object();
  }
  json.end_object();
}

}  // namespace isnad
