// The part of a timeline that is to be shown.
#include <algorithm>
#include <set>

#include "isnad/report.h"
#include "report/overview.h"
#include "report/picture_model.h"

namespace isnad {
namespace {

bool within(const Window& window, const Selection& selection) {
  const auto known = picture::known_part(window);
  return known && (!selection.from || *selection.from <= *known->latest) &&
         (!selection.to || *known->earliest <= *selection.to);
}

/// Told by a claim, or placed by all of them together, within the period.
bool in_period(const Timeline& timeline, std::size_t e, const Selection& selection) {
  bool dated = false;
  for (const ClaimRef& ref : timeline.linking.events[e].claims) {
    const DatedClaim* claim = picture::dated_of(timeline, ref);
    if (claim == nullptr) continue;
    for (const Window& window : picture::drawn_windows(claim->domain)) {
      if (within(window, selection)) return true;
      dated = true;
    }
  }
  return !dated && within(timeline.graph.event_windows[e], selection);
}

template <class T>
void keep(std::vector<T>& values, const std::vector<bool>& kept) {
  if (values.size() != kept.size()) return;  // not known by event
  std::size_t next = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    if (next != i) values[next] = std::move(values[i]);
    ++next;
  }
  values.resize(next);
}

}  // namespace

Timeline narrowed(Timeline timeline, const Selection& selection) {
  const std::size_t size = timeline.linking.events.size();
  std::set<ClaimRef> contradicted;
  for (const Finding& finding : timeline.audit.findings) {
    if (!picture::contradicts(finding)) continue;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.claim) contradicted.insert(*evidence.claim);
    }
  }
  std::vector<bool> kept(size, true);
  std::vector<std::optional<std::uint32_t>> number(size);
  std::set<ClaimRef> claims;
  std::uint32_t next = 0;
  for (std::size_t e = 0; e < size; ++e) {
    const std::vector<ClaimRef>& own = timeline.linking.events[e].claims;
    const bool disputed =
        timeline.graph.status[e] == EventStatus::disputed ||
        std::any_of(own.begin(), own.end(), [&](ClaimRef ref) { return contradicted.count(ref) > 0; });
    const bool shared =
        std::any_of(own.begin(), own.end(), [&own](ClaimRef ref) { return ref.document != own.front().document; });
    kept[e] = (!selection.only_disputed || disputed) && (!selection.only_shared || disputed || shared) &&
              ((!selection.from && !selection.to) || in_period(timeline, e, selection));
    if (!kept[e]) continue;
    number[e] = next++;
    claims.insert(own.begin(), own.end());
  }

  std::erase_if(timeline.audit.findings, [&](const Finding& finding) {
    if (finding.event) return !kept[*finding.event];
    const bool of_claims = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                       [](const Evidence& evidence) { return evidence.claim.has_value(); });
    return of_claims && std::none_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
             return evidence.claim && claims.count(*evidence.claim) > 0;
           });
  });
  for (Finding& finding : timeline.audit.findings) {
    if (finding.event) finding.event = number[*finding.event];
  }
  std::erase_if(timeline.graph.relations, [&](const Relation& r) { return !kept[r.from] || !kept[r.to]; });
  for (Relation& relation : timeline.graph.relations) {
    relation.from = *number[relation.from];
    relation.to = *number[relation.to];
  }
  keep(timeline.linking.events, kept);
  keep(timeline.graph.event_windows, kept);
  keep(timeline.graph.status, kept);
  keep(timeline.audit.origins, kept);
  return timeline;
}

}  // namespace isnad
