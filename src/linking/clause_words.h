// The content words of a claim's clause: what it tells, without when, who says so and the words of grammar.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "isnad/concepts.h"
#include "isnad/linking.h"
#include "isnad/stems.h"
#include "linking/sounds.h"

namespace isnad::linking {

/// Reads the clauses of a corpus, which must outlive it. Keeps the words of grammar of its languages.
class ClauseWords {
 public:
  ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// Those of the clause, of the noun that a relative clause is said of, and of a subject that stands in the clause
  /// before. Sorted, each once: stems of three letters at least. O(tokens of the clause).
  [[nodiscard]] std::vector<std::string> operator()(const DocumentAnalysis& analysis, const Claim& claim) const;
  /// Those of what another claim is counted from, as far as the first mark behind the word that tells it. O(tokens of
  /// the clause).
  [[nodiscard]] std::vector<std::string> anchor(const DocumentAnalysis& analysis, const Claim& claim) const;
  /// Those of the words that tell what happens: of the claim's trigger. O(tokens of the trigger).
  [[nodiscard]] std::vector<std::string_view> trigger(const DocumentAnalysis& analysis, const Claim& claim) const;
  /// Those of a whole sentence of the article: of all that stands beside its claims. O(tokens of the sentence).
  [[nodiscard]] std::vector<std::string_view> sentence(const DocumentAnalysis& analysis, std::uint32_t sentence) const;
  /// The same in words that all languages have: the notions of the clause, and its names as they sound ("name:hml").
  /// Sorted, each once. O(tokens of the clause).
  [[nodiscard]] std::vector<std::string> notions(const DocumentAnalysis& analysis, const Claim& claim) const;

 private:
  using Words = std::unordered_set<std::string, WordHash, std::equal_to<>>;  // looked up only, never walked

  /// What is known of the words of a language; those that were asked for once are remembered.
  struct Lexicon {
    Stemmer stems;
    Concepts concepts;
    Sounds sounds;
    Words grammar_words, relatives;
    /// What a word of a text comes to.
    struct Meaning {
      std::string_view content;    ///< the concept of a content word, else its stem; empty for others
      bool begins_phrase = false;  ///< there are concepts of two words of which this is the first
    };
    mutable std::unordered_map<std::string_view, Meaning> meanings;  // looked up only, never walked
    mutable std::unordered_map<std::string_view, std::vector<std::string>> sounding;
    /// A word as a name, as it sounds: with what may be written before it, and without.
    [[nodiscard]] const std::vector<std::string>& names(std::string_view key) const;
    [[nodiscard]] const Meaning& meaning(std::string_view key) const;
    /// The concept of a content word, else its stem; nothing for a word of grammar, or a short one.
    [[nodiscard]] std::string_view content_word(std::string_view key) const { return meaning(key).content; }
    /// The concept of the word at `t` and the next one together; empty where they have none.
    [[nodiscard]] std::string_view concept_of_two(const Document& document, std::uint32_t t) const;
  };

  [[nodiscard]] const Lexicon& lexicon_of(const Document& document) const {
    return lexicons_.find(document.language)->second;
  }
  [[nodiscard]] std::vector<std::string> words_of_clause(const DocumentAnalysis& analysis, const Claim& claim,
                                                         ByteOffset end) const;
  [[nodiscard]] std::uint32_t with_antecedent(const Document& document, const Claim& claim, std::uint32_t first) const;

  std::map<std::string, Lexicon, std::less<>> lexicons_;  ///< by language
};

}  // namespace isnad::linking
