#include <algorithm>

#include "isnad/rules.h"

namespace isnad {
namespace {

template <class Fields>
auto lower_bound_of(Fields& fields, std::string_view name) {
  return std::lower_bound(fields.begin(), fields.end(), name,
                          [](const auto& field, std::string_view n) { return field.first < n; });
}

}  // namespace

Record::Record(std::vector<std::pair<std::string, Scalar>> fields) : fields_(std::move(fields)) {
  const auto by_name = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(fields_.begin(), fields_.end(), by_name)) std::sort(fields_.begin(), fields_.end(), by_name);
}

const Scalar* Record::find(std::string_view field) const {
  // A handful: their lengths tell nearly all of them apart.
  for (const auto& [name, value] : fields_) {
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
  const auto it = lower_bound_of(fields_, field);
  if (it != fields_.end() && it->first == field) {
    it->second = std::move(value);
  } else {
    fields_.emplace(it, std::string(field), std::move(value));
  }
}

Record Record::part(std::string_view prefix) const {
  Record part;
  for (auto it = lower_bound_of(fields_, prefix); it != fields_.end() && it->first.starts_with(prefix); ++it) {
    part.set(std::string_view(it->first).substr(prefix.size()), it->second);
  }
  return part;
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
