#include "graph/counted_dates.h"

#include <algorithm>
#include <map>

#include "graph/settle.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

class CountedDates {
 public:
  CountedDates(const std::vector<DocumentAnalysis>& corpus, const Linking& linking, TemporalGraph& graph)
      : corpus_(corpus), graph_(graph) {
    for (const Event& event : linking.events)
      for (const ClaimRef r : event.claims) event_of_[r] = &event;
  }

  void count() {
    for (const DocumentAnalysis& d : corpus_)
      for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
        const Claim& claim = d.claims[c];
        const ClaimTime& time = claim.time;
        if (time.has_own_timex() || !time.is_counted()) continue;
        const ClaimRef self{d.document.index, c}, base{d.document.index, *time.other};
        const Claim& from = d.claims[*time.other];
        if (from.time.has_own_timex() && !from.time.of_statement) continue;
        const auto told = where_told(base);
        if (!told) continue;
        take(base, dated(*told).domain, *told);
        take(self, at_distance(*dated(*told).domain, time), *told);
      }
  }

 private:
  [[nodiscard]] DatedClaim& dated(ClaimRef r) const { return graph_.dated[index(r.document)][r.claim]; }

  void take(ClaimRef r, std::optional<TimeDomain> domain, ClaimRef from) {
    if (!domain) return;
    DatedClaim& entry = dated(r);
    entry.domain = std::move(domain);
    const DocumentAnalysis& d = corpus_[index(from.document)];
    const std::string words(slice(d.document.text, d.claims[from.claim].span));
    entry.derivation = {message("graph.counted-from", {{"words", words}, {"article", d.document.source.id}})};
  }

  /// Who dates it by a day: the first claim of its event in the same article, else in the others, that nobody
  /// contradicts.
  [[nodiscard]] std::optional<ClaimRef> where_told(ClaimRef base) const {
    for (const bool here : {true, false}) {
      std::optional<ClaimRef> first;
      for (const ClaimRef r : event_of_.find(base)->second->claims) {
        if (r == base || (r.document == base.document) != here || !tells_day(r, here)) continue;
        if (first && !intersect(dated(r).domain->hull(), dated(*first).domain->hull())) return std::nullopt;
        if (!first) first = r;
      }
      if (first) return first;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool tells_day(ClaimRef r, bool here) const {
    const Claim& claim = corpus_[index(r.document)].claims[r.claim];
    const auto& domain = dated(r).domain;
    return claim.may_be_counted_from(here) && !claim.time.of_statement && domain && !domain->empty() &&
           domain->hull().within_a_day();
  }

  const std::vector<DocumentAnalysis>& corpus_;
  TemporalGraph& graph_;
  std::map<ClaimRef, const Event*> event_of_;
};

}  // namespace

void count_dates(const std::vector<DocumentAnalysis>& corpus, const Linking& linking, TemporalGraph& graph) {
  CountedDates(corpus, linking, graph).count();
}

}  // namespace isnad::graph
