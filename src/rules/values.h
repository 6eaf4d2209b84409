// Records as the matcher handles them: names and texts as numbers, without allocation of their own.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/rules.h"
#include "rules/vocabulary.h"

namespace isnad::rules {

using FieldId = std::uint16_t;

/// One field of a record: an integer, or the number of a text.
struct Field {
  FieldId name = 0;
  bool is_text = false;
  std::int64_t value = 0;
  auto operator<=>(const Field&) const = default;
};

/// A record: consecutive fields, no name twice.
struct FieldRange {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
  bool operator==(const FieldRange&) const = default;
};

/// The value of an integer token; nothing when it does not fit.
[[nodiscard]] std::optional<std::int64_t> integer_of(std::string_view key);

/// Names of fields and texts of the rules of one language.
class ValuePool {
 public:
  FieldId field(std::string_view name) { return static_cast<FieldId>(names_.intern(name)); }
  [[nodiscard]] WordId find_field(std::string_view name) const { return names_.find(name); }
  [[nodiscard]] std::string_view field_name(FieldId id) const { return names_.word(id); }
  [[nodiscard]] std::size_t field_count() const { return names_.size(); }
  std::int64_t text(std::string_view text) { return texts_.intern(text); }
  [[nodiscard]] std::string_view text(std::int64_t id) const { return texts_.word(static_cast<WordId>(id)); }
  [[nodiscard]] std::int64_t text_count() const { return static_cast<std::int64_t>(texts_.size()); }
  /// Equal records, in the same order of fields, are stored once: the forms of a word share theirs.
  FieldRange store(const Record& record);
  Field make(std::string_view name, const Scalar& value);
  /// What was stored, the fields of `first` in place of those of `second` with the same name.
  [[nodiscard]] Record record(FieldRange first, FieldRange second) const;
  [[nodiscard]] const Field* at(std::uint32_t index) const { return fields_.data() + index; }
  /// See archive.h.
  template <class A>
  void transfer(A& archive) {
    archive(names_, texts_, fields_);
  }

 private:
  Vocabulary names_, texts_;
  std::vector<Field> fields_;
  std::map<std::vector<Field>, FieldRange> stored_;  ///< while rules are compiled
};

}  // namespace isnad::rules
