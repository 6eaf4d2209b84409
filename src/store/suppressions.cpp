// Findings that were looked at and are to stay: told in a file of their own, because articles are never edited.
#include "isnad/calendar.h"
#include "isnad/store.h"
#include "store/glob.h"
#include "store/placed_json.h"

namespace isnad {
namespace {

std::optional<Error> read_entry(const SettingsFile& file, const PlacedJson& value, Suppression& entry) {
  if (auto error = file.only(value, "a suppression", {"finding", "rule", "path", "reason", "until"})) return error;
  entry.place = file.place(value.at);
  const auto text = [&](std::string_view name, std::string& out) -> std::optional<Error> {
    const PlacedJson* found = value.member(name);
    if (found == nullptr) return std::nullopt;
    if (auto error = file.text(*found, '"' + std::string(name) + '"', out)) return error;
    if (out.find_first_not_of(' ') != std::string::npos) return std::nullopt;
    return file.wrong(found->at, '"' + std::string(name) + "\" is empty");
  };
  std::string until;
  for (const auto& [name, out] : {std::pair<const char*, std::string*>{"finding", &entry.finding},
                                  {"rule", &entry.rule},
                                  {"path", &entry.path},
                                  {"reason", &entry.reason},
                                  {"until", &until}}) {
    if (auto error = text(name, *out)) return error;
  }
  if (entry.reason.empty()) {
    return file.wrong(value.at, "a suppression has no \"reason\"", "say why the finding may stay");
  }
  if (entry.finding.empty() && entry.rule.empty() && entry.path.empty()) {
    return file.wrong(value.at, "a suppression names nothing",
                      "give it a \"finding\" (the id in --format json), a \"rule\" or a \"path\"");
  }
  if (!entry.rule.empty() && !finding_rule(entry.rule)) {
    return file.wrong(value.member("rule")->at, "there is no rule \"" + entry.rule + '"', "isnad explain lists them");
  }
  if (!until.empty()) {
    entry.until = parse_iso_day(until);
    if (!entry.until) {
      return file.wrong(value.member("until")->at, "\"until\" is no day: \"" + until + '"', "write it as 2025-06-30");
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Suppressions> parse_suppressions(std::string_view json, const std::string& path) {
  const Result<SettingsFile> file = SettingsFile::parse(json, path);
  if (!file) return file.error();
  const PlacedJson& root = file->root();
  if (auto error = file->only(root, "a file of suppressions", {"$schema", "suppressions"})) return *error;
  const PlacedJson* list = root.member("suppressions");
  if (list == nullptr || list->kind != PlacedJson::Kind::list) {
    return file->wrong(root.at, "there is no list \"suppressions\"",
                       "write {\"suppressions\": [{\"finding\": \"...\", \"reason\": \"...\"}]}");
  }
  Suppressions out;
  out.path = path;
  for (const PlacedJson& value : list->items) {
    out.entries.emplace_back();
    if (auto error = read_entry(*file, value, out.entries.back())) return *error;
  }
  return out;
}

SuppressionOutcome suppress(const Suppressions& suppressions, const Timeline& timeline,
                            const std::vector<std::size_t>& selected, Day today) {
  std::vector<Glob> globs;
  for (const Suppression& entry : suppressions.entries) globs.emplace_back(entry.path);
  std::vector<bool> used(globs.size(), false);
  SuppressionOutcome out;
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    const std::string path = seen_from(suppressions.path, path_of(timeline, finding));
    bool stays = true;
    for (std::size_t e = 0; e < suppressions.entries.size(); ++e) {
      const Suppression& entry = suppressions.entries[e];
      if (!entry.finding.empty() && entry.finding != finding.id) continue;
      if (!entry.rule.empty() && entry.rule != to_string(finding.rule)) continue;
      if (!entry.path.empty() && !globs[e].covers(path)) continue;
      used[e] = true;
      if (!entry.until || today <= *entry.until) stays = false;
    }
    if (stays) {
      out.kept.push_back(i);
    } else {
      ++out.suppressed;
    }
  }
  for (std::size_t e = 0; e < used.size(); ++e) {
    const Suppression& entry = suppressions.entries[e];
    if (entry.until && *entry.until < today) {
      out.expired.push_back(e);
    } else if (!used[e]) {
      out.unused.push_back(e);
    }
  }
  return out;
}

}  // namespace isnad
