// The timeline as a table for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "isnad/calendar.h"
#include "isnad/messages.h"
#include "isnad/report.h"
#include "report/escape.h"
#include "report/event_order.h"
#include "report/json_values.h"
#include "report/text_style.h"

namespace isnad {
namespace {

/// One claim's row: its date, its article, the words, who says it.
std::string claim_row(const Timeline& timeline, ClaimRef ref, const Paint& paint) {
  const Claim& claim = claim_of(timeline, ref);
  const Document& document = document_of(timeline, ref.document);
  const std::string date = date_of(timeline, ref);
  constexpr std::size_t longest = 80;
  std::string chain;
  for (const Speaker& speaker : claim.attribution) chain += " < " + printable(speaker.name);
  return fmt::format("    {:<24} {}{}  {}\n", date.empty() ? "-" : date,
                     printable(fmt::format("{}:{}", document.source.id, place(document, claim.span.begin).line)), chain,
                     paint.dim(shortened(printable(slice(document.text, claim.span)), longest)));
}

}  // namespace

std::string timeline_text(const Timeline& timeline, const TextStyle& style) {
  const Paint paint(style.color);
  std::string out;
  const std::vector<std::size_t> order = events_in_time(timeline);
  for (const std::size_t i : order) {
    const Event& event = timeline.linking.events[i];
    const bool disputed = timeline.graph.status[i] == EventStatus::disputed;
    const std::string label = printable(in(event.label, style.language));
    out += fmt::format(
        "{:<28} {}{}\n", edtf(timeline.graph.event_windows[i]), paint.bold(label.empty() ? event.type : label),
        disputed ? "  " + paint.level(Level::error, "(!) " + message(style.language, "text.disputed")) : std::string());
    std::vector<ClaimRef> claims = event.claims;
    const auto begin = [&timeline](ClaimRef ref) {
      const DatedClaim& dated = timeline.graph.dated[index(ref.document)][ref.claim];
      const Window hull = dated.domain && !dated.domain->empty() ? dated.domain->hull() : Window{};
      return hull.earliest ? hull.earliest : hull.latest;
    };
    std::stable_sort(claims.begin(), claims.end(), [&begin](ClaimRef a, ClaimRef b) {
      const auto x = begin(a);
      const auto y = begin(b);
      return x && y ? *x < *y : x.has_value() && !y.has_value();  // undated ones last
    });
    for (const ClaimRef& ref : claims) out += claim_row(timeline, ref, paint);
  }
  const std::size_t undated = timeline.linking.events.size() - order.size();
  if (undated > 0) {
    out += message(style.language, "text.undated", {{"n", static_cast<std::int64_t>(undated)}}) + "\n";
  }
  return out;
}

}  // namespace isnad
