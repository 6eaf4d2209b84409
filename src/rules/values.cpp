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
  FieldRange range;
  range.begin = static_cast<std::uint32_t>(fields_.size());
  for (const auto& [name, value] : record.fields()) fields_.push_back(make(name, value));
  range.count = static_cast<std::uint16_t>(record.fields().size());
  return range;
}

}  // namespace isnad::rules
