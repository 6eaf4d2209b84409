#include "rules/values.h"

namespace isnad::rules {

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

}  // namespace isnad::rules
