#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "isnad/linking.h"
#include "isnad/messages.h"
#include "linking/anchor_links.h"
#include "linking/claim_window.h"
#include "linking/event_links.h"
#include "linking/evidence.h"
#include "linking/evidence_links.h"
#include "linking/identity.h"
#include "linking/parallels.h"
#include "linking/scripts.h"
#include "linking/statement_links.h"

namespace isnad {
namespace linking {
namespace {

/// Claims in clusters; joined only where no member contradicts another in a key participant, and the times of all allow
/// it: links between neighbours in time must not add up to one event that lasts for months.
class Clusters {
 public:
  Clusters(std::size_t size, std::vector<Spread> spreads)
      : parent_(size), members_(size), spreads_(std::move(spreads)) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < size; ++i) members_[i] = {i};
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  /// `weigh`: evidence for two members being one, nothing where they cannot be; what all members have on average
  /// counts. `compare_datings`: where members are dated apart, two of them at least must be a likely slip.
  template <class Compatible, class Weigh, class CompareDatings>
  bool join(std::size_t a, std::size_t b, const Compatible& compatible, const Weigh& weigh,
            const CompareDatings& compare_datings) {
    a = find(a), b = find(b);
    if (a == b) return true;
    const Spread spread = joined(spreads_[a], spreads_[b]);
    if (!spread.allowed()) return false;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    constexpr std::size_t sample = 16;  // enough to see a contradiction, and the work stays linear
    double sum = 0, pairs = 0;
    std::size_t different = 0, slips = 0;
    for (std::size_t i = 0; i < std::min(sample, members_[a].size()); ++i)
      for (std::size_t j = 0; j < std::min(sample, members_[b].size()); ++j, ++pairs) {
        if (!compatible(members_[a][i], members_[b][j])) return false;
        const std::optional<double> one = weigh(members_[a][i], members_[b][j]);
        if (!one) return false;
        sum += *one;
        const Datings datings = compare_datings(members_[a][i], members_[b][j]);
        different += static_cast<std::size_t>(datings == Datings::of_two);
        slips += static_cast<std::size_t>(datings == Datings::slip);
      }
    if (different > 0 && slips == 0) return false;
    if (sum < least_mean_evidence * pairs) return false;
    parent_[b] = a;
    spreads_[a] = spread;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    return true;
  }

 private:
  std::vector<std::size_t> parent_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<Spread> spreads_;
};

/// Of the words that participants are named by, those that a language of the corpus calls collective; sorted.
std::vector<std::string> collective_words(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  std::set<std::string_view> words, languages;
  for (const DocumentAnalysis& d : corpus) {
    languages.insert(d.document.language);
    for (const Claim& claim : d.claims)
      for (const Participant& p : claim.participants)
        for (const std::string_view word : words_of(p.head)) words.insert(word);
  }
  std::vector<std::string> collective;
  for (const std::string_view word : words)
    if (std::any_of(languages.begin(), languages.end(), [&](std::string_view language) {
          const std::vector<std::string>& forms = grammar.collective_forms(language);
          return std::binary_search(forms.begin(), forms.end(), word);
        }))
      collective.emplace_back(word);
  return collective;
}

/// What is of no known type is named by who says it, else by its own first words.
Bilingual untyped_label(const DocumentAnalysis& analysis, const Claim& claim) {
  const std::string key = claim.type == "statement" ? "linking.statement" : "linking.other";
  std::string words;
  if (claim.type == "statement" && !claim.attribution.empty()) {
    words = claim.attribution.back().name;
  } else {
    constexpr std::size_t most = 6;
    const std::string_view text = slice(analysis.document.text, claim.span);
    std::size_t end = 0;
    for (std::size_t n = 0; n < most && end < text.size(); ++n) end = std::min(text.find(' ', end + 1), text.size());
    words = std::string(text.substr(0, end)) + (end < text.size() ? "\u2026" : "");
  }
  return message(key, {{"words", words}});
}

/// `told`: the roles that tell it apart, by the frames of its own claims.
Bilingual label_of(const Event& event, const std::set<std::string>& told, const Types& types) {
  const auto it = types.find(event.type);
  assert(it != types.end());
  Bilingual names;
  std::vector<std::string> seen;
  for (const std::string& role : it->second.key_roles)
    for (const Participant& p : event.participants)
      if (p.role == role && told.contains(role) && seen.size() < 3 &&
          std::find(seen.begin(), seen.end(), p.head) == seen.end()) {
        seen.push_back(p.head);
        const Bilingual before = names.ar.empty() ? Bilingual{": ", ": "} : message("finding.comma");
        names.ar += before.ar + p.name;
        names.en += before.en + p.name;
      }
  return {it->second.label.ar + names.ar, it->second.label.en + names.en};
}

}  // namespace
}  // namespace linking

