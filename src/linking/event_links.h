// Candidate pairs from shared keys, and the decision on each pair.
#pragma once

#include <string>
#include <vector>

#include "isnad/linking.h"
#include "linking/event_types.h"
#include "linking/evidence.h"
#include "linking/tellings.h"

namespace isnad::linking {

/// Links between claims of one happening, strongest first. `collective`: see identity.h.
/// Candidates share a type family and a word or id of a key participant; a key that very many claims share is compared
/// only between neighbours in time, so the work stays linear in the corpus. What happens once is told by its
/// participants; of what may happen again and again, `evidence` must speak for one happening too.
[[nodiscard]] std::vector<Link> event_links(const std::vector<DocumentAnalysis>& corpus, const Tellings& tellings,
                                            const Evidence& evidence, const Types& types,
                                            const std::vector<std::string>& collective);

/// May the two claims of one event be dated as they are? Recurring events only a few days apart, and in two articles;
/// those that happen once also some weeks apart, or at the same time of another year, which is the
/// commonest slip. Undated claims may always.
[[nodiscard]] bool times_allow(const DocumentAnalysis& a, const Claim& x, const DocumentAnalysis& b, const Claim& y,
                               const Types& types, const std::vector<std::string>& collective);

/// May the two be one happening by what they tell? Those of one type unless a key role has different participants,
/// those of two where the types are neighbours or have a neighbour in common; what is of no known type fits all.
[[nodiscard]] bool compatible(const Claim& a, const Claim& b, const Types& types,
                              const std::vector<std::string>& collective);

/// Are they of one type, and do participants that tell happenings of it apart differ?
[[nodiscard]] bool tells_apart(const NamedClaim& a, const NamedClaim& b);

}  // namespace isnad::linking
