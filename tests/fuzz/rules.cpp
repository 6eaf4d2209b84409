// Any text as a rule file: compiled or refused with a place, and what compiles can be applied.
#include "isnad/rules.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isnad;
  const std::string content(data, data + size);
  const auto grammar = Grammar::compile({{"en/fuzz.json", content}});
  if (!grammar) {
    if (grammar.error().message.empty()) std::abort();
    return 0;
  }
  Document document =
      read_document(DocumentIndex{0}, {}, "On 8 December 2024 the city fell, said a source.\n", grammar->page_cues());
  document.language = "en";
  for (const Item& item : grammar->annotate(document).items) {
    if (item.last > document.tokens.size() || item.first >= item.last) std::abort();
  }
  return 0;
}
