#include "catalogue.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cassert>
#include <string_view>

#include "message_catalogue.h"

namespace isnad {
namespace {

/// The files are part of the program: one that cannot be read is a bug, found by the first test that runs.
void add_file(Catalogue& catalogue, const assets::EmbeddedFile& file) {
  constexpr unsigned flags = rapidjson::kParseCommentsFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document json;
  json.Parse<flags>(file.content.data(), file.content.size());
  assert(!json.HasParseError() && json.IsObject());
  if (!json.IsObject()) return;
  for (const auto& member : json.GetObject()) {
    const std::string key(member.name.GetString(), member.name.GetStringLength());
    const auto side = [&](const char* language) -> std::string {
      const bool there = member.value.IsObject() && member.value.HasMember(language);
      assert(there && member.value[language].IsString());
      return there ? member.value[language].GetString() : key;
    };
    [[maybe_unused]] const bool added = catalogue.emplace(key, Bilingual{side("ar"), side("en")}).second;
    assert(added);
  }
}

}  // namespace

const Catalogue& catalogue() {
  static const Catalogue read = [] {
    Catalogue all;
    for (const auto* file = assets::message_catalogue_begin; file != assets::message_catalogue_end; ++file) {
      add_file(all, *file);
    }
    return all;
  }();
  return read;
}

}  // namespace isnad
