#include "rules/values.h"

#include <algorithm>
#include <charconv>

namespace isnad::rules {

std::optional<std::int64_t> integer_of(std::string_view key) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  return value;
}

Field ValuePool::make(std::string_view name, const Scalar& value) {
  Field made;
  made.name = field(name);
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    made.value = *number;
  } else {
    made.is_text = true;
    made.value = text(std::get<std::string>(value));
  }
  return made;
}

FieldRange ValuePool::store(const Record& record) {
  std::vector<Field> made;
  for (const auto& [name, value] : record.fields()) made.push_back(make(name, value));
  const FieldRange range{static_cast<std::uint32_t>(fields_.size()), static_cast<std::uint16_t>(made.size())};
  const auto [known, fresh] = stored_.emplace(std::move(made), range);
  if (fresh) fields_.insert(fields_.end(), known->first.begin(), known->first.end());
  return known->second;
}

Record ValuePool::record(FieldRange first, FieldRange second) const {
  std::vector<std::pair<std::string, Scalar>> made;
  for (const FieldRange range : {first, second}) {
    for (std::uint32_t f = range.begin; f < range.begin + range.count; ++f) {
      const Field& field = fields_[f];
      const std::string_view name = field_name(field.name);
      if (std::any_of(made.begin(), made.end(), [&](const auto& other) { return other.first == name; })) continue;
      made.emplace_back(name, field.is_text ? Scalar(std::string(text(field.value))) : Scalar(field.value));
    }
  }
  return Record(std::move(made));
}

}  // namespace isnad::rules
