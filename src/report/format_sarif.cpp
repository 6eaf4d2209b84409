// SARIF 2.1.0 (OASIS, 2020): findings for code hosts and editors.
#include "isnad/report.h"
#include "report/escape.h"
#include "report/finding_summary.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {
namespace {

std::string text_json(std::string_view text) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("text", text);
  json.end_object();
  return json.result();
}

void write_rules(JsonWriter& json, Language language) {
  json.key("rules");
  json.begin_array();
  for (std::size_t i = 0; i < finding_rule_count; ++i) {
    const RuleDescription& rule = describe(static_cast<FindingRule>(i));
    const auto text = [&json](std::string_view name, const std::string& content) {
      json.key(name);
      json.raw(text_json(content));
    };
    json.begin_object();
    json.member("id", to_string(rule.rule));
    text("shortDescription", in(rule.summary, language));
    text("fullDescription", in(rule.explanation, language));
    text("help", in(rule.explanation, language) + "\n\n" + in(rule.bad, language) + "\n\n" + in(rule.good, language));
    json.key("defaultConfiguration");
    json.begin_object();
    json.member("level", to_string(rule.level));
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

std::string region_json(const SourceSpan& span, const Document& document) {
  const Region region = region_of(span, document);
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("startLine", region.begin.line);
  json.member("startColumn", region.begin.column);
  json.member("endLine", region.end.line);
  json.member("endColumn", region.end.column);
  json.key("snippet");
  json.raw(text_json(slice(document.text, span)));
  json.end_object();
  return json.result();
}

/// The members of a location, within an open object.
void write_location(JsonWriter& json, const Evidence& evidence, const Timeline& timeline, Language language) {
  const Document& document = document_of(timeline, evidence.span.document);
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  json.member("uri", uri_of(document.source));
  json.end_object();
  // A place in a text that was taken out of the file would mark something else.
  if (places_hold(document.source)) {
    json.key("region");
    json.raw(region_json(evidence.span, document));
  }
  json.end_object();
  json.key("logicalLocations");
  json.begin_array();
  json.begin_object();
  json.member("name", document.source.id);
  json.end_object();
  json.end_array();
  std::string text = printable(in(evidence.label, language));
  for (const Bilingual& step : evidence.derivation) text += (text.empty() ? "" : "; ") + printable(in(step, language));
  if (!text.empty()) {
    json.key("message");
    json.raw(text_json(text));
  }
}

void write_result(JsonWriter& json, const Finding& finding, const Timeline& timeline, Language language) {
  json.begin_object();
  json.member("ruleId", to_string(finding.rule));
  json.member("ruleIndex", static_cast<std::int64_t>(finding.rule));
  json.member("level", to_string(finding.level));
  json.key("message");
  json.raw(text_json(finding_summary(timeline, finding, language)));
  json.key("locations");
  json.begin_array();
  json.begin_object();
  write_location(json, finding.evidence.front(), timeline, language);
  json.end_object();
  json.end_array();
  json.key("relatedLocations");
  json.begin_array();
  for (std::size_t i = 1; i < finding.evidence.size(); ++i) {
    json.begin_object();
    json.member("id", i);
    write_location(json, finding.evidence[i], timeline, language);
    json.end_object();
  }
  json.end_array();
  json.key("partialFingerprints");
  json.begin_object();
  json.member("isnadFinding/v1", finding.id);
  json.end_object();
  json.end_object();
}

}  // namespace

std::string findings_sarif(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language) {
  JsonWriter json(JsonLayout::pretty);
  json.begin_object();
  json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.member("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.member("name", "isnad");
  json.member("version", version);
  json.member("semanticVersion", version);
  write_rules(json, language);
  json.end_object();
  json.end_object();
  json.member("language", language == Language::ar ? "ar" : "en-US");
  json.member("columnKind", "unicodeCodePoints");
  json.key("results");
  json.begin_array();
  for (const std::size_t i : selected) write_result(json, timeline.audit.findings[i], timeline, language);
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  return json.result() + "\n";
}

}  // namespace isnad
