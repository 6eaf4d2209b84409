// Findings alone, as JSON and as JSON Lines.
#include "isnad/report.h"
#include "report/json_values.h"

namespace isnad {

std::string findings_json(const Timeline& timeline, const std::vector<std::size_t>& selected) {
  JsonWriter json(JsonLayout::pretty);
  json.begin_object();
  json.key("isnad");
  write_head(json);
  json.key("findings");
  json.begin_array();
  for (const std::size_t i : selected) write_finding(json, timeline.audit.findings[i], timeline);
  json.end_array();
  json.end_object();
  return json.result() + "\n";
}

std::string findings_jsonl(const Timeline& timeline, const std::vector<std::size_t>& selected) {
  std::string out;
  for (const std::size_t i : selected) {
    JsonWriter json(JsonLayout::line);
    write_finding(json, timeline.audit.findings[i], timeline);
    out += json.result();
    out += '\n';
  }
  return out;
}

}  // namespace isnad
