#include "report/picture_model.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "report/escape.h"
#include "report/json_values.h"

namespace isnad::picture {
namespace {

constexpr std::size_t longest_sentence = 400;  // code points, in tooltips
constexpr std::size_t longest_name = 48;

bool is_vague(const std::vector<Window>& windows) {
  if (windows.size() != 1) return true;
  const Window& w = windows.front();
  return !w.bounded() || (*w.latest - *w.earliest).value >= minutes_per_day;
}

/// Begin of a claim or event for sorting; an open begin lies before its end.
std::int64_t begin_of(const Window& w) {
  if (w.earliest) return w.earliest->value;
  return w.latest ? w.latest->value : std::numeric_limits<std::int64_t>::max();
}

class ModelBuilder {
 public:
  ModelBuilder(const Timeline& timeline, const PictureOptions& options)
      : timeline_(timeline), options_(options), names_(short_names(timeline.documents)) {
    for (std::size_t f = 0; f < timeline.audit.findings.size(); ++f) note_finding(f);
  }

  PictureModel build() {
    std::vector<Lane> dated;
    std::vector<Lane> undated;
    for (std::size_t e = 0; e < timeline_.linking.events.size(); ++e) {
      Lane lane = lane_of(e);
      (lane.bars.empty() ? undated : dated).push_back(std::move(lane));
    }
    const std::size_t all_dated = dated.size();
    const std::size_t all_undated = undated.size();
    std::erase_if(undated, [](const Lane& lane) { return lane.findings.empty(); });
    std::erase_if(dated, [this](const Lane& lane) { return is_aside(lane); });
    model_.lanes = chosen(std::move(dated), max_lanes);
    model_.undated_lanes = chosen(std::move(undated), max_undated_lanes);
    model_.dated_left_out = all_dated - model_.lanes.size();
    model_.undated_left_out = all_undated - model_.undated_lanes.size();
    const auto begin = [](const Lane& lane) {
      std::int64_t first = std::numeric_limits<std::int64_t>::max();
      for (const Bar& bar : lane.bars) first = std::min(first, begin_of(bar.windows.front()));
      return first;
    };
    std::stable_sort(model_.lanes.begin(), model_.lanes.end(),
                     [&](const Lane& a, const Lane& b) { return begin(a) < begin(b); });
    group_lanes(model_.lanes, timeline_, options_.group, options_.language);
    count();
    return std::move(model_);
  }

 private:
  /// The claims of a contradiction clash with its first, the odd one out.
  void note_finding(std::size_t f) {
    const Finding& finding = timeline_.audit.findings[f];
    if (!contradicts(finding)) return;
    std::vector<ClaimRef> claims;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.claim) claims.push_back(*evidence.claim);
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
      in_conflict_.insert(claims[i]);
      if (i > 0 && claims[i] != claims[0]) model_.clashes.push_back({claims[0], claims[i], f});
      by_claim_[claims[i]].push_back(f);
    }
    if (finding.event) by_event_[*finding.event].insert(f);
  }

  Bar bar_of(ClaimRef ref) const {
    const Claim& claim = claim_of(timeline_, ref);
    const DatedClaim* dated = dated_of(timeline_, ref);
    Bar bar;
    bar.claim = ref;
    bar.source = index(ref.document);
    if (dated != nullptr) {
      bar.windows = drawn_windows(dated->domain);
      bar.said = shortened(printable(dated->text), longest_name);
    }
    bar.vague = is_vague(bar.windows);
    bar.day_part = day_part_of(timeline_, ref);
    bar.in_conflict = in_conflict_.count(ref) > 0;
    bar.denied = claim.polarity == Polarity::denied;
    bar.id = anchor("claim-", claim.id);
    bar.source_name = names_[bar.source];
    for (const Speaker& speaker : claim.attribution) {
      const std::string name = shortened(printable(speaker.name), longest_name);
      if (!name.empty()) bar.chain.push_back(name);
    }
    bar.sentence = shortened(printable(slice(document_of(timeline_, ref.document).text, claim.span)), longest_sentence);
    return bar;
  }

  Lane lane_of(std::size_t e) const {
    const Event& event = timeline_.linking.events[e];
    Lane lane;
    lane.event = e;
    lane.id = anchor("event-", event.id);
    lane.label = printable(in(event.label, options_.language));
    if (lane.label.empty()) lane.label = printable(event.type);
    if (e < timeline_.graph.status.size()) lane.status = timeline_.graph.status[e];
    if (e < timeline_.graph.event_windows.size()) lane.window = timeline_.graph.event_windows[e];
    if (e < timeline_.audit.origins.size()) lane.origins = timeline_.audit.origins[e].count;
    std::set<std::size_t> findings;
    if (const auto found = by_event_.find(e); found != by_event_.end()) findings = found->second;
    for (const ClaimRef ref : event.claims) {
      if (const auto found = by_claim_.find(ref); found != by_claim_.end()) {
        findings.insert(found->second.begin(), found->second.end());
      }
      Bar bar = bar_of(ref);
      (bar.windows.empty() ? lane.chips : lane.bars).push_back(std::move(bar));
    }
    lane.findings.assign(findings.begin(), findings.end());
    limit(lane.bars, max_bars, lane.left_out);
    limit(lane.chips, max_chips, lane.left_out);
    std::stable_sort(lane.bars.begin(), lane.bars.end(), [](const Bar& a, const Bar& b) {
      const auto key = [](const Bar& bar) {
        const Window& last = bar.windows.back();
        const std::int64_t end = last.latest ? last.latest->value : std::numeric_limits<std::int64_t>::max();
        return std::tuple(begin_of(bar.windows.front()), end, bar.claim);
      };
      return key(a) < key(b);
    });
    return lane;
  }

