// The values of matches, and the items that come out.
#include <algorithm>
#include <numeric>

#include "rules/match_state.h"

namespace isnad::rules {
namespace {

/// Bytes of `surface` that the first `size` bytes of its matching form stand for.
std::uint32_t surface_bytes(std::string_view surface, std::string_view key, std::size_t size) {
  // The same letters so far, and the next one: nothing was left out between them.
  if (surface.substr(0, size + 4) == key.substr(0, size + 4)) return static_cast<std::uint32_t>(size);
  const Normalised normal = normalise(surface);
  return size < normal.offsets.size() ? normal.offsets[size] : static_cast<std::uint32_t>(surface.size());
}

}  // namespace

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
  if (language.pool.field_name(name) != "value") return false;
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

void MatchState::add_value(const Candidate& candidate, bool item) {
  const CompiledPattern& pattern = language.patterns[candidate.pattern];
  gather(candidate.path, pattern.captures.size());
  std::vector<Field> fields;
  const auto set = [&](const Field& field) {
    const auto known = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field.name; });
    if (known == fields.end()) {
      fields.push_back(field);
    } else {
      *known = field;
    }
  };
  for (const FieldStep& step : pattern.program) {
    Field field;
    if (step.kind == FieldStep::Kind::copy) {
      for (const auto& [from, to] : step.copies) {
        field.name = to;
        if (field_of(step.capture, from, field)) set(field);
      }
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
  hit.fields.begin = static_cast<std::uint32_t>(fields_.size());
  hit.fields.count = static_cast<std::uint32_t>(fields.size());
  hit.path = candidate.path;
  hit.pattern = candidate.pattern;
  hit.permission = CliticPermission::prefix;
  hit.stack = language.clitics.outer_stack(first.stack, first.outer);
  hit.enclitic = last_step(candidate.path).enclitic;
  hit.item = item;
  hit.restricted = candidate.restricted;
  fields_.insert(fields_.end(), fields.begin(), fields.end());
  add_hit(hit);
}

// ------------------------------------------------------------------------ items

Item MatchState::item_of(const Hit& hit) const {
  Item item;
  item.cls = hit.cls;
  item.rule = hit.rule;
  item.first = hit.first;
  item.last = hit.last;
  const Token& first = document.tokens[hit.first];
  const Token& last = document.tokens[hit.last - 1];
  item.begin = first.begin;
  item.end = last.end;
  const CliticTable::Fit fit = language.clitics.fit(0, hit.stack, hit.permission, true);
  if (fit.outer > 0) {
    item.proclitics = language.clitics.letters(language.clitics.outer_stack(hit.stack, fit.outer));
    item.begin = first.begin + surface_bytes(document.surface(first), document.key(first), item.proclitics.size());
  }
  if (hit.enclitic != 0) {
    item.enclitic = language.clitics.enclitics()[hit.enclitic - 1U];
    const std::string_view key = document.key(last);
    item.end = last.begin + surface_bytes(document.surface(last), key, key.size() - item.enclitic.size());
  }
  if (hit.is_word) {
    item.value = words.record(hit.inflected, hit.fields);
    return item;
  }
  std::vector<std::pair<std::string, Scalar>> record;
  record.reserve(hit.fields.count);
  for (const Field& field : fields_of(hit, hit.fields)) {
    const std::string_view name = language.pool.field_name(field.name);
    if (field.is_text) {
      record.emplace_back(name, std::string(text(field.value)));
    } else {
      record.emplace_back(name, field.value);
    }
  }
  item.value = Record(std::move(record));
  const std::vector<std::string>& names = language.patterns[hit.pattern].captures;
  std::vector<std::pair<std::uint16_t, std::uint32_t>> closed;  // groups whose begin is still ahead
  for (std::uint32_t at = hit.path; at != 0; at = steps_[at].previous) {
    const PathStep& step = steps_[at];
    if (step.capture == no_capture) continue;
    if (step.kind == PathStep::Kind::consume) {
      const std::optional<ClassId> cls =
          step.element == Element::Kind::cls ? std::optional(hits[step.hit].cls) : std::nullopt;
      item.captures.push_back({names[step.capture], step.first, step.last, cls});
    } else if (step.kind == PathStep::Kind::close) {
      closed.emplace_back(step.capture, step.first);
    } else {
      const auto group =
          std::find_if(closed.rbegin(), closed.rend(), [&](const auto& g) { return g.first == step.capture; });
      if (group->second > step.first) item.captures.push_back({names[step.capture], step.first, group->second, {}});
      closed.erase(std::next(group).base());
    }
  }
  std::reverse(item.captures.begin(), item.captures.end());
  return item;
}

Annotation MatchState::take_annotation(const std::vector<bool>& wanted) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t h = 0; h < hits.size(); ++h) {
    if (!hits[h].item || hits[h].dead) continue;
    if (wanted.empty() || wanted[static_cast<std::size_t>(hits[h].cls)]) order.push_back(h);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Hit& p = hits[a];
    const Hit& q = hits[b];
    if (p.first != q.first) return p.first < q.first;
    if (p.last != q.last) return p.last > q.last;
    if (p.cls != q.cls) return p.cls < q.cls;
    return a < b;
  });
  Annotation annotation;
  annotation.items.reserve(order.size());
  annotation.by_token.assign(document.tokens.size() + 1, 0);
  for (const std::uint32_t h : order) {
    ++annotation.by_token[hits[h].first + 1];
    annotation.items.push_back(item_of(hits[h]));
  }
  std::partial_sum(annotation.by_token.begin(), annotation.by_token.end(), annotation.by_token.begin());
  return annotation;
}

}  // namespace isnad::rules
