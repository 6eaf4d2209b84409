#include <algorithm>

#include "isnad/rules.h"

namespace isnad {
namespace {

using Fields = std::vector<std::pair<std::string, Scalar>>;

template <class Range>
auto lower_bound_of(Range& fields, std::string_view name) {
  return std::lower_bound(fields.begin(), fields.end(), name,
                          [](const auto& field, std::string_view n) { return field.first < n; });
}

}  // namespace

Record::Record(std::vector<std::pair<std::string, Scalar>> fields) {
  const auto by_name = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(fields.begin(), fields.end(), by_name)) std::sort(fields.begin(), fields.end(), by_name);
  if (!fields.empty()) fields_ = std::make_shared<const Fields>(std::move(fields));
}

const std::vector<std::pair<std::string, Scalar>>& Record::fields() const {
  static const Fields none;
  return fields_ != nullptr ? *fields_ : none;
}

const Scalar* Record::find(std::string_view field) const {
  // A handful: their lengths tell nearly all of them apart.
  for (const auto& [name, value] : fields()) {
    if (name.size() == field.size() && name == field) return &value;
  }
  return nullptr;
}

std::optional<std::int64_t> Record::integer(std::string_view field) const {
  const Scalar* scalar = find(field);
  const auto* number = scalar != nullptr ? std::get_if<std::int64_t>(scalar) : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::optional<std::string_view> Record::text(std::string_view field) const {
  const Scalar* scalar = find(field);
  const auto* text = scalar != nullptr ? std::get_if<std::string>(scalar) : nullptr;
  return text != nullptr ? std::optional<std::string_view>(*text) : std::nullopt;
}

void Record::set(std::string_view field, Scalar value) {
  Fields changed = fields();
  const auto it = lower_bound_of(changed, field);
  if (it != changed.end() && it->first == field) {
    it->second = std::move(value);
  } else {
    changed.emplace(it, std::string(field), std::move(value));
  }
  fields_ = std::make_shared<const Fields>(std::move(changed));
}

Record Record::part(std::string_view prefix) const {
  Fields part;
  for (auto it = lower_bound_of(fields(), prefix); it != fields().end() && it->first.starts_with(prefix); ++it) {
    part.emplace_back(it->first.substr(prefix.size()), it->second);
  }
  return Record(std::move(part));
}

std::vector<const Item*> Annotation::at(std::uint32_t token, ClassId cls) const {
  std::vector<const Item*> found;
  if (std::size_t{token} + 1 >= by_token.size()) return found;
  for (std::uint32_t i = by_token[token]; i < by_token[token + 1]; ++i) {
    if (items[i].cls == cls) found.push_back(&items[i]);
  }
  return found;
}

const Item* Annotation::longest(std::uint32_t token, ClassId cls) const {
  if (std::size_t{token} + 1 >= by_token.size()) return nullptr;
  for (std::uint32_t i = by_token[token]; i < by_token[token + 1]; ++i) {
    if (items[i].cls == cls) return &items[i];
  }
  return nullptr;
}

}  // namespace isnad
