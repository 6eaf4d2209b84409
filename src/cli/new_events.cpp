#include "cli/new_events.h"

#include <fmt/format.h>

#include <algorithm>

#include "isnad/calendar.h"
#include "report/escape.h"
#include "report/source_file.h"

namespace isnad::cli {

std::string new_events_text(const Timeline& timeline, std::size_t first, Language language) {
  std::string out;
  for (std::size_t e = 0; e < timeline.linking.events.size(); ++e) {
    const Event& event = timeline.linking.events[e];
    if (event.claims.empty() || timeline.graph.event_windows[e] == Window{}) continue;
    const bool is_new = std::all_of(event.claims.begin(), event.claims.end(),
                                    [first](const ClaimRef& ref) { return index(ref.document) >= first; });
    if (!is_new) continue;
    const ClaimRef& told = event.claims.front();
    const DocumentAnalysis& analysis = timeline.documents[index(told.document)];
    const std::string when = edtf(timeline.graph.event_windows[e]);
    out += fmt::format(
        "{}: {}\n", printable(place_text(analysis.claims[told.claim].span, analysis.document)),
        message(language, "cli.new_event", {{"event", printable(in(event.label, language))}, {"when", when}}));
  }
  return out;
}

}  // namespace isnad::cli
