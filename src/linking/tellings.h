// What each claim of a corpus tells, made ready for comparing: its time, its words, and the story its article belongs
// to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "isnad/linking.h"
#include "linking/event_types.h"

namespace isnad::linking {

/// Number of a content word of the corpus.
using WordId = std::uint32_t;

/// One claim, as linking compares it.
struct Telling {
  ClaimRef ref;
  const Claim* claim = nullptr;
  std::optional<Window> when;        ///< what its article says, where it dates the claim itself
  std::vector<std::string> numbers;  ///< in digits, beside its times; ascending
  std::optional<Day> published;      ///< when its article appeared
  std::vector<WordId> words;         ///< content words of its clause and of the noun that it is said of, ascending
  std::vector<WordId> trigger;       ///< of those, the ones that tell what happens, ascending
  std::vector<WordId> anchor;        ///< of what others count from: the words that name it, ascending
  std::uint32_t context = 0;         ///< its sentence, by number
  std::vector<WordId> notions;       ///< what its clause names in words that all languages have, ascending
  double words_weight = 0, notions_weight = 0;  ///< see Tellings::weight()
};

/// The claims of a corpus with their words, and which articles tell one story.
class Tellings {
 public:
  /// O(tokens log tokens).
  Tellings(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

  /// In order of document and claim.
  [[nodiscard]] const std::vector<Telling>& all() const { return tellings_; }
  [[nodiscard]] const Telling& of(ClaimRef r) const { return tellings_[place_of(r)]; }
  [[nodiscard]] std::size_t place_of(ClaimRef r) const { return first_of_[index(r.document)] + r.claim; }
  /// How much of what the shorter one of two tells the other tells too, 0..1, by weight.
  [[nodiscard]] double cover(const Telling& a, const Telling& b) const;
  /// The claims that have a word, by their place in all(), ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& with_word(WordId word) const { return postings_[word]; }
  /// How much a word tells: the more the fewer claims have it. Not by the number of all claims: articles of
  /// another story change it only where they have the word too.
  [[nodiscard]] double weight(WordId word) const { return weights_[word]; }
  /// Of the words that both have.
  [[nodiscard]] double shared_weight(const std::vector<WordId>& a, const std::vector<WordId>& b) const;

  /// The weight of the words that the sentences of two tellings share: a word tells the more the fewer sentences with
  /// claims have it. O(words of both).
  [[nodiscard]] double shared_context(const Telling& a, const Telling& b) const;

  /// How much of the shorter one of two articles the other tells too: the weight of the content words of their claims,
  /// or, in two languages, of their notions, that both have, for each of those of the shorter one. 1 for an article and
  /// itself; 0 where what they share weighs next to nothing. O(words of both), remembered.
  [[nodiscard]] double likeness(DocumentIndex a, DocumentIndex b) const;
  /// Do two articles tell one story?
  [[nodiscard]] bool one_story(DocumentIndex a, DocumentIndex b) const;
  [[nodiscard]] bool one_language(DocumentIndex a, DocumentIndex b) const {
    return language_of_[index(a)] == language_of_[index(b)];
  }

 private:
  [[nodiscard]] double weight_of(const std::vector<WordId>& words) const;

  std::vector<Telling> tellings_;
  std::vector<std::size_t> first_of_;                 ///< by document
  std::vector<std::vector<std::uint32_t>> postings_;  ///< by word
  std::vector<double> weights_;                       ///< by word
  std::vector<std::vector<WordId>> contexts_;         ///< by sentence with claims
  std::vector<double> context_weights_;               ///< by word
  std::vector<std::vector<WordId>> words_of_;         ///< by document, ascending
  std::vector<std::vector<WordId>> notions_of_;       ///< by document, ascending
  std::vector<std::string> language_of_;              ///< by document
  mutable std::map<std::pair<DocumentIndex, DocumentIndex>, double> likeness_;
};

/// The words that both have, ascending.
[[nodiscard]] std::vector<WordId> shared_words(const std::vector<WordId>& a, const std::vector<WordId>& b);

/// Of what is told day after day: do the two tell other numbers, a toll and what it rose to?
[[nodiscard]] bool counted_anew(const Telling& a, const Telling& b, const Types& types);

}  // namespace isnad::linking
