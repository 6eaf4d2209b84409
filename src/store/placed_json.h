// JSON that people write: with comments, and each value with its place, so that what means nothing can be pointed at.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/core.h"

namespace isnad {

/// One value; `at` is the byte at which it begins.
struct PlacedJson {
  enum class Kind : std::uint8_t { null, boolean, number, text, list, object } kind{};
  std::size_t at = 0;
  std::string text;  ///< of a text: its content; of a number or boolean: as written
  std::vector<PlacedJson> items;

  struct Key {
    std::string name;
    std::size_t at = 0;
  };
  std::vector<Key> keys;  ///< of an object: by item

  /// The member of that name; null where there is none.
  [[nodiscard]] const PlacedJson* member(std::string_view name) const;
};

/// A file of settings. Messages that it makes name the file, the place, and what may stand there.
class SettingsFile {
 public:
  /// Comments and trailing commas are allowed; a key that is given twice is an error, and nesting deeper than a
  /// settings file needs. Errors: bad_json, bad_config.
  [[nodiscard]] static Result<SettingsFile> parse(std::string_view json, const std::string& path);

  [[nodiscard]] const PlacedJson& root() const { return root_; }
  [[nodiscard]] LineColumn place(std::size_t at) const;
  /// An Error of this file: bad_config, at that place.
  [[nodiscard]] Error wrong(std::size_t at, std::string message, std::string remedy = {}) const;

  // What is wrong with a value, or nothing.
  /// It is no object, or has a member beside these.
  [[nodiscard]] std::optional<Error> only(const PlacedJson& object, std::string_view what,
                                          const std::vector<std::string_view>& members) const;
  /// It is no text, or not one of `choices` where there are any.
  [[nodiscard]] std::optional<Error> text(const PlacedJson& value, std::string_view what, std::string& out,
                                          const std::vector<std::string_view>& choices = {}) const;
  /// It is no list of texts.
  [[nodiscard]] std::optional<Error> texts(const PlacedJson& value, std::string_view what,
                                           std::vector<std::string>& out) const;

 private:
  std::string json_;
  std::string path_;
  PlacedJson root_;
};

}  // namespace isnad
