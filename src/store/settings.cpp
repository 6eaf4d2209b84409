// isnad.json: read strictly, because a misspelt key that is silently ignored turns a check off.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "isnad/store.h"
#include "store/fail.h"
#include "store/text_place.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> known_keys{"$schema",  "corpus",  "ignore", "levels",
                                                     "baseline", "fail_on", "outputs"};
constexpr std::array<std::string_view, 4> level_names{"error", "warning", "note", "off"};
constexpr std::array<std::string_view, 4> fail_on_names{"error", "warning", "note", "never"};

bool one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Receives the events of the parser; the first that means nothing ends the reading.
class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  explicit Handler(Settings& settings) : settings_(settings) {}

  bool Default() { return wrong("a string is expected here", {}); }
  bool Null() { return Default(); }

  bool StartObject() {
    if (depth_ == 0 || (depth_ == 1 && key_ == "levels")) return enter();
    return wrong(unexpected("an object"), {});
  }
  bool EndObject(rapidjson::SizeType) { return leave(); }

  bool StartArray() {
    if (depth_ == 1 && (key_ == "corpus" || key_ == "ignore" || key_ == "outputs")) return enter();
    return wrong(depth_ == 0 ? "settings must be one JSON object" : unexpected("a list"), {});
  }
  bool EndArray(rapidjson::SizeType) { return leave(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string name(text, size);
    if (depth_ == 2) {
      rule_ = name;
      if (finding_rule(name)) return true;
      std::vector<std::string_view> rules;
      for (std::size_t i = 0; i < finding_rule_count; ++i) rules.push_back(to_string(static_cast<FindingRule>(i)));
      return wrong(fmt::format("there is no rule \"{}\"", name),
                   fmt::format("the rules are {}", fmt::join(rules, ", ")));
    }
    key_ = name;
    if (one_of(name, known_keys)) return true;
    return wrong(fmt::format("unknown setting \"{}\"", name),
                 fmt::format("the settings are {}", fmt::join(known_keys.begin() + 1, known_keys.end(), ", ")));
  }

  bool String(const char* text, rapidjson::SizeType size, bool) {
    std::string value(text, size);
    if (depth_ == 0) return wrong("settings must be one JSON object", {});
    if (depth_ == 2) {
      if (key_ == "levels") return level(std::move(value));
      list().push_back(std::move(value));
      return true;
    }
    if (key_ == "baseline") {
      settings_.baseline = std::move(value);
    } else if (key_ == "fail_on") {
      if (!one_of(value, fail_on_names)) {
        return wrong(fmt::format("\"{}\" is no level to fail on", value),
                     fmt::format("use one of {}", fmt::join(fail_on_names, ", ")));
      }
      settings_.fail_on = std::move(value);
    } else if (key_ != "$schema") {
      return wrong(unexpected("a string"), {});
    }
    return true;
  }

  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const std::string& remedy() const { return remedy_; }

 private:
  bool enter() {
    ++depth_;
    return true;
  }
  bool leave() {
    --depth_;
    return true;
  }
  bool wrong(std::string message, std::string remedy) {
    message_ = std::move(message);
    remedy_ = std::move(remedy);
    return false;
  }
  [[nodiscard]] std::string unexpected(std::string_view what) const {
    return fmt::format("{} does not belong here (in \"{}\")", what, key_);
  }
  bool level(std::string value) {
    if (!one_of(value, level_names)) {
      return wrong(fmt::format("\"{}\" is no level of a finding", value),
                   fmt::format("use one of {}", fmt::join(level_names, ", ")));
    }
    settings_.levels.emplace_back(rule_, std::move(value));
    return true;
  }
  std::vector<std::string>& list() {
    if (key_ == "corpus") return settings_.corpus;
    return key_ == "ignore" ? settings_.ignore : settings_.outputs;
  }

  Settings& settings_;
  int depth_ = 0;
  std::string key_;
  std::string rule_;
  std::string message_;
  std::string remedy_;
};

}  // namespace

Result<Settings> parse_settings(std::string_view json, const std::string& path) {
  // Comments and trailing commas are allowed: people write this file.
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag;
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  Settings settings;
  settings.path = path;
  rapidjson::MemoryStream stream(json.data(), json.size());
  Handler handler(settings);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
  if (!result.IsError()) return settings;
  const bool meaning = result.Code() == rapidjson::kParseErrorTermination;
  Error error = fail(meaning ? ErrorCode::bad_config : ErrorCode::bad_json, path,
                     meaning ? handler.message() : rapidjson::GetParseError_En(result.Code()), handler.remedy());
  if (error.message.ends_with('.')) error.message.pop_back();
  std::size_t at = result.Offset();
  // A value is judged when it has been read: go back to its begin on the same line.
  if (meaning && at > 0 && json[at - 1] == '"') {
    at = json.rfind('"', at >= 2 ? at - 2 : 0);
    while (at != std::string_view::npos && at > 0 && json[at - 1] == '\\') at = json.rfind('"', at - 1);
  }
  error.place = place_in(json, std::min(at, json.size()));
  error.context = context_of(json, std::min(at, json.size()));
  return error;
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

}  // namespace isnad