Linking link(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  using namespace linking;
  std::vector<DocumentAnalysis> const& documents = corpus;
  Linking result;
  const Types types = types_of(documents, grammar);
  const std::vector<std::string> collective = collective_words(documents, grammar);
  const Tellings tellings(documents, grammar);
  const Evidence evidence(tellings, types, collective);
  result.links = event_links(documents, tellings, evidence, types, collective);
  for (Link& l : statement_links(documents)) result.links.push_back(std::move(l));

  std::vector<std::size_t> base(documents.size() + 1, 0);
  for (std::size_t d = 0; d < documents.size(); ++d) base[d + 1] = base[d] + documents[d].claims.size();
  const auto number = [&](ClaimRef r) { return base[index(r.document)] + r.claim; };
  std::vector<ClaimRef> refs(base.back());
  for (std::size_t d = 0; d < documents.size(); ++d)
    for (std::size_t c = 0; c < documents[d].claims.size(); ++c)
      refs[base[d] + c] = {static_cast<DocumentIndex>(d), static_cast<std::uint32_t>(c)};
  const auto claim = [&](std::size_t n) -> const Claim& {
    return documents[index(refs[n].document)].claims[refs[n].claim];
  };

  const std::set<ClaimRef> bases = counted_from(documents);
  std::vector<Spread> spreads;
  for (std::size_t n = 0; n < refs.size(); ++n) {
    const auto facts = types.find(claim(n).type);
    if (bases.contains(refs[n]) && !claim(n).time.timex) {  // may lie long before its article
      spreads.push_back({std::nullopt, std::nullopt, facts != types.end() && facts->second.once});
      continue;
    }
    spreads.push_back(
        spread_of(documents[index(refs[n].document)], claim(n), facts != types.end() && facts->second.once));
  }
  std::set<std::pair<std::size_t, std::size_t>> linked;
  for (const Link& l : result.links) linked.insert(std::minmax(number(l.a), number(l.b)));
  Clusters clusters(refs.size(), std::move(spreads));
  const auto fits = [&](std::size_t a, std::size_t b) {
    const Claim &x = claim(a), &y = claim(b);
    return times_allow(documents[index(refs[a].document)], x, documents[index(refs[b].document)], y, types,
                       collective) &&
           !counted_anew(tellings.all()[a], tellings.all()[b], types) &&
           (linked.contains(std::minmax(a, b)) || compatible(x, y, types, collective));
  };
  const auto weighed = [&](std::size_t a, std::size_t b) { return evidence.of(a, b); };
  const auto sure = [](std::size_t, std::size_t) { return std::optional<double>(0); };
  const auto datings = [&](std::size_t a, std::size_t b) { return evidence.datings(a, b); };
  const auto happens_once = [&](ClaimRef r) {
    const auto facts = types.find(claim(number(r)).type);
    return facts != types.end() && facts->second.once;
  };
  std::vector<Link> kept;
  for (Link& l : result.links) {
    const bool told_by_names = happens_once(l.a) || happens_once(l.b) || claim(number(l.a)).type == "statement";
    if (told_by_names ? clusters.join(number(l.a), number(l.b), fits, sure, datings)
                      : clusters.join(number(l.a), number(l.b), fits, weighed, datings))
      kept.push_back(std::move(l));
  }
  for (Link& l : anchor_links(documents, tellings)) {
    linked.insert(std::minmax(number(l.a), number(l.b)));
    if (clusters.join(number(l.a), number(l.b), fits, sure, datings)) kept.push_back(std::move(l));
  }
  for (Link& l : evidence_links(tellings, evidence, types)) {
    linked.insert(std::minmax(number(l.a), number(l.b)));
    if (clusters.join(number(l.a), number(l.b), fits, weighed, datings)) kept.push_back(std::move(l));
  }
  result.links = std::move(kept);

  std::map<std::size_t, std::size_t> event_of;
  for (std::size_t n = 0; n < refs.size(); ++n) {
    const std::size_t root = clusters.find(n);
    const auto [it, fresh] = event_of.emplace(root, result.events.size());
    if (fresh) {
      Event event;
      event.id = "e" + std::to_string(result.events.size() + 1);
      result.events.push_back(std::move(event));
    }
    result.events[it->second].claims.push_back(refs[n]);
  }
  for (Event& event : result.events) {
    std::map<std::string, std::size_t> votes;  // a known type outvotes all that is of none
    const std::size_t members = event.claims.size();
    for (const ClaimRef r : event.claims)
      votes[claim(number(r)).type] += types.contains(claim(number(r)).type) ? members : 1;
    event.type = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
                   return a.second < b.second;
                 })->first;
    for (const ClaimRef r : event.claims)
      for (const Participant& p : claim(number(r)).participants) {
        const auto same = std::find_if(event.participants.begin(), event.participants.end(), [&](const Participant& q) {
          return q.role == p.role && compare(p, q, collective) == Identity::same;
        });
        if (same == event.participants.end())
          event.participants.push_back(p);
        else if (p.head.size() > same->head.size())
          *same = p;
      }
    const ClaimRef first = event.claims.front();
    std::set<std::string> told;
    for (const ClaimRef r : event.claims)
      for (const Participant& p : claim(number(r)).participants)
        if (is_key(claim(number(r)), p, types)) told.insert(p.role);
    event.label = types.contains(event.type) ? label_of(event, told, types)
                                             : untyped_label(documents[index(first.document)], claim(number(first)));
  }
  result.orders = script_orders(documents, result.events, types, collective);
  result.parallels = find_parallels(documents, grammar);
  return result;
}

}  // namespace isnad
