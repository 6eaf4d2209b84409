#include "catalogue.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cassert>
#include <mutex>
#include <string_view>
#include <vector>

#include "message_catalogue.h"

namespace isnad {
namespace {

/// The files are part of the program: one that cannot be read is a bug, found by the first test that runs.
void add_file(Catalogue& catalogue, const assets::EmbeddedFile& file) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseCommentsFlag>(file.content.data(), file.content.size());
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

/// "picture" of "picture.title" or "picture.json".
std::string_view subject_of(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
  return name.substr(0, name.find('.'));
}

const Catalogue& read(std::size_t file) {
  struct Slot {
    std::once_flag once;
    Catalogue catalogue;
  };
  static std::vector<Slot> slots(
      static_cast<std::size_t>(assets::message_catalogue_end - assets::message_catalogue_begin));
  std::call_once(slots[file].once, [file] { add_file(slots[file].catalogue, assets::message_catalogue_begin[file]); });
  return slots[file].catalogue;
}

}  // namespace

const Catalogue& catalogue_for(std::string_view key) {
  const std::string_view subject = subject_of(key);
  for (const auto* file = assets::message_catalogue_begin; file != assets::message_catalogue_end; ++file) {
    if (subject_of(file->name) == subject)
      return read(static_cast<std::size_t>(file - assets::message_catalogue_begin));
  }
  static const Catalogue none;
  return none;
}

std::vector<const Catalogue*> catalogues() {
  std::vector<const Catalogue*> all;
  const auto files = static_cast<std::size_t>(assets::message_catalogue_end - assets::message_catalogue_begin);
  for (std::size_t i = 0; i < files; ++i) all.push_back(&read(i));
  return all;
}

}  // namespace isnad
