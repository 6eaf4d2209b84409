// isnad show-config: the settings in force here.
#include "cli/command.h"
#include "cli/standard_streams.h"
#include "isnad/store.h"
#include "report/json_writer.h"

namespace isnad::cli {
namespace {

void write_list(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  json.key(name);
  json.begin_array();
  for (const std::string& value : values) json.value(value);
  json.end_array();
}

void run(Session& session) {
  const Result<Settings> settings = find_settings(".");
  if (!settings) {
    session.fail(settings.error());
    return;
  }
  JsonWriter json(JsonLayout::pretty);
  json.begin_object();
  json.key("file");
  if (settings->path.empty()) {
    json.null();
  } else {
    json.value(settings->path);
  }
  write_list(json, "corpus", settings->corpus);
  write_list(json, "ignore", settings->ignore);
  json.key("rules");
  json.begin_object();
  // Every rule with the level it has here.
  for (std::size_t i = 0; i < finding_rule_count; ++i) {
    const auto rule = static_cast<FindingRule>(i);
    RuleSetting here{std::string(to_string(rule)), std::string(to_string(describe(rule).level)), {}};
    for (const RuleSetting& setting : settings->rules) {
      if (setting.rule != here.rule) continue;
      if (!setting.level.empty()) here.level = setting.level;
      here.ignore = setting.ignore;
    }
    json.key(here.rule);
    json.begin_object();
    json.member("level", here.level);
    write_list(json, "ignore", here.ignore);
    json.end_object();
  }
  json.end_object();
  json.key("sources");
  json.begin_object();
  for (const SourceSetting& setting : settings->sources) json.member(setting.source, to_string(setting.credibility));
  json.end_object();
  json.member("baseline", settings->baseline);
  json.member("suppressions", settings->suppressions);
  json.member("fail_on", settings->fail_on);
  write_list(json, "outputs", settings->outputs);
  json.member("lang", session.language() == Language::ar ? "ar" : "en");
  json.member("jobs", session.jobs());
  json.member("color", session.color());
  json.end_object();
  if (const Result<bool> written = write_output(json.result() + "\n"); !written) session.fail(written.error());
}

}  // namespace

void add_show_config(CommandLine& line) { static_cast<void>(line.add("show-config", run)); }

}  // namespace isnad::cli
