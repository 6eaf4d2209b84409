// isnad/solve_session.h - a solved network that takes up one document after another.
//
// solve() judges a whole network. A session judges what a document adds to one that is
// solved already, in time that depends on what the document touches, not on what is known:
//
//   solver::Network known = ...;
//   const solver::Solution solution = solver::solve(known);
//   auto session = solver::Session::load(std::move(known), solution);
//
//   solver::Network article;                      // the same names mean the same points
//   const auto fall = *article.point("fall");     // known or new
//   const auto told = *article.add_claim("a1", 3);
//   if (auto error = article.add_bounds(told, {solver::origin, fall, 0, 1439})) ...
//
//   const auto before = session->mark();
//   const auto addition = session->add(article);
//   if (!addition) ...                            // a name that is taken, a limit: nothing was changed
//   for (const auto& judged : addition->claims)   // what each claim contradicts
//     for (const auto& conflict : judged.conflicts) ...
//   addition->status == solver::Status::consistent ? session->keep() : session->roll_back(before);
//
// The claims that the solution keeps are the base, which stands: a document is measured by
// it, and does not overturn it. Where new claims should be weighed against old ones, solve
// the networks together.
#pragma once

#include <memory>

#include "isnad/solve.h"

namespace isnad::solver {

/// What a session may spend on one claim, in steps of propagation as in SolveOptions.
struct SessionOptions {
  std::uint64_t decide_budget = 200'000'000;  ///< to decide it, where it takes case splits
  std::uint64_t conflict_budget = 20'000;     ///< to find more conflicts than the first
  std::size_t max_conflicts = 8;              ///< listed for one claim
};

/// What became of one claim of a document.
struct Judgement {
  ClaimId claim{};
  /// consistent: it stands from now on. inconsistent: it contradicts what stands and was set
  /// aside. undecided: set aside, the work budget having ended first.
  Status status = Status::consistent;
  /// Minimal conflicts between this claim and those that stand, each with this claim among
  /// its claims or, where it is hard, among its hard ones. At least one where inconsistent.
  std::vector<Conflict> conflicts;
  bool conflicts_complete = true;  ///< false: there may be more than these
  /// False where the work budget ended before every claim of the one conflict listed was shown to be needed.
  bool conflicts_minimal = true;
  bool operator==(const Judgement&) const = default;
};

/// A point whose window the document narrowed. A new point had none: open on both sides.
struct WindowChange {
  PointId point{};
  Interval before;
  Interval after;
  bool operator==(const WindowChange&) const = default;
};

struct Addition {
  Status status = Status::consistent;  ///< inconsistent where any claim is, else undecided where any is
  std::vector<Judgement> claims;       ///< in the document's order of claims
  std::vector<WindowChange> windows;   ///< ascending by point
  /// False where the work budget ended before a window was tight; it is then too wide.
  bool windows_tight = true;
};

struct SessionState;
struct SessionParts;

/// The claims that stand, with the tight window of every point under them, and a log by which
/// all since a mark can be undone.
///
/// Points and claims have the ids of the loaded network; those that documents bring follow,
/// in order of addition. An id is given again after a roll-back of what had it.
///
/// Least and greatest values of all points are held as two fixed points of bound propagation,
/// from the origin upwards and downwards; a new constraint only raises what follows from it.
/// Cotton and Maler, "Fast and flexible difference constraint propagation for DPLL(T)", SAT
/// 2006; rooted at the origin, so that points do not move that nothing asks to move, and over
/// domains with holes as in solve(). Parts of the network that hold disjunctions between two
/// points are decided by case split, as solve() does it, each part as a whole.
///
/// Not thread-safe. A session that was moved from may only be destroyed or assigned to.
class Session {
 public:
  /// A session on the claims of `network` that `solution` keeps.
  /// Precondition: `solution` is that of `network`; only its repair is looked at.
  /// Error bad_network: the claims kept contradict one another (as where the solution has no
  /// repair), or are undecided within the budget; those that do are named.
  /// Near linear but for case splits.
  static Result<Session> load(Network network, const Solution& solution, const SessionOptions& options = {});
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  /// Takes up the claims of `document` that agree with what stands. Its points are those of
  /// the same name here, or new; its claims are new. Hard claims come first, then heavier
  /// ones, then by name; each is judged by what stands when its turn comes, the claims of this
  /// document that were taken up before it included. So of two claims of one document that
  /// contradict each other the lighter is set aside, and the answer does not depend on the
  /// order in which the document was built.
  /// Error bad_network, the session unchanged: a claim's name is taken, or the limits of a
  /// network would be passed.
  /// Cost: the points whose windows narrow and their constraints; for a claim that
  /// contradicts, some decisions about what lies around the conflict.
  Result<Addition> add(const Network& document);

  /// The state to which roll_back() returns.
  class Mark {
    friend class Session;
    std::size_t step = 0;
  };
  Mark mark();
  /// Undoes every add() and retract() since `mark`, which stays valid. What came before is
  /// restored exactly. O(what is undone).
  /// Precondition: no keep() and no roll_back() to an earlier mark since `mark` was taken.
  void roll_back(Mark mark);
  /// Makes all changes lasting and marks invalid. O(1) amortised over the changes: the log is
  /// tidied up whenever it has doubled.
  void keep();

  /// Takes back a claim: it stands no longer, and windows widen. Claims that were set aside
  /// are not judged anew. Nothing happens where it does not stand.
  /// Cost: all points and constraints that are connected to it otherwise than by the origin.
  void retract(ClaimId claim);

  bool stands(ClaimId claim) const;
  /// Least and greatest value of the point over all schedules of the claims that stand; an
  /// open side is unbounded.
  Interval window(PointId point) const;

  std::size_t point_count() const;
  std::size_t claim_count() const;
  const std::string& name(PointId point) const;
  const ClaimInfo& claim(ClaimId claim) const;
  std::optional<PointId> find_point(std::string_view name) const;
  std::optional<ClaimId> find_claim(std::string_view name) const;

  /// What it is made of, for tests that compare it: solve/session_state.h.
  const SessionState& state() const;

 private:
  explicit Session(std::unique_ptr<SessionParts> parts);
  std::unique_ptr<SessionParts> parts_;
};

/// The answer as `isnad solve --add` prints it: one object, one line, keys in fixed order.
///   {"status":"inconsistent","claims":[{"id":"a1","status":"inconsistent","conflicts":[["a1","c1"]],
///     "conflict_rules":[[]],"conflicts_complete":true}],"windows":{"e1":[0,null]}}
/// A claim that stands has no conflicts to list: {"id":"a2","status":"consistent"}. Windows are those
/// that the document narrowed, after it. "windows_tight" and "conflicts_minimal" appear where they are false.
std::string to_json(const Session& session, const Addition& addition);

}  // namespace isnad::solver
