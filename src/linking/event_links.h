// Candidate pairs from shared keys, and the decision on each pair.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "isnad/linking.h"

namespace isnad::linking {

/// What the frames of all languages say of an event type.
struct TypeFacts {
  Bilingual label;
  bool once = false;
  std::vector<std::string> neighbours;
  std::vector<std::string> key_roles;
  std::vector<std::string> after;  ///< types that cannot come later for the same participants
};
using Types = std::map<std::string, TypeFacts, std::less<>>;

[[nodiscard]] Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

/// Links between claims of one happening, strongest first. `collective`: see identity.h.
/// Candidates share a type family and a word or id of a key participant; a key that very many claims share is compared
/// only between neighbours in time, so the work stays linear in the corpus.
[[nodiscard]] std::vector<Link> event_links(const std::vector<DocumentAnalysis>& corpus, const Types& types,
                                            const std::vector<std::string>& collective);

/// When a claim's own words put its event; nothing where they do not, or the year is open.
[[nodiscard]] std::optional<Window> window_of_claim(const DocumentAnalysis& analysis, const Claim& claim);

/// May the two be one happening by their dates? Recurring events only within a few days; those that happen once also
/// some weeks apart, or at the same time of another year, which is the commonest slip. Undated claims may always.
[[nodiscard]] bool times_allow(const DocumentAnalysis& a, const Claim& x, const DocumentAnalysis& b, const Claim& y,
                               const Types& types);

/// Do the claims' participants allow that they are one happening? (No key role with different participants.)
[[nodiscard]] bool compatible(const Claim& a, const Claim& b, const TypeFacts& facts,
                              const std::vector<std::string>& collective);

}  // namespace isnad::linking
