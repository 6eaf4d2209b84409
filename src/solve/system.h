// The solver's own form of a set of constraints: what the algorithms run on.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "isnad/solve.h"

namespace isnad::solver {

/// A point within a Model or System: 0 is the origin, the others ascend by name.
using Vertex = std::uint32_t;
/// A claim by the order of its name among all claims of the network.
using Rank = std::uint32_t;
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// x(to) >= x(from) + gap. In the terms of distance graphs: an edge to -> from of length
/// -gap; a cycle of positive total gap is a negative cycle there.
struct Edge {
  Vertex from = 0;
  Vertex to = 0;
  Tick gap = 0;
  Rank claim = 0;
  std::uint32_t decision = none;  ///< depth of the case split that assumed the edge; none: it always holds
};

/// x(point) lies in *domain. `mirror` is the same seen along the reversed axis.
struct Member {
  Vertex point = 0;
  const Domain* domain = nullptr;
  const Domain* mirror = nullptr;
  Rank claim = 0;
  bool operator==(const Member&) const = default;
};

/// At least one of the alternatives holds; each is one or two edges over one pair of points.
struct Split {
  Rank claim = 0;
  std::vector<std::vector<Edge>> alternatives;
};

/// A conjunction of constraints over the points 0 .. point_count - 1. Where a domain or a
/// split over one pair has bounded ends, these are among `edges` too.
struct System {
  std::size_t point_count = 1;
  std::vector<Edge> edges;
  std::vector<Member> members;
  std::vector<Split> splits;
  Tick cycle = 1;  ///< a common multiple of all periods among `members`
};

/// The same with time reversed: x solves `system` where -x solves the result.
System mirrored(const System& system);

/// Edges by their start, as a compressed sparse row: those of v are
/// order[first[v]] .. order[first[v + 1] - 1], indices into System::edges. Not Boost's graph
/// of that name, which cannot be filled again: it scans as fast, but for a system of 100
/// points and 250 edges, of which a solve makes tens of thousands, took 4.4 times as long to
/// build (1.18 against 0.27 us; 1.8 times with a million edges). Blocks are found on Boost's.
struct Outgoing {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> order;
  /// Of `system`, using the memory again. O(V + E).
  void build(const System& system);
};

enum class Verdict : std::uint8_t { feasible, infeasible, undecided };

/// Why a system is infeasible: the constraints of these claims, with the assumptions made
/// at these depths, contradict. Both ascend, without repetition.
struct Core {
  std::vector<Rank> claims;
  std::vector<std::uint32_t> decisions;
};
void normalise(Core& core);

/// Steps of propagation that may still be spent.
class Work {
 public:
  /// `stop`, where given, is asked now and then; once it says true, nothing is left.
  explicit Work(std::uint64_t steps, const std::function<bool()>* stop = nullptr)
      : left_(steps), stop_(stop != nullptr && *stop ? stop : nullptr) {}
  /// False, for ever, once more was asked for than there was.
  bool spend(std::uint64_t steps) {
    spent_ += steps;
    if (spent_ >= next_question_ && stop_ != nullptr) ask();
    if (steps > left_) exhausted_ = true;
    left_ = exhausted_ ? 0 : left_ - steps;
    return !exhausted_;
  }
  bool exhausted() const { return exhausted_; }
  std::uint64_t left() const { return left_; }

 private:
  static constexpr std::uint64_t between_questions = 20'000;  ///< steps; some tens of microseconds
  void ask() {
    next_question_ = spent_ + between_questions;
    if ((*stop_)()) exhausted_ = true;
  }

  std::uint64_t left_;
  std::uint64_t spent_ = 0;
  std::uint64_t next_question_ = 0;
  const std::function<bool()>* stop_;
  bool exhausted_ = false;
};

}  // namespace isnad::solver