  /// Keeps the first `most`, those in conflict before the others.
  static void limit(std::vector<Bar>& bars, std::size_t most, std::size_t& left_out) {
    if (bars.size() <= most) return;
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Bar& a, const Bar& b) { return a.in_conflict && !b.in_conflict; });
    left_out += bars.size() - most;
    bars.resize(most);
  }

  /// The `most` lanes that matter most: contradicted ones, then those told by many articles, then by many claims.
  std::vector<Lane> chosen(std::vector<Lane> lanes, std::size_t most) const {
    if (lanes.size() <= most) return lanes;
    const auto rank = [](const Lane& lane) {
      std::set<std::size_t> sources;
      for (const auto* bars : {&lane.bars, &lane.chips}) {
        for (const Bar& bar : *bars) sources.insert(bar.source);
      }
      const std::size_t claims = lane.bars.size() + lane.chips.size() + lane.left_out;
      return std::tuple(!lane.findings.empty(), sources.size(), claims);
    };
    std::vector<std::pair<decltype(rank(lanes[0])), std::size_t>> ranked;
    for (std::size_t i = 0; i < lanes.size(); ++i) ranked.emplace_back(rank(lanes[i]), i);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    ranked.resize(most);
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<Lane> out;
    for (const auto& entry : ranked) out.push_back(std::move(lanes[entry.second]));
    return out;
  }

  /// One article's word that it was said, or that something happened some time before it appeared: true, but no line of
  /// a timeline.
  [[nodiscard]] bool is_aside(const Lane& lane) const {
    if (!lane.findings.empty()) return false;
    std::set<std::size_t> sources;
    for (const auto* bars : {&lane.bars, &lane.chips})
      for (const Bar& bar : *bars) sources.insert(bar.source);
    return sources.size() < 2 &&
           (lane.status == EventStatus::undated || timeline_.linking.events[lane.event].type == "statement");
  }

  void count() {
    model_.documents = timeline_.documents.size();
    for (const Event& event : timeline_.linking.events) model_.claims += event.claims.size();
    for (const Finding& finding : timeline_.audit.findings) model_.contradictions += contradicts(finding) ? 1U : 0U;
    std::map<std::size_t, std::size_t> drawn;
    for (const auto* lanes : {&model_.lanes, &model_.undated_lanes}) {
      for (const Lane& lane : *lanes) {
        for (const Bar& bar : lane.bars) ++drawn[bar.source];
        for (const Bar& bar : lane.chips) ++drawn[bar.source];
      }
    }
    for (const auto& [document, claims] : drawn) {
      const Document& told = timeline_.documents[document].document;
      const std::string title = printable(title_of(told).empty() ? told.source.publisher : title_of(told));
      model_.sources.push_back({document, names_[document], title, claims});
    }
  }

  const Timeline& timeline_;
  PictureOptions options_;
  std::vector<std::string> names_;
  std::set<ClaimRef> in_conflict_;
  std::map<ClaimRef, std::vector<std::size_t>> by_claim_;
  std::map<std::size_t, std::set<std::size_t>> by_event_;
  PictureModel model_;
};

}  // namespace

const DatedClaim* dated_of(const Timeline& timeline, ClaimRef ref) {
  const auto& dated = timeline.graph.dated;
  const std::size_t d = index(ref.document);
  return d < dated.size() && ref.claim < dated[d].size() ? &dated[d][ref.claim] : nullptr;
}

std::optional<DayPart> day_part_of(const Timeline& timeline, ClaimRef ref) {
  const auto& analysis = timeline.documents[index(ref.document)];
  const auto timex = claim_of(timeline, ref).time.timex;
  if (!timex || *timex >= analysis.timexes.size()) return std::nullopt;
  return analysis.timexes[*timex].meaning.fields.part;
}

std::vector<Window> drawn_windows(const std::optional<TimeDomain>& domain) {
  if (!domain || domain->empty() || domain->period.value != 0) return {};
  const Window hull = domain->hull();
  if (!hull.earliest && !hull.latest) return {};
  if (domain->windows.size() > max_windows) return {hull};
  return domain->windows;
}

PictureModel picture_model(const Timeline& timeline, const PictureOptions& options) {
  return ModelBuilder(timeline, options).build();
}

}  // namespace isnad::picture
