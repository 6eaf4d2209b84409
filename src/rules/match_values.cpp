// The values of matches.
#include <algorithm>

#include "rules/match_state.h"

namespace isnad::rules {

std::span<const Field> MatchState::fields_of(const Hit& hit, FieldRange range) const {
  return {hit.is_word ? language.pool.at(range.begin) : fields_.data() + range.begin, range.count};
}

const Field* MatchState::find_field(const Hit& hit, FieldId name) const {
  for (const FieldRange range : {hit.inflected, hit.fields}) {
    for (const Field& field : fields_of(hit, range)) {
      if (field.name == name) return &field;
    }
  }
  return nullptr;
}

std::int64_t MatchState::add_text(std::string text) {
  texts_.push_back(std::move(text));
  return language.pool.text_count() + static_cast<std::int64_t>(texts_.size()) - 1;
}

std::string_view MatchState::text(std::int64_t id) const {
  const std::int64_t known = language.pool.text_count();
  return id < known ? language.pool.text(id) : std::string_view(texts_[static_cast<std::size_t>(id - known)]);
}

const PathStep& MatchState::first_step(std::uint32_t path) const {
  std::uint32_t first = 0;
  for (; path != 0; path = steps_[path].previous) {
    if (steps_[path].kind == PathStep::Kind::consume) first = path;
  }
  return steps_[first];
}

const PathStep& MatchState::last_step(std::uint32_t path) const {
  while (steps_[path].kind != PathStep::Kind::consume) path = steps_[path].previous;
  return steps_[path];
}

std::uint32_t MatchState::literals_in(std::uint32_t path) const {
  std::uint32_t literals = 0;
  for (; path != 0; path = steps_[path].previous) {
    const PathStep& step = steps_[path];
    if (step.kind == PathStep::Kind::consume && step.element == Element::Kind::literal) ++literals;
  }
  return literals;
}

std::string MatchState::text_of(std::uint32_t first, std::uint32_t last, std::uint32_t skip,
                                EncliticId enclitic) const {
  std::string text;
  for (std::uint32_t token = first; token < last; ++token) {
    std::string_view key = document.key(document.tokens[token]);
    if (token + 1 == last && enclitic != 0) {
      key.remove_suffix(std::min(key.size(), language.clitics.enclitics()[enclitic - 1U].size()));
    }
    if (token == first) {
      key.remove_prefix(std::min<std::size_t>(key.size(), skip));
    } else if (!document.tokens[token].glued) {
      text += ' ';
    }
    text += key;
  }
  return text;
}

/// Notes for each capture the last step that captured it.
void MatchState::gather(std::uint32_t path, std::size_t captures) {
  captured_.assign(captures, {});
  gathered_path_ = path;
  for (; path != 0; path = steps_[path].previous) {
    const PathStep& step = steps_[path];
    if (step.capture == no_capture) continue;
    Captured& captured = captured_[step.capture];
    if (step.kind == PathStep::Kind::open) {
      if (captured.step != 0 && captured.open == 0) captured.open = path;
    } else if (captured.step == 0) {
      captured.step = path;
    }
  }
}

bool MatchState::field_of(std::uint16_t capture, FieldId name, Field& field) {
  const Captured& captured = captured_[capture];
  if (captured.step == 0) return false;
  const PathStep& step = steps_[captured.step];
  if (step.hit != no_hit) {
    const Hit& hit = hits[step.hit];
    const Field* found = find_field(hit, name);
    if (found == nullptr) return false;
    field.is_text = found->is_text;
    field.value = found->value;
    return true;
  }
  if (name != value_field_) return false;
  if (step.kind == PathStep::Kind::close) {
    const std::uint32_t first = steps_[captured.open].first;
    if (first >= step.last) return false;
    field.is_text = true;
    // A group at the begin of a match begins, as the match does, behind the proclitics.
    const PathStep& head = first_step(gathered_path_);
    const StackId outer = language.clitics.outer_stack(head.stack, head.outer);
    const std::size_t skip = first == head.first ? language.clitics.letters(outer).size() : 0;
    field.value = add_text(text_of(first, step.last, static_cast<std::uint32_t>(skip), 0));
    return true;
  }
  if (step.element == Element::Kind::integer) {
    field.is_text = false;
    field.value = integer_of(document.key(document.tokens[step.first])).value_or(0);
    return true;
  }
  field.is_text = true;
  const std::uint32_t skip =
      step.skip != 0 ? step.skip
                     : static_cast<std::uint32_t>(
                           language.clitics.letters(language.clitics.outer_stack(step.stack, step.outer)).size());
  field.value = add_text(text_of(step.first, step.last, skip, step.enclitic));
  return true;
}

bool MatchState::evaluate(const FieldStep& step, Field& field, const Candidate& candidate) {
  field.name = step.constant.name;
  switch (step.kind) {
    case FieldStep::Kind::constant:
      field = step.constant;
      return true;
    case FieldStep::Kind::scalar:
      return field_of(step.operand.capture, step.operand.field, field);
    case FieldStep::Kind::text: {
      const PathStep& first = first_step(candidate.path);
      const StackId outer = language.clitics.outer_stack(first.stack, first.outer);
      field.is_text = true;
      field.value = add_text(text_of(candidate.first, candidate.last,
                                     static_cast<std::uint32_t>(language.clitics.letters(outer).size()),
                                     last_step(candidate.path).enclitic));
      return true;
    }
    case FieldStep::Kind::sum: {
      std::int64_t sum = 0;
      for (const Product& product : step.sum) {
        std::int64_t value = product.sign;
        for (const Operand& operand : product.factors) {
          Field factor;
          factor.value = operand.number;
          if (!operand.constant && (!field_of(operand.capture, operand.field, factor) || factor.is_text)) return false;
          // A value that does not fit is no value.
          if (__builtin_mul_overflow(value, factor.value, &value)) return false;
        }
        if (__builtin_add_overflow(sum, value, &sum)) return false;
      }
      field.is_text = false;
      field.value = sum;
      return true;
    }
    case FieldStep::Kind::copy:
      return false;
  }
  return false;
}

/// Gives all fields of a capture under the names that they get.
template <class Set>
void MatchState::copy_fields(const FieldStep& step, const Set& set) {
  const std::uint32_t captured = captured_[step.capture].step;
  if (captured == 0) return;
  if (steps_[captured].hit == no_hit) {
    for (const auto& [from, to] : step.copies) {
      Field field;
      field.name = to;
      if (field_of(step.capture, from, field)) set(field);
    }
    return;
  }
  const Hit& hit = hits[steps_[captured].hit];
  for (const FieldRange range : {hit.fields, hit.inflected}) {  // the latter in place of those of the same name
    for (std::uint32_t f = 0; f < range.count; ++f) {
      Field field = fields_of(hit, range)[f];  // a copy: more may move them
      const auto copy = std::lower_bound(step.copies.begin(), step.copies.end(), field.name,
                                         [](const auto& c, FieldId name) { return c.first < name; });
      if (copy == step.copies.end() || copy->first != field.name) continue;
      field.name = copy->second;
      set(field);
    }
  }
}

void MatchState::add_value(const Candidate& candidate, bool item) {
  const CompiledPattern& pattern = language.patterns[candidate.pattern];
  gather(candidate.path, pattern.captures.size());
  const std::size_t begin = fields_.size();
  const auto set = [&](const Field& field) {
    const auto known = std::find_if(fields_.begin() + static_cast<std::ptrdiff_t>(begin), fields_.end(),
                                    [&](const Field& f) { return f.name == field.name; });
    if (known == fields_.end()) {
      fields_.push_back(field);
    } else {
      *known = field;
    }
  };
  for (const FieldStep& step : pattern.program) {
    Field field;
    if (step.kind == FieldStep::Kind::copy) {
      copy_fields(step, set);
    } else if (evaluate(step, field, candidate)) {
      set(field);
    }
  }
  const PathStep& first = first_step(candidate.path);
  Hit hit;
  hit.first = candidate.first;
  hit.last = candidate.last;
  hit.cls = pattern.cls;
  hit.rule = pattern.rule;
  hit.fields.begin = static_cast<std::uint32_t>(begin);
  hit.fields.count = static_cast<std::uint32_t>(fields_.size() - begin);
  hit.path = candidate.path;
  hit.pattern = candidate.pattern;
  hit.permission = CliticPermission::prefix;
  hit.stack = language.clitics.outer_stack(first.stack, first.outer);
  hit.enclitic = last_step(candidate.path).enclitic;
  hit.item = item;
  hit.restricted = candidate.restricted;
  add_hit(hit);
}

}  // namespace isnad::rules
