// Findings that were accepted before.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

#include "isnad/store.h"
#include "store/fail.h"
#include "store/json.h"

namespace isnad {

Result<std::vector<std::string>> read_baseline(const std::string& path) {
  const Result<std::string> json = read_file(path);
  if (!json) {
    Error error = json.error();
    error.remedy = "write one with: isnad ci --write-baseline --baseline " + path;
    return error;
  }
  const auto parsed = parse_json(*json, path);
  if (!parsed) return parsed.error();
  const rapidjson::Value* findings = member(**parsed, "findings");
  if (findings == nullptr || !findings->IsArray()) {
    return fail(ErrorCode::bad_config, path, "not a baseline: it has no list \"findings\"",
                "write one with: isnad ci --write-baseline");
  }
  std::vector<std::string> ids;
  for (const rapidjson::Value& finding : findings->GetArray()) {
    std::string id = text_of(finding, "id");
    if (id.empty()) return fail(ErrorCode::bad_config, path, "an entry of \"findings\" has no \"id\"");
    ids.push_back(std::move(id));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string baseline_json(const Timeline& timeline) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : timeline.audit.findings) findings.push_back(&finding);
  // By id, so that a baseline under version control changes only where findings do.
  std::sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) { return a->id < b->id; });
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  const auto text = [&writer](std::string_view key, std::string_view value) {
    writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartObject();
  writer.Key("isnad");
  writer.StartObject();
  writer.Key("baseline");
  writer.Int(1);
  writer.EndObject();
  writer.Key("findings");
  writer.StartArray();
  for (const Finding* finding : findings) {
    writer.StartObject();
    text("id", finding->id);
    text("rule", to_string(finding->rule));
    text("message", finding->message.en);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
