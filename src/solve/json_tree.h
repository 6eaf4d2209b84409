// A JSON document as a tree that remembers where each value stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad::solver {

struct JsonMember;

struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
  Kind kind = Kind::null;
  std::size_t at = 0;       ///< byte offset of its first character
  bool truth = false;       ///< boolean
  std::int64_t number = 0;  ///< integer; Kind::number is any other number, its value not kept
  std::string text;         ///< string
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  ///< in order, repetitions included
};

struct JsonMember {
  std::string key;
  std::size_t at = 0;
  JsonValue value;
};

/// Reads strict JSON in UTF-8, nested at most 32 deep. Error bad_json with line and column.
Result<JsonValue> read_json(std::string_view json, const std::string& path);

/// Where the byte at `offset` stands; columns in code points.
LineColumn place_of(std::string_view json, std::size_t offset);

}  // namespace isnad::solver
