// Findings that were accepted before.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "isnad/store.h"
#include "store/glob.h"
#include "store/placed_json.h"

namespace isnad {
namespace {

constexpr const char* make_one = "write one with: isnad ci --write-baseline";

/// The id of a finding without the number that tells it from others of the same words: RULE-HASH.
std::string words_of(const Finding& finding) {
  constexpr std::size_t hash_digits = 16;
  return finding.id.substr(0, to_string(finding.rule).size() + 1 + hash_digits);
}

std::optional<Error> read_entry(const SettingsFile& file, const PlacedJson& value, BaselineEntry& entry) {
  if (auto error = file.only(value, "an accepted finding", {"id", "path", "message"})) return error;
  for (const auto& [name, out] :
       {std::pair<const char*, std::string*>{"id", &entry.id}, {"path", &entry.path}, {"message", &entry.message}}) {
    const PlacedJson* found = value.member(name);
    if (found == nullptr) continue;
    if (auto error = file.text(*found, '"' + std::string(name) + '"', *out)) return error;
  }
  return entry.id.empty() ? std::optional(file.wrong(value.at, "an accepted finding has no \"id\"", make_one))
                          : std::nullopt;
}

}  // namespace

Result<Baseline> read_baseline(const std::string& path) {
  const Result<std::string> json = read_file(path);
  if (!json) {
    Error error = json.error();
    error.remedy = "write one with: isnad ci --write-baseline --baseline " + path;
    return error;
  }
  const Result<SettingsFile> file = SettingsFile::parse(*json, path);
  if (!file) return file.error();
  const PlacedJson& root = file->root();
  if (auto error = file->only(root, "a baseline", {"isnad", "findings"})) return *error;
  const PlacedJson* head = root.member("isnad");
  const PlacedJson* schema = head == nullptr ? nullptr : head->member("baseline");
  if (schema == nullptr)
    return file->wrong(root.at, "not a baseline: it has no \"isnad\": {\"baseline\": 1}", make_one);
  if (schema->text != "1") {
    return file->wrong(schema->at, "a baseline of another version of this program: " + schema->text, make_one);
  }
  const PlacedJson* findings = root.member("findings");
  if (findings == nullptr || findings->kind != PlacedJson::Kind::list) {
    return file->wrong(root.at, "not a baseline: it has no list \"findings\"", make_one);
  }
  Baseline baseline;
  baseline.path = path;
  for (const PlacedJson& value : findings->items) {
    baseline.entries.emplace_back();
    if (auto error = read_entry(*file, value, baseline.entries.back())) return *error;
  }
  return baseline;
}

Baseline accept(const Timeline& timeline, const std::vector<std::size_t>& selected, const std::string& path) {
  Baseline out;
  out.path = path;
  for (const std::size_t i : selected) {
    const Finding& finding = timeline.audit.findings[i];
    out.entries.push_back({words_of(finding), seen_from(path, path_of(timeline, finding)), finding.message.en});
  }
  return out;
}

BaselineOutcome compare(const Baseline& baseline, const Timeline& timeline, const std::vector<std::size_t>& selected) {
  // Of findings of the same words, those in the files that the baseline names come first; what it has left stands for
  // articles that were given another name.
  std::map<std::string, std::vector<std::size_t>> entries;
  for (std::size_t e = 0; e < baseline.entries.size(); ++e) entries[baseline.entries[e].id].push_back(e);
  std::vector<bool> accepted(timeline.audit.findings.size(), false);
  const auto take = [&](bool same_path) {
    for (const std::size_t i : selected) {
      if (accepted[i]) continue;
      const Finding& finding = timeline.audit.findings[i];
      const auto found = entries.find(words_of(finding));
      if (found == entries.end()) continue;
      std::vector<std::size_t>& left = found->second;
      const std::string path = same_path ? seen_from(baseline.path, path_of(timeline, finding)) : std::string();
      const auto entry = std::find_if(left.begin(), left.end(),
                                      [&](std::size_t e) { return !same_path || baseline.entries[e].path == path; });
      if (entry == left.end()) continue;
      left.erase(entry);
      accepted[i] = true;
    }
  };
  take(true);
  take(false);
  BaselineOutcome out;
  for (const std::size_t i : selected) {
    if (accepted[i]) {
      ++out.accepted;
    } else {
      out.kept.push_back(i);
    }
  }
  for (const auto& [id, left] : entries) out.stale.insert(out.stale.end(), left.begin(), left.end());
  std::sort(out.stale.begin(), out.stale.end());
  return out;
}

std::string baseline_json(const Baseline& baseline) {
  std::vector<BaselineEntry> entries = baseline.entries;
  // In an order of their own, so that a baseline under version control changes only where findings do.
  std::sort(entries.begin(), entries.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.id, a.path, a.message) < std::tie(b.id, b.path, b.message);
  });
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  const auto text = [&writer](std::string_view key, const std::string& value) {
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
  for (const BaselineEntry& entry : entries) {
    writer.StartObject();
    text("id", entry.id);
    text("path", entry.path);
    text("message", entry.message);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
