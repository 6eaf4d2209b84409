#include "solve/json_tree.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <limits>

namespace isnad::solver {
namespace {

constexpr std::size_t max_depth = 32;

/// Builds the tree from the reader's events. A value begins where the previous event
/// ended, but for blanks, commas and colons: the reader itself only knows ends.
class TreeBuilder {
 public:
  using Ch = char;

  TreeBuilder(std::string_view json, const rapidjson::MemoryStream& stream) : json_(json), stream_(stream) {}

  bool Null() { return scalar({}); }
  bool Bool(bool b) {
    JsonValue v;
    v.kind = JsonValue::Kind::boolean;
    v.truth = b;
    return scalar(std::move(v));
  }
  bool Int(int i) { return Int64(i); }
  bool Uint(unsigned u) { return Int64(u); }
  bool Int64(std::int64_t i) {
    JsonValue v;
    v.kind = JsonValue::Kind::integer;
    v.number = i;
    return scalar(std::move(v));
  }
  bool Uint64(std::uint64_t u) {
    if (u <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      return Int64(static_cast<std::int64_t>(u));
    }
    return Double(0);
  }
  bool Double(double) {
    JsonValue v;
    v.kind = JsonValue::Kind::number;
    return scalar(std::move(v));
  }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return Double(0); }
  bool String(const char* s, rapidjson::SizeType size, bool) {
    JsonValue v;
    v.kind = JsonValue::Kind::string;
    v.text.assign(s, size);
    return scalar(std::move(v));
  }
  bool Key(const char* s, rapidjson::SizeType size, bool) {
    keys_.push_back({std::string(s, size), start(), {}});
    end_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return open(JsonValue::Kind::object); }
  bool StartArray() { return open(JsonValue::Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool too_deep() const { return too_deep_; }
  std::size_t end() const { return end_; }
  JsonValue take() { return std::move(root_); }

 private:
  std::size_t start() const {
    const std::size_t at = json_.find_first_not_of(" \t\r\n,:", end_);
    return std::min(at, json_.size());
  }

  bool scalar(JsonValue v) {
    v.at = start();
    end_ = stream_.Tell();
    place(std::move(v));
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= max_depth) {
      too_deep_ = true;
      return false;
    }
    JsonValue v;
    v.kind = kind;
    v.at = start();
    end_ = v.at + 1;
    open_.push_back(std::move(v));
    return true;
  }

  bool close() {
    end_ = start() + 1;
    JsonValue v = std::move(open_.back());
    open_.pop_back();
    place(std::move(v));
    return true;
  }

  void place(JsonValue v) {
    if (open_.empty()) {
      root_ = std::move(v);
    } else if (open_.back().kind == JsonValue::Kind::array) {
      open_.back().items.push_back(std::move(v));
    } else {
      keys_.back().value = std::move(v);
      open_.back().members.push_back(std::move(keys_.back()));
      keys_.pop_back();
    }
  }

  std::string_view json_;
  const rapidjson::MemoryStream& stream_;
  std::size_t end_ = 0;
  bool too_deep_ = false;
  JsonValue root_;
  std::vector<JsonValue> open_;
  std::vector<JsonMember> keys_;  ///< those whose value is still being read
};

}  // namespace

LineColumn place_of(std::string_view json, std::size_t offset) {
  LineColumn place;
  for (const char c : json.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

Result<JsonValue> read_json(std::string_view json, const std::string& path) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(json.data(), json.size());
  TreeBuilder builder(json, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (result) return builder.take();
  if (builder.too_deep()) {
    return Error{ErrorCode::bad_json, "the JSON is nested too deeply", path, place_of(json, builder.end()), {}, {}};
  }
  std::string message = rapidjson::GetParseError_En(result.Code());
  if (!message.empty() && message.back() == '.') message.pop_back();
  return Error{ErrorCode::bad_json, message, path, place_of(json, result.Offset()), {}, {}};
}

}  // namespace isnad::solver
