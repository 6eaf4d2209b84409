#include <algorithm>

#include "graph/counted_dates.h"
#include "graph/network_builder.h"
#include "graph/settle.h"
#include "isnad/graph.h"

namespace isnad {
namespace graph {
namespace {

/// Dates without a year are tried from 1900 to 2100, and with a weekday fit only some of these years; a bound far out
/// only says that nothing bounds that side.
constexpr std::int64_t first_year = -36 * 365 * minutes_per_day, last_year = 90 * 365 * minutes_per_day;

Window window_of_interval(const solver::Interval& interval) {
  Window w;
  if (interval.min && *interval.min > first_year) w.earliest = Instant{*interval.min};
  if (interval.max && *interval.max > first_year && *interval.max < last_year) w.latest = Instant{*interval.max};
  return w;
}

/// More days than this and an article's publication is told as a window only.
constexpr std::size_t most_candidates = 400;

Publication settled(const Publication& known, const Window& window, const std::vector<Day>& candidates) {
  if (known.day) return known;
  Publication p = known;
  if (candidates.size() == 1) {
    p.day = candidates.front();
    p.origin = PublicationOrigin::inferred;
  } else if (window.earliest || window.latest) {
    p.origin = PublicationOrigin::inferred;
  }
  return p;
}

/// By document: the dated claims that the solution keeps, with their events' windows.
std::vector<std::vector<MustMeet>> kept_dates(const std::vector<DocumentAnalysis>& corpus, const Linking& linking,
                                              const BuiltNetwork& built, const solver::Solution& solution) {
  std::vector<std::vector<bool>> given_up;
  for (const DocumentAnalysis& d : corpus) given_up.emplace_back(d.claims.size(), false);
  for (const solver::ClaimId c : solution.repair.drop)
    if (const auto& ref = built.meaning[solver::index(c)].claim) given_up[index(ref->document)][ref->claim] = true;
  std::vector<std::vector<MustMeet>> musts(corpus.size());
  for (std::size_t e = 0; e < linking.events.size(); ++e) {
    if (linking.events[e].claims.size() < 2) continue;
    const Window window = window_of_interval(solution.windows[solver::index(built.event_points[e])]);
    for (const ClaimRef ref : linking.events[e].claims) {
      const Claim& claim = corpus[index(ref.document)].claims[ref.claim];
      const bool dates = claim.time.has_own_timex() && claim.modality == Modality::actual &&
                         claim.polarity == Polarity::asserted && !claim.frame.empty();
      if (dates && !given_up[index(ref.document)][ref.claim]) musts[index(ref.document)].push_back({ref.claim, window});
    }
  }
  return musts;
}

bool dated_by_itself(const Claim& claim) { return claim.time.has_own_timex() && !claim.time.of_statement; }

EventStatus status_of(const Event& event, const std::vector<DocumentAnalysis>& corpus, const TemporalGraph& graph,
                      bool disputed) {
  if (disputed) return EventStatus::disputed;
  std::vector<DocumentIndex> sources;
  bool dated = false;
  for (const ClaimRef r : event.claims) {
    if (std::find(sources.begin(), sources.end(), r.document) == sources.end()) sources.push_back(r.document);
    dated = dated || (dated_by_itself(corpus[index(r.document)].claims[r.claim]) &&
                      graph.dated[index(r.document)][r.claim].domain);
  }
  if (!dated) return EventStatus::undated;
  return sources.size() > 1 ? EventStatus::agreed : EventStatus::single_source;
}

}  // namespace
}  // namespace graph

std::string_view to_string(EventStatus status) {
  switch (status) {
    case EventStatus::agreed:
      return "agreed";
    case EventStatus::disputed:
      return "disputed";
    case EventStatus::single_source:
      return "single-source";
    case EventStatus::undated:
      return "undated";
  }
  return "";
}

TemporalGraph build_graph(std::vector<DocumentAnalysis>& corpus, const Linking& linking) {
  using namespace graph;
  TemporalGraph result;
  BuiltNetwork built = build_network(corpus, linking);
  result.solution = solver::solve(built.network);
  const auto window = [&](solver::PointId p) { return window_of_interval(result.solution.windows[solver::index(p)]); };

  const std::vector<std::vector<MustMeet>> musts = kept_dates(corpus, linking, built, result.solution);
  for (std::size_t d = 0; d < corpus.size(); ++d) {
    DocumentAnalysis& analysis = corpus[d];
    Window published = window(built.publication_points[d]);
    std::vector<Day> candidates = candidate_days(published, built.publication_words[d], most_candidates);
    if (!analysis.publication.day) {
      std::vector<Dating> datings = consistent(analysis, candidates, musts[d]);
      candidates.clear();
      for (const Dating& dating : datings) candidates.push_back(dating.published);
      settle(analysis, std::move(datings));
    }
    result.publications.push_back(settled(analysis.publication, published, candidates));
    if (!candidates.empty()) published = {start_of(candidates.front()), start_of(candidates.back())};
    if (published.latest) published.latest = end_of(day_of(*published.latest));
    result.publication_windows.push_back(published);

    std::vector<DatedClaim> dated;
    for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
      const Claim& claim = analysis.claims[c];
      DatedClaim entry;
      entry.claim = {analysis.document.index, c};
      entry.domain = claim_domain(analysis, claim, published);
      if (claim.time.timex) {
        const Timex& timex = analysis.timexes[*claim.time.timex];
        entry.text = std::string(slice(analysis.document.text, timex.span));
        entry.derivation = timex.derivation;
      }
      dated.push_back(std::move(entry));
    }
    result.dated.push_back(std::move(dated));
  }
  count_dates(corpus, linking, result);

