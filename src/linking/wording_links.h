// Links between claims that tell one thing in the same words, whatever their types: a clause that no frame understands
// may be the same news as one that a frame does.
#pragma once

#include <string>
#include <vector>

#include "isnad/linking.h"
#include "linking/event_types.h"

namespace isnad::linking {

/// Claims of different articles (or headline and body of one) whose clauses share content words: two or more and over a
/// third of their weight where both are dated to the same day, five or more and most of it where one is not dated. A
/// word weighs the more the fewer clauses have it; times and the words of grammar and attribution weigh nothing. Weak
/// links: what they join gives way before any date does. Strongest first. Candidates share words that few clauses have,
/// so the work is near linear.
[[nodiscard]] std::vector<Link> wording_links(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar,
                                              const Types& types, const std::vector<std::string>& collective);

}  // namespace isnad::linking
