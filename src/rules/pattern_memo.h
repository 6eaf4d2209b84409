// The automaton made deterministic as far as texts ask for it: what follows from a list of states at a token is worked
// out once for all tokens alike, and then looked up.
//
// A front is an ordered list of states that wait at a token, one a thread. With the token's situation it gives the
// fronts behind the token, and for each of their threads where it comes from: enough to tell afterwards how a match was
// made.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "rules/element_ways.h"
#include "rules/hash_numbers.h"
#include "rules/language.h"
#include "rules/pair_table.h"
#include "rules/situations.h"

namespace isnad::rules {

using FrontId = std::uint32_t;
inline constexpr FrontId no_front = 0;

/// A state that is reached from a thread without a token, and the groups that open and close on the way.
struct Reached {
  StateId state = 0;
  std::uint32_t thread = 0;
  std::uint32_t marks_begin = 0;  ///< states that open or close
  std::uint32_t marks_count = 0;
};

struct Front {
  std::vector<StateId> threads;    ///< no state twice
  std::vector<Reached> consuming;  ///< in the order in which they are tried
  std::vector<Reached> accepting;
  Signature ahead = 0;       ///< what may stand where a consuming one goes on
  std::uint32_t states = 0;  ///< reached, of any kind
};

/// Where a thread of a front comes from: a state of the front before, and how its element matched.
struct Origin {
  std::uint32_t reached = 0;  ///< of Front::consuming
  Way way;                    ///< its hit: by number among those of the situation
};

/// The front so many tokens further on.
struct Move {
  std::uint32_t length = 0;
  FrontId front = no_front;
  std::uint32_t origins = 0;  ///< of the front's threads, from here on
  bool accepts = false;       ///< see Front
  Signature ahead = 0;        ///< see Front
};

using StepId = std::uint32_t;

/// What follows from a front in a situation.
struct Step {
  FrontId front = no_front;
  std::uint32_t states = 0, tries = 0;  ///< of the front: all that are reached, and those that consume
  std::uint32_t begin = 0, count = 0;   ///< of the moves
  Signature next = 0;                   ///< all, or what must stand at the next token for any of them to lead on
};

/// Two fronts at one token: the threads of the one, then those of the other that the one has not.
struct Union {
  FrontId front = no_front;
  std::uint32_t of_first = 0;  ///< threads
  std::uint32_t kept = 0;      ///< begin of the others, by their number in the second
};

/// The fronts and steps that a thread has met in a language.
class PatternMemo {
 public:
  explicit PatternMemo(const Language& language) : language_(language), layers_(language.layers.size()) { clear(); }

  /// The step with which the patterns of a layer begin. O(1) where it was met; likewise the others.
  StepId begin(std::size_t layer, SituationId at, const Situations& situations) {
    const std::size_t place = at * layers_ + layer;
    if (place >= begins_.size() || begins_[place] == 0) return work_out_begin(layer, at, situations);
    return begins_[place];
  }
  /// The step from a front within a match.
  StepId step(FrontId front, SituationId at, const Situations& situations);
  /// The number of a union.
  std::uint32_t unite(FrontId first, FrontId second);

  /// What these give may move when others are worked out.
  [[nodiscard]] const Step& operator[](StepId id) const { return steps_[id]; }
  [[nodiscard]] std::span<const Move> moves(const Step& step) const {
    return std::span(moves_).subspan(step.begin, step.count);
  }
  [[nodiscard]] const Front& front(FrontId id) const { return fronts_[id]; }
  [[nodiscard]] const Origin& origin(std::uint32_t number) const { return origins_[number]; }
  [[nodiscard]] StateId mark(std::uint32_t number) const { return marks_[number]; }
  [[nodiscard]] const Union& united(std::uint32_t number) const { return unions_[number]; }
  [[nodiscard]] std::uint32_t kept(std::uint32_t number) const { return kept_[number]; }

  /// It has grown so large that it is better begun anew; then nothing that it gave may be used any more.
  [[nodiscard]] bool full() const { return size_ > most; }
  void clear();

 private:
  static constexpr std::size_t most = std::size_t{1} << 20U;  // steps, threads, states reached and origins

  StepId work_out_begin(std::size_t layer, SituationId at, const Situations& situations);
  FrontId front_of(const std::vector<StateId>& threads);
  void reach(Front& front);
  StepId follow(FrontId front, SituationId at, bool first, const Situations& situations);

  const Language& language_;
  std::size_t layers_;
  std::vector<Front> fronts_;
  std::unordered_map<std::vector<StateId>, FrontId, HashOfNumbers> known_fronts_;  // looked up only
  std::vector<StateId> marks_;
  std::vector<Step> steps_;
  std::vector<Move> moves_;
  std::vector<Origin> origins_;
  std::vector<Union> unions_;
  std::vector<std::uint32_t> kept_;
  std::vector<StepId> begins_;          // by situation and layer; 0 where it was not met
  PairTable<std::uint32_t> followed_;   // front and situation: step
  PairTable<std::uint32_t> united_;     // two fronts: union
  std::vector<std::uint64_t> visited_;  // by state: the stamp of the last visit
  std::uint64_t stamp_ = 0;
  std::size_t size_ = 0;
};

}  // namespace isnad::rules
