#include "linking/event_links.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "linking/identity.h"

namespace isnad::linking {
namespace {

/// More claims than this under one key are compared only with the next ones in order of time.
constexpr std::size_t crowd = 64;
/// Days by which two datings of a recurring event may differ and still be meant for the same one, when all key
/// participants agree.
constexpr std::int32_t slip_days = 3;
/// Articles about one recurring event without dates appear within this many days.
constexpr std::int32_t news_days = 7;

std::string family_of(const std::string& type, const Types& types) {
  // The least type reachable over neighbours names the family; families are small.
  std::set<std::string> seen{type};
  std::vector<std::string> open{type};
  while (!open.empty()) {
    const std::string next = open.back();
    open.pop_back();
    const auto it = types.find(next);
    if (it == types.end()) continue;
    for (const std::string& n : it->second.neighbours)
      if (seen.insert(n).second) open.push_back(n);
  }
  return *seen.begin();
}

bool neighbours(const std::string& a, const std::string& b, const Types& types) {
  if (a == b) return true;
  const auto lists = [&](const std::string& x, const std::string& y) {
    const auto it = types.find(x);
    return it != types.end() &&
           std::find(it->second.neighbours.begin(), it->second.neighbours.end(), y) != it->second.neighbours.end();
  };
  return lists(a, b) || lists(b, a);
}

struct Candidate {
  ClaimRef ref;
  const Claim* claim = nullptr;
  std::optional<Window> when;  ///< what its article says, where dated itself
  std::optional<Day> published;
};

/// Whole days between two windows; 0 where they meet.
std::int64_t gap_days(const Window& a, const Window& b) {
  const auto gap = [](const Window& first, const Window& second) -> std::int64_t {
    if (!first.latest || !second.earliest || *second.earliest <= *first.latest) return 0;
    return day_of(*second.earliest) - day_of(*first.latest);
  };
  const std::int64_t apart = std::max(gap(a, b), gap(b, a));
  if (apart == 0) return 0;
  // Months or years that touch are still different ones: coarse windows are as far apart as their begins.
  constexpr std::int64_t coarse = 14 * minutes_per_day;
  const auto is_coarse = [](const Window& w) { return w.bounded() && w.latest->value - w.earliest->value > coarse; };
  if ((is_coarse(a) || is_coarse(b)) && a.earliest && b.earliest)
    return std::max<std::int64_t>(apart, std::abs(day_of(*a.earliest) - day_of(*b.earliest)));
  return apart;
}

/// Days by which two datings of what happens once may differ and still be meant for it.
constexpr std::int64_t once_days = 45;

bool gap_allowed(std::int64_t gap, bool once, bool all_keys) {
  if (!once) return gap <= (all_keys ? slip_days : 0);
  constexpr std::int64_t year = 365, slip = 3;
  return gap <= once_days || (gap <= 2 * year + slip && (gap + slip) % year <= 2 * slip);
}

struct Match {
  std::size_t same = 0, different = 0, keys = 0;
  std::vector<std::string> reasons;
};

Match match_roles(const Claim& a, const Claim& b, const std::vector<std::string>& roles,
                  const std::vector<std::string>& collective) {
  Match match;
  for (const std::string& role : roles) {
    bool in_a = false, in_b = false, same = false, different = false;
    for (const Participant& p : a.participants) {
      if (p.role != role) continue;
      in_a = true;
      for (const Participant& q : b.participants) {
        if (q.role != role) continue;
        const Identity identity = compare(p, q, collective);
        same = same || identity == Identity::same;
        different = different || identity == Identity::different;
      }
    }
    for (const Participant& q : b.participants) in_b = in_b || q.role == role;
    match.keys += static_cast<std::size_t>(in_a && in_b);
    if (same) {
      ++match.same;
      match.reasons.push_back(role);
    } else if (different) {
      ++match.different;
    }
  }
  return match;
}

/// Named alike: one name holds the other, and it is an institution or person (unnamed sources may be many).
bool speaks_alike(const Speaker& a, const Speaker& b) {
  if (a.unnamed || b.unnamed) return false;
  return a.name.ends_with(b.name) || b.name.ends_with(a.name);
}

std::optional<Link> decide(const Candidate& a, const Candidate& b, const Types& types,
                           const std::vector<std::string>& collective) {
  const Claim &x = *a.claim, &y = *b.claim;
  if (!neighbours(x.type, y.type, types)) return std::nullopt;
  const bool x_plan = x.modality != Modality::actual, y_plan = y.modality != Modality::actual;
  if (x_plan != y_plan) return std::nullopt;  // planned and actual stay apart
  const TypeFacts& facts = types.find(x.type)->second;
  const TypeFacts& other = types.find(y.type)->second;
  std::vector<std::string> roles;
  for (const std::string& role : facts.key_roles)
    if (std::find(other.key_roles.begin(), other.key_roles.end(), role) != other.key_roles.end()) roles.push_back(role);
  if (x.type != y.type) {  // roles of neighbours may have other names: what falls is the place that is entered
    std::vector<std::string> merged = facts.key_roles;
    merged.insert(merged.end(), other.key_roles.begin(), other.key_roles.end());
    std::sort(merged.begin(), merged.end());
    merged.erase(std::unique(merged.begin(), merged.end()), merged.end());
    roles = merged;
  }
  Match match = match_roles(x, y, roles, collective);
  if (x.type != y.type && match.same == 0) {
    // compare key participants whatever they are called
    for (const Participant& p : x.participants)
      for (const Participant& q : y.participants) {
        const bool keys = std::find(facts.key_roles.begin(), facts.key_roles.end(), p.role) != facts.key_roles.end() &&
                          std::find(other.key_roles.begin(), other.key_roles.end(), q.role) != other.key_roles.end();
        if (keys && compare(p, q, collective) == Identity::same) {
          match.same = 1;
          match.keys = 1;
          match.different = 0;
          match.reasons = {p.role};
        }
      }
  }
  // One speaker telling the same kind of thing in two articles, with nothing that tells the two apart.
  const bool same_speaker = match.same == 0 && match.different == 0 && x.type == y.type &&
                            a.ref.document != b.ref.document && !x.attribution.empty() && !y.attribution.empty() &&
                            !facts.once && speaks_alike(x.attribution.back(), y.attribution.back());
  if (same_speaker) match.reasons = {"speaker"};
  if ((match.same == 0 && !same_speaker) || match.different > 0) return std::nullopt;
  const bool once = facts.once || other.once;
  const bool all_keys = match.same >= std::max(facts.key_roles.size(), other.key_roles.size()) ||
                        (once && match.same > 0 && match.same == match.keys);
  if (a.when && b.when) {
    // One article that dates two attacks apart tells of two.
    const bool may_slip = all_keys && a.ref.document != b.ref.document;
    if (!gap_allowed(gap_days(*a.when, *b.when), once, may_slip)) return std::nullopt;
  } else if (!once) {
    if (a.published && b.published && std::abs(*a.published - *b.published) > news_days) return std::nullopt;
  }
  Link link;
  link.a = std::min(a.ref, b.ref);
  link.b = std::max(a.ref, b.ref);
  link.reasons = match.reasons;
  link.reasons.insert(link.reasons.begin(), "type");
  link.strength = std::min(0.95, 0.45 + 0.2 * static_cast<double>(match.same) + (all_keys ? 0.2 : 0.0) +
                                     (once ? 0.1 : 0.0) - (x.type == y.type ? 0.0 : 0.05));
  return link;
}

}  // namespace

std::optional<Window> window_of_claim(const DocumentAnalysis& analysis, const Claim& claim) {
  if (!claim.time.timex || claim.time.of_statement || claim.time.inherited) return std::nullopt;
  const Timex& timex = analysis.timexes[*claim.time.timex];
  if (!timex.domain || timex.domain->empty()) return std::nullopt;
  Window w = timex.domain->hull();
  switch (claim.time.relation) {
    case TimeRelation::by:
    case TimeRelation::before:
      w.earliest.reset();
      break;
    case TimeRelation::since:
    case TimeRelation::after:
      w.latest.reset();
      break;
    case TimeRelation::at:
    case TimeRelation::during:
      break;
  }
  return w;
}

Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  Types types;
  std::set<std::string> languages;
  for (const DocumentAnalysis& d : corpus) languages.insert(d.document.language);
  for (const std::string& language : languages)
    for (const Frame& frame : grammar.frames(language)) {
      TypeFacts& facts = types[frame.type];
      facts.label = frame.label;
      facts.once = facts.once || frame.once;
      for (const std::string& n : frame.neighbours)
        if (std::find(facts.neighbours.begin(), facts.neighbours.end(), n) == facts.neighbours.end())
          facts.neighbours.push_back(n);
      for (const std::string& n : frame.after)
        if (std::find(facts.after.begin(), facts.after.end(), n) == facts.after.end()) facts.after.push_back(n);
      for (const FrameArgument& a : frame.arguments)
        if (a.key && std::find(facts.key_roles.begin(), facts.key_roles.end(), a.role) == facts.key_roles.end())
          facts.key_roles.push_back(a.role);
    }
  return types;
}

