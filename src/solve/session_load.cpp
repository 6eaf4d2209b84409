#include "solve/session_load.h"

#include <algorithm>

#include "solve/case_split.h"
#include "solve/model.h"
#include "solve/negative_cycle.h"
#include "solve/session_take_up.h"

namespace isnad::solver {
namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

class Loading {
 public:
  explicit Loading(SessionState& state) : state_(state) {}

  std::optional<Error> run(const Solution& solution) {
    for (Rank c = 0; c < state_.base.claims().size(); ++c) state_.standing.push_back(state_.stance(c));
    for (const ClaimId c : solution.repair.drop) state_.standing[index(c)] = Stance::out;
    System all = translate();
    if (auto error = cycle_of_edges(all)) return error;
    build(all);
    return settle();
  }

 private:
  /// All claims that stand, between points and claims of the session.
  System translate() {
    const Model model(state_.base);
    std::vector<Rank> kept;
    std::vector<Rank> rank_of(model.claim_count());
    for (Rank r = 0; r < model.claim_count(); ++r) {
      rank_of[index(model.claim(r))] = r;
      if (state_.standing[index(model.claim(r))] != Stance::out) kept.push_back(r);
    }
    std::vector<Vertex> scope;
    for (const Rank r : rank_of) {
      scope.clear();
      for (const Vertex v : model.scope(r)) scope.push_back(static_cast<Vertex>(index(model.point(v))));
      state_.scopes.append(scope);
    }

    Selection selection = Selector(model).select(kept);
    const auto claim = [&](Rank r) { return static_cast<Rank>(index(model.claim(r))); };
    const auto vertex = [&](Vertex v) { return static_cast<Vertex>(index(model.point(selection.points[v]))); };
    const auto rename = [&](Edge& e) { e = {vertex(e.from), vertex(e.to), e.gap, claim(e.claim), none}; };
    System& all = selection.system;
    all.point_count = state_.base.points().size();
    for (Edge& e : all.edges) rename(e);
    for (Member& m : all.members) {
      m.point = vertex(m.point);
      m.claim = claim(m.claim);
      m = state_.own(m);  // the model's domains go with the model
    }
    for (Split& s : all.splits) {
      s.claim = claim(s.claim);
      for (auto& alternative : s.alternatives) std::for_each(alternative.begin(), alternative.end(), rename);
    }
    return std::move(all);
  }

  std::optional<Error> cycle_of_edges(const System& all) {
    Work work(no_limit);
    Outgoing outgoing;
    outgoing.build(all);
    NegativeCycle cycle;
    if (!cycle.find(all, outgoing, work)) return std::nullopt;
    Core core;
    for (const std::uint32_t id : cycle.edges()) core.claims.push_back(all.edges[id].claim);
    return contradiction(std::move(core));
  }

  void build(System& all) {
    state_.splits_at = PointLists<std::uint32_t>(all.point_count);
    state_.components = IncrementalComponents(all.point_count);
    for (const Edge& e : all.edges) {
      if (e.from != 0 && e.to != 0) state_.components.unite(e.from, e.to);
    }
    for (const Split& s : all.splits) state_.add_split(s);
    state_.components.forget();
    state_.forward = IncrementalBounds(all.point_count, all.edges);
    for (Edge& e : all.edges) std::swap(e.from, e.to);
    state_.backward = IncrementalBounds(all.point_count, all.edges);
    for (Member m : all.members) {
      state_.forward.append(m);
      std::swap(m.domain, m.mirror);
      state_.backward.append(m);
    }
  }

  std::optional<Error> settle() {
    using Outcome = Insertion::Outcome;
    // Lattices without an end in sight: make sure that there is one first.
    const std::size_t jumps = 4096 + 64 * state_.domains.size();
    Insertion up = state_.forward.settle_all(state_.standing, jumps);
    if (up.outcome == Outcome::contradiction) return contradiction({std::move(up.core), {}});
    if (up.outcome == Outcome::unsettled) {
      if (auto error = decide_components(false)) return error;
      state_.forward.settle_all(state_.standing, no_limit);
    }
    state_.backward.settle_all(state_.standing, no_limit);
    if (auto error = decide_components(true)) return error;
    state_.forward.tidy();
    state_.backward.tidy();
    return std::nullopt;
  }

  /// Has the exact engine decide each component, or only those with splits, which it settles too.
  std::optional<Error> decide_components(bool with_splits) {
    Slicer slicer(state_);
    Decider decider;
    std::vector<char> done(state_.point_count(), 0);
    for (Vertex v = 1; v < done.size(); ++v) {
      if (done[v] || (with_splits && state_.components.splits(v) == 0)) continue;
      Slicer::Component part = slicer.component(v);
      for (const Vertex p : part.points) done[p] = 1;
      Work work(state_.options.decide_budget);
      Decision decision = decider.decide(part.system, work);
      if (decision.verdict == Verdict::infeasible) return contradiction(std::move(decision.core));
      if (decision.verdict == Verdict::undecided) {
        return bad("whether the claims about '" + state_.point_name(v) + "' can all hold was not decided in time");
      }
      if (with_splits) settle_component(state_, slicer, v);
    }
    return std::nullopt;
  }

  Error contradiction(Core core) const {
    normalise(core);
    std::string names;
    for (const Rank c : core.claims) names += (names.empty() ? "'" : ", '") + state_.claim(c).name + "'";
    return bad("the claims that the repair keeps contradict one another: " + names);
  }

  static Error bad(std::string message) { return {ErrorCode::bad_network, std::move(message), {}, {}, {}, {}}; }

  SessionState& state_;
};

}  // namespace

Result<SessionState> load_state(Network network, const Solution& solution, const SessionOptions& options) {
  SessionState state;
  state.options = options;
  state.base = std::move(network);
  state.cycle = state.base.cycle();
  if (auto error = Loading(state).run(solution)) return *error;
  return state;
}

}  // namespace isnad::solver
