#include "rules/form_table.h"

#include <algorithm>
#include <cassert>

#include "isnad/text.h"

namespace isnad::rules {

void FormTable::add(std::string_view form) { forms_.try_emplace(std::string(form)); }

void FormTable::tokenise() {
  std::string text;
  std::vector<std::pair<std::size_t, std::vector<std::string>*>> ends;
  for (auto& [form, tokens] : forms_) {
    tokens.clear();
    std::string line = form;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    text += line;
    text += '\n';
    ends.emplace_back(text.size(), &tokens);
  }
  const Document document = read_document(DocumentIndex{0}, {}, std::move(text), {});
  auto form = ends.begin();
  for (const Token& token : document.tokens) {
    while (form != ends.end() && token.begin.value >= form->first) ++form;
    if (form == ends.end()) break;
    form->second->emplace_back(document.key(token));
  }
}

const std::vector<std::string>& FormTable::tokens(std::string_view form) const {
  const auto it = forms_.find(form);
  assert(it != forms_.end());
  return it->second;
}

}  // namespace isnad::rules
