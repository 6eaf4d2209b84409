// Any text as two articles: analysed, linked, solved and written, twice the same.
#include <cstdlib>

#include "isnad/audit.h"
#include "isnad/grammar.h"
#include "isnad/report.h"
#include "isnad/text.h"

namespace {
std::string timeline_of(const std::string& text, const isnad::Grammar& grammar) {
  using namespace isnad;
  const std::size_t half = text.size() / 2;
  std::vector<DocumentAnalysis> corpus;
  for (const std::string& part : {text.substr(0, half), text.substr(half)}) {
    const auto decoded = decode(part);
    DocumentSource source;
    source.id = corpus.empty() ? "a" : "b";
    corpus.push_back(analyze(read_document(DocumentIndex{static_cast<std::uint32_t>(corpus.size())}, source,
                                           decoded ? *decoded : std::string(), grammar.page_cues()),
                             grammar));
  }
  const Timeline timeline = assemble(std::move(corpus), grammar);
  return timeline_json(timeline) + timeline_text(timeline, {Language::ar, false});
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const isnad::Grammar grammar = isnad::embedded_grammar();
  const std::string text(data, data + size);
  if (timeline_of(text, grammar) != timeline_of(text, grammar)) std::abort();
  return 0;
}
