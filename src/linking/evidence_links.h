// Links from many small signs: words, time, type, and how little else an article tells of that time.
#pragma once

#include <string>
#include <vector>

#include "isnad/linking.h"
#include "linking/event_types.h"
#include "linking/tellings.h"

namespace isnad::linking {

/// Claims of two articles of one story (or headline and body of one article) for whose being one happening enough
/// speaks: content words that few claims have, the same day, the same type, and that neither article tells anything
/// else of that day. Participants that tell two of one type apart exclude it, and so do times that do not meet. A claim
/// is linked to the one in the other article for which most speaks, when for that one, too, most speaks for it. A
/// clause that no frame understands may so be the same news as one that a frame does. Weak links: what they join gives
/// way before any date does. Strongest first. Candidates share a day or a word that few claims have: near linear.
[[nodiscard]] std::vector<Link> evidence_links(const Tellings& tellings, const Types& types,
                                               const std::vector<std::string>& collective);

}  // namespace isnad::linking
