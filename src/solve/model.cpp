#include "solve/model.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace isnad::solver {
namespace {

auto key(const Edge& e) { return std::tie(e.from, e.to, e.gap); }
bool content_less(const Edge& a, const Edge& b) { return key(a) < key(b); }

bool content_less(const Member& a, const Member& b) {
  if (a.point != b.point) return a.point < b.point;
  if (a.domain->period() != b.domain->period()) return a.domain->period() < b.domain->period();
  const auto& x = a.domain->intervals();
  const auto& y = b.domain->intervals();
  return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end(), [](const Interval& i, const Interval& j) {
    return std::tie(i.min, i.max) < std::tie(j.min, j.max);
  });
}

bool content_less(const Split& a, const Split& b) {
  return std::lexicographical_compare(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(),
                                      b.alternatives.end(), [](const auto& x, const auto& y) {
                                        return std::lexicographical_compare(
                                            x.begin(), x.end(), y.begin(), y.end(),
                                            [](const Edge& e, const Edge& f) { return content_less(e, f); });
                                      });
}

/// min <= x(to) - x(from) <= max as one edge for each given side.
void add_edges(std::vector<Edge>& out, Vertex from, Vertex to, const Interval& i, Rank claim) {
  if (i.min) out.push_back({from, to, *i.min, claim, none});
  if (i.max) out.push_back({to, from, -*i.max, claim, none});
}

/// The first eight bytes of a name as a number that sorts as they do: most comparisons end there, without a look at the
/// name itself.
std::uint64_t sort_key(const std::string& name) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = key << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  return key;
}

/// The ids 0 .. count - 1 in order of their names, but for the first `fixed`.
template <class Id, class NameOf>
std::vector<Id> by_name(std::size_t fixed, std::size_t count, const NameOf& name_of) {
  std::vector<std::pair<std::uint64_t, Id>> keyed(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Id id{static_cast<std::uint32_t>(i)};
    keyed[i] = {sort_key(name_of(id)), id};
  }
  std::sort(keyed.begin() + static_cast<std::ptrdiff_t>(fixed), keyed.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : name_of(a.second) < name_of(b.second);
  });
  std::vector<Id> ids;
  ids.reserve(count);
  for (const auto& k : keyed) ids.push_back(k.second);
  return ids;
}

std::uint32_t size_of(const auto& values) { return static_cast<std::uint32_t>(values.size()); }

}  // namespace

Model::Model(const Network& network) {
  point_of_ = by_name<PointId>(
      1, network.points().size(), [&](PointId p) -> auto& { return network.name(p); });
  vertex_of_.resize(point_of_.size());
  for (Vertex v = 0; v < point_of_.size(); ++v) vertex_of_[solver::index(point_of_[v])] = v;

  claim_of_ = by_name<ClaimId>(
      0, network.claims().size(), [&](ClaimId c) -> auto& { return network.claim(c).name; });
  const std::vector<Clause>& clauses = network.clauses();
  std::vector<std::uint32_t> first(claim_of_.size() + 1, 0);  // by ClaimId: where its clauses begin in `order`
  std::vector<std::uint32_t> order(clauses.size());
  for (const Clause& clause : clauses) ++first[solver::index(clause.claim)];
  for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
  for (std::size_t i = clauses.size(); i-- > 0;) {
    order[--first[solver::index(clauses[i].claim)]] = static_cast<std::uint32_t>(i);
  }

  all_.point_count = point_of_.size();
  all_.cycle = network.cycle();
  for (Rank c = 0; c < claim_of_.size(); ++c) {
    weight_.push_back(network.claim(claim_of_[c]).weight.value_or(0));
    edge_first_.push_back(size_of(all_.edges));
    member_first_.push_back(size_of(all_.members));
    split_first_.push_back(size_of(all_.splits));
    scope_first_.push_back(size_of(scope_));
    const std::size_t id = solver::index(claim_of_[c]);
    for (std::uint32_t i = first[id]; i < first[id + 1]; ++i) add(clauses[order[i]], c);

    const auto less = [](const auto& a, const auto& b) { return content_less(a, b); };
    std::sort(all_.edges.begin() + edge_first_.back(), all_.edges.end(), less);
    std::sort(all_.members.begin() + member_first_.back(), all_.members.end(), less);
    std::sort(all_.splits.begin() + split_first_.back(), all_.splits.end(), less);

    const auto scope = [this](Vertex v) { scope_.push_back(v); };
    for (std::size_t i = edge_first_.back(); i < all_.edges.size(); ++i) {
      scope(all_.edges[i].from);
      scope(all_.edges[i].to);
    }
    for (std::size_t i = member_first_.back(); i < all_.members.size(); ++i) {
      scope(0);
      scope(all_.members[i].point);
    }
    for (std::size_t i = split_first_.back(); i < all_.splits.size(); ++i) {
      for (const auto& alternative : all_.splits[i].alternatives) {
        for (const Edge& e : alternative) {
          scope(e.from);
          scope(e.to);
        }
      }
    }
    std::sort(scope_.begin() + scope_first_.back(), scope_.end());
    scope_.erase(std::unique(scope_.begin() + scope_first_.back(), scope_.end()), scope_.end());
  }
  edge_first_.push_back(size_of(all_.edges));
  member_first_.push_back(size_of(all_.members));
  split_first_.push_back(size_of(all_.splits));
  scope_first_.push_back(size_of(scope_));
}

