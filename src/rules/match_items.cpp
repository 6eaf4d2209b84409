// The items that come out.
#include <algorithm>

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

void MatchState::write_item(const Hit& hit, Item& item) {
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
    return;
  }
  // In the order of a record before they are written out, which are then costly to move.
  by_name_.clear();
  for (const Field& field : fields_of(hit, hit.fields)) {
    by_name_.emplace_back(language.pool.field_name(field.name), &field);
  }
  std::sort(by_name_.begin(), by_name_.end());
  std::vector<std::pair<std::string, Scalar>> record;
  record.reserve(hit.fields.count);
  for (const auto& [name, pointer] : by_name_) {
    const Field& field = *pointer;
    if (field.is_text) {
      record.emplace_back(name, std::string(text(field.value)));
    } else {
      record.emplace_back(name, field.value);
    }
  }
  item.value = Record(std::move(record));
  const std::vector<std::string>& names = language.patterns[hit.pattern].captures;
  item.captures.reserve(names.size());
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
}

Annotation MatchState::take_annotation(const std::vector<bool>& wanted) {
  const auto is_taken = [&](const Hit& hit) {
    return hit.item && !hit.dead && (wanted.empty() || wanted[static_cast<std::size_t>(hit.cls)]);
  };
  LayerBegins taken(1, heads.size());  // tokens at which any begins
  std::size_t count = 0;
  for (const Hit& hit : hits) {
    if (!is_taken(hit)) continue;
    taken.mark(hit.first, 1);
    ++count;
  }
  Annotation annotation;
  annotation.items.reserve(count);
  annotation.by_token.reserve(heads.size() + 1);
  const auto number_until = [&](std::uint32_t token) {
    annotation.by_token.resize(token + 1, static_cast<std::uint32_t>(annotation.items.size()));
  };
  std::vector<std::uint32_t> here;  // of a token, longest first as they are linked
  taken.each(0, [&](std::uint32_t token) {
    number_until(token);
    here.clear();
    for (std::uint32_t h = heads[token]; h != no_hit; h = hits[h].next) {
      if (is_taken(hits[h])) here.push_back(h);
    }
    std::sort(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Hit& p = hits[a];
      const Hit& q = hits[b];
      if (p.last != q.last) return p.last > q.last;
      if (p.cls != q.cls) return p.cls < q.cls;
      return a < b;
    });
    for (const std::uint32_t h : here) write_item(hits[h], annotation.items.emplace_back());
  });
  number_until(static_cast<std::uint32_t>(heads.size()));
  return annotation;
}

}  // namespace isnad::rules
