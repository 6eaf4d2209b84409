// JSON for the formats: keys in the order written, so that the same timeline gives the same bytes.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace isnad {

enum class JsonLayout : std::uint8_t {
  pretty,  ///< one member a line, indented by one space: for files under version control
  line     ///< no white space: for JSON Lines and small objects inside a pretty document
};

/// Writes one JSON value. Strings must be valid UTF-8.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout);

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  void null();
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth);
  /// Any integer that int64 holds.
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) void value(Integer number) { integer(static_cast<std::int64_t>(number)); }
  /// A value that is JSON already.
  void raw(const std::string& json);

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }
  /// The member, where the text is not empty.
  void member_if(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }

  [[nodiscard]] std::string result() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  using Plain = rapidjson::Writer<rapidjson::StringBuffer>;
  using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

  void integer(std::int64_t number);

  rapidjson::StringBuffer buffer_;
  std::variant<std::monostate, Plain, Pretty> writer_;
};

}  // namespace isnad
