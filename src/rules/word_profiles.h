// What the rules know of a written word by itself. Nearly all words that news writes are in no rule, and they share a
// few profiles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "rules/known_patterns.h"
#include "rules/language.h"
#include "rules/matcher.h"

namespace isnad::rules {

struct WordProfile {
  std::uint32_t readings_begin = 0;
  std::uint32_t hits_begin = 0;
  std::uint16_t readings_count = 0;
  std::uint16_t hits_count = 0;
  LayerMask layers = 0;                  ///< of which something may begin there
  SituationId token = no_situation;      ///< as a token and its literals, not glued
  SituationId situation = no_situation;  ///< with its hits, too
  Signature signature = 0;
  bool begins_longer = false;  ///< a word of several tokens may begin there

  /// Something begins there: a word, or a match.
  [[nodiscard]] bool begins_any() const { return layers != 0 || hits_count != 0 || begins_longer; }
};

using ProfileId = std::uint32_t;

/// The word that a sense is, read with these clitics, at the first token; nothing where they are not permitted.
[[nodiscard]] std::optional<Hit> word_of(const Language& language, const Sense& sense, StackId stack,
                                         EncliticId enclitic);
/// Two forms of an entry may be read from the same letters: are they one for two words that begin at one token?
[[nodiscard]] bool is_same_word(const Hit& a, const Hit& b);

/// The profiles of the words that a thread has met in a language.
class WordProfiles {
 public:
  WordProfiles(const Language& language, KnownPatterns& patterns) : language_(language), patterns_(patterns) {}

  /// The profile of a word that is met for the first time. `enclitic`: it may have one. O(splits + senses).
  [[nodiscard]] ProfileId make(TokenKind kind, std::string_view key, bool enclitic);
  [[nodiscard]] const WordProfile& operator[](ProfileId id) const { return profiles_[id]; }
  [[nodiscard]] std::span<const Reading> readings(const WordProfile& profile) const {
    return {readings_.data() + profile.readings_begin, profile.readings_count};
  }
  /// Its words of one token, as hits of the first token.
  [[nodiscard]] std::span<const Hit> hits(const WordProfile& profile) const {
    return {hits_.data() + profile.hits_begin, profile.hits_count};
  }

 private:
  void read_token(WordProfile& profile, TokenKind kind, std::string_view key, bool enclitic);
  void add_hits(WordProfile& profile);

  const Language& language_;
  KnownPatterns& patterns_;
  std::vector<WordProfile> profiles_;
  std::vector<Reading> readings_;
  std::vector<Hit> hits_;
  std::vector<ProfileId> unread_;  // by situation: of words without a reading, + 1
};

}  // namespace isnad::rules
