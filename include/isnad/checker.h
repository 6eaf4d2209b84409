// isnad/checker.h - confirms what the solver says, sharing no code with it.
//
// A verdict about what people wrote needs a certificate. This library takes a network and
// an answer as plain values and verifies the answer with the most naive means that can:
// Bellman-Ford, and a search through all branches. It is slow, small and meant to be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace isnad::checker {

using Time = std::int64_t;  ///< absolute values up to 2^40
using End = std::optional<Time>;

/// min <= to - from <= max; an absent side is open. Points are numbers, 0 is the origin.
struct Atom {
  std::size_t from = 0;
  std::size_t to = 0;
  End min;
  End max;
};

/// Either one of `any` holds, or `point` lies in one of `windows`, repeated with `period`
/// where that is not 0.
struct Clause {
  std::size_t claim = 0;
  std::vector<Atom> any;
  std::size_t point = 0;
  Time period = 0;
  std::vector<std::pair<End, End>> windows;
};

struct Claim {
  bool hard = false;
  std::int64_t weight = 0;
};

struct Network {
  std::size_t points = 1;  ///< with the origin
  std::vector<Claim> claims;
  std::vector<Clause> clauses;
};

/// What a solver says of a network; claims by number.
struct Answer {
  struct Conflict {
    std::vector<std::size_t> claims;
    std::vector<std::size_t> hard;
  };
  bool consistent = true;
  std::vector<std::pair<End, End>> windows;  ///< by point
  std::vector<End> schedule;                 ///< by point
  std::vector<Conflict> conflicts;
  std::vector<std::size_t> drop;
  std::int64_t weight = 0;
  bool repair_possible = true;
};

enum class Satisfiable : std::uint8_t { yes, no, unknown };

/// Whether the clauses of the claims for which `active` is true have a solution: tries every
/// choice of alternatives and windows, and gives up (unknown) after `budget` of them.
/// Lattices are unrolled: where no other clause bounds the point, within a range so wide
/// that there is a solution in it if there is any. Exponential.
Satisfiable satisfiable(const Network& network, const std::vector<bool>& active, std::uint64_t budget);

struct Report {
  std::vector<std::string> faults;  ///< what is wrong with the answer; empty: nothing found
  std::size_t unproven = 0;         ///< questions given up for their cost
  bool confirmed() const { return faults.empty() && unproven == 0; }
};

/// Verifies
///  - the schedule satisfies every clause of every kept claim and lies in the windows;
///  - each conflict has no solution; without any one of its claims, beside all hard claims
///    (its own, where hard claims contradict), it has one, and so it has without any one of
///    its hard claims;
///  - the repair sums to its weight, gives up no hard claim, and each claim given up, put
///    back, leaves no solution;
///  - a consistent answer names no conflict and gives nothing up, and the reverse.
/// `budget` is for each question of satisfiability.
Report check(const Network& network, const Answer& answer, std::uint64_t budget = 100'000);

}  // namespace isnad::checker
