#include "solve/session_state.h"

#include <algorithm>

#include "solve/bounds_propagation.h"

namespace isnad::solver {

std::optional<PointId> SessionState::find_point(std::string_view name) const {
  if (const auto loaded = base.find_point(name)) return loaded;
  const auto it = added_point_by_name.find(name);
  if (it == added_point_by_name.end()) return std::nullopt;
  return it->second;
}

std::optional<ClaimId> SessionState::find_claim(std::string_view name) const {
  if (const auto loaded = base.find_claim(name)) return loaded;
  const auto it = added_claim_by_name.find(name);
  if (it == added_claim_by_name.end()) return std::nullopt;
  return it->second;
}

Interval SessionState::window(Vertex v) const {
  Interval out;
  if (!is_floating(forward.value(v))) out.min = forward.value(v);
  if (!is_floating(backward.value(v))) out.max = -backward.value(v);
  return out;
}

Vertex SessionState::add_point(const std::string& name) {
  const auto v = static_cast<Vertex>(point_count());
  added_points.push_back(name);
  added_point_by_name.emplace(name, PointId{v});
  forward.add_point();
  backward.add_point();
  components.add_point();
  splits_at.add_point();
  return v;
}

Rank SessionState::add_claim(const ClaimInfo& info, std::span<const Vertex> scope) {
  const auto c = static_cast<Rank>(claim_count());
  added_claims.push_back(info);
  added_claim_by_name.emplace(info.name, ClaimId{c});
  standing.push_back(Stance::out);
  scopes.append(scope);
  return c;
}

Member SessionState::own(const Member& member) {
  Member out = member;
  out.domain = &domains.emplace_back(*member.domain);
  out.mirror = &domains.emplace_back(*member.mirror);
  return out;
}

void SessionState::take_up(const System& part, Rank claim) {
  standing[claim] = stance(claim);
  for (Edge e : part.edges) {
    if (e.from != 0 && e.to != 0) components.unite(e.from, e.to);
    forward.append(e);
    std::swap(e.from, e.to);
    backward.append(e);
  }
  for (const Member& member : part.members) {
    Member m = own(member);
    forward.append(m);
    std::swap(m.domain, m.mirror);
    backward.append(m);
  }
  for (const Split& split : part.splits) add_split(split);
}

void SessionState::add_split(const Split& split) {
  const auto id = static_cast<std::uint32_t>(splits.size());
  splits.push_back(split);
  std::vector<Vertex> points;
  for (const auto& alternative : split.alternatives) {
    for (const Edge& e : alternative) points.insert(points.end(), {e.from, e.to});
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  points.erase(points.begin(), std::find_if(points.begin(), points.end(), [](Vertex v) { return v != 0; }));
  for (const Vertex v : points) {
    splits_at.append(v, id);
    components.unite(points.front(), v);
  }
  components.add_splits(points.front(), 1);
}

SessionState::Savepoint SessionState::savepoint() const {
  return {forward.mark(), backward.mark(),  components.steps(), point_count(), claim_count(), domains.size(),
          splits.size(),  splits_at.size(), retracted.size(),   cycle,         windows_tight};
}

void SessionState::roll_back(const Savepoint& to) {
  forward.roll_back(to.forward);
  backward.roll_back(to.backward);
  components.roll_back(to.components, to.points);
  splits_at.cut(to.split_places, to.points);
  splits.resize(to.splits);
  while (domains.size() > to.domains) domains.pop_back();
  for (; retracted.size() > to.retracted; retracted.pop_back()) standing[retracted.back()] = stance(retracted.back());
  standing.resize(to.claims);
  scopes.cut(to.claims);
  for (; base.claims().size() + added_claims.size() > to.claims; added_claims.pop_back()) {
    added_claim_by_name.erase(added_claims.back().name);
  }
  for (; base.points().size() + added_points.size() > to.points; added_points.pop_back()) {
    added_point_by_name.erase(added_points.back());
  }
  cycle = to.cycle;
  windows_tight = to.windows_tight;
}

bool SessionState::operator==(const SessionState& other) const {
  const auto same_split = [](const Split& a, const Split& b) {
    return a.claim == b.claim && a.alternatives.size() == b.alternatives.size();
  };
  const auto same_claim = [](const ClaimInfo& a, const ClaimInfo& b) {
    return a.name == b.name && a.weight == b.weight;
  };
  return added_points == other.added_points && added_point_by_name == other.added_point_by_name &&
         std::equal(added_claims.begin(), added_claims.end(), other.added_claims.begin(), other.added_claims.end(),
                    same_claim) &&
         added_claim_by_name == other.added_claim_by_name && cycle == other.cycle && standing == other.standing &&
         scopes == other.scopes && domains == other.domains &&
         std::equal(splits.begin(), splits.end(), other.splits.begin(), other.splits.end(), same_split) &&
         splits_at == other.splits_at && retracted == other.retracted && forward == other.forward &&
         backward == other.backward && components == other.components && windows_tight == other.windows_tight;
}

}  // namespace isnad::solver
