#include "linking/event_links.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "linking/claim_window.h"
#include "linking/identity.h"

namespace isnad::linking {
namespace {

/// More claims than this under one key are compared only with the next ones in order of time.
constexpr std::size_t crowd = 64;
/// What must speak for one happening besides a participant that both have.
constexpr double enough_evidence = 0;
/// Articles about one recurring event without dates appear within this many days.
constexpr std::int32_t news_days = 7;

struct Candidate {
  ClaimRef ref;
  const Document* document = nullptr;
  const Claim* claim = nullptr;
  const TypeFacts* facts = nullptr;  ///< of its type
  std::optional<Window> when;        ///< what its article says, where dated itself
  std::optional<Day> published;
};

struct Match {
  std::size_t same = 0, different = 0, keys = 0;
  std::size_t named = 0;  ///< roles of the same participant, by two words of a name at least
  std::size_t alike = 0;  ///< further roles of participants that may be the same, by words that many have
  std::vector<std::string> reasons;
};

/// Does one head hold all words of the other?
bool holds_other(const Participant& a, const Participant& b) {
  const auto holds = [](std::string_view longer, std::string_view shorter) {
    const auto words = words_of(longer), others = words_of(shorter);
    return !others.empty() && std::all_of(others.begin(), others.end(), [&](auto word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
  };
  return holds(a.head, b.head) || holds(b.head, a.head);
}

Match match_roles(const NamedClaim& first, const NamedClaim& second, const std::vector<std::string>& roles) {
  Match match;
  const Claim &a = first.claim, &b = second.claim;
  const auto is_among = [](const std::vector<std::string>* keys, const std::string& role) {
    return keys != nullptr && std::find(keys->begin(), keys->end(), role) != keys->end();
  };
  const auto name_of = [](const NamedClaim& named, const Participant& p) -> const NameWords& {
    return named.names[static_cast<std::size_t>(&p - named.claim.participants.data())];
  };
  for (const std::string& role : roles) {
    const bool key_of_a = is_among(first.key_roles, role), key_of_b = is_among(second.key_roles, role);
    bool in_a = false, in_b = false, same = false, different = false, unknown = false, alike = false;
    for (const Participant& p : a.participants) {
      if (p.role != role || !key_of_a) continue;
      in_a = true;
      for (const Participant& q : b.participants) {
        if (q.role != role || !key_of_b) continue;
        const NameWords &name_of_p = name_of(first, p), &name_of_q = name_of(second, q);
        const Identity identity = compare(p, name_of_p, q, name_of_q);
        same = same || identity == Identity::same;
        match.named += static_cast<std::size_t>(identity == Identity::same && role != "place" &&
                                                shared_names(name_of_p, name_of_q) >= 2);
        different = different || identity == Identity::different;
        unknown = unknown || identity == Identity::unknown;
        alike = alike || (identity == Identity::unknown && holds_other(p, q));
      }
    }
    for (const Participant& q : b.participants) in_b = in_b || (q.role == role && key_of_b);
    match.keys += static_cast<std::size_t>(in_a && in_b);
    if (same) {
      ++match.same;
      match.reasons.push_back(role);
    } else if (different && !unknown) {
      ++match.different;
    } else if (alike) {
      ++match.alike;
    }
  }
  return match;
}

/// May one of two datings of a recurring event be a slip? One article that dates two attacks apart tells of two, and
/// what may happen every day is told of every day; a town alone tells too little where others are told too.
bool may_slip(const Match& match, const TypeFacts& facts, const Document& a, const Document& b) {
  return match.same > 0 && match.different == 0 && !facts.daily && a.index != b.index &&
         (match.keys == 1 || match.alike > 0 || match.reasons != std::vector<std::string>{"place"});
}

/// How many roles tell it apart, by its own frame: those of other languages' frames do not count.
std::size_t keys_of(const TypeFacts& facts, const Claim& claim) {
  const auto keys = facts.keys_of_frame.find(claim.frame);
  if (keys == facts.keys_of_frame.end()) return facts.key_roles.size();
  const std::vector<std::string>& roles = keys->second;
  std::size_t different = 0;
  for (auto role = roles.begin(); role != roles.end(); ++role)
    different += static_cast<std::size_t>(std::find(roles.begin(), role, *role) == role);
  return different;
}

/// Named alike: one name holds the other, and it is an institution or person (unnamed sources may be many).
bool speaks_alike(const Speaker& a, const Speaker& b) {
  if (a.unnamed || b.unnamed) return false;
  return a.name.ends_with(b.name) || b.name.ends_with(a.name);
}

/// Do the two clauses tell nearly the same, as far as the shorter one goes?
bool same_words(const Tellings& tellings, ClaimRef a, ClaimRef b) {
  constexpr std::size_t least = 3;
  constexpr double nearly_all = 0.7;
  const Telling &x = tellings.of(a), &y = tellings.of(b);
  return shared_words(x.words, y.words).size() >= least && tellings.cover(x, y) >= nearly_all;
}

std::optional<Link> decide(const Candidate& a, const Candidate& b, const Tellings& tellings, const Evidence& evidence,
                           const Types& types, const std::vector<std::string>& collective) {
  const Claim &x = *a.claim, &y = *b.claim;
  const TypeFacts &facts = *a.facts, &other = *b.facts;
  if (x.type != y.type && !has_neighbour(facts, y.type)) return std::nullopt;
  const bool x_plan = x.modality != Modality::actual, y_plan = y.modality != Modality::actual;
  if (x_plan != y_plan) return std::nullopt;  // planned and actual stay apart
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
  const std::size_t place_of_a = tellings.place_of(a.ref), place_of_b = tellings.place_of(b.ref);
  Match match = match_roles(evidence.named(place_of_a), evidence.named(place_of_b), roles);
  if (x.type != y.type && match.same == 0) {
    // compare key participants whatever they are called
    for (const Participant& p : x.participants)
      for (const Participant& q : y.participants) {
        const bool keys = is_key(x, p, types) && is_key(y, q, types);
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
  const bool all_keys = match.same >= std::max(keys_of(facts, x), keys_of(other, y)) ||
                        (once && match.same > 0 && match.same == match.keys);
  const bool sure_slip = (match.named > 0 || match.alike > 0) && same_words(tellings, a.ref, b.ref);
  if (a.when && b.when) {
    const bool slip = (all_keys || sure_slip) && may_slip(match, facts, *a.document, *b.document);
    if (!gap_allowed(gap_days(*a.when, *b.when), once, slip)) return std::nullopt;
  } else if (!once) {
    if (a.published && b.published && std::abs(*a.published - *b.published) > news_days) return std::nullopt;
  }
  if (!once) {
    const auto weight = evidence.of(place_of_a, place_of_b);
    if (!weight || *weight < enough_evidence) return std::nullopt;
  }
  Link link;
  link.a = std::min(a.ref, b.ref);
  link.b = std::max(a.ref, b.ref);
  link.reasons = match.reasons;
  link.reasons.insert(link.reasons.begin(), "type");
  if (a.when && b.when && a.when->within_a_day() && b.when->within_a_day() && intersect(*a.when, *b.when))
    link.reasons.emplace_back("date");
  link.strength = std::min(0.95, 0.45 + 0.2 * static_cast<double>(match.same) + (all_keys ? 0.2 : 0.0) +
                                     (sure_slip ? 0.1 : 0.0) + (once ? 0.1 : 0.0) - (x.type == y.type ? 0.0 : 0.05));
  return link;
}

bool tells_apart(const Claim& a, const Claim& b, const Types& types, const std::vector<std::string>& collective) {
  const auto facts = types.find(a.type);
  if (facts == types.end() || a.type != b.type) return false;
  const std::vector<NameWords> of_a = names_of(a, collective), of_b = names_of(b, collective);
  return tells_apart(NamedClaim{a, of_a, key_roles_of(a, types), &facts->second},
                     NamedClaim{b, of_b, key_roles_of(b, types), &facts->second});
}

}  // namespace

bool tells_apart(const NamedClaim& a, const NamedClaim& b) {
  return a.claim.type == b.claim.type && a.facts != nullptr && match_roles(a, b, a.facts->key_roles).different > 0;
}

bool compatible(const Claim& a, const Claim& b, const Types& types, const std::vector<std::string>& collective) {
  if (a.frame.empty() || b.frame.empty()) return true;
  if (are_in_order(a.type, b.type, types)) return false;
  if (a.type == b.type) return !tells_apart(a, b, types, collective);
  const auto facts = types.find(a.type);
  return facts != types.end() &&
         (are_neighbours(a.type, b.type, types) ||
          std::any_of(facts->second.neighbours.begin(), facts->second.neighbours.end(), [&](const auto& between) {
            return types.contains(between) && are_neighbours(between, b.type, types);
          }));
}

bool times_allow(const DocumentAnalysis& a, const Claim& x, const DocumentAnalysis& b, const Claim& y,
                 const Types& types, const std::vector<std::string>& collective) {
  const auto when_x = window_of_claim(a, x), when_y = window_of_claim(b, y);
  if (!when_x || !when_y) return true;
  const auto facts_x = types.find(x.type), facts_y = types.find(y.type);
  const bool once =
      (facts_x != types.end() && facts_x->second.once) || (facts_y != types.end() && facts_y->second.once);
  // That two of an event's claims may be dated apart by a slip a link has told; the others only must not stand against
  // it.
  const bool of_no_type = facts_x == types.end() || facts_y == types.end();
  const bool slip =
      a.document.index != b.document.index &&
      (of_no_type || (!facts_x->second.daily && !facts_y->second.daily && !tells_apart(x, y, types, collective)));
  return gap_allowed(gap_days(*when_x, *when_y), once, slip);
}

std::vector<Link> event_links(const std::vector<DocumentAnalysis>& corpus, const Tellings& tellings,
                              const Evidence& evidence, const Types& types,
                              const std::vector<std::string>& collective) {
  std::map<std::string, std::vector<Candidate>> by_key;
  for (const DocumentAnalysis& d : corpus)
    for (std::size_t i = 0; i < d.claims.size(); ++i) {
      const Claim& claim = d.claims[i];
      const auto facts = types.find(claim.type);
      if (facts == types.end()) continue;
      const std::vector<std::string> families = candidate_keys(claim.type, types);
      const Candidate candidate{{d.document.index, static_cast<std::uint32_t>(i)},
                                &d.document,
                                &claim,
                                &facts->second,
                                window_of_claim(d, claim),
                                d.publication.day};
      std::set<std::string> keys;
      for (const Participant& p : claim.participants) {
        if (!is_key(claim, p, types)) continue;
        for (const std::string& family : families) {
          if (!p.entity.empty()) keys.insert(family + '\n' + p.entity);
          for (const auto word : words_of(p.head)) keys.insert(family + '\n' + std::string(word));
        }
      }
      if (!claim.attribution.empty() && !claim.attribution.back().unnamed) {
        const std::string& name =
            claim.attribution.back().name;  // by its last word: "the ministry of X" and "X" share it
        keys.insert(claim.type + "\nby " + name.substr(name.rfind(' ') + 1));
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
        if (auto link = decide(claims[i], claims[j], tellings, evidence, types, collective))
          found.emplace(std::pair(pair.first, pair.second), std::move(*link));
      }
  }
  std::vector<Link> links;
  for (auto& [pair, link] : found) links.push_back(std::move(link));
  std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.strength > b.strength; });
  return links;
}

}  // namespace isnad::linking
