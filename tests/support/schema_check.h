// JSON against the schemas of docs/schema.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>
#include <sstream>
#include <string>

namespace isnad::test {

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

/// What is wrong with `json` by docs/schema/NAME.schema.json, or by a published schema of tests/data/schema/NAME.json;
/// empty where it is valid.
inline std::string schema_fault(const std::string& name, const std::string& json) {
  const std::string root = ISNAD_SOURCE_DIR;
  std::string schema_text = read_text(root + "/docs/schema/" + name + ".schema.json");
  if (schema_text.empty()) schema_text = read_text(root + "/tests/data/schema/" + name + ".json");
  rapidjson::Document schema_json;
  schema_json.Parse(schema_text.c_str());
  if (schema_json.HasParseError()) return "the schema " + name + " does not parse";
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (document.HasParseError()) return "no JSON, at byte " + std::to_string(document.GetErrorOffset()) + ": " + json;
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string("breaks \"") + validator.GetInvalidSchemaKeyword() + "\" at " + where.GetString();
}

/// The same for each line.
inline std::string schema_fault_of_lines(const std::string& name, const std::string& lines) {
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    if (const std::string fault = schema_fault(name, line); !fault.empty()) return fault + " in " + line;
  }
  return {};
}

}  // namespace isnad::test
