// The readings of a document's tokens.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/language.h"
#include "rules/match_room.h"
#include "rules/same_bytes.h"
#include "rules/word_profiles.h"

namespace isnad::rules {

/// A written word that was met, and its profile.
struct alignas(32) KnownWord {
  static constexpr std::size_t short_key = 20;

  std::array<char, short_key> key{};  ///< of a short word
  std::uint32_t key_begin = 0;        ///< of a longer one, in KnownWords
  ProfileId profile = 0;
  std::uint16_t key_size = 0;
  TokenKind kind{};
  bool may_have_enclitic = false;
};

/// The words that a thread has met in a language. News repeats its words: nearly every word of an article was looked up
/// for one before it.
class KnownWords {
 public:
  KnownWords(const Language& language, std::shared_ptr<KnownPatterns> known_patterns);

  /// Fetches what guess() will ask for; changes nothing.
  void prepare(const Token& token) const { __builtin_prefetch(&slots_[slot_of(token.key_hash)]); }
  static constexpr std::size_t on_its_way = 16;  ///< so many tokens ahead
  /// The word that a token is by the hash of its key, which is fetched; the first of all where none is.
  [[nodiscard]] std::uint32_t guess(const Token& token) const {
    std::size_t slot = slot_of(token.key_hash);
    while (slots_[slot].taken() && !slots_[slot].may_be(token.key_hash)) slot = slot_of(slot + 1);
    const std::uint32_t number = slots_[slot].taken() ? slots_[slot].word() : 0;
    __builtin_prefetch(words_.data() + number);
    return number;
  }
  /// Whether a token is this word.
  [[nodiscard]] bool is(std::uint32_t number, const Document& document, const Token& token) const {
    if (number >= words_.size()) return false;
    const KnownWord& word = words_[number];
    if (word.key_size != token.key_size || word.kind != token.kind) return false;
    const char* own = token.key_size <= KnownWord::short_key ? word.key.data() : keys_.data() + word.key_begin;
    // The two readings of the letters, with and without an enclitic, are two words.
    return same_bytes(own, document.keys.data() + token.key_begin, token.key_size) &&
           word.may_have_enclitic == may_have_enclitic(document, token);
  }
  /// The number of a token's word, which it gets where it is met for the first time.
  std::uint32_t number_of(const Document& document, const Token& token);
  [[nodiscard]] ProfileId profile(std::uint32_t number) const { return words_[number].profile; }
  /// The value of a word: the fields of its form and those of its entry that the form does not give anew.
  [[nodiscard]] const Record& record(FieldRange inflected, FieldRange fields);
  [[nodiscard]] bool are_of(const Language& language) const {
    return &language == &language_ && language.serial.value == serial_;
  }
  /// They have become so many that they are better gathered anew.
  [[nodiscard]] bool full() const {
    return words_.size() > most_words || keys_.size() > most_bytes || patterns->full();
  }

  const std::shared_ptr<KnownPatterns> patterns;
  WordProfiles profiles;
  MatchRoom room;

 private:
  static constexpr std::size_t most_words = std::size_t{1} << 17U;
  static constexpr std::size_t most_bytes = std::size_t{1} << 21U;

  /// Whether the last letters of a surface are no pronoun, though their matching form is one.
  [[nodiscard]] bool rules_out_enclitic(std::string_view surface) const;
  [[nodiscard]] bool may_have_enclitic(const Document& document, const Token& token) const {
    return has_enclitics_ && token.kind == TokenKind::word &&
           (!may_rule_out_[static_cast<unsigned char>(document.text[token.end.value - 1])] ||
            !rules_out_enclitic(document.surface(token)));
  }
  [[nodiscard]] KnownWord make(std::string_view key, const Token& token, bool enclitic);
  void grow();

  const Language& language_;
  std::uint64_t serial_;
  bool has_enclitics_;
  std::array<bool, 256> may_rule_out_{};  // by the last byte of a surface: it may rule out an enclitic
  std::vector<KnownWord> words_;
  std::string keys_;
  std::unordered_map<std::uint64_t, Record> records_;  // by the begins of both ranges; looked up only
  std::vector<std::uint32_t> hashes_;                  // by word, for growing

  /// The number of a word, and as many bits of its hash as there is room for: few others have the same. Small, so that
  /// more of them stay near the processor.
  class Slot {
   public:
    Slot() = default;
    Slot(std::uint32_t hash, std::uint32_t word) : bits_((hash & ~word_mask) | (word + 1)) {}
    [[nodiscard]] bool taken() const { return bits_ != 0; }
    [[nodiscard]] bool may_be(std::uint32_t hash) const { return ((bits_ ^ hash) & ~word_mask) == 0; }
    [[nodiscard]] std::uint32_t word() const { return (bits_ & word_mask) - 1; }

   private:
    static constexpr std::uint32_t word_mask = 2 * most_words - 1;
    std::uint32_t bits_ = 0;
  };
  [[nodiscard]] std::size_t slot_of(std::size_t number) const { return number & (slots_.size() - 1); }
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // a power of two, at most half full
};

/// The words of a document by token.
class DocumentWords {
 public:
  DocumentWords(const Language& language, const Document& document);
  DocumentWords(const DocumentWords&) = delete;
  DocumentWords& operator=(const DocumentWords&) = delete;
  ~DocumentWords() { keep_room(room().words, of_token_); }
  [[nodiscard]] const WordProfile& profile(std::uint32_t token) const { return known_->profiles[of_token_[token]]; }
  [[nodiscard]] std::span<const Reading> readings(std::uint32_t token) const {
    return known_->profiles.readings(profile(token));
  }
  /// See WordProfiles.
  [[nodiscard]] std::span<const Hit> hits(const WordProfile& profile) const { return known_->profiles.hits(profile); }
  /// See KnownWords.
  [[nodiscard]] const Record& record(FieldRange inflected, FieldRange fields) const {
    return known_->record(inflected, fields);
  }
  [[nodiscard]] KnownPatterns& patterns() const { return *known_->patterns; }
  [[nodiscard]] MatchRoom& room() const { return known_->room; }

 private:
  std::shared_ptr<KnownWords> known_;
  std::vector<ProfileId> of_token_;
};

}  // namespace isnad::rules
