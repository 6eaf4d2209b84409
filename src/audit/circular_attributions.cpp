// What looks confirmed by several outlets and goes back to one origin: articles that all rest on one unnamed source,
// and outlets that quote one another.
#include <algorithm>
#include <map>
#include <set>

#include "audit/quotings.h"

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
    if (!attributed || !context.claim(event.claims.front()).attribution.back().unnamed) continue;
    const bool several_outlets = std::any_of(documents.begin(), documents.end(), [&](DocumentIndex d) {
      return d != *documents.begin() && !context.of_one_outlet(d, *documents.begin());
    });
    if (!several_outlets) continue;
    const std::string& source = origins[e].names.front();
    const auto n = static_cast<std::int64_t>(documents.size());
    const auto [it, fresh] = by_source.try_emplace({source, std::move(documents)});
    Finding& finding = it->second;
    if (fresh) {
      finding.rule = FindingRule::circular_attribution;
      finding.event = e;
      finding.message = message("finding.circular-attribution", {{"n", n}, {"source", source}});
    }
    for (const ClaimRef r : event.claims) quote_once(finding, context.credit(r));
  }
  std::vector<Finding> findings;
  for (auto& [key, finding] : by_source) findings.push_back(std::move(finding));
  return findings;
}

/// The same speaker: the fewer words are all among the others' ("the Spanish paper", "a Spanish paper").
bool same_speaker(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && shared_words(a, b) == std::min(a.size(), b.size());
}

/// Those who quote one another about one thing. A news agency is there to be quoted: what goes through one hides
/// nothing.
class QuotingChains {
 public:
  QuotingChains(const Context& context, const ToldWords& words, const std::vector<Quoting>& quotings)
      : context_(context), words_(words), quotings_(quotings) {
    for (std::size_t q = 0; q < quotings_.size(); ++q)
      for (const std::string& word : quotings_[q].carrier) by_carrier_[word].push_back(q);
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
    std::set<std::size_t> told;
    for (const bool loops : {false, true})  // a loop has no outermost part: it is entered anywhere
      for (std::size_t q = 0; q < quotings_.size(); ++q) {
        if (inner[q] != loops || !next[q] || told.contains(q)) continue;
        std::vector<std::size_t> path{q};
        while (next[path.back()] && std::find(path.begin(), path.end(), *next[path.back()]) == path.end())
          path.push_back(*next[path.back()]);
        if (std::any_of(path.begin(), path.end(), [&](std::size_t p) { return told.contains(p) && loops; })) continue;
        told.insert(path.begin(), path.end());
        if (hides_origin(path)) all.push_back(finding_of(path));
      }
    return all;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> quoted_by(std::size_t q) const {
    const Quoting& outer = quotings_[q];
    if (outer.through_agency) return std::nullopt;
    std::optional<std::size_t> best;
    for (const std::string& word : outer.origin) {
      const auto list = by_carrier_.find(word);
      if (list == by_carrier_.end()) continue;
      for (const std::size_t other : list->second) {
        if (other == q || !same_speaker(outer.origin, quotings_[other].carrier) ||
            !of_one_thing(outer, quotings_[other]))
          continue;
        const bool beside = quotings_[other].document == outer.document;
        if (!best || (beside && quotings_[*best].document != outer.document)) best = other;
      }
    }
    return best;
  }

  /// "The radio" is the one that its article named last; a name of two words is known everywhere.
  [[nodiscard]] bool of_one_thing(const Quoting& a, const Quoting& b) const {
    if (a.claim && a.claim == b.claim) return false;
    constexpr std::uint32_t beside = 2;
    if (a.document == b.document && b.sentence <= a.sentence && a.sentence - b.sentence < beside) return true;
    if (a.origin_unknown) return false;
    if (a.claim && b.claim && event_of(*a.claim) == event_of(*b.claim)) return true;
    constexpr double enough = 1.3, enough_for_one_word = 2.5;
    const std::size_t known = shared_words(a.origin, b.carrier);
    return words_.common(a.told, b.told) >= (known >= 2 ? enough : enough_for_one_word);
  }

  [[nodiscard]] std::uint32_t event_of(ClaimRef r) const { return context_.event_of[index(r.document)][r.claim]; }

  /// Told in one article alone, a chain hides nothing, unless someone in it calls the news confirmed.
  [[nodiscard]] bool hides_origin(const std::vector<std::size_t>& path) const {
    return std::any_of(path.begin(), path.end(), [&](std::size_t q) {
      return quotings_[q].document != quotings_[path.front()].document || calls_confirmed(quotings_[q]);
    });
  }

  [[nodiscard]] bool calls_confirmed(const Quoting& quoting) const {
    const auto cls = context_.find_class("confirmed");
    if (!cls) return false;
    const Document& document = context_.document(quoting.document).document;
    const Sentence& sentence = document.sentences[quoting.sentence];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (context_.annotation(quoting.document).longest(t, *cls)) return true;
    return false;
  }

  /// The claim, or the sentence where another one of the path stands in it too.
  [[nodiscard]] Evidence evidence_of(const Quoting& q, const std::vector<std::size_t>& path) const {
    const auto in_sentence = std::count_if(path.begin(), path.end(), [&](std::size_t other) {
      return quotings_[other].document == q.document && quotings_[other].sentence == q.sentence;
    });
    if (q.claim && in_sentence == 1) return context_.credit(*q.claim);
    const Document& document = context_.document(q.document).document;
    Evidence e;
    e.span = document.span(document.sentences[q.sentence]);
    e.label = message("finding.evidence.source", {{"chain", q.origin_name}});
    return e;
  }

  [[nodiscard]] Finding finding_of(const std::vector<std::size_t>& path) const {
    Finding finding;
    finding.rule = FindingRule::circular_attribution;
    const Quoting& first = quotings_[path.back()];
    for (const std::size_t q : path)
      if (quotings_[q].claim) finding.event = event_of(*quotings_[q].claim);
    finding.message = message("finding.quoting-chain",
                              {{"n", static_cast<std::int64_t>(path.size()) + 1}, {"source", first.origin_name}});
    for (const std::size_t q : path) quote_once(finding, evidence_of(quotings_[q], path));
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const std::vector<Quoting>& quotings_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_carrier_;  ///< by each of its words
};

}  // namespace

std::vector<Finding> circular_attributions(const Context& context, const ToldWords& words,
                                           const std::vector<Origins>& origins) {
  std::vector<Finding> findings = of_one_source(context, origins);
  const std::vector<Quoting> quotings = quotings_of(context, words);
  for (Finding& f : QuotingChains(context, words, quotings).findings()) findings.push_back(std::move(f));
  return findings;
}

}  // namespace isnad::audit_rules
