#include <fmt/format.h>

#include <algorithm>

#include "rules/load.h"

namespace isnad::rules {

void load_concepts(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader file(source, root);
  (void)file.text("kind");
  for (const Node& node : file.list("concepts")) {
    ObjectReader reader(source, node);
    const std::string id = reader.text("id");
    for (const Node& word : reader.list("words")) {
      ConceptEntry entry{source.place(word), matching_form(read_text(source, word)), id};
      if (std::count(entry.text.begin(), entry.text.end(), ' ') > 1)
        source.report(word, fmt::format("\"{}\" has more than two words", entry.text));
      model.concept_words.push_back(std::move(entry));
    }
    reader.finish();
  }
  file.finish();
}

}  // namespace isnad::rules
