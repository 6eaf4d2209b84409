// isnad.json: read strictly, because a misspelt key that is silently ignored turns a check off.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "isnad/store.h"
#include "store/fail.h"
#include "store/glob.h"
#include "store/placed_json.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < finding_rule_count; ++i) names.push_back(to_string(static_cast<FindingRule>(i)));
  return names;
}

std::optional<Error> read_rule(const SettingsFile& file, const PlacedJson& value, RuleSetting& rule) {
  if (auto error = file.only(value, "a rule", {"level", "ignore"})) return error;
  if (const PlacedJson* level = value.member("level")) {
    if (auto error = file.text(*level, "\"level\"", rule.level, {"error", "warning", "note", "off"})) return error;
  }
  if (const PlacedJson* ignore = value.member("ignore")) return file.texts(*ignore, "\"ignore\"", rule.ignore);
  return std::nullopt;
}

std::optional<Error> read_rules(const SettingsFile& file, const PlacedJson& value, Settings& settings) {
  if (auto error = file.only(value, "\"rules\"", rule_names())) return error;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    settings.rules.push_back({value.keys[i].name, {}, {}});
    if (auto error = read_rule(file, value.items[i], settings.rules.back())) return error;
  }
  return std::nullopt;
}

std::optional<Error> read_sources(const SettingsFile& file, const PlacedJson& value, Settings& settings) {
  if (value.kind != PlacedJson::Kind::object) return file.wrong(value.at, "\"sources\" must be an object");
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    std::string level;
    if (auto error = file.text(value.items[i], "the credibility of a source", level, {"low", "normal", "high"}))
      return error;
    for (const Credibility c : {Credibility::low, Credibility::normal, Credibility::high})
      if (to_string(c) == level) settings.sources.push_back({value.keys[i].name, c});
  }
  return std::nullopt;
}

std::optional<Error> read_settings(const SettingsFile& file, Settings& settings) {
  const PlacedJson& root = file.root();
  if (auto error = file.only(
          root, "isnad.json",
          {"$schema", "corpus", "ignore", "rules", "sources", "baseline", "suppressions", "fail_on", "outputs"})) {
    return error;
  }
  for (std::size_t i = 0; i < root.items.size(); ++i) {
    const std::string& key = root.keys[i].name;
    const PlacedJson& value = root.items[i];
    const std::string what = fmt::format("\"{}\"", key);
    std::optional<Error> error;
    std::string unused;
    if (key == "corpus") error = file.texts(value, what, settings.corpus);
    if (key == "ignore") error = file.texts(value, what, settings.ignore);
    if (key == "outputs") error = file.texts(value, what, settings.outputs);
    if (key == "rules") error = read_rules(file, value, settings);
    if (key == "sources") error = read_sources(file, value, settings);
    if (key == "baseline") error = file.text(value, what, settings.baseline);
    if (key == "suppressions") error = file.text(value, what, settings.suppressions);
    if (key == "fail_on") error = file.text(value, what, settings.fail_on, {"error", "warning", "note", "never"});
    if (key == "$schema") error = file.text(value, what, unused);
    if (error) return error;
  }
  return std::nullopt;
}

std::optional<Level> level_of(std::string_view name) {
  for (const Level level : {Level::note, Level::warning, Level::error}) {
    if (to_string(level) == name) return level;
  }
  return std::nullopt;
}

/// The host of a URL, without "www."; empty where it has none.
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

}  // namespace

Result<Settings> parse_settings(std::string_view json, const std::string& path) {
  const Result<SettingsFile> file = SettingsFile::parse(json, path);
  if (!file) return file.error();
  Settings settings;
  settings.path = path;
  if (auto error = read_settings(*file, settings)) return *error;
  return settings;
}

Result<Settings> find_settings(const std::string& folder) {
  std::error_code failure;
  fs::path at = fs::absolute(folder, failure);
  if (failure) return fail(ErrorCode::unreadable, folder, "cannot be read: " + failure.message());
  for (at = at.lexically_normal();; at = at.parent_path()) {
    const fs::path candidate = at / "isnad.json";
    if (fs::exists(candidate, failure)) {
      const Result<std::string> json = read_file(candidate.string());
      if (!json) return json.error();
      return parse_settings(*json, candidate.string());
    }
    if (!at.has_relative_path()) return Settings{};
  }
}

void apply_source_settings(std::vector<RawArticle>& articles, const Settings& settings) {
  for (const SourceSetting& setting : settings.sources) {
    const Glob paths(setting.source);
    for (RawArticle& article : articles) {
      DocumentSource& source = article.source;
      const bool fits = source.publisher == setting.source || host_of(source.url) == setting.source ||
                        (!source.path.empty() && paths.covers(seen_from(settings.path, source.path)));
      if (fits) source.credibility = setting.credibility;
    }
  }
}

void apply_rule_settings(Timeline& timeline, const Settings& settings) {
  std::vector<Finding>& findings = timeline.audit.findings;
  for (const RuleSetting& rule : settings.rules) {
    const std::optional<Level> level = level_of(rule.level);
    std::vector<Glob> ignore;
    for (const std::string& pattern : rule.ignore) ignore.emplace_back(pattern);
    std::erase_if(findings, [&](Finding& finding) {
      if (to_string(finding.rule) != rule.rule) return false;
      if (level) finding.level = *level;
      const std::string path = seen_from(settings.path, path_of(timeline, finding));
      return rule.level == "off" ||
             std::any_of(ignore.begin(), ignore.end(), [&path](const Glob& glob) { return glob.covers(path); });
    });
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.level > b.level; });
}

const std::string& path_of(const Timeline& timeline, const Finding& finding) {
  return timeline.documents[index(finding.evidence.front().span.document)].document.source.path;
}

}  // namespace isnad
