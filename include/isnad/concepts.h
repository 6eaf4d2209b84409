// isnad/concepts.h - what a word means, where the rules of its language say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/rules.h"
#include "isnad/stems.h"

namespace isnad {

/// The concepts of a language, of a grammar that must outlive it. A word is looked up as it is, then with ever more of
/// what may be written before and behind it cut away (the classes stem-before and stem-behind), and with the other
/// persons of the imperfect in place of its own (stem-person), and with the hamza at its end as it is written where
/// nothing follows (stem-hamza). What is cut is kept as short as possible, and three
/// letters are left. A place's name means nothing but itself, whatever is left of it, and so do the words of the class
/// no-concept.
class Concepts {
 public:
  Concepts(const Grammar& grammar, std::string_view language);

  /// The concept of a word in matching form, with "=" before it so that it is no word; empty where it is of none.
  /// O(affixes x log words).
  [[nodiscard]] std::string_view of(std::string_view key) const;
  /// May the word begin one of two words, as it is or without its article? O(log words).
  [[nodiscard]] bool begins_phrase(std::string_view key) const;
  /// That of two words that stand beside each other. Both may have an article. O(log words).
  [[nodiscard]] std::string_view of_two(std::string_view first, std::string_view second) const;

 private:
  using Known = std::optional<std::string_view>;
  [[nodiscard]] Known find(std::string_view word) const { return words_.of(word); }
  [[nodiscard]] Known find_person(std::string_view word) const;
  [[nodiscard]] Known find_behind(std::string_view word, int cuts) const;
  [[nodiscard]] Known find_hamza(std::string_view word) const;
  [[nodiscard]] Known look_up(std::string_view key) const;
  [[nodiscard]] std::string_view marked(const Known& found) const;

  ConceptWords words_;
  const std::vector<std::string>& articles_;  ///< of the grammar
  std::vector<std::string> before_, behind_, persons_, hamzas_;
  mutable std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> marked_;  // looked up only
};

}  // namespace isnad
