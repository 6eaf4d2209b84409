// Room for what is gathered of a document while it is matched, kept from one document to the next: to ask for it anew
// takes a good part of the time that a short article takes.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern_memo.h"
#include "rules/word_profiles.h"

namespace isnad::rules {

/// What may stand at a token, and what may end directly ahead of it.
struct Surroundings {
  Signature here = 0, ahead = 0;
};

/// Where something of a layer may begin, and how.
struct Begin {
  std::uint32_t token = 0;
  StepId step = 0;
};

/// Vectors that nobody uses between two documents; each is described where it is used.
struct MatchRoom {
  std::vector<ProfileId> words;
  std::vector<Hit> hits;
  std::vector<std::uint32_t> heads;
  std::vector<Surroundings> surroundings;
  std::vector<SituationId> situations;
  std::vector<std::uint64_t> begin_bits;
  std::vector<PathStep> steps;
  std::vector<Field> fields;
  std::vector<Begin> begins;
};

/// An empty vector with the room of one that is kept.
template <class T>
[[nodiscard]] std::vector<T> take_room(std::vector<T>& kept) {
  std::vector<T> taken = std::exchange(kept, {});
  taken.clear();
  return taken;
}

/// Keeps the room of a vector, unless it grew large for a document unlike most.
template <class T>
void keep_room(std::vector<T>& kept, std::vector<T>& used) {
  constexpr std::size_t most_bytes = std::size_t{1} << 18U;
  if (used.capacity() * sizeof(T) <= most_bytes) kept = std::move(used);
}

}  // namespace isnad::rules
