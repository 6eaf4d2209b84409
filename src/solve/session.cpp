// A session: loading, taking up documents, going back.
#include <algorithm>
#include <cassert>
#include <numeric>

#include "isnad/solve_session.h"
#include "solve/bounds_propagation.h"
#include "solve/model.h"
#include "solve/session_load.h"
#include "solve/session_slice.h"
#include "solve/session_state.h"
#include "solve/session_take_up.h"

namespace isnad::solver {
namespace {

Error bad(std::string message) { return {ErrorCode::bad_network, std::move(message), {}, {}, {}, {}}; }

/// Why `document` cannot be taken up at all, if so.
std::optional<Error> unfit(const SessionState& state, const Network& document) {
  for (const ClaimInfo& c : document.claims()) {
    if (state.find_claim(c.name)) return bad("there are two claims named '" + c.name + "'");
  }
  if (state.claim_count() + document.claims().size() > max_claims) return bad("the network has too many claims");
  std::size_t points = state.point_count();
  for (const std::string& name : document.points()) points += state.find_point(name) ? 0U : 1U;
  if (points > max_points) return bad("the network has too many points");
  // Both factors are at most 2^31, so the product stays within int64.
  if (state.cycle / std::gcd(state.cycle, document.cycle()) * document.cycle() > max_cycle) {
    return bad("the periods of the network repeat together only after more than 2^31");
  }
  return std::nullopt;
}

/// What a document says, in the session's points and claims; claims in the order in which
/// they are judged.
struct Translation {
  Model model;                ///< its domains are those of the parts
  std::vector<System> parts;  ///< by claim of the document
  std::vector<Rank> claims;   ///< by claim of the document
  std::vector<std::size_t> order;

  Translation(SessionState& state, const Network& document) : model(document) {
    std::vector<Vertex> vertices;
    for (const std::string& name : document.points()) {
      const auto known = state.find_point(name);
      vertices.push_back(known ? static_cast<Vertex>(index(*known)) : state.add_point(name));
    }
    const auto vertex = [&](Vertex v) { return vertices[index(model.point(v))]; };
    state.cycle = std::lcm(state.cycle, document.cycle());

    const std::size_t count = document.claims().size();
    claims.resize(count);
    parts.resize(count);
    order.resize(count);
    Selector selector(model);
    std::vector<Rank> rank_of(count);
    for (Rank r = 0; r < count; ++r) rank_of[index(model.claim(r))] = r;
    for (std::size_t i = 0; i < count; ++i) {
      const Rank one[] = {rank_of[i]};
      std::vector<Vertex> scope;
      for (const Vertex v : model.scope(one[0])) scope.push_back(vertex(v));
      claims[i] = state.add_claim(document.claims()[i], scope);
      Selection selection = selector.select(one);
      parts[i] = renamed(std::move(selection.system), claims[i], [&](Vertex v) { return vertex(selection.points[v]); });
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const ClaimInfo& x = document.claims()[a];
      const ClaimInfo& y = document.claims()[b];
      if (x.hard() != y.hard()) return x.hard();
      if (x.weight != y.weight) return x.weight > y.weight;
      return x.name < y.name;
    });
  }
};

/// The windows that differ from those at `since`.
std::vector<WindowChange> changes(const SessionState& state, const SessionState::Savepoint& since) {
  struct Side {
    Vertex point;
    Tick before;
    bool operator<(const Side& other) const { return point < other.point; }
  };
  std::vector<Side> least, greatest;
  state.forward.each_change(since.forward, [&](Vertex v, Tick before) { least.push_back({v, before}); });
  state.backward.each_change(since.backward, [&](Vertex v, Tick before) { greatest.push_back({v, before}); });
  std::sort(least.begin(), least.end());
  std::sort(greatest.begin(), greatest.end());
  std::vector<WindowChange> out;
  for (auto l = least.begin(), g = greatest.begin(); l != least.end() || g != greatest.end();) {
    const bool has_least = l != least.end() && (g == greatest.end() || l->point <= g->point);
    const bool has_greatest = g != greatest.end() && (l == least.end() || g->point <= l->point);
    const Vertex v = has_least ? l->point : g->point;
    WindowChange change{PointId{v}, {}, state.window(v)};
    change.before = change.after;
    if (has_least) {
      change.before.min = is_floating(l->before) ? std::nullopt : std::optional(l->before);
      ++l;
    }
    if (has_greatest) {
      change.before.max = is_floating(g->before) ? std::nullopt : std::optional(-g->before);
      ++g;
    }
    if (change.before != change.after) out.push_back(change);
  }
  return out;
}

}  // namespace

struct SessionParts {
  explicit SessionParts(SessionState loaded) : state(std::move(loaded)) {}
  SessionState state;
  Slicer slicer{state};
};

Session::Session(std::unique_ptr<SessionParts> parts) : parts_(std::move(parts)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::load(Network network, const Solution& solution, const SessionOptions& options) {
  auto state = load_state(std::move(network), solution, options);
  if (!state) return state.error();
  return Session(std::make_unique<SessionParts>(std::move(*state)));
}

Result<Addition> Session::add(const Network& document) {
  SessionState& state = parts_->state;
  if (auto error = unfit(state, document)) return *error;
  const SessionState::Savepoint before = state.savepoint();
  Translation said(state, document);
  Addition out;
  out.claims.resize(said.claims.size());
  bool inconsistent = false;
  bool undecided = false;
  for (const std::size_t i : said.order) {
    out.claims[i] = take_up(state, parts_->slicer, said.parts[i], said.claims[i]);
    inconsistent = inconsistent || out.claims[i].status == Status::inconsistent;
    undecided = undecided || out.claims[i].status == Status::undecided;
  }
  if (inconsistent) {
    out.status = Status::inconsistent;
  } else if (undecided) {
    out.status = Status::undecided;
  }
  out.windows = changes(state, before);
  out.windows_tight = state.windows_tight;
  return out;
}

Session::Mark Session::mark() {
  SessionState& state = parts_->state;
  Mark out;
  out.step = state.marks.size();
  state.marks.push_back(state.savepoint());
  return out;
}

void Session::roll_back(Mark mark) {
  SessionState& state = parts_->state;
  assert(mark.step < state.marks.size());
  state.roll_back(state.marks[mark.step]);
  state.marks.resize(mark.step + 1);
}

void Session::keep() {
  SessionState& state = parts_->state;
  state.marks.clear();
  state.retracted.clear();
  state.components.forget();
  state.forward.tidy();
  state.backward.tidy();
}

void Session::retract(ClaimId claim) {
  solver::retract(parts_->state, parts_->slicer, static_cast<Rank>(index(claim)));
}

bool Session::stands(ClaimId claim) const { return parts_->state.standing[index(claim)] != Stance::out; }
Interval Session::window(PointId point) const { return parts_->state.window(static_cast<Vertex>(index(point))); }
std::size_t Session::point_count() const { return parts_->state.point_count(); }
std::size_t Session::claim_count() const { return parts_->state.claim_count(); }
const std::string& Session::name(PointId point) const {
  return parts_->state.point_name(static_cast<Vertex>(index(point)));
}
const ClaimInfo& Session::claim(ClaimId claim) const { return parts_->state.claim(static_cast<Rank>(index(claim))); }
std::optional<PointId> Session::find_point(std::string_view name) const { return parts_->state.find_point(name); }
std::optional<ClaimId> Session::find_claim(std::string_view name) const { return parts_->state.find_claim(name); }

const SessionState& Session::state() const { return parts_->state; }

}  // namespace isnad::solver