  std::vector<bool> disputed(linking.events.size(), false);
  std::vector<std::size_t> event_of_claim_base(corpus.size() + 1, 0);
  for (std::size_t d = 0; d < corpus.size(); ++d)
    event_of_claim_base[d + 1] = event_of_claim_base[d] + corpus[d].claims.size();
  std::vector<std::size_t> event_of(event_of_claim_base.back(), 0);
  for (std::size_t e = 0; e < linking.events.size(); ++e)
    for (const ClaimRef r : linking.events[e].claims) event_of[event_of_claim_base[index(r.document)] + r.claim] = e;
  const auto event = [&](ClaimRef r) { return event_of[event_of_claim_base[index(r.document)] + r.claim]; };
  for (const solver::ClaimId c : result.solution.repair.drop) {
    const NetworkClaim& meaning = built.meaning[solver::index(c)];
    if (meaning.kind == NetworkClaim::Kind::date && meaning.claim &&
        linking.events[event(*meaning.claim)].claims.size() > 1)
      disputed[event(*meaning.claim)] = true;
  }
  for (std::size_t e = 0; e < linking.events.size(); ++e) {
    result.event_windows.push_back(window(built.event_points[e]));
    result.status.push_back(status_of(linking.events[e], corpus, result, disputed[e]));
  }
  for (const DocumentAnalysis& analysis : corpus)
    for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
      const Claim& claim = analysis.claims[c];
      if (!claim.time.other || !claim.time.offset) continue;
      const ClaimRef self{analysis.document.index, c}, other{analysis.document.index, *claim.time.other};
      if (event(self) == event(other)) continue;
      Relation relation;
      relation.from = static_cast<std::uint32_t>(event(self));
      relation.to = static_cast<std::uint32_t>(event(other));
      relation.kind = claim.time.offset->lo && claim.time.offset->lo->value >= 0 ? "after" : "before";
      relation.claim = self;
      result.relations.push_back(std::move(relation));
    }
  result.network = std::move(built.network);
  result.meaning = std::move(built.meaning);
  return result;
}

}  // namespace isnad
