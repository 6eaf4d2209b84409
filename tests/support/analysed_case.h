// The articles of a case, analysed.
#pragma once

#include <vector>

#include "corpus_case.h"
#include "isnad/claims.h"
#include "project_grammar.h"

namespace isnad::test {

inline std::vector<DocumentAnalysis> analysed(const CorpusCase& wanted) {
  const Grammar& grammar = project_grammar();
  std::vector<DocumentAnalysis> documents;
  for (const Article& a : wanted.articles)
    documents.push_back(analyze(
        read_document(static_cast<DocumentIndex>(documents.size()), a.source, a.text, grammar.page_cues()), grammar));
  return documents;
}

}  // namespace isnad::test
