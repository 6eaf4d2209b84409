// The temporal expressions of a document: the rules' values of class "timex", composed.
#include "compose.h"
#include "isnad/time.h"

namespace isnad {

std::vector<Timex> tag(const Document& document, const Grammar& grammar, const Annotation& annotation) {
  std::vector<Timex> out;
  const auto timex = grammar.find_class("timex");
  if (!timex) return out;
  for (const Item& item : annotation.items) {
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
    t.rule = std::string(grammar.rule_name(item.rule));
    out.push_back(std::move(t));
  }
  return out;
}

}  // namespace isnad
