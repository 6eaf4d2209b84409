// The content words of a claim's clause: what it tells, without when, who says so and the words of grammar.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "isnad/linking.h"
#include "isnad/stems.h"
#include "linking/sounds.h"

namespace isnad::linking {

/// Reads the clauses of a corpus. Keeps the words of grammar of its languages.
class ClauseWords {
 public:
  ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// Those of the clause, of the noun that a relative clause is said of, and of a subject that stands in the clause
  /// before. Sorted, each once: stems of three letters at least. O(tokens of the clause).
  [[nodiscard]] std::vector<std::string> operator()(const DocumentAnalysis& analysis, const Claim& claim) const;
  /// The same in words that all languages have: the notions of the clause, and its names as they sound ("name:hml").
  /// Sorted, each once. O(tokens of the clause).
  [[nodiscard]] std::vector<std::string> notions(const DocumentAnalysis& analysis, const Claim& claim) const;

 private:
  using Words = std::set<std::string, std::less<>>;

  [[nodiscard]] std::uint32_t with_antecedent(const Document& document, const Claim& claim, std::uint32_t first) const;
  [[nodiscard]] static bool tells_when_or_who(const DocumentAnalysis& analysis, const Claim& claim,
                                              const SourceSpan& span);

  std::map<std::string, Stemmer, std::less<>> stems_;                    ///< by language
  std::map<std::string, Sounds, std::less<>> sounds_;                    ///< by language
  std::map<std::string, Words, std::less<>> grammar_words_, relatives_;  ///< by language
};

}  // namespace isnad::linking
