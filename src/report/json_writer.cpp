#include "report/json_writer.h"

#include <type_traits>

namespace isnad {
namespace {

rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

/// Calls `action` with the writer in use.
template <class Variant, class Action>
void with(Variant& writer, Action action) {
  std::visit(
      [&action](auto& chosen) {
        if constexpr (!std::is_same_v<std::remove_reference_t<decltype(chosen)>, std::monostate>) action(chosen);
      },
      writer);
}

}  // namespace

JsonWriter::JsonWriter(JsonLayout layout) {
  if (layout == JsonLayout::line) {
    writer_.emplace<Plain>(buffer_);
  } else {
    writer_.emplace<Pretty>(buffer_).SetIndent(' ', 1);
  }
}

void JsonWriter::begin_object() {
  with(writer_, [](auto& w) { w.StartObject(); });
}
void JsonWriter::end_object() {
  with(writer_, [](auto& w) { w.EndObject(); });
}
void JsonWriter::begin_array() {
  with(writer_, [](auto& w) { w.StartArray(); });
}
void JsonWriter::end_array() {
  with(writer_, [](auto& w) { w.EndArray(); });
}
void JsonWriter::key(std::string_view name) {
  with(writer_, [name](auto& w) { w.Key(name.data(), size_of(name)); });
}
void JsonWriter::null() {
  with(writer_, [](auto& w) { w.Null(); });
}
void JsonWriter::value(std::string_view text) {
  // data() of an empty view may be null, which RapidJSON does not take.
  with(writer_, [text](auto& w) { w.String(text.empty() ? "" : text.data(), size_of(text)); });
}
void JsonWriter::value(bool truth) {
  with(writer_, [truth](auto& w) { w.Bool(truth); });
}
void JsonWriter::integer(std::int64_t number) {
  with(writer_, [number](auto& w) { w.Int64(number); });
}
void JsonWriter::raw(const std::string& json) {
  with(writer_, [&json](auto& w) { w.RawValue(json.data(), json.size(), rapidjson::kObjectType); });
}

}  // namespace isnad
