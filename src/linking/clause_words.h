// The content words of a claim's clause: what it tells, without when, who says so and the words of grammar.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "isnad/linking.h"

namespace isnad::linking {

/// Reads the clauses of a corpus. Keeps the words of grammar of its languages.
class ClauseWords {
 public:
  ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// Sorted, each once: matching forms without article; three letters at least, and without the one letter at the end
  /// by which forms of a word mostly differ where four remain. O(tokens of the clause).
  [[nodiscard]] std::vector<std::string> operator()(const DocumentAnalysis& analysis, const Claim& claim) const;

 private:
  const Grammar& grammar_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> grammar_words_;  ///< by language
};

}  // namespace isnad::linking
