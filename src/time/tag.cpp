// The temporal expressions of a document: the rules' values of class "timex", composed.
#include "compose.h"
#include "isnad/time.h"

namespace isnad {
namespace {

/// A cue tells of the date that follows it at once, with a mark or a word between at most.
constexpr std::uint32_t cue_reach = 2;

DateCue cue_of(const Item& item) {
  const auto value = item.value.text("value");
  if (value == "published") return DateCue::published;
  return value == "updated" ? DateCue::updated : DateCue::none;
}

}  // namespace

std::vector<Timex> tag(const Document& document, const Grammar& grammar, const Annotation& annotation) {
  std::vector<Timex> out;
  const auto timex = grammar.find_class("timex");
  if (!timex) return out;
  const auto cue = grammar.find_class("publication-cue");
  const Item* last_cue = nullptr;
  for (const Item& item : annotation.items) {
    if (cue && item.cls == *cue && (last_cue == nullptr || item.last > last_cue->last)) last_cue = &item;
    if (item.cls != *timex) continue;
    // Longest of those that begin first: the items stand in that order.
    if (!out.empty() && item.first < out.back().last) continue;
    auto meaning = compose(item.value);
    if (!meaning) continue;
    Timex t;
    t.span = {document.index, item.begin, item.end};
    t.first = item.first;
    t.last = item.last;
    t.type = type_of(*meaning);
    t.meaning = std::move(*meaning);
    if (last_cue != nullptr && last_cue->last <= t.first && t.first <= last_cue->last + cue_reach) {
      t.cue = cue_of(*last_cue);
    }
    t.rule = std::string(grammar.rule_name(item.rule));
    out.push_back(std::move(t));
  }
  return out;
}

}  // namespace isnad