std::span<const Vertex> Model::scope(Rank c) const {
  return std::span(scope_).subspan(scope_first_[c], scope_first_[c + 1] - scope_first_[c]);
}

void Model::add(const Clause& clause, Rank claim) {
  if (const auto* member = std::get_if<Membership>(&clause.body)) {
    add_domain(vertex_of_[solver::index(member->point)], member->domain, claim);
  } else {
    add_disjunction(std::get<Alternatives>(clause.body), claim);
  }
}

void Model::add_disjunction(const Alternatives& alternatives, Rank claim) {
  if (alternatives.size() == 1 && alternatives[0].from != alternatives[0].to) {
    const Atom& a = alternatives[0];
    add_interval(vertex_of_[solver::index(a.from)], vertex_of_[solver::index(a.to)], {a.min, a.max}, claim);
    return;
  }
  // Distances by pair of points, each pair the same way round.
  std::map<std::pair<Vertex, Vertex>, std::vector<Interval>> by_pair;
  for (const Atom& a : alternatives) {
    Vertex from = vertex_of_[solver::index(a.from)];
    Vertex to = vertex_of_[solver::index(a.to)];
    Interval distance{a.min, a.max};
    if (from == to) {
      if (distance.contains(0)) return;
      continue;
    }
    if (to < from) {
      std::swap(from, to);
      distance = {a.max ? std::optional<Tick>(-*a.max) : std::nullopt,
                  a.min ? std::optional<Tick>(-*a.min) : std::nullopt};
    }
    by_pair[{from, to}].push_back(distance);
  }
  if (by_pair.empty()) {
    all_.edges.push_back({0, 0, 1, claim, none});
    return;
  }

  Split split{claim, {}};
  for (auto& [pair, distances] : by_pair) {
    const auto [from, to] = pair;
    const Domain domain = *Domain::finite(std::move(distances));
    if (!domain.hull().min && !domain.hull().max && domain.intervals().size() == 1) return;
    if (by_pair.size() == 1) {
      if (from == 0) {
        add_domain(to, domain, claim);
        return;
      }
      add_interval(from, to, domain.hull(), claim);
      if (domain.intervals().size() == 1) return;
    }
    for (const Interval& i : domain.intervals()) add_edges(split.alternatives.emplace_back(), from, to, i, claim);
  }
  all_.splits.push_back(std::move(split));
}

void Model::add_domain(Vertex point, const Domain& domain, Rank claim) {
  add_interval(0, point, domain.hull(), claim);
  const Interval& first = domain.intervals().front();
  const bool one_stretch = domain.intervals().size() == 1;
  if (one_stretch && (domain.period() == 0 || *first.max - *first.min + 1 == domain.period())) return;
  domains_.push_back(domain);
  const Domain* forward = &domains_.back();
  domains_.push_back(domain.mirrored());
  all_.members.push_back({point, forward, &domains_.back(), claim});
}

void Model::add_interval(Vertex from, Vertex to, const Interval& interval, Rank claim) {
  add_edges(all_.edges, from, to, interval, claim);
}

Vertex Selector::local(Vertex v) {
  if (local_[v] == none) {
    local_[v] = static_cast<Vertex>(out_.points.size());
    out_.points.push_back(v);
  }
  return local_[v];
}

Edge Selector::local(Edge e) {
  e.from = local(e.from);
  e.to = local(e.to);
  return e;
}

Selection& Selector::select(std::span<const Rank> claims) {
  const System& all = model_.all_;
  out_.points.clear();
  out_.system.edges.clear();
  out_.system.members.clear();
  out_.system.splits.clear();
  out_.system.cycle = 1;
  local(Vertex{0});
  for (const Rank c : claims) {
    for (auto i = model_.edge_first_[c]; i < model_.edge_first_[c + 1]; ++i) {
      out_.system.edges.push_back(local(all.edges[i]));
    }
    for (auto i = model_.member_first_[c]; i < model_.member_first_[c + 1]; ++i) {
      Member m = all.members[i];
      m.point = local(m.point);
      if (m.domain->period() != 0) out_.system.cycle = std::lcm(out_.system.cycle, m.domain->period());
      out_.system.members.push_back(m);
    }
    for (auto i = model_.split_first_[c]; i < model_.split_first_[c + 1]; ++i) {
      Split s = all.splits[i];
      for (auto& alternative : s.alternatives) {
        for (Edge& e : alternative) e = local(e);
      }
      out_.system.splits.push_back(std::move(s));
    }
  }
  for (const Vertex v : out_.points) local_[v] = none;
  out_.system.point_count = out_.points.size();
  return out_;
}

}  // namespace isnad::solver
