#include "store/json.h"

#include <rapidjson/error/en.h>
#include <unicode/utf8.h>

#include "store/fail.h"
#include "store/text_place.h"

namespace isnad {

namespace {

bool is_utf8(std::string_view text) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace

Result<std::shared_ptr<rapidjson::Document>> parse_json(std::string_view text, const std::string& path) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  // Strings stay where they are in the text: to copy each by its characters takes twice as long as all else.
  struct Parsed {
    std::string text;
    rapidjson::Document document;
  };
  const auto parsed = std::make_shared<Parsed>();
  parsed->text = text;
  std::shared_ptr<rapidjson::Document> document(parsed, &parsed->document);
  // RapidJSON takes four times as long to look at each character; it finds where the first bad one stands.
  if (is_utf8(text)) {
    document->ParseInsitu<flags>(parsed->text.data());
  } else {
    document->ParseInsitu<flags | rapidjson::kParseValidateEncodingFlag>(parsed->text.data());
  }
  if (!document->HasParseError()) return document;
  Error error = fail(ErrorCode::bad_json, path, rapidjson::GetParseError_En(document->GetParseError()));
  if (error.message.ends_with('.')) error.message.pop_back();
  error.place = place_in(text, document->GetErrorOffset());
  error.context = context_of(text, document->GetErrorOffset());
  return error;
}

const rapidjson::Value* member(const rapidjson::Value& object, std::string_view name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(rapidjson::Value(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const rapidjson::Value& object, std::string_view name) {
  const rapidjson::Value* value = member(object, name);
  return value != nullptr && value->IsString() ? std::string(value->GetString(), value->GetStringLength())
                                               : std::string();
}

}  // namespace isnad
