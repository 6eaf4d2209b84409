// What looks confirmed by several outlets and goes back to one origin: articles that all rest on one unnamed source,
// and outlets that quote one another.
#include <algorithm>
#include <map>
#include <set>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

void quote_once(Finding& finding, Evidence evidence) {
  const bool quoted = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                  [&](const Evidence& seen) { return seen.span.overlaps(evidence.span); });
  if (!quoted) finding.evidence.push_back(std::move(evidence));
}

/// Articles that rest on one unnamed source: one finding for each source and set of articles, whatever they tell by it.
std::vector<Finding> of_one_source(const Context& context, const std::vector<Origins>& origins) {
  std::map<std::pair<std::string, std::set<DocumentIndex>>, Finding> by_source;
  for (std::uint32_t e = 0; e < context.linking.events.size(); ++e) {
    const Event& event = context.linking.events[e];
    if (origins[e].count != 1) continue;
    std::set<DocumentIndex> documents;
    bool attributed = true;
    for (const ClaimRef r : event.claims) {
      documents.insert(r.document);
      attributed = attributed && !context.claim(r).attribution.empty();
    }
    // Two articles that quote one minister hide nothing; an unnamed source behind both is what a reader does not see.
    if (documents.size() < 2 || !attributed || !context.claim(event.claims.front()).attribution.back().unnamed)
      continue;
    const std::string& source = origins[e].names.front();
    const auto n = static_cast<std::int64_t>(documents.size());
    const auto [it, fresh] = by_source.try_emplace({source, std::move(documents)});
    Finding& finding = it->second;
    if (fresh) {
      finding.rule = FindingRule::circular_attribution;
      finding.event = e;
      const auto text = [&](Language l) {
        return message(l, "finding.circular-attribution", {{"n", n}, {"source", source}});
      };
      finding.message = {text(Language::ar), text(Language::en)};
    }
    for (const ClaimRef r : event.claims) quote_once(finding, context.credit(r));
  }
  std::vector<Finding> findings;
  for (auto& [key, finding] : by_source) findings.push_back(std::move(finding));
  return findings;
}

/// One speaker quoting another.
struct Quoting {
  ClaimRef claim;
  std::vector<std::string> carrier, origin;  ///< content words
  SpeakerKind origin_kind{};
  std::string origin_name;
};

bool is_medium(SpeakerKind kind) {
  return kind == SpeakerKind::outlet || kind == SpeakerKind::document || kind == SpeakerKind::agency;
}

/// The same speaker: the fewer words are all among the others' ("the Spanish paper", "a Spanish paper").
bool same_speaker(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && shared_words(a, b) == std::min(a.size(), b.size());
}

/// Outlets that quote one another about one thing. A news agency is there to be quoted: what goes through one hides
/// nothing.
class QuotingChains {
 public:
  explicit QuotingChains(const Context& context) : context_(context) {
    for (const DocumentAnalysis& d : context.corpus)
      for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
        const AttributionChain& chain = d.claims[c].attribution;
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
          if (!is_medium(chain[i].kind)) continue;
          Quoting q{
              {d.document.index, c}, words(d, chain[i]), words(d, chain[i + 1]), chain[i + 1].kind, chain[i + 1].name};
          if (!q.carrier.empty() && !q.origin.empty()) by_carrier_[q.carrier.front()].push_back(quotings_.size());
          if (!q.carrier.empty() && !q.origin.empty()) quotings_.push_back(std::move(q));
        }
      }
  }

  std::vector<Finding> findings() const {
    // from each quoting to the one by which its origin in turn quotes
    std::vector<std::optional<std::size_t>> next(quotings_.size());
    std::vector<bool> inner(quotings_.size(), false);
    for (std::size_t q = 0; q < quotings_.size(); ++q) {
      next[q] = quoted_by(q);
      if (next[q]) inner[*next[q]] = true;
    }
    std::vector<Finding> all;
    for (std::size_t q = 0; q < quotings_.size(); ++q) {
      if (inner[q] || !next[q]) continue;
      std::vector<std::size_t> path{q};
      while (next[path.back()] && std::find(path.begin(), path.end(), *next[path.back()]) == path.end())
        path.push_back(*next[path.back()]);
      all.push_back(finding_of(path));
    }
    return all;
  }

 private:
  [[nodiscard]] std::vector<std::string> words(const DocumentAnalysis& d, const Speaker& s) const {
    return content_words(d.document, context_.grammar, s.span);
  }

  [[nodiscard]] std::optional<std::size_t> quoted_by(std::size_t q) const {
    const Quoting& outer = quotings_[q];
    if (!is_medium(outer.origin_kind) || outer.origin_kind == SpeakerKind::agency) return std::nullopt;
    for (const std::string& word : outer.origin) {
      const auto list = by_carrier_.find(word);
      if (list == by_carrier_.end()) continue;
      for (const std::size_t other : list->second)
        if (other != q && same_speaker(outer.origin, quotings_[other].carrier) && of_one_thing(outer, quotings_[other]))
          return other;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool of_one_thing(const Quoting& a, const Quoting& b) const {
    if (a.claim == b.claim) return false;
    if (context_.event_of[index(a.claim.document)][a.claim.claim] ==
        context_.event_of[index(b.claim.document)][b.claim.claim])
      return true;
    constexpr std::size_t least = 2;
    const auto said = [&](const Quoting& q) {
      return content_words(context_.document(q.claim.document).document, context_.grammar,
                           context_.claim(q.claim).span);
    };
    return shared_words(said(a), said(b)) >= least;
  }

  [[nodiscard]] Finding finding_of(const std::vector<std::size_t>& path) const {
    Finding finding;
    finding.rule = FindingRule::circular_attribution;
    const Quoting& first = quotings_[path.back()];
    finding.event = context_.event_of[index(first.claim.document)][first.claim.claim];
    const auto text = [&](Language l) {
      return message(l, "finding.quoting-chain",
                     {{"n", static_cast<std::int64_t>(path.size()) + 1}, {"source", first.origin_name}});
    };
    finding.message = {text(Language::ar), text(Language::en)};
    for (const std::size_t q : path) quote_once(finding, context_.credit(quotings_[q].claim));
    return finding;
  }

  const Context& context_;
  std::vector<Quoting> quotings_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_carrier_;  ///< by the first of its words
};

}  // namespace

std::vector<Finding> circular_attributions(const Context& context, const std::vector<Origins>& origins) {
  std::vector<Finding> findings = of_one_source(context, origins);
  for (Finding& f : QuotingChains(context).findings()) findings.push_back(std::move(f));
  return findings;
}

}  // namespace isnad::audit_rules
