// From a sentence to a timeline with the installed libraries alone.
#include <isnad/audit.h>
#include <isnad/grammar.h>
#include <isnad/report.h>
#include <isnad/text.h>

int main() {
  const isnad::Grammar grammar = isnad::embedded_grammar();
  isnad::DocumentSource source;
  source.id = "a";
  source.published = "2024-12-09";
  auto document =
      isnad::read_document(isnad::DocumentIndex{0}, source, "The city fell on 8 December 2024.\n", grammar.page_cues());
  const auto timeline = isnad::assemble({isnad::analyze(std::move(document), grammar)}, grammar);
  if (timeline.documents.size() != 1 || timeline.documents[0].timexes.size() != 1) return 2;
  return isnad::timex_jsonl(timeline.documents[0]).find("2024-12-08") == std::string::npos ? 3 : 0;
}
