#include "store/placed_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "store/fail.h"
#include "store/text_place.h"

namespace isnad {
namespace {

/// Far more than a settings file needs; values are read and freed by recursion.
constexpr std::size_t deepest = 32;

/// Puts the values together from the events of the parser; the first that means nothing ends the reading.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  Builder(std::string_view json, const rapidjson::MemoryStream& stream) : json_(json), stream_(stream) {}

  bool Null() { return add({PlacedJson::Kind::null, stream_.Tell() - 4, "null", {}, {}}); }
  bool Bool(bool b) {
    const std::string_view word = b ? "true" : "false";
    return add({PlacedJson::Kind::boolean, stream_.Tell() - word.size(), std::string(word), {}, {}});
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return add({PlacedJson::Kind::number, stream_.Tell() - size, std::string(text, size), {}, {}});
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add({PlacedJson::Kind::text, begin_of_string(), std::string(text, size), {}, {}});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    PlacedJson& object = *open_.back();
    PlacedJson::Key key{std::string(text, size), begin_of_string()};
    if (object.member(key.name) != nullptr) return wrong(key.at, fmt::format("\"{}\" is given twice", key.name));
    object.keys.push_back(std::move(key));
    return true;
  }
  bool StartObject() { return open(PlacedJson::Kind::object); }
  bool StartArray() { return open(PlacedJson::Kind::list); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  [[nodiscard]] PlacedJson take() { return std::move(root_); }
  [[nodiscard]] std::size_t fault_at() const { return fault_at_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  /// The quote that opens the string just read: the nearest one backwards that no backslash escapes.
  [[nodiscard]] std::size_t begin_of_string() const {
    std::size_t at = json_.rfind('"', stream_.Tell() - 2);
    while (at != std::string_view::npos && at > 0 && json_[at - 1] == '\\') at = json_.rfind('"', at - 1);
    return at == std::string_view::npos ? 0 : at;
  }
  bool add(PlacedJson value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      open_.back()->items.push_back(std::move(value));
    }
    return true;
  }
  bool open(PlacedJson::Kind kind) {
    const std::size_t at = stream_.Tell();  // the bracket is taken afterwards
    if (open_.size() == deepest) return wrong(at, fmt::format("nested more than {} deep", deepest));
    add({kind, at, {}, {}, {}});
    open_.push_back(open_.empty() ? &root_ : &open_.back()->items.back());
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool wrong(std::size_t at, std::string message) {
    fault_at_ = at;
    fault_ = std::move(message);
    return false;
  }

  std::string_view json_;
  const rapidjson::MemoryStream& stream_;
  PlacedJson root_;
  std::vector<PlacedJson*> open_;  // an item is only added to the innermost, so none of them moves
  std::size_t fault_at_ = 0;
  std::string fault_;
};

}  // namespace

const PlacedJson* PlacedJson::member(std::string_view name) const {
  for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
    if (keys[i].name == name) return &items[i];
  }
  return nullptr;
}

Result<SettingsFile> SettingsFile::parse(std::string_view json, const std::string& path) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
  SettingsFile file;
  file.json_ = json;
  file.path_ = path;
  rapidjson::MemoryStream stream(file.json_.data(), file.json_.size());
  Builder builder(file.json_, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (!result.IsError()) {
    file.root_ = builder.take();
    return file;
  }
  if (result.Code() == rapidjson::kParseErrorTermination) return file.wrong(builder.fault_at(), builder.fault());
  Error error = file.wrong(result.Offset(), rapidjson::GetParseError_En(result.Code()));
  error.code = ErrorCode::bad_json;
  if (error.message.ends_with('.')) error.message.pop_back();
  return error;
}

LineColumn SettingsFile::place(std::size_t at) const { return place_in(json_, at); }

Error SettingsFile::wrong(std::size_t at, std::string message, std::string remedy) const {
  Error error = fail(ErrorCode::bad_config, path_, std::move(message), std::move(remedy));
  error.place = place_in(json_, at);
  error.context = context_of(json_, at);
  return error;
}

std::optional<Error> SettingsFile::only(const PlacedJson& object, std::string_view what,
                                        const std::vector<std::string_view>& members) const {
  if (object.kind != PlacedJson::Kind::object) return wrong(object.at, fmt::format("{} must be an object", what));
  for (const PlacedJson::Key& key : object.keys) {
    if (std::find(members.begin(), members.end(), key.name) != members.end()) continue;
    return wrong(key.at, fmt::format("{} has no \"{}\"", what, key.name),
                 fmt::format("it may have {}", fmt::join(members, ", ")));
  }
  return std::nullopt;
}

std::optional<Error> SettingsFile::text(const PlacedJson& value, std::string_view what, std::string& out,
                                        const std::vector<std::string_view>& choices) const {
  if (value.kind != PlacedJson::Kind::text) return wrong(value.at, fmt::format("{} must be a string", what));
  out = value.text;
  if (choices.empty() || std::find(choices.begin(), choices.end(), out) != choices.end()) return std::nullopt;
  return wrong(value.at, fmt::format("{} cannot be \"{}\"", what, out),
               fmt::format("use one of {}", fmt::join(choices, ", ")));
}

std::optional<Error> SettingsFile::texts(const PlacedJson& value, std::string_view what,
                                         std::vector<std::string>& out) const {
  if (value.kind != PlacedJson::Kind::list) return wrong(value.at, fmt::format("{} must be a list of strings", what));
  for (const PlacedJson& item : value.items) {
    out.emplace_back();
    if (auto error = text(item, fmt::format("an entry of {}", what), out.back())) return error;
  }
  return std::nullopt;
}

}  // namespace isnad
