// All words of one language, and how a written word is looked up.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/clitics.h"
#include "rules/values.h"
#include "rules/vocabulary.h"

namespace isnad::rules {

using GuardId = std::uint32_t;
inline constexpr GuardId no_guard = 0xFFFFFFFFU;

/// One form of an entry: what a word of the lexicon means.
struct Sense {
  ClassId cls{};
  CliticPermission permission{};
  RuleId rule{};
  FieldRange fields;     ///< of the entry
  FieldRange inflected;  ///< of this form; in place of the entry's of the same name
  GuardId guard = no_guard;
};

/// One way to read a written word. The word is in the vocabulary.
struct Reading {
  WordId word = no_word;
  StackId stack = 0;
  EncliticId enclitic = 0;
  bool operator==(const Reading&) const = default;
};

/// Forms of one and of several words. Built once, then only read.
class Lexicon {
 public:
  using TrieNode = std::uint32_t;

  Vocabulary words;

  void add(const std::vector<WordId>& form, const Sense& sense);
  void finish();

  /// The senses of a word that stands alone.
  [[nodiscard]] std::pair<const Sense*, const Sense*> senses(WordId word) const { return of(word_senses_, word); }
  /// Where longer forms go on that begin with `word`; 0 when there are none.
  [[nodiscard]] TrieNode longer(WordId word) const { return word < roots_.size() ? roots_[word] : 0; }
  /// The node behind `node` and `word`; 0 when there is none. Most words stand behind none, which is told at once.
  [[nodiscard]] TrieNode next(TrieNode node, WordId word) const {
    return word < inner_.size() && inner_[word] != 0 ? find_next(node, word) : 0;
  }
  [[nodiscard]] std::pair<const Sense*, const Sense*> senses_at(TrieNode node) const { return of(node_senses_, node); }
  [[nodiscard]] std::size_t forms() const { return forms_; }

  /// Appends every reading of a word: each split into proclitics, a word of the vocabulary, and an enclitic.
  /// `may_have_enclitic`: the surface does not end in a letter that rules it out. O(splits).
  void read(std::string_view key, bool may_have_enclitic, const CliticTable& clitics,
            std::vector<Reading>& readings) const;
  /// See archive.h.
  template <class A>
  void transfer(A& archive) {
    archive(words, word_senses_, node_senses_, roots_, inner_, edges_, last_node_, forms_);
  }

 private:
  struct Senses {
    std::vector<std::vector<Sense>> building;
    std::vector<std::uint32_t> begins;
    std::vector<Sense> all;
    void add(std::size_t at, const Sense& sense);
    void finish(std::size_t size);
    template <class A>
    void transfer(A& archive) {  // once it is finished
      archive(begins, all);
    }
  };
  [[nodiscard]] static std::pair<const Sense*, const Sense*> of(const Senses& senses, std::size_t at) {
    if (at + 1 >= senses.begins.size()) return {nullptr, nullptr};
    return {senses.all.data() + senses.begins[at], senses.all.data() + senses.begins[at + 1]};
  }
  [[nodiscard]] TrieNode find_next(TrieNode node, WordId word) const;
  void read_stem(std::string_view restored, std::string_view stem, StackId stack, bool may_have_enclitic,
                 const CliticTable& clitics, std::vector<Reading>& readings) const;

  Senses word_senses_, node_senses_;
  std::vector<TrieNode> roots_;
  std::vector<std::uint8_t> inner_;                    // by WordId: it stands in some form, not as its first word
  std::unordered_map<std::uint64_t, TrieNode> edges_;  // looked up only, never walked
  TrieNode last_node_ = 0;
  std::size_t forms_ = 0;
};

}  // namespace isnad::rules