bool times_allow(const DocumentAnalysis& a, const Claim& x, const DocumentAnalysis& b, const Claim& y,
                 const Types& types) {
  const auto when_x = window_of_claim(a, x), when_y = window_of_claim(b, y);
  if (!when_x || !when_y) return true;
  const auto once = [&](const Claim& c) {
    const auto it = types.find(c.type);
    return it != types.end() && it->second.once;
  };
  return gap_allowed(gap_days(*when_x, *when_y), once(x) || once(y), true);
}

bool compatible(const Claim& a, const Claim& b, const TypeFacts& facts, const std::vector<std::string>& collective) {
  return match_roles(a, b, facts.key_roles, collective).different == 0;
}

std::vector<Link> event_links(const std::vector<DocumentAnalysis>& corpus, const Types& types,
                              const std::vector<std::string>& collective) {
  std::map<std::string, std::vector<Candidate>> by_key;
  for (const DocumentAnalysis& d : corpus)
    for (std::size_t i = 0; i < d.claims.size(); ++i) {
      const Claim& claim = d.claims[i];
      const auto facts = types.find(claim.type);
      if (facts == types.end()) continue;
      const std::string family = family_of(claim.type, types);
      const Candidate candidate{
          {d.document.index, static_cast<std::uint32_t>(i)}, &claim, window_of_claim(d, claim), d.publication.day};
      std::set<std::string> keys;
      for (const Participant& p : claim.participants) {
        const auto& roles = facts->second.key_roles;
        if (std::find(roles.begin(), roles.end(), p.role) == roles.end()) continue;
        if (!p.entity.empty()) keys.insert(family + '\n' + p.entity);
        for (const auto word : words_of(p.head)) keys.insert(family + '\n' + std::string(word));
      }
      if (!claim.attribution.empty() && !claim.attribution.back().unnamed) {
        const std::string& name =
            claim.attribution.back().name;  // by its last word: "the ministry of X" and "X" share it
        keys.insert(family + "\nby " + name.substr(name.rfind(' ') + 1));
      }
      for (const std::string& key : keys) by_key[key].push_back(candidate);
    }
  std::map<std::pair<ClaimRef, ClaimRef>, Link> found;
  for (auto& [key, claims] : by_key) {
    std::sort(claims.begin(), claims.end(), [](const Candidate& a, const Candidate& b) {
      const auto time = [](const Candidate& c) {
        return c.when && c.when->earliest ? c.when->earliest->value : std::numeric_limits<std::int64_t>::max();
      };
      return std::pair(time(a), a.ref) < std::pair(time(b), b.ref);
    });
    for (std::size_t i = 0; i < claims.size(); ++i)
      for (std::size_t j = i + 1; j < std::min(claims.size(), i + 1 + crowd); ++j) {
        const auto pair = std::minmax(claims[i].ref, claims[j].ref);
        if (found.contains({pair.first, pair.second})) continue;
        if (auto link = decide(claims[i], claims[j], types, collective))
          found.emplace(std::pair(pair.first, pair.second), std::move(*link));
      }
  }
  std::vector<Link> links;
  for (auto& [pair, link] : found) links.push_back(std::move(link));
  std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.strength > b.strength; });
  return links;
}

}  // namespace isnad::linking
