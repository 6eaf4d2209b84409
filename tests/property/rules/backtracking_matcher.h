// A slow and simple matcher, against which the automaton is held: it tries every way through a pattern, one after
// another, and knows nothing of states.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace isnad::test {

/// An element of a random pattern.
struct RandomElement {
  enum class Kind : std::uint8_t { literal, cls, integer, any_token, choice, repeat };
  Kind kind{};
  std::string text;  ///< word or class
  std::vector<std::vector<RandomElement>> branches;
  std::uint32_t least = 1, most = 1;
};
using RandomSequence = std::vector<RandomElement>;

struct RandomPattern {
  std::string id;
  RandomSequence match;
  int priority = 0;
  std::string not_before;  ///< a word; empty: no guard
};

/// Something found.
struct Found {
  std::string cls;
  std::string rule;
  std::uint32_t first = 0, last = 0;
  bool operator==(const Found&) const = default;
};

[[nodiscard]] RandomPattern random_pattern(std::mt19937& random, const std::string& id, int priority,
                                           const std::vector<std::string>& classes);
[[nodiscard]] bool may_be_empty(const RandomSequence& sequence);
[[nodiscard]] std::string json_of(const RandomPattern& pattern);

/// Words of several tokens, by class "w".
[[nodiscard]] std::vector<Found> find_words(const std::vector<std::string>& tokens,
                                            const std::vector<std::vector<std::string>>& forms);
/// What one layer finds: `visible` are the values that a later layer sees, `winners` those of them that win.
struct LayerResult {
  std::vector<Found> winners, visible;
};
[[nodiscard]] LayerResult find_layer(const std::vector<std::string>& tokens, const std::vector<RandomPattern>& patterns,
                                     const std::string& cls, const std::vector<Found>& known);

}  // namespace isnad::test
