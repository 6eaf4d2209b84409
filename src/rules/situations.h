// What may stand at a token, as far as the elements of patterns can tell: one small number for all tokens alike.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/condition_table.h"
#include "rules/element_ways.h"
#include "rules/hash_numbers.h"
#include "rules/language.h"
#include "rules/pair_table.h"

namespace isnad::rules {

/// A word or value that stands at a token, and what patterns may know of its fields.
struct HitShape {
  ClassId cls{};
  std::uint16_t length = 0;  ///< tokens
  CliticPermission permission{};
  StackId stack = 0;
  EncliticId enclitic = 0;
  AnswersId answers = no_answers;
  bool operator==(const HitShape&) const = default;
};

using SituationId = std::uint32_t;
inline constexpr SituationId no_situation = 0;

/// All that an element sees of a token. A place in the sense of each_way(); hits are counted from 0.
struct Situation {
  Element::Kind token_kind{};
  bool glued = false;
  AnswersId integer = no_answers;
  std::vector<Reading> literals;       ///< of words that some element asks for
  std::vector<std::uint8_t> prefixes;  ///< that may begin the word, where an element asks for them
  std::vector<HitShape> hits;
  bool operator==(const Situation&) const = default;

  [[nodiscard]] Element::Kind kind() const { return token_kind; }
  [[nodiscard]] const std::vector<Reading>& readings() const { return literals; }
  template <class Found>
  bool each_hit(const Found& found) const {
    for (std::uint32_t h = 0; h < hits.size(); ++h) {
      if (found(h, hits[h].length, hits[h])) return true;
    }
    return false;
  }
  template <class Found>
  bool each_prefix(const Found& found) const {
    for (const std::uint8_t prefix : prefixes) {
      if (found(prefix)) return true;
    }
    return false;
  }
};

struct HashOfSituation {
  std::size_t operator()(const Situation& s) const {
    std::uint64_t hash = mixed(static_cast<std::uint64_t>(s.token_kind), s.integer);
    for (const Reading& reading : s.literals) hash = mixed(hash, (std::uint64_t{reading.word} << 8U) | reading.stack);
    for (const std::uint8_t prefix : s.prefixes) hash = mixed(hash, prefix);
    for (const HitShape& hit : s.hits) {
      hash = mixed(hash, (static_cast<std::uint64_t>(hit.cls) << 32U) | hit.answers);
      hash = mixed(hash, (std::uint64_t{hit.length} << 16U) | (std::uint64_t{hit.stack} << 8U) | hit.enclitic);
    }
    return hash;
  }
};

/// The situations that a thread has met in a language. There are few: news has many words, but most of them are the
/// same to all patterns.
class Situations {
 public:
  explicit Situations(const Language& language);

  /// A token by itself, not glued. O(readings log situations).
  SituationId of_token(Element::Kind kind, std::string_view key, std::span<const Reading> readings);
  /// The same, glued.
  [[nodiscard]] static SituationId glued(SituationId id) { return id + 1; }
  /// The same with another hit, behind those that it has; its class must be one that is seen. O(1) where it was met.
  SituationId with_hit(SituationId id, const HitShape& hit);
  /// Whether any element asks for this class.
  [[nodiscard]] bool sees(ClassId cls) const { return classes_[static_cast<std::size_t>(cls)]; }
  [[nodiscard]] const Situation& operator[](SituationId id) const { return all_[id]; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  /// Whether a hit of a situation (or, without one, its integer) is as an atom's conditions ask.
  [[nodiscard]] bool holds(const Atom& atom, const Situation& situation, std::uint32_t hit) const {
    return conditions.holds(atom, hit == no_hit ? situation.integer : situation.hits[hit].answers);
  }

  ConditionTable conditions;

 private:
  SituationId number_of(const Situation& situation);

  const CliticTable& clitics_;
  std::vector<bool> literals_;                                         // by WordId: some element is this word
  std::vector<bool> classes_;                                          // by ClassId: some element is of this class
  std::vector<bool> prefixes_;                                         // some element of any word may have this prefix
  std::vector<Situation> all_;                                         // each as it is, and behind it glued
  std::unordered_map<Situation, SituationId, HashOfSituation> known_;  // looked up only
  std::array<SituationId, 16> plain_{};                                // by Element::Kind: the token alone
  PairTable<std::uint64_t> with_hit_;
};

}  // namespace isnad::rules
