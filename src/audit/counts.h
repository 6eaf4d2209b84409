// The numbers that an article tells of things: how many, how much, how long, which score; each with the words around
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/context.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {

/// One number of something, as a sentence tells it.
struct Count {
  enum class Kind : std::uint8_t { things, score, length } kind{};
  DocumentIndex document{};
  std::uint32_t sentence = 0, first = 0, last = 0;  ///< tokens [first, last) of the number
  /// Thousandths of things; of a score a thousand goals of the winner and the loser's; of a length of time minutes, or
  /// months where it counts those.
  std::int64_t value = 0;
  std::int64_t slack = 0;  ///< how far off a rounder or vaguer telling of the same may be
  bool at_least = false, at_most = false;
  /// What is counted ("23 soldiers", "the number of soldiers is 23"): stems without the letters that plurals change.
  std::vector<std::string> units;
  std::string aboard;                    ///< of those in a vehicle: all of them or its crew; else empty
  std::vector<std::string> carriers;     ///< stems of vehicles in its sentence, where it counts those aboard
  std::vector<std::string> near, all;    ///< stems of the words around it, and of its sentence, without the units
  std::vector<std::string> scope;        ///< by what else it is counted: a part, a rate, a stage of the match
  std::vector<std::string> places;       ///< stems of places in its sentence
  std::optional<Window> when;            ///< a day, or a time in it, that its sentence tells
  bool until = false;                    ///< counted until then
  bool grows = false;                    ///< of a kind that becomes more while it is counted
  Modality modality = Modality::actual;  ///< of the claim that holds it
  bool denied = false;
  std::optional<ClaimRef> claim;
};

/// All counts of an article's headline and body, in order. O(tokens).
[[nodiscard]] std::vector<Count> counts_of(const Context& context, const ToldWords& words, DocumentIndex document);

/// Can both numbers be meant for one? Rounded and vague ones lie within their slack.
[[nodiscard]] bool agree(const Count& a, const Count& b);

}  // namespace isnad::audit_rules
