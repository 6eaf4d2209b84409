// Sources without a name, read from the words of an article's body: "a source inside the ministry disclosed that ...".
#pragma once

#include <string>
#include <vector>

#include "audit/told_words.h"

namespace isnad::audit_rules {

struct UnnamedSource {
  std::uint32_t sentence = 0;
  SourceSpan span;                 ///< the noun and what tells of it
  std::string name;                ///< the same, as written
  std::vector<std::string> where;  ///< content words of what tells of it: "the health ministry"; may be empty
  std::vector<std::string> told;   ///< stems of its sentence and the one behind, without its name
  bool official = false;           ///< "a responsible source": how agencies quote an office that speaks for itself
};

/// Those of an article that speak or are cited, in order. O(tokens).
[[nodiscard]] std::vector<UnnamedSource> unnamed_sources_of(const Context& context, const ToldWords& words,
                                                            const DocumentAnalysis& analysis);

/// Is a source of the body that is named: "a source in the ministry" of "the ministry", "a ministerial source" of
/// "the council of ministers"?
[[nodiscard]] bool belongs_to(const UnnamedSource& source, const std::vector<std::string>& body);

}  // namespace isnad::audit_rules
