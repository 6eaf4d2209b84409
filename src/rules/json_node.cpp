// RapidJSON reads the stream; its events come without positions, so that the stream is our own and tells where it is:
// just behind a scalar, whose begin is found by looking back, or just behind an opening bracket.
#include "rules/json_node.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>

namespace isnad::rules {
namespace {

constexpr std::size_t max_depth = 64;

/// Read-only stream over a string; NUL ends it, as RapidJSON wants it.
class TellingStream {
 public:
  using Ch = char;
  explicit TellingStream(std::string_view text) : text_(text) {}
  [[nodiscard]] Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  [[nodiscard]] std::size_t Tell() const { return at_; }
  // Only in-situ parsing writes.
  static Ch* PutBegin() { return nullptr; }
  static void Put(Ch) {}
  static void Flush() {}
  static std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

class NodeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, NodeBuilder> {
 public:
  NodeBuilder(std::string_view text, const TellingStream& stream) : text_(text), stream_(stream) {}

  bool Null() { return scalar(Node::Kind::null, end() - 4) != nullptr; }
  bool Bool(bool b) {
    scalar(Node::Kind::boolean, end() - (b ? 4 : 5))->flag = b;
    return true;
  }
  bool Int(int i) { return Int64(i); }
  bool Uint(unsigned i) { return Int64(static_cast<std::int64_t>(i)); }
  bool Int64(std::int64_t i) {
    scalar(Node::Kind::integer, begin_of_number())->number = i;
    return true;
  }
  bool Uint64(std::uint64_t i) {
    if (i > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return Double(0);
    return Int64(static_cast<std::int64_t>(i));
  }
  bool Double(double) { return scalar(Node::Kind::real, begin_of_number()) != nullptr; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    scalar(Node::Kind::string, begin_of_string())->text.assign(text, size);
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    Node& object = *open_.back();
    const std::string_view key(text, size);
    if (object.find(key) != nullptr) return refuse(begin_of_string(), fmt::format("\"{}\" is given twice", key));
    object.members.push_back({std::string(key), begin_of_string(), {}});
    return true;
  }
  bool StartObject() { return start(Node::Kind::object); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return start(Node::Kind::array); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  Node take() { return std::move(root_); }
  [[nodiscard]] const std::optional<std::pair<std::uint32_t, std::string>>& refusal() const { return refusal_; }

 private:
  [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(stream_.Tell()); }

  [[nodiscard]] std::uint32_t begin_of_number() const {
    std::size_t at = end();
    while (at > 0 && std::string_view("+-.0123456789eE").find(text_[at - 1]) != std::string_view::npos) --at;
    return static_cast<std::uint32_t>(at);
  }

  /// The opening quote: the last one before the closing quote with an even number of backslashes before it.
  [[nodiscard]] std::uint32_t begin_of_string() const {
    std::size_t at = end() - 1;
    while (at > 0) {
      --at;
      if (text_[at] != '"') continue;
      std::size_t backslashes = 0;
      while (backslashes < at && text_[at - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) break;
    }
    return static_cast<std::uint32_t>(at);
  }

  Node* place_for_value() {
    if (open_.empty()) return &root_;
    Node& parent = *open_.back();
    if (parent.is(Node::Kind::object)) return &parent.members.back().value;
    return &parent.items.emplace_back();
  }

  Node* scalar(Node::Kind kind, std::uint32_t at) {
    Node* node = place_for_value();
    node->kind = kind;
    node->at = at;
    return node;
  }

  bool start(Node::Kind kind) {
    if (open_.size() == max_depth) return refuse(end() - 1, fmt::format("nested deeper than {}", max_depth));
    open_.push_back(scalar(kind, end() - 1));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool refuse(std::uint32_t at, std::string message) {
    refusal_.emplace(at, std::move(message));
    return false;
  }

  std::string_view text_;
  const TellingStream& stream_;
  Node root_;
  std::vector<Node*> open_;  // a parent does not grow while one of its children is open: the pointers stay good
  std::optional<std::pair<std::uint32_t, std::string>> refusal_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto it = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
  return it == members.end() ? nullptr : &it->value;
}

std::string_view name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::integer:
      return "an integer";
    case Node::Kind::real:
      return "a number with a fraction";
    case Node::Kind::string:
      return "a string";
    case Node::Kind::array:
      return "a list";
    case Node::Kind::object:
      return "an object";
  }
  return {};
}

LineColumn place_in(const RuleFile& file, std::uint32_t at) {
  const std::string_view before = std::string_view(file.content).substr(0, at);
  LineColumn place;
  place.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++place.column;
  }
  return place;
}

Error error_at(const RuleFile& file, std::uint32_t at, ErrorCode code, std::string message, std::string remedy) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  error.path = file.path;
  error.place = place_in(file, at);
  error.remedy = std::move(remedy);
  // The line of the place between its neighbours.
  std::uint32_t number = 1;
  std::string_view rest = file.content;
  while (!rest.empty() && number <= error.place.line + 1) {
    const std::size_t newline = rest.find('\n');
    const std::string_view line = rest.substr(0, newline);
    if (number + 1 >= error.place.line) {
      error.context += fmt::format("{} {:>4} | {}\n", number == error.place.line ? '>' : ' ', number, line);
    }
    if (newline == std::string_view::npos) break;
    rest.remove_prefix(newline + 1);
    ++number;
  }
  return error;
}

Result<Node> parse_json(const RuleFile& file) {
  TellingStream stream(file.content);
  NodeBuilder builder(file.content, stream);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseCommentsFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (builder.refusal()) {
    return error_at(file, builder.refusal()->first, ErrorCode::bad_json, builder.refusal()->second);
  }
  if (!result) {
    std::string message = rapidjson::GetParseError_En(result.Code());
    while (!message.empty() && message.back() == '.') message.pop_back();
    return error_at(file, static_cast<std::uint32_t>(result.Offset()), ErrorCode::bad_json, std::move(message));
  }
  if (stream.Tell() != file.content.size()) {
    return error_at(file, static_cast<std::uint32_t>(stream.Tell()), ErrorCode::bad_json, "a NUL byte");
  }
  return builder.take();
}

}  // namespace isnad::rules
