// JSON values that remember where in their file they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/rules.h"

namespace isnad::rules {

struct Member;

/// A JSON value with the byte offset of its first character.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, real, string, array, object };
  Kind kind = Kind::null;
  bool flag = false;
  std::uint32_t at = 0;
  std::int64_t number = 0;  ///< of an integer
  std::string text;         ///< of a string
  std::vector<Node> items;
  std::vector<Member> members;  ///< in order of the file

  [[nodiscard]] bool is(Kind k) const { return kind == k; }
  /// The member of that name, or nothing.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  std::uint32_t at = 0;  ///< of the key
  Node value;
};

/// Parses JSON with comments. Objects and arrays nest at most 64 deep, and no object names a member twice.
/// Errors: bad_json with line, column and context. Linear.
[[nodiscard]] Result<Node> parse_json(const RuleFile& file);

/// An error at a byte of a rule file, with the lines around it.
[[nodiscard]] Error error_at(const RuleFile& file, std::uint32_t at, ErrorCode code, std::string message,
                             std::string remedy = {});

/// Line and column (in code points) of a byte of a rule file.
[[nodiscard]] LineColumn place_in(const RuleFile& file, std::uint32_t at);

/// How a kind of value is called in messages: "an object", "a string" ...
[[nodiscard]] std::string_view name_of(Node::Kind kind);

}  // namespace isnad::rules
