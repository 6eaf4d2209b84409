#include "store/json.h"

#include <rapidjson/error/en.h>
#include <unicode/ustring.h>

#include "store/fail.h"
#include "store/text_place.h"

namespace isnad {

namespace {

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

}  // namespace

Result<std::shared_ptr<rapidjson::Document>> parse_json(std::string_view text, const std::string& path) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  auto document = std::make_shared<rapidjson::Document>();
  // RapidJSON takes four times as long to look at each character; it finds where the first bad one stands.
  if (is_utf8(text)) {
    document->Parse<flags>(text.data(), text.size());
  } else {
    document->Parse<flags | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
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
