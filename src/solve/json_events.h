// A JSON document as events that know where they happen.
#pragma once

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "isnad/core.h"

namespace isnad::solver {

/// A value that begins. The items of an array, and the keys and values of an object, are events of their own.
struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
  Kind kind = Kind::null;
  std::size_t at = 0;        ///< byte offset of its first character
  bool truth = false;        ///< boolean
  std::int64_t integer = 0;  ///< integer; Kind::number is any other number, its value not kept
  std::string_view text;     ///< string; valid during the event only
};

/// Where the byte at `offset` stands; columns in code points.
inline LineColumn place_of(std::string_view json, std::size_t offset) {
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

/// Turns RapidJSON's events, which only know where they end, into calls of `target`:
/// value(const JsonValue&), key(std::string_view, std::size_t at), close() of an array or object.
template <class Target>
class JsonEvents {
 public:
  using Ch = char;
  static constexpr std::size_t max_depth = 32;

  JsonEvents(std::string_view json, std::size_t begin, Target& target)
      : json_(json), base_(begin), end_(begin), stream_(json.data() + begin, json.size() - begin), target_(target) {}

  /// Reads strict JSON in UTF-8, nested at most 32 deep: one value, with nothing behind it unless `flags` say so.
  /// Error bad_json with line and column; `target` may have had events before it.
  template <unsigned flags>
  std::optional<Error> read(const std::string& path) {
    // What is all ASCII is UTF-8: looking once is a fraction of checking each character of each string.
    const bool ascii = std::all_of(json_.begin(), json_.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    constexpr unsigned iterative = flags | rapidjson::kParseIterativeFlag;
    rapidjson::Reader reader;
    const rapidjson::ParseResult result =
        ascii ? reader.Parse<iterative>(stream_, *this)
              : reader.Parse<iterative | rapidjson::kParseValidateEncodingFlag>(stream_, *this);
    if (result) return std::nullopt;
    const auto bad = [&](std::string message, std::size_t at) {
      return Error{ErrorCode::bad_json, std::move(message), path, place_of(json_, at), {}, {}};
    };
    if (depth_ > max_depth) return bad("the JSON is nested too deeply", end_);
    std::string message = rapidjson::GetParseError_En(result.Code());
    if (!message.empty() && message.back() == '.') message.pop_back();
    return bad(std::move(message), base_ + result.Offset());
  }

  bool Null() { return scalar({}); }
  bool Bool(bool b) {
    JsonValue v;
    v.kind = JsonValue::Kind::boolean;
    v.truth = b;
    return scalar(v);
  }
  bool Int(int i) { return Int64(i); }
  bool Uint(unsigned u) { return Int64(u); }
  bool Int64(std::int64_t i) {
    JsonValue v;
    v.kind = JsonValue::Kind::integer;
    v.integer = i;
    return scalar(v);
  }
  bool Uint64(std::uint64_t u) {
    if (u > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return Double(0);
    return Int64(static_cast<std::int64_t>(u));
  }
  bool Double(double) {
    JsonValue v;
    v.kind = JsonValue::Kind::number;
    return scalar(v);
  }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return Double(0); }
  bool String(const char* s, rapidjson::SizeType size, bool) {
    JsonValue v;
    v.kind = JsonValue::Kind::string;
    v.text = {s, size};
    return scalar(v);
  }
  bool Key(const char* s, rapidjson::SizeType size, bool) {
    target_.key({s, size}, start());
    end_ = base_ + stream_.Tell();
    return true;
  }
  bool StartObject() { return open(JsonValue::Kind::object); }
  bool StartArray() { return open(JsonValue::Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  /// What begins now begins where the last event ended, but for what separates the two.
  std::size_t start() const {
    std::size_t at = end_;
    while (at < json_.size() && (json_[at] == ' ' || json_[at] == ',' || json_[at] == ':' || json_[at] == '\n' ||
                                 json_[at] == '\t' || json_[at] == '\r')) {
      ++at;
    }
    return at;
  }

  bool scalar(JsonValue v) {
    v.at = start();
    end_ = base_ + stream_.Tell();
    target_.value(v);
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (++depth_ > max_depth) return false;
    JsonValue v;
    v.kind = kind;
    v.at = start();
    end_ = v.at + 1;
    target_.value(v);
    return true;
  }

  bool close() {
    --depth_;
    end_ = start() + 1;
    target_.close();
    return true;
  }

  std::string_view json_;
  std::size_t base_;
  std::size_t end_;
  std::size_t depth_ = 0;
  rapidjson::MemoryStream stream_;
  Target& target_;
};

}  // namespace isnad::solver
